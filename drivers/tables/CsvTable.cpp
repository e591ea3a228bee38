// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/tables/CsvTable.h"

#include "drivers/tables/CellText.h"

#include <algorithm>
#include <filesystem>

namespace menshen {
namespace {

constexpr const char *kByteOrderMark = "\xEF\xBB\xBF";

constexpr std::size_t kBufferBytes = 1024 * 1024;

bool needsQuotes(std::string_view text)
{
    const bool edge = !text.empty() && (text.front() == ' ' || text.back() == ' ');
    return edge || std::any_of(text.begin(), text.end(), [](char character) { return character == ',' || character == '"'; });
}

void appendQuoted(std::string &out, std::string_view text)
{
    for (const char character : text) {
        if (character == '"')
            out += '"';
        out += character;
    }
}

void appendClean(std::string &out, std::string_view clean)
{
    const bool formula = looksLikeFormula(clean);
    const bool quotes = needsQuotes(clean);
    if (quotes)
        out += '"';
    if (formula)
        out += '\'';
    quotes ? appendQuoted(out, clean) : static_cast<void>(out += clean);
    if (quotes)
        out += '"';
}

void appendCell(std::string &out, const TableWriter::Cell &cell)
{
    if (cell.number)
        appendNumber(out, *cell.number, cell.decimals);
    else if (isPlainlyClean(cell.text))
        appendClean(out, cell.text);
    else
        appendClean(out, cleanText(cell.text));
}

} // namespace

Result<std::unique_ptr<CsvTable>> CsvTable::create(const std::string &path)
{
    auto first = StagedFile::create(path);
    if (!first)
        return first.error();
    return std::unique_ptr<CsvTable>(new CsvTable(path, std::move(*first)));
}

CsvTable::CsvTable(std::string path, StagedFile first) : m_path(std::move(path)) { m_files.push_back(std::move(first)); }

std::string CsvTable::pathOfSheet(const std::string &name) const
{
    auto part = cleanText(name);
    std::transform(part.begin(), part.end(), part.begin(), [](char character) {
        if (character == '/' || character == ' ')
            return '-';
        return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
    });
    const std::filesystem::path target(m_path);
    return (target.parent_path() / (target.stem().string() + '-' + part + target.extension().string())).string();
}

Result<void> CsvTable::startFile()
{
    m_out.reset(std::fopen(m_files.back().temporaryPath().c_str(), "wbe"));
    if (!m_out)
        return systemError("writing " + m_path);
    m_buffer = kByteOrderMark;
    m_buffer.reserve(kBufferBytes + 64 * 1024);
    return {};
}

Result<void> CsvTable::finishFile()
{
    if (auto written = flush(); !written)
        return written;
    if (m_out && std::fclose(m_out.release()) != 0)
        return systemError("writing " + m_path);
    return {};
}

Result<void> CsvTable::sheet(const std::string &name, const std::vector<std::string> &header)
{
    if (m_out) {
        if (auto finished = finishFile(); !finished)
            return finished;
        auto next = StagedFile::create(pathOfSheet(name));
        if (!next)
            return next.error();
        m_files.push_back(std::move(*next));
    }
    if (auto started = startFile(); !started)
        return started;
    std::vector<Cell> cells;
    for (const auto &title : header)
        cells.push_back({title, std::nullopt});
    return row(cells);
}

Result<void> CsvTable::row(const std::vector<Cell> &cells)
{
    if (!m_out)
        return Error{ErrorCode::Internal, "a row before the first sheet"};
    for (const auto &cell : cells) {
        if (&cell != &cells.front())
            m_buffer += ',';
        appendCell(m_buffer, cell);
    }
    m_buffer += "\r\n";
    return m_buffer.size() < kBufferBytes ? Result<void>() : flush();
}

Result<void> CsvTable::flush()
{
    if (std::fwrite(m_buffer.data(), 1, m_buffer.size(), m_out.get()) != m_buffer.size())
        return systemError("writing " + m_path);
    m_buffer.clear();
    return {};
}

Result<void> CsvTable::commit()
{
    if (!m_out)
        return Error{ErrorCode::Internal, "nothing to commit"};
    if (auto finished = finishFile(); !finished)
        return finished;
    for (auto file = m_files.rbegin(); file != m_files.rend(); ++file)
        if (auto renamed = file->commit(); !renamed)
            return renamed;
    return {};
}

} // namespace menshen
