// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace menshen {

/// `text` as it may stand between tags and within quoted attributes: & < > " ' are named, control characters left out.
[[nodiscard]] std::string escaped(std::string_view text);

/// Whether `text` is UTF-8 without control characters, `longest` bytes at most: what a form's field may hold.
[[nodiscard]] bool isPlainText(std::string_view text, std::size_t longest);

} // namespace menshen
