// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/tables/XlsxTable.h"

#include "drivers/tables/CellText.h"
#include "drivers/tables/SheetXml.h"

#include <algorithm>

namespace menshen {
namespace {

constexpr std::size_t kBufferBytes = 256 * 1024;
constexpr std::size_t kLongestName = 24; ///< 31 characters with " (9999)"; bytes are counted, which is never less

/// Sheet names have no []:*?/\ and do not begin or end with an apostrophe.
std::string sheetName(const std::string &name, int part)
{
    auto clean = cleanText(name);
    std::replace_if(
        clean.begin(), clean.end(), [](char c) { return std::string_view("[]:*?/\\'").find(c) != std::string_view::npos; }, '-');
    auto end = std::min(clean.size(), kLongestName);
    while (end < clean.size() && (static_cast<unsigned char>(clean[end]) & 0xC0U) == 0x80)
        --end; // not in the middle of a character
    clean.resize(end);
    return clean + (part > 1 ? " (" + std::to_string(part) + ')' : "");
}

} // namespace

Result<std::unique_ptr<XlsxTable>> XlsxTable::create(const std::string &path, std::uint64_t sheetBytes)
{
    auto file = StagedFile::create(path);
    if (!file)
        return file.error();
    std::unique_ptr<XlsxTable> table(new XlsxTable(std::move(*file), sheetBytes));
    if (auto opened = table->m_zip.open(table->m_file.temporaryPath()); !opened)
        return opened.error();
    return table;
}

Result<void> XlsxTable::sheet(const std::string &name, const std::vector<std::string> &header)
{
    if (auto finished = finishSheet(); !finished)
        return finished;
    m_name = name;
    m_header = header;
    m_part = 1;
    return startSheet();
}

Result<void> XlsxTable::startSheet()
{
    m_sheets.push_back(sheetName(m_name, m_part));
    if (auto begun = m_zip.begin(sheetxml::sheetPart(m_sheets.size())); !begun)
        return begun;
    m_xml = sheetxml::start(m_header, m_sheets.size() == 1);
    sheetxml::appendHeader(m_xml, m_header);
    m_rows = 1;
    m_bytes = 0;
    return {};
}

Result<void> XlsxTable::finishSheet()
{
    if (m_sheets.empty())
        return {};
    m_xml += sheetxml::end(m_header.size(), m_rows);
    if (auto written = flush(); !written)
        return written;
    return m_zip.end();
}

Result<void> XlsxTable::row(const std::vector<Cell> &cells)
{
    if (m_sheets.empty())
        return Error{ErrorCode::Internal, "a row before the first sheet"};
    if (m_rows == sheetxml::kMostRows || m_bytes >= m_sheetBytes) {
        if (auto finished = finishSheet(); !finished)
            return finished;
        ++m_part;
        if (auto started = startSheet(); !started)
            return started;
    }
    sheetxml::appendRow(m_xml, ++m_rows, cells);
    return m_xml.size() < kBufferBytes ? Result<void>() : flush();
}

Result<void> XlsxTable::flush()
{
    auto written = m_zip.write(m_xml);
    m_bytes += m_xml.size();
    m_xml.clear();
    return written;
}

Result<void> XlsxTable::writePart(const std::string &name, const std::string &xml)
{
    if (auto begun = m_zip.begin(name); !begun)
        return begun;
    if (auto written = m_zip.write(xml); !written)
        return written;
    return m_zip.end();
}

Result<void> XlsxTable::commit()
{
    if (m_sheets.empty())
        return Error{ErrorCode::Internal, "nothing to commit"};
    if (auto finished = finishSheet(); !finished)
        return finished;
    for (const auto &part : sheetxml::partsFor(m_sheets))
        if (auto written = writePart(part.name, part.xml); !written)
            return written;
    if (auto closed = m_zip.close(); !closed)
        return closed;
    return m_file.commit();
}

} // namespace menshen
