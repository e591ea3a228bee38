// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/tables/XlsxTable.h"

#include "drivers/tables/CellText.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <xlsxwriter.h>

namespace menshen {
namespace {

constexpr std::size_t kLongestCell = 32767; ///< characters; bytes are counted here, which is never more
constexpr double kNarrowest = 8, kWidest = 40;

Error workbookError(const std::string &doing, lxw_error code)
{
    const bool full = errno == ENOSPC || errno == EDQUOT;
    return {full ? ErrorCode::DiskFull : ErrorCode::Storage, doing + ": " + lxw_strerror(code)};
}

std::string cut(std::string text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80)
        --bytes; // not in the middle of a character
    text.resize(bytes);
    return text;
}

/// Sheet names: 31 characters, without []:*?/\.
std::string sheetName(const std::string &name, int part)
{
    auto clean = cleanText(name);
    std::replace_if(
        clean.begin(), clean.end(), [](char c) { return std::string_view("[]:*?/\\'").find(c) != std::string_view::npos; }, '-');
    return cut(clean, 24) + (part > 1 ? " (" + std::to_string(part) + ')' : "");
}

/// In the width of a digit; a Chinese character is as wide as two. UTF-8 has three bytes for it, so bytes do as a measure.
double widthFor(const std::string &title) { return std::clamp(static_cast<double>(title.size()) * 1.2 + 4, kNarrowest, kWidest); }

} // namespace

Result<std::unique_ptr<XlsxTable>> XlsxTable::create(const std::string &path)
{
    auto file = StagedFile::create(path);
    if (!file)
        return file.error();
    std::unique_ptr<XlsxTable> table(new XlsxTable(std::move(*file)));
    if (auto ready = table->open(); !ready)
        return ready.error();
    return table;
}

XlsxTable::XlsxTable(StagedFile file) : m_file(std::move(file)), m_folder(m_file.folder()) {}

XlsxTable::~XlsxTable() { lxw_workbook_free(m_workbook); }

Result<void> XlsxTable::open()
{
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = m_folder.data();
    m_workbook = workbook_new_opt(m_file.temporaryPath().c_str(), &options);
    if (!m_workbook)
        return Error{ErrorCode::Internal, "no memory for a workbook"};
    m_bold = workbook_add_format(m_workbook);
    format_set_bold(m_bold);
    m_oneDecimal = workbook_add_format(m_workbook);
    format_set_num_format(m_oneDecimal, "0.0");
    return {};
}

Result<void> XlsxTable::sheet(const std::string &name, const std::vector<std::string> &header)
{
    finishWorksheet();
    m_name = name;
    m_header = header;
    m_part = 1;
    return addWorksheet();
}

Result<void> XlsxTable::addWorksheet()
{
    errno = 0;
    m_worksheet = workbook_add_worksheet(m_workbook, sheetName(m_name, m_part).c_str());
    if (!m_worksheet)
        return workbookError("adding a sheet", LXW_ERROR_CREATING_TMPFILE);
    m_nextRow = 1;
    worksheet_freeze_panes(m_worksheet, 1, 0);
    for (std::size_t i = 0; i < m_header.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        worksheet_set_column(m_worksheet, column, column, widthFor(m_header[i]), nullptr);
        const auto title = cleanText(m_header[i]);
        if (const auto code = worksheet_write_string(m_worksheet, 0, column, title.c_str(), m_bold); code != LXW_NO_ERROR)
            return workbookError("writing a header", code);
    }
    return {};
}

void XlsxTable::finishWorksheet()
{
    if (m_worksheet && !m_header.empty())
        worksheet_autofilter(m_worksheet, 0, 0, m_nextRow - 1, static_cast<lxw_col_t>(m_header.size() - 1));
}

Result<void> XlsxTable::row(const std::vector<Cell> &cells)
{
    if (!m_worksheet)
        return Error{ErrorCode::Internal, "a row before the first sheet"};
    if (m_nextRow == LXW_ROW_MAX) {
        finishWorksheet();
        ++m_part;
        if (auto added = addWorksheet(); !added)
            return added;
    }
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (auto written = writeCell(static_cast<std::uint16_t>(i), cells[i]); !written)
            return written;
    ++m_nextRow;
    return rowsArrive() ? Result<void>() : Result<void>(workbookError("writing a row", LXW_ERROR_CREATING_TMPFILE));
}

Result<void> XlsxTable::writeCell(std::uint16_t column, const Cell &cell)
{
    lxw_error code = LXW_NO_ERROR;
    if (cell.number && std::isfinite(*cell.number)) {
        const bool whole = cell.decimals == 0;
        code = worksheet_write_number(m_worksheet, m_nextRow, column, whole ? *cell.number : std::round(*cell.number * 10) / 10,
                                      whole ? nullptr : m_oneDecimal);
    } else if (!cell.number && !cell.text.empty()) {
        m_text = cut(isPlainlyClean(cell.text) ? std::string(cell.text) : cleanText(cell.text), kLongestCell);
        code = worksheet_write_string(m_worksheet, m_nextRow, column, m_text.c_str(), nullptr);
    }
    return code == LXW_NO_ERROR ? Result<void>() : Result<void>(workbookError("writing a cell", code));
}

/// The library does not look whether its rows reach its temporary file: on a full disk it would go on and make a workbook
/// with rows missing.
bool XlsxTable::rowsArrive() const { return !std::ferror(m_worksheet->optimize_tmpfile); }

Result<void> XlsxTable::commit()
{
    if (!m_worksheet)
        return Error{ErrorCode::Internal, "nothing to commit"};
    finishWorksheet();
    errno = 0;
    if (std::fflush(m_worksheet->optimize_tmpfile) != 0)
        return workbookError("writing a row", LXW_ERROR_CREATING_TMPFILE);
    const auto code = workbook_close(std::exchange(m_workbook, nullptr)); // frees it, whatever it answers
    m_worksheet = nullptr;
    if (code != LXW_NO_ERROR)
        return workbookError("writing the workbook", code);
    return m_file.commit();
}

} // namespace menshen
