// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace menshen {

/// What may stand in a cell: valid UTF-8 (what is not becomes U+FFFD) without control characters, marks that turn the
/// direction of writing and code points that XML forbids. Line ends and tabs become spaces.
[[nodiscard]] std::string cleanText(std::string_view text);

/// True for a text that cleanText() would give back unchanged and that is cheap to be sure of: ASCII and Chinese. False says
/// nothing.
[[nodiscard]] bool isPlainlyClean(std::string_view text) noexcept;

/// Whether a spreadsheet that opens a text file would take `clean` for a formula; see neutralised().
[[nodiscard]] bool looksLikeFormula(std::string_view clean) noexcept;

/// `clean` with a leading apostrophe when a spreadsheet that opens a text file would take it for a formula: it begins with
/// = + - @ or their full-width forms, white space before them not counted.
[[nodiscard]] std::string neutralised(std::string clean);

/// With `decimals` digits behind a dot whatever the locale; nothing for what is no number.
void appendNumber(std::string &out, double value, int decimals);

} // namespace menshen
