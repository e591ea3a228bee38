// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace menshen {

/// What may stand in a cell: valid UTF-8 (what is not becomes U+FFFD) without control characters, marks that turn the
/// direction of writing and code points that XML forbids. Line ends and tabs become spaces.
[[nodiscard]] std::string cleanText(std::string_view text);

/// `clean` with a leading apostrophe when a spreadsheet that opens a text file would take it for a formula: it begins with
/// = + - @ or their full-width forms, white space before them not counted.
[[nodiscard]] std::string neutralised(std::string clean);

/// One decimal, a dot whatever the locale; empty for what is no number.
[[nodiscard]] std::string oneDecimal(double value);

} // namespace menshen
