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
/// The same, of another subject.
[[nodiscard]] Snapshot asSubject(Snapshot snapshot, SubjectId subject);
/// 张三 was measured and typed; then somebody else stands in front.
[[nodiscard]] Snapshot newcomer(const Plan &plan, Celsius formerForehead = Celsius{35.4});
/// The same after "next person".
[[nodiscard]] Snapshot newcomerIsAnother(const Plan &plan);
/// Somebody was measured, another one came near for a moment.
[[nodiscard]] Snapshot notSurelySame(const Plan &plan);
/// Measured and asked; then a second one stands close.
[[nodiscard]] Snapshot twoNear(const Plan &plan);
/// Begun by hand, and the camera finds no face.
[[nodiscard]] Snapshot faceNotFound(const Plan &plan);
/// A fever of whom the leading group is told: incident 481; `joined`: it was an earlier one's, of 10:36.
[[nodiscard]] Snapshot findingTold(const Plan &plan, bool joined);
[[nodiscard]] Snapshot warmAndEmpty(const Plan &plan);
[[nodiscard]] Snapshot frozenThermometer(const Plan &plan);
/// 李晓红 clocks in for the first time today and is measured; a visitor's form is kept aside.
[[nodiscard]] Snapshot staffStands(const Plan &plan, Celsius forehead, PunchDirection direction = PunchDirection::In);
/// Her entry, as the door makes it.
[[nodiscard]] Snapshot staffDone(const Plan &plan, Outcome outcome);
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
