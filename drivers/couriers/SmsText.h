// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Courier.h"

#include <string>
#include <string_view>
#include <vector>

namespace menshen {

/// UTF-8 as UTF-16. What is no UTF-8 becomes U+FFFD, a character of that each wrong byte.
[[nodiscard]] std::u16string utf16From(std::string_view utf8);
/// As a modem that was set to UCS2 wants it: four hexadecimal digits each.
[[nodiscard]] std::string ucs2Hex(std::u16string_view text);
/// Whether a modem can be told this number: digits, a `+` in front at most.
[[nodiscard]] bool isPhoneNumber(std::string_view text);
/// A number that a modem can be told and that is no landline's.
[[nodiscard]] bool takesSms(const Recipient &recipient);

constexpr std::size_t kLongestSmsLink = 66; ///< what a numbered SMS has room for

/// The texts of one message, at most 70 UTF-16 units each (reference/escalation.md): one if subject, text and link fit, else
/// several that begin with "1/3 ". Chinese only. No more than four: the end of the text is cut then. A link is never cut;
/// in place of one that is longer than a message stands where to go instead.
[[nodiscard]] std::vector<std::u16string> smsTexts(const CourierMessage &message);

} // namespace menshen
