// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/tables/NumberFormat.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace menshen {
namespace {

constexpr double kLastDay = 2958465; ///< 9999-12-31
constexpr int k1904 = 1462;

std::string dayText(int serial)
{
    // Day 60 is a 29 February 1900 that never was; nobody's roster is that old.
    const std::chrono::year_month_day day{std::chrono::sys_days{std::chrono::year{1899} / 12 / 30} + std::chrono::days{serial}};
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                  static_cast<unsigned>(day.day()));
    return text.data();
}

std::string timeText(double fraction)
{
    const int minutes = static_cast<int>(std::lround(fraction * 24 * 60)) % (24 * 60);
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d", minutes / 60, minutes % 60);
    return text.data();
}

std::string plainText(double value)
{
    std::array<char, 400> text{};
    const bool whole = std::trunc(value) == value && std::abs(value) < 1e15;
    const auto end = whole ? std::to_chars(text.data(), text.data() + text.size(), static_cast<std::int64_t>(value)).ptr
                           : std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

} // namespace

NumberShown shownByBuiltIn(int id) noexcept
{
    if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) || id == 57 || id == 58)
        return NumberShown::Day;
    return (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id == 55 || id == 56 ? NumberShown::Time
                                                                                                              : NumberShown::Plain;
}

NumberShown shownByCode(std::string_view code) noexcept
{
    bool day = false, time = false, month = false, quoted = false, bracketed = false;
    for (std::size_t i = 0; i < code.size() && (quoted || code[i] != ';'); ++i) { // only the first section is for numbers above 0
        const char c = code[i];
        if (quoted || bracketed) {
            quoted = quoted && c != '"';
            bracketed = bracketed && c != ']';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '[') {
            bracketed = true;
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else {
            day = day || c == 'y' || c == 'd' || c == 'Y' || c == 'D';
            time = time || c == 'h' || c == 'H';
            month = month || c == 'm' || c == 'M';
            if (c == '0' || c == '#' || c == '?')
                return NumberShown::Plain;
        }
    }
    return day || (month && !time) ? NumberShown::Day : time ? NumberShown::Time : NumberShown::Plain;
}

SheetCell numberCell(double value, NumberShown shown, bool from1904)
{
    using Kind = SheetCell::Kind;
    if (!std::isfinite(value))
        return {Kind::Fault, {}};
    const double whole = std::floor(value);
    if (shown == NumberShown::Day && whole >= 61 - (from1904 ? k1904 : 0) && whole <= kLastDay - (from1904 ? k1904 : 0))
        return {Kind::Day, dayText(static_cast<int>(whole) + (from1904 ? k1904 : 0))};
    if (shown == NumberShown::Time && value >= 0 && value <= kLastDay)
        return {Kind::Time, timeText(value - whole)};
    return {Kind::Number, plainText(value)};
}

} // namespace menshen
