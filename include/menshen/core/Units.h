// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>

namespace menshen {

using Micros = std::chrono::microseconds;
using namespace std::chrono_literals;

/// Wall time in UTC: what is stored. It may jump; order is by `EntrySeq`, durations are by `MonoTime`.
using WallTime = std::chrono::sys_time<Micros>;

/// The tag of the monotonic clock. Only the `Clock` port can tell its time.
struct MonotonicClock {
    using duration = Micros;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<MonotonicClock>;
    static constexpr bool is_steady = true;
};
using MonoTime = MonotonicClock::time_point;

/// A temperature or a difference of temperatures in °C.
struct Celsius {
    double degrees = 0.0;

    friend constexpr auto operator<=>(Celsius, Celsius) = default;
    friend constexpr Celsius operator+(Celsius a, Celsius b) { return {a.degrees + b.degrees}; }
    friend constexpr Celsius operator-(Celsius a, Celsius b) { return {a.degrees - b.degrees}; }
    friend constexpr Celsius operator*(double factor, Celsius a) { return {factor * a.degrees}; }
};

constexpr Celsius operator""_degC(long double degrees) { return {static_cast<double>(degrees)}; }

/// An entry's place in this ledger's journal; 0 is no entry, the first is 1.
struct EntrySeq {
    std::int64_t value = 0;
    friend constexpr auto operator<=>(EntrySeq, EntrySeq) = default;
};

/// The hall's distance from UTC. The halls of the plans keep one offset all year (no daylight saving).
struct UtcOffset {
    std::chrono::minutes value{8 * 60};
    friend constexpr auto operator<=>(UtcOffset, UtcOffset) = default;
};

/// A calendar day in the hall's zone: what a ledger page, a day key and a daily report are for.
using HallDay = std::chrono::year_month_day;

[[nodiscard]] constexpr HallDay hallDayOf(WallTime at, UtcOffset offset)
{
    return HallDay{std::chrono::floor<std::chrono::days>(at + offset.value)};
}

/// The first instant of `day` in the hall's zone.
[[nodiscard]] constexpr WallTime startOfDay(HallDay day, UtcOffset offset) { return WallTime{std::chrono::sys_days{day}} - offset.value; }

} // namespace menshen
