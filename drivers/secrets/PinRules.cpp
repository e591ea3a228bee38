// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/secrets/PinRules.h"

#include <algorithm>

namespace menshen {

namespace {

constexpr std::size_t kShortest = 6, kLongest = 12;
constexpr int kFreeTries = 5;
constexpr Micros kFirstWait = 30s, kLongestWait = 1h;

/// Every digit is `step` after the one before, modulo 10.
bool climbsBy(std::string_view digits, int step)
{
    for (std::size_t i = 1; i < digits.size(); ++i) {
        if ((digits[i] - digits[i - 1] - step + 20) % 10 != 0)
            return false;
    }
    return true;
}

} // namespace

std::string pinProblem(std::string_view pin)
{
    if (pin.size() < kShortest || pin.size() > kLongest)
        return "a PIN has 6 to 12 digits";
    if (!std::all_of(pin.begin(), pin.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return "a PIN has digits only";
    if (climbsBy(pin, 0))
        return "a PIN is not one digit repeated";
    if (climbsBy(pin, 1) || climbsBy(pin, -1))
        return "a PIN is not a run of digits";
    return {};
}

Micros pinWait(int failures) noexcept
{
    if (failures < kFreeTries)
        return {};
    const int doublings = std::min(failures - kFreeTries, 7); // 30 s · 2⁷ is above an hour
    return std::min(kFirstWait * (1 << doublings), kLongestWait);
}

} // namespace menshen
