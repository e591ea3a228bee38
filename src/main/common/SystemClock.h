// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Clock.h"

namespace menshen {

/// The machine's clocks: the wall's, which may be set, and the monotonic one, which counts from its start.
class SystemClock final : public Clock {
public:
    [[nodiscard]] WallTime wall() const override { return std::chrono::floor<Micros>(std::chrono::system_clock::now()); }
    [[nodiscard]] MonoTime mono() const override
    {
        return MonoTime{std::chrono::floor<Micros>(std::chrono::steady_clock::now().time_since_epoch())};
    }
};

} // namespace menshen
