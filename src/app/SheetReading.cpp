// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/app/SheetReading.h"

#include <algorithm>

namespace menshen {

namespace {

constexpr std::size_t kTitlesWithin = 10; ///< lines: above them may stand a heading
constexpr std::size_t kLongestCell = 200; ///< bytes

std::string lowered(std::string_view text)
{
    std::string low;
    for (const char c : text) {
        if (c != ' ' && c != '*') {
            low += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return low;
}

bool isTitle(const SheetCell &cell, const ColumnWords &words)
{
    if (cell.kind != SheetCell::Kind::Text) {
        return false;
    }
    const std::string low = lowered(cell.text);
    return low == lowered(words.title.zh) || low == lowered(words.title.en) ||
           std::ranges::find(words.alike, std::string_view(low)) != words.alike.end();
}

LocalText problemOf(const Sheet &sheet)
{
    switch (sheet.problem) {
    case SheetProblem::None:
        return {};
    case SheetProblem::Empty:
        return {"文件里什么也没有", "There is nothing in the file"};
    case SheetProblem::NotATable:
        return {"这不是表格文件", "This is no table"};
    case SheetProblem::OldWorkbook:
        return {"这是旧式 .xls 文件或有密码的工作簿", "This is an old .xls file, or a workbook with a password"};
    case SheetProblem::BadWorkbook:
        return {"这不是 .xlsx 工作簿，或文件已损坏", "This is no .xlsx workbook, or it is damaged"};
    case SheetProblem::BadText:
        return {"引号没有成对", "The quotation marks do not pair"};
    case SheetProblem::BadEncoding:
        return {"文字编码无法识别", "The file's characters cannot be read"};
    case SheetProblem::TooLarge:
        return {"文件过大", "The file is too large"};
    }
    return {};
}

} // namespace

std::string inQuotes(const std::string &text)
{
    std::size_t size = std::min<std::size_t>(text.size(), 60);
    while (size < text.size() && size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80) {
        --size; // not in the middle of a character
    }
    return "“" + text.substr(0, size) + (size < text.size() ? "…”" : "”");
}

SheetReading::SheetReading(const Sheet &sheet, std::span<const ColumnWords> columns) : m_columns(columns), m_places(columns.size())
{
    if (sheet.problem != SheetProblem::None) {
        refuse(sheet.line, {}, problemOf(sheet),
               {"一个 .xlsx 工作簿，或 UTF-8、GBK 的 .csv 文件，不超过 20 万行",
                "an .xlsx workbook, or a .csv file in UTF-8 or GBK, of 200,000 lines at most"});
        return;
    }
    if (!findTitles(sheet)) {
        m_lines.clear();
    }
}

bool SheetReading::findTitles(const Sheet &sheet)
{
    std::size_t best = 0, bestCount = 0;
    for (std::size_t i = 0; i < std::min(kTitlesWithin, sheet.rows.size()); ++i) {
        const auto count = static_cast<std::size_t>(std::ranges::count_if(m_columns, [&](const ColumnWords &words) {
            return std::ranges::any_of(sheet.rows[i].cells, [&](const SheetCell &cell) { return isTitle(cell, words); });
        }));
        if (count > bestCount) {
            best = i;
            bestCount = count;
        }
    }
    const int line = sheet.rows.empty() ? 0 : sheet.rows[best].line;
    const std::vector<SheetCell> none;
    const auto &titles = bestCount == 0 ? none : sheet.rows[best].cells;
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        for (std::size_t place = 0; place < titles.size(); ++place) {
            if (!isTitle(titles[place], m_columns[column])) {
                continue;
            }
            if (m_places[column]) {
                refuse(line, column, {"这一列出现了两次", "This column is there twice"}, {"只留一列", "one of them"});
            }
            m_places[column] = place;
        }
        if (m_columns[column].required && !m_places[column]) {
            refuse(
                line, column, {"没有这一列", "This column is missing"},
                {"标题行里有“" + m_columns[column].title.zh + "”", "a title \"" + m_columns[column].title.en + "\" in the line of titles"});
        }
    }
    for (std::size_t place = 0; place < titles.size(); ++place) {
        if (titles[place].kind != SheetCell::Kind::Empty &&
            std::ranges::none_of(m_columns, [&](const ColumnWords &words) { return isTitle(titles[place], words); })) {
            refuse(line, {}, {"不认识的列 " + inQuotes(titles[place].text), "Unknown column " + inQuotes(titles[place].text)},
                   {"模板中的标题", "the titles of the template"});
        }
    }
    for (std::size_t i = best + 1; i < sheet.rows.size(); ++i) {
        const SheetRow &row = sheet.rows[i];
        const auto first = std::ranges::find_if(row.cells, [](const SheetCell &cell) { return cell.kind != SheetCell::Kind::Empty; });
        const bool example = first != row.cells.end() && (first->text.starts_with("示例") || lowered(first->text).starts_with("example"));
        if (!example) {
            m_lines.push_back(&row);
        }
    }
    if (isSound() && m_lines.empty()) {
        refuse(0, {}, {"标题下面没有内容", "There is nothing under the titles"}, {"至少一行", "a line at least"});
    }
    return isSound();
}

const SheetCell *SheetReading::cell(const SheetRow &row, std::size_t column) const
{
    const auto place = m_places[column];
    return place && *place < row.cells.size() ? &row.cells[*place] : nullptr;
}

std::string SheetReading::text(const SheetRow &row, std::size_t column)
{
    const SheetCell *found = cell(row, column);
    if (found == nullptr) {
        return {};
    }
    if (found->kind == SheetCell::Kind::Formula) {
        refuse(row.line, column, {"这里是公式", "This is a formula"},
               {"写出值本身（复制，再粘贴为数值）", "the value itself (copy, then paste as values)"});
        return {};
    }
    if (found->kind == SheetCell::Kind::Fault) {
        refuse(row.line, column, {"这里是出错的单元格", "This cell holds a fault"}, {"写出值本身", "the value itself"});
        return {};
    }
    if (found->text.size() > kLongestCell) {
        refuse(row.line, column, {"文字太长", "This is too long"}, {"不超过 200 字节", "200 bytes at most"});
        return {};
    }
    return found->text;
}

std::optional<HallDay> SheetReading::day(const SheetRow &row, std::size_t column)
{
    const std::string words = text(row, column);
    if (words.empty()) {
        return {};
    }
    auto found = dayFromPerson(words);
    if (!found) {
        refuse(row.line, column, {"不是日期：" + inQuotes(words), "No day: " + inQuotes(words)},
               {"例如 2026-11-22", "for example 2026-11-22"});
    }
    return found;
}

std::optional<std::chrono::minutes> SheetReading::time(const SheetRow &row, std::size_t column)
{
    const std::string words = text(row, column);
    if (words.empty()) {
        return {};
    }
    auto found = timeFromPerson(words);
    if (!found) {
        refuse(row.line, column, {"不是时间：" + inQuotes(words), "No time of day: " + inQuotes(words)},
               {"例如 08:00", "for example 08:00"});
    }
    return found;
}

void SheetReading::refuse(int line, std::optional<std::size_t> column, LocalText what, LocalText right)
{
    if (m_problems.size() >= kMostProblems) {
        m_more = true;
        return;
    }
    m_problems.push_back({line, column ? m_columns[*column].title : LocalText{}, std::move(what), std::move(right)});
}

std::vector<ImportProblem> SheetReading::takeProblems()
{
    std::ranges::stable_sort(m_problems, {}, &ImportProblem::line);
    if (m_more) {
        m_problems.push_back({0, {}, {"还有更多问题", "There are more problems"}, {"先改正以上各处", "these ones first"}});
    }
    return std::move(m_problems);
}

} // namespace menshen
