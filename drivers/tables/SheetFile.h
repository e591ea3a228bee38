// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"
#include "menshen/ports/Tables.h"

#include <string>
#include <string_view>

namespace menshen {

/// A table that a person brings: CSV (comma, semicolon or tab; UTF-8, UTF-16 or the GB18030 of a Chinese Excel) or XLSX, told by
/// what is in it, not by its name. Storage or NotFound when the file cannot be read; what is wrong with a readable one is
/// the sheet's problem.
[[nodiscard]] Result<Sheet> readSheet(const std::string &path);

/// The same of bytes.
[[nodiscard]] Sheet sheetOf(std::string_view bytes);

/// Of text, and of a workbook; for sheetOf() and the fuzzer.
[[nodiscard]] Sheet sheetOfText(std::string_view bytes);
[[nodiscard]] Sheet sheetOfWorkbook(std::string_view bytes);

inline constexpr std::size_t kMostSheetBytes = 64U * 1024 * 1024; ///< of a file
inline constexpr std::size_t kMostCellBytes = 128U * 1024 * 1024; ///< of all cells in memory, empty ones too
inline constexpr int kMostSheetRows = 200'000;
inline constexpr int kMostSheetColumns = 64; ///< further ones are not looked at

} // namespace menshen
