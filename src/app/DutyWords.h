// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/Snapshot.h"
#include "menshen/ports/DutyDesk.h"

#include <vector>

namespace menshen {

/// Puts alerts into the duty page's words. Pure.
struct DutyWords {
    WallTime now;
    UtcOffset offset;
    Audience audience = Audience::Public;
    const std::vector<PinHolder> &holders;

    /// "10:42:07"; with its date when that is not today's.
    [[nodiscard]] std::string time(WallTime at) const;
    /// Who an entry's actor is.
    [[nodiscard]] LocalText actor(const std::string &actor) const;
    [[nodiscard]] LocalText by(WallTime at, const std::string &actor) const;
    [[nodiscard]] DutyAlert alert(const Alert &alert, const EscalationView *escalation) const;
    [[nodiscard]] DutyPerson person(const PinHolder &holder) const;
};

/// What the day has brought so far.
[[nodiscard]] std::vector<DutyFigure> figuresOf(const Snapshot &snapshot);

} // namespace menshen
