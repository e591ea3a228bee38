// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/EscalationPolicy.h"

#include <algorithm>
#include <cstdint>

namespace menshen {

/// The same share of a pause for the same attempt, spread evenly: many stations that lost one network must not all come back at once.
[[nodiscard]] inline Micros jitterOf(EntrySeq about, int attempt, Micros pause)
{
    std::uint64_t mixed = static_cast<std::uint64_t>(about.value) * 0x9E3779B97F4A7C15ULL + static_cast<std::uint64_t>(attempt);
    mixed ^= mixed >> 30;
    mixed *= 0xBF58476D1CE4E5B9ULL;
    mixed ^= mixed >> 27;
    return pause / 4 * static_cast<std::int64_t>(mixed % 1000) / 1000;
}

/// After so many failures in a row, doubled each time.
[[nodiscard]] inline Micros pauseAfter(int failures, const EscalationPolicy &policy)
{
    Micros pause = policy.firstPause;
    for (int i = 1; i < failures && pause < policy.longestPause; ++i) {
        pause *= 2;
    }
    return std::min(pause, policy.longestPause);
}

/// What is left at `now` of a time that began at `at` and ends at `end`, when only the wall clock saw it begin.
[[nodiscard]] inline Micros leftOf(WallTime at, WallTime end, WallTime now)
{
    return std::clamp(end - now, Micros{0}, std::max(Micros{0}, end - at));
}

} // namespace menshen
