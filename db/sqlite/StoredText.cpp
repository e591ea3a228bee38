// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/StoredText.h"

#include "db/sqlite/EnumNames.h"

#include <charconv>
#include <cstdio>

namespace menshen {
namespace {

/// The ASCII character that a full-width one (U+FF01 … U+FF5E, in UTF-8 EF BC 81 … EF BD 9E) at `at` stands for, or 0.
char foldedFullWidth(std::string_view text, std::size_t at)
{
    if (at + 2 >= text.size() || text[at] != '\xEF')
        return 0;
    const auto second = static_cast<unsigned char>(text[at + 1]);
    const auto third = static_cast<unsigned char>(text[at + 2]);
    if (second == 0xBC && third >= 0x81 && third <= 0xBF)
        return static_cast<char>('!' + (third - 0x81));
    if (second == 0xBD && third >= 0x80 && third <= 0x9E)
        return static_cast<char>('`' + (third - 0x80));
    return 0;
}

constexpr std::string_view kIdeographicSpace = "\xE3\x80\x80";

int number(std::string_view digits)
{
    int value = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (problem != std::errc{} || end != digits.data() + digits.size())
        throw DecodeError("a day is not YYYY-MM-DD");
    return value;
}

} // namespace

std::string dayText(HallDay day)
{
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                  static_cast<unsigned>(day.day()));
    return text;
}

HallDay dayFromText(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        throw DecodeError("a day is not YYYY-MM-DD");
    const HallDay day{std::chrono::year{number(text.substr(0, 4))}, std::chrono::month{static_cast<unsigned>(number(text.substr(5, 2)))},
                      std::chrono::day{static_cast<unsigned>(number(text.substr(8, 2)))}};
    if (!day.ok())
        throw DecodeError("no such day");
    return day;
}

std::string searchable(std::string_view text)
{
    std::string folded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char character = text[i];
        if (const char ascii = foldedFullWidth(text, i)) {
            character = ascii;
            i += 2;
        } else if (text.substr(i).starts_with(kIdeographicSpace)) {
            i += 2;
            continue;
        }
        if (character == ' ' || character == '-')
            continue;
        folded += character >= 'a' && character <= 'z' ? static_cast<char>(character - 'a' + 'A') : character;
    }
    return folded;
}

} // namespace menshen
