// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/Station.h"
#include "menshen/app/StationConfig.h"
#include "tests/support/People.h"

#include <memory>
#include <string>
#include <vector>

namespace menshen::test {

/// A hall's plan as long-winded as real ones are.
[[nodiscard]] Plan hallPlan();
[[nodiscard]] StationConfig hallConfig(const std::string &folder);

/// What the station would show, made by core's own state machine.
[[nodiscard]] Snapshot snapshotOf(const ScreeningState &door);
[[nodiscard]] Snapshot nobodyThere(const Plan &plan);
[[nodiscard]] Snapshot measuring(const Plan &plan);
[[nodiscard]] Snapshot standing(const Plan &plan, MaskState mask, Celsius forehead, bool answered);
[[nodiscard]] Snapshot fever(const Plan &plan);
[[nodiscard]] Snapshot admitted(const Plan &plan);
/// Alert 481, a fever; acknowledged also with its first two steps done.
[[nodiscard]] Snapshot withAlert(Snapshot snapshot, const Plan &plan, bool acknowledged);
/// The same, acknowledged and handed over; steps are left.
[[nodiscard]] Snapshot withHandOver(Snapshot snapshot, const Plan &plan);
/// One more, 490, that the guard has reported.
[[nodiscard]] Snapshot withSecondAlert(Snapshot snapshot, const Plan &plan);
/// Since this night; a fault of the chain at entry 321.
[[nodiscard]] Snapshot withTroubles(Snapshot snapshot, const std::vector<LedgerTroubleKind> &kinds);
[[nodiscard]] Snapshot withEveryTrouble(Snapshot snapshot);

/// A diagnostics capture until 10:57, and two earlier ones.
[[nodiscard]] Snapshot withCapture(Snapshot snapshot, CapturePhase phase);
/// The mail was delivered, the robot refused, an SMS is under way.
[[nodiscard]] Snapshot withCourierResults(Snapshot snapshot);

/// A drawn picture: a hall and a figure with a mask where `faceOf` puts the face.
[[nodiscard]] Frame drawnFrame();

} // namespace menshen::test
