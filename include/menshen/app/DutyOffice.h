// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/Station.h"
#include "menshen/ports/DutyDesk.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace menshen {

/// The duty page's office: reads the newest snapshot, posts commands, waits for their durable outcome on the page's own threads.
/// Thread-safe.
class DutyOffice final : public DutyDesk {
public:
    /// `clock` and `pins` must outlive the office. `post` is the station's.
    DutyOffice(const Clock &clock, UtcOffset offset, Plan plan, PersonPins &pins, std::function<void(StationCommand)> post);

    /// For the station; takes the pointer and nothing else of the engine's time. Must not be called after the office has gone.
    [[nodiscard]] SnapshotSink snapshotSink();

    [[nodiscard]] DutyOutcome open(const DutyLink &link) override;
    [[nodiscard]] std::optional<DutyAlert> alert(EntrySeq id, Audience audience) const override;
    [[nodiscard]] DutyBoard board(Audience audience) const override;
    [[nodiscard]] std::vector<DutyPerson> people(Audience audience) const override;
    [[nodiscard]] Result<PinHolder> signIn(std::string_view person, std::string_view pin) override;
    [[nodiscard]] bool holds(const PinHolder &holder) const override;
    [[nodiscard]] DutyOutcome act(const AlertActionEntry &action, std::string_view person, std::string_view pin) override;

private:
    using Done = std::function<void(const Result<Receipt> &)>;

    [[nodiscard]] SnapshotPtr snapshot() const;
    [[nodiscard]] std::vector<PinHolder> holders() const;
    [[nodiscard]] DutyOutcome recorded(const std::function<StationCommand(Done)> &command);

    const Clock &m_clock;
    const UtcOffset m_offset;
    const Plan m_plan;
    PersonPins &m_pins;
    std::function<void(StationCommand)> m_post;

    mutable std::mutex m_mutex; ///< of the snapshot and the holders; held for a moment only
    SnapshotPtr m_snapshot;
    mutable std::vector<PinHolder> m_holders;
    mutable std::optional<MonoTime> m_holdersRead;

    /// PINs are checked one at a time: each takes the processor for a while.
    class Turn;
    std::mutex m_turns;
    std::condition_variable m_turnEnded;
    bool m_checking = false;
    int m_wanted = 0; ///< turns, with the one that is taken
};

} // namespace menshen
