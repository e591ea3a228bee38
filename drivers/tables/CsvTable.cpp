// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/tables/CsvTable.h"

#include "drivers/tables/CellText.h"

#include <algorithm>
#include <filesystem>

namespace menshen {
namespace {

constexpr const char *kByteOrderMark = "\xEF\xBB\xBF";

std::string quoted(const std::string &text)
{
    if (text.find_first_of(",\"") == std::string::npos && !text.starts_with(' ') && !text.ends_with(' '))
        return text;
    std::string inQuotes = "\"";
    for (const char character : text) {
        if (character == '"')
            inQuotes += '"';
        inQuotes += character;
    }
    return inQuotes + '"';
}

std::string cellText(const TableWriter::Cell &cell)
{
    return cell.number ? oneDecimal(*cell.number) : quoted(neutralised(cleanText(cell.text)));
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
    return write(kByteOrderMark);
}

Result<void> CsvTable::finishFile()
{
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
    std::string line;
    for (const auto &cell : cells) {
        if (&cell != &cells.front())
            line += ',';
        line += cellText(cell);
    }
    return write(line + "\r\n");
}

Result<void> CsvTable::write(const std::string &line)
{
    if (std::fwrite(line.data(), 1, line.size(), m_out.get()) != line.size())
        return systemError("writing " + m_path);
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
