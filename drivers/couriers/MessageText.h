// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Courier.h"

#include <string>
#include <string_view>

namespace menshen {

/// At most `bytes` of it, cut between two characters of UTF-8 and ended by "…" where something is missing.
[[nodiscard]] std::string cutTo(std::string_view text, std::size_t bytes);

/// Chinese, the link, then English below. In no more than `longest` bytes: English goes first, then the end of the Chinese;
/// subject and link stay whole where `longest` has room for them.
[[nodiscard]] std::string plainText(const CourierMessage &message, std::size_t longest);

/// The same as a page of HTML without anything to be loaded, for mail.
[[nodiscard]] std::string htmlText(const CourierMessage &message);

} // namespace menshen
