// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/Snapshot.h"
#include "menshen/app/Station.h"

namespace menshen {

/// One clock-in or clock-out at a time: waits for the measurement, then hands out the entry to record.
/// A pass or a fever is recorded at once; what may still become right (no mask, no result) gets `kPatience`, and is
/// then recorded as it is. Lives on the engine's thread.
class PunchDesk {
public:
    static constexpr Micros kPatience = 15s;

    explicit PunchDesk(const Plan &plan) : m_plan(plan) {}

    void ask(const PunchStaff &command, MonoTime now);
    void cancel();

    /// The entry to record now, if it is ripe.
    [[nodiscard]] std::optional<StaffPunchEntry> advance(const Evidence &evidence, MonoTime now);
    void recorded(const Result<Receipt> &result);

    [[nodiscard]] const StaffResult &result() const noexcept { return m_result; }

private:
    enum class State : std::uint8_t { Idle, Measuring, Recording };

    const Plan &m_plan;
    State m_state = State::Idle;
    MonoTime m_deadline;
    std::optional<TemperatureReading> m_contact;
    StaffResult m_result;
};

} // namespace menshen
