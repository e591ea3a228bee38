// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/duty/Html.h"

namespace menshen {

namespace {

/// How many bytes the character at the beginning of `text` takes; 0 when it is none: cut, overlong, a surrogate, beyond Unicode.
std::size_t lengthOfFirst(std::string_view text)
{
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = at(0);
    if (first < 0x80)
        return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length)
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((at(i) & 0xC0) != 0x80)
            return 0;
    }
    const bool overlong = (first == 0xE0 && at(1) < 0xA0) || (first == 0xF0 && at(1) < 0x90);
    const bool surrogate = first == 0xED && at(1) > 0x9F;
    const bool beyond = first == 0xF4 && at(1) > 0x8F;
    return overlong || surrogate || beyond ? 0 : length;
}

} // namespace

std::string escaped(std::string_view text)
{
    std::string safe;
    safe.reserve(text.size() + text.size() / 8);
    for (const char c : text) {
        switch (c) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        case '"':
            safe += "&quot;";
            break;
        case '\'':
            safe += "&#39;";
            break;
        default:
            if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F)
                safe += c;
        }
    }
    return safe;
}

bool isPlainText(std::string_view text, std::size_t longest)
{
    if (text.size() > longest)
        return false;
    while (!text.empty()) {
        const std::size_t length = lengthOfFirst(text);
        const auto first = static_cast<unsigned char>(text.front());
        const bool control = first < 0x20 || first == 0x7F || (first == 0xC2 && length == 2 && static_cast<unsigned char>(text[1]) < 0xA0);
        if (length == 0 || control)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

} // namespace menshen
