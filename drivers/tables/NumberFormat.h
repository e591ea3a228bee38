// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Tables.h"

#include <cstdint>
#include <string_view>

namespace menshen {

/// What a spreadsheet shows a number as: days and times are numbers in its file.
enum class NumberShown : std::uint8_t { Plain, Day, Time };

/// By one of the formats that every spreadsheet knows, the Chinese ones among them.
[[nodiscard]] NumberShown shownByBuiltIn(int id) noexcept;
/// By a format of the workbook's own, such as `yyyy"年"m"月"d"日"`.
[[nodiscard]] NumberShown shownByCode(std::string_view code) noexcept;

/// A day counts from 1900, or from 1904 in workbooks of old Macs. Out of range it stays a number.
[[nodiscard]] SheetCell numberCell(double value, NumberShown shown, bool from1904);

} // namespace menshen
