// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"

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

} // namespace menshen
