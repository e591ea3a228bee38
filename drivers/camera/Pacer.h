// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Units.h"
#include "menshen/ports/Clock.h"

#include <optional>

namespace menshen {

/// Plays recorded pictures at their own pace.
class Pacer {
public:
    /// `framesPerSecond` is kept within 0.1 … 240; nonsense counts as 15.
    Pacer(const Clock &clock, double framesPerSecond);

    /// Waits until the next picture is due, one period at most, and says how many have become due (1 or more): the
    /// last of them is the one to show. After a long pause it goes on from now instead of catching up.
    [[nodiscard]] int await();

private:
    const Clock &m_clock;
    Micros m_period;
    std::optional<MonoTime> m_due;
};

} // namespace menshen
