// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/tables/CellText.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace menshen {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 0; ///< 0: no valid UTF-8 here
};

std::size_t lengthFrom(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead < 0xE0)
        return 2;
    if (lead >= 0xE0 && lead < 0xF0)
        return 3;
    return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

CodePoint decodeAt(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    const auto length = lengthFrom(lead);
    if (length == 0 || length > text.size())
        return {};
    char32_t value = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0U) != 0x80)
            return {};
        value = (value << 6U) | (next & 0x3FU);
    }
    constexpr std::array<char32_t, 5> kSmallest{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < kSmallest[length] || surrogate || value > 0x10FFFF)
        return {};
    return {value, length};
}

bool isBreak(char32_t c) { return c == '\n' || c == '\r' || c == '\t' || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool isRemoved(char32_t c)
{
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool invisible = (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
    return control || invisible || c == 0xFFFE || c == 0xFFFF;
}

/// Bytes of the character at `text`'s front when it is an ordinary one that needs no closer look; otherwise 0.
std::size_t plainBytes(std::string_view text) noexcept
{
    const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (byte(0) < 0x80)
        return byte(0) >= 0x20 && byte(0) != 0x7F ? 1 : 0;
    const bool inside = text.size() >= 3 && (byte(1) & 0xC0U) == 0x80 && (byte(2) & 0xC0U) == 0x80;
    const bool chinese = byte(0) >= 0xE3 && byte(0) <= 0xE9;                         // U+3000 … U+9FFF
    const bool fullWidth = byte(0) == 0xEF && (inside && (byte(1) & 0xFEU) == 0xBC); // U+FF00 … U+FF7F
    return inside && (chinese || fullWidth) ? 3 : 0;
}

bool startsFormula(std::string_view text)
{
    constexpr std::array<std::string_view, 8> kTriggers{"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    for (const auto trigger : kTriggers)
        if (text.starts_with(trigger))
            return true;
    return false;
}

std::string_view withoutLeadingSpace(std::string_view text)
{
    constexpr std::array<std::string_view, 3> kSpaces{" ", "\xC2\xA0", "\xE3\x80\x80"}; // plain, no-break, ideographic
    const auto *space = kSpaces.begin();
    while (space != kSpaces.end()) {
        if (text.starts_with(*space)) {
            text.remove_prefix(space->size());
            space = kSpaces.begin();
        } else {
            ++space;
        }
    }
    return text;
}

} // namespace

bool isPlainlyClean(std::string_view text) noexcept
{
    while (!text.empty()) {
        const auto bytes = plainBytes(text);
        if (bytes == 0)
            return false;
        text.remove_prefix(bytes);
    }
    return true;
}

std::string cleanText(std::string_view text)
{
    if (isPlainlyClean(text))
        return std::string(text);
    std::string clean;
    while (!text.empty()) {
        const auto [value, bytes] = decodeAt(text);
        if (bytes == 0)
            clean += kReplacement;
        else if (isBreak(value))
            clean += ' ';
        else if (!isRemoved(value))
            clean += text.substr(0, bytes);
        text.remove_prefix(bytes == 0 ? 1 : bytes);
    }
    return clean;
}

bool looksLikeFormula(std::string_view clean) noexcept
{
    const auto first = clean.empty() ? 'x' : clean.front();
    const bool ordinary = (first >= '0' && first <= '9') || (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
    return !ordinary && startsFormula(withoutLeadingSpace(clean));
}

std::string neutralised(std::string clean)
{
    if (looksLikeFormula(clean))
        clean.insert(clean.begin(), '\'');
    return clean;
}

void appendNumber(std::string &out, double value, int decimals)
{
    if (!std::isfinite(value))
        return;
    std::array<char, 400> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, decimals).ptr;
    out.append(text.data(), end);
}

} // namespace menshen
