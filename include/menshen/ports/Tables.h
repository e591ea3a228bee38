// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace menshen {

/// A table file being written, row by row, in constant memory. Cells are text or numbers, never formulas.
/// Until commit() the target does not exist (a temporary name beside it is used); the destructor removes an uncommitted one.
class TableWriter {
public:
    virtual ~TableWriter() = default;

    struct Cell {
        std::string_view text;        ///< borrowed until the call returns
        std::optional<double> number; ///< written as a number; `text` is then ignored
        int decimals = 1;             ///< of the number: 1, or 0 for a whole one
    };

    [[nodiscard]] virtual Result<void> sheet(const std::string &name, const std::vector<std::string> &header) = 0;
    [[nodiscard]] virtual Result<void> row(const std::vector<Cell> &cells) = 0;
    /// Flushes, syncs and renames into place.
    [[nodiscard]] virtual Result<void> commit() = 0;
};

/// A cell of a table that somebody else has made.
struct SheetCell {
    enum class Kind : std::uint8_t {
        Empty,
        Text,
        Number,
        Day,     ///< `text` is YYYY-MM-DD
        Time,    ///< `text` is HH:MM
        Formula, ///< `text` is empty: what it would come to is nobody's word
        Fault    ///< what a spreadsheet shows as #REF! and the like
    };
    Kind kind = Kind::Empty;
    std::string text; ///< clean UTF-8 without white space around it
};

struct SheetRow {
    int line = 0; ///< as an editor or a spreadsheet counts, from 1
    std::vector<SheetCell> cells;
};

/// Why a file is no table; the UI has words for it.
enum class SheetProblem : std::uint8_t {
    None,
    Empty,
    NotATable,   ///< neither text nor a workbook
    OldWorkbook, ///< .xls, or a workbook behind a password
    BadWorkbook, ///< a zip file, but no workbook, or a damaged one
    BadText,     ///< a CSV that breaks its own rules in `line`: quotes that do not end
    BadEncoding, ///< neither UTF-8 nor GB18030 nor UTF-16
    TooLarge
};

/// The first sheet of a file. Rows without anything in them are left out; a value of merged cells stands in each of them.
struct Sheet {
    SheetProblem problem = SheetProblem::None; ///< then there are no rows
    int line = 0;                              ///< of the problem; 0: of the whole
    std::vector<SheetRow> rows;
};

} // namespace menshen
