// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Clock.h"

#include <atomic>

namespace menshen::test {

/// Real time, for tests that measure.
class RealClock final : public Clock {
public:
    [[nodiscard]] WallTime wall() const override { return std::chrono::time_point_cast<Micros>(std::chrono::system_clock::now()); }
    [[nodiscard]] MonoTime mono() const override
    {
        return MonoTime(std::chrono::duration_cast<Micros>(std::chrono::steady_clock::now().time_since_epoch()));
    }
};

/// Stands still until it is told.
class ManualClock final : public Clock {
public:
    [[nodiscard]] WallTime wall() const override { return WallTime(Micros(m_micros.load())); }
    [[nodiscard]] MonoTime mono() const override { return MonoTime(Micros(m_micros.load())); }
    void advance(Micros by) { m_micros += by.count(); }

private:
    std::atomic<Micros::rep> m_micros{1'000'000'000};
};

} // namespace menshen::test
