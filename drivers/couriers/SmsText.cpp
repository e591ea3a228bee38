// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/couriers/SmsText.h"

#include "menshen/core/LeadingGroup.h"

#include <algorithm>

namespace menshen {

namespace {

constexpr std::size_t kUnits = 70;
constexpr std::size_t kMostParts = 4;
constexpr std::size_t kNumbering = 4; ///< "1/3 "
constexpr std::size_t kRoom = kUnits - kNumbering;
static_assert(kLongestSmsLink == kRoom);
constexpr std::u16string_view kNoLink = u"（链接太长，未附：请到站点，或登录值班页面）";
constexpr char32_t kWrong = 0xFFFD;

bool isLow(char16_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

/// How many bytes the character that begins here should have; 0: none begins here.
std::size_t lengthOf(unsigned char first)
{
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first < 0xE0)
        return 2;
    if (first >= 0xE0 && first < 0xF0)
        return 3;
    return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

/// The character that `bytes` are, all of them; kWrong when they are none.
char32_t characterOf(std::string_view bytes)
{
    constexpr char32_t least[]{0, 0, 0x80, 0x800, 0x10000};
    auto value = static_cast<char32_t>(static_cast<unsigned char>(bytes[0]));
    if (bytes.size() > 1)
        value &= 0x7FU >> bytes.size();
    for (const char c : bytes.substr(1)) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0) != 0x80)
            return kWrong;
        value = (value << 6) | (byte & 0x3FU);
    }
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    return value < least[bytes.size()] || value > 0x10FFFF || surrogate ? kWrong : value;
}

/// The first `units` of it, or one less where that would halve a pair.
std::u16string_view firstOf(std::u16string_view text, std::size_t units)
{
    if (text.size() <= units)
        return text;
    return text.substr(0, isLow(text[units]) ? units - 1 : units);
}

/// The link stands in the last one, alone where it has no room beside the text.
std::vector<std::u16string> inParts(std::u16string_view text, std::u16string_view link)
{
    const auto most = link.empty() ? kMostParts : kMostParts - 1;
    std::vector<std::u16string> parts;
    while (!text.empty()) {
        const bool cut = parts.size() + 1 == most && text.size() > kRoom;
        auto &part = parts.emplace_back(firstOf(text, cut ? kRoom - 1 : kRoom));
        text = cut ? std::u16string_view() : text.substr(part.size());
        if (cut)
            part += u'…';
    }
    if (link.empty())
        return parts;
    if (!parts.empty() && parts.back().size() + 1 + link.size() <= kRoom)
        parts.back().append(1, u'\n').append(link);
    else
        parts.emplace_back(link);
    return parts;
}

} // namespace

std::u16string utf16From(std::string_view utf8)
{
    std::u16string text;
    while (!utf8.empty()) {
        auto length = lengthOf(static_cast<unsigned char>(utf8[0]));
        const auto character = length == 0 || length > utf8.size() ? kWrong : characterOf(utf8.substr(0, length));
        if (character == kWrong)
            length = std::max<std::size_t>(utf8.starts_with("\xEF\xBF\xBD") ? 3 : 1, 1);
        utf8.remove_prefix(length);
        if (character < 0x10000) {
            text += static_cast<char16_t>(character);
        } else {
            text += static_cast<char16_t>(0xD800 + ((character - 0x10000) >> 10));
            text += static_cast<char16_t>(0xDC00 + ((character - 0x10000) & 0x3FF));
        }
    }
    return text;
}

std::string ucs2Hex(std::u16string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string hex;
    for (const char16_t unit : text) {
        for (int shift = 12; shift >= 0; shift -= 4)
            hex += digits[(unit >> shift) & 0xF];
    }
    return hex;
}

bool isPhoneNumber(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    return text.size() >= 3 && text.size() <= 15 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool takesSms(const Recipient &recipient)
{
    GroupPerson person; // what the register says of him and what is sent to him must agree
    person.mobile = recipient.mobile;
    return isPhoneNumber(recipient.mobile) && person.reachable();
}

std::vector<std::u16string> smsTexts(const CourierMessage &message)
{
    auto text = utf16From(message.subject.zh);
    if (!text.empty() && !message.text.zh.empty())
        text += u'\n';
    text += utf16From(message.text.zh);
    auto link = utf16From(message.link);
    if (link.size() > kLongestSmsLink)
        link = kNoLink; // cut it would lead nowhere
    auto whole = text + (text.empty() || link.empty() ? u"" : u"\n") + link;
    if (whole.size() <= kUnits)
        return {whole};

    auto parts = inParts(text, link);
    const auto count = utf16From(std::to_string(parts.size()));
    for (std::size_t i = 0; i < parts.size(); ++i)
        parts[i].insert(0, utf16From(std::to_string(i + 1)) + u'/' + count + u' ');
    return parts;
}

} // namespace menshen
