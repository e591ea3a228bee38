// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Plan.h"
#include "menshen/ports/Ledger.h"

#include <vector>

namespace menshen {

/// Turned away at the door for the mask alone, and the plan has it told (Y2): visitors and staff alike, but nobody who was entered
/// afterwards from a paper form.
[[nodiscard]] bool isTurnedAway(const VisitEntry &visit, const Plan &plan);
[[nodiscard]] bool isTurnedAway(const StaffPunchEntry &punch, const Plan &plan);

/// Everybody of `day` who was, oldest first: the visit or punch, then what was told of it.
[[nodiscard]] Result<std::vector<std::vector<StoryStep>>> turnedAwayOn(LedgerReader &reader, HallDay day, const Plan &plan);

} // namespace menshen
