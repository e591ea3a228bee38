// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/RegisterTables.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace menshen {

/// A column of a register's table.
struct ColumnWords {
    LocalText title;
    std::vector<std::string_view> alike; ///< what people write instead, in lower case
    bool required = false;
};

/// A register's table being read: finds its columns by their titles and collects what is wrong, line by line. Columns are
/// counted as the register's ColumnWords are.
class SheetReading {
public:
    SheetReading(const Sheet &sheet, std::span<const ColumnWords> columns);

    /// Lines under the titles, without examples; none when the table cannot be used at all.
    [[nodiscard]] const std::vector<const SheetRow *> &lines() const noexcept { return m_lines; }

    /// A cell as text; what is no text (a formula, a fault) is refused and reads as empty.
    [[nodiscard]] std::string text(const SheetRow &row, std::size_t column);
    [[nodiscard]] std::optional<HallDay> day(const SheetRow &row, std::size_t column);
    [[nodiscard]] std::optional<std::chrono::minutes> time(const SheetRow &row, std::size_t column);

    void refuse(int line, std::optional<std::size_t> column, LocalText what, LocalText right);
    [[nodiscard]] bool isSound() const noexcept { return m_problems.empty(); }
    [[nodiscard]] std::vector<ImportProblem> takeProblems();

private:
    [[nodiscard]] const SheetCell *cell(const SheetRow &row, std::size_t column) const;
    [[nodiscard]] bool findTitles(const Sheet &sheet);

    std::span<const ColumnWords> m_columns;
    std::vector<std::optional<std::size_t>> m_places; ///< of each column in the sheet
    std::vector<const SheetRow *> m_lines;
    std::vector<ImportProblem> m_problems;
    bool m_more = false; ///< than are kept
};

/// "“…”", shortened: what somebody wrote, in a message to himself.
[[nodiscard]] std::string inQuotes(const std::string &text);

} // namespace menshen
