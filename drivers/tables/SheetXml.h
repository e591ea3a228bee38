// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Tables.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace menshen {

/// The XML of a workbook after ECMA-376 (SpreadsheetML), as little of it as spreadsheets need: texts stand in their cells, so
/// that a sheet can be written row by row. Text given here is clean (cleanText()).
namespace sheetxml {

inline constexpr std::uint32_t kMostRows = 1'048'576; ///< of a sheet

/// Everything before the first row: the header is frozen, columns are as wide as their titles need.
[[nodiscard]] std::string start(const std::vector<std::string> &header, bool firstSheet);
/// `row` counts from 1.
void appendHeader(std::string &xml, const std::vector<std::string> &header);
void appendRow(std::string &xml, std::uint32_t row, const std::vector<TableWriter::Cell> &cells);
/// Everything after the last row: an automatic filter over all of them.
[[nodiscard]] std::string end(std::size_t columns, std::uint32_t rows);

/// The parts of a workbook that are no sheets.
struct Part {
    std::string name, xml;
};
[[nodiscard]] std::vector<Part> partsFor(const std::vector<std::string> &sheetNames);
[[nodiscard]] std::string sheetPart(std::size_t number); ///< "xl/worksheets/sheet1.xml"

} // namespace sheetxml

} // namespace menshen
