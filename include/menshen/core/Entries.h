// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Verdict.h"

#include <string>
#include <variant>
#include <vector>

namespace menshen {

enum class Outcome : std::uint8_t {
    Admitted,
    Refused,
    Left ///< walked off before a decision, with an abnormal finding: nothing is omitted (S10)
};

/// One person at the door (Y1, S5). `identity` is personal data, everything else is not.
struct VisitEntry {
    Outcome outcome = Outcome::Admitted;
    std::optional<Verdict> verdict;
    std::vector<Reason> reasons;
    Evidence evidence;
    std::vector<std::pair<std::string, Answer>> answers; ///< question id and answer
    IdentityDraft identity;
    std::string overrideReason; ///< the guard's, when he admitted over a SOFT failure
    std::string note;           ///< the guard's, when he refused
    std::string plan;           ///< id of the plan in force
};

enum class PunchDirection : std::uint8_t { In, Out };

/// A member of staff on or off duty, with the temperature (Y1, Y3).
struct StaffPunchEntry {
    std::string number; ///< badge number
    std::string name;
    std::string department;
    PunchDirection direction = PunchDirection::In;
    Verdict verdict = Verdict::Pass;
    std::vector<Reason> reasons;
    Evidence evidence;
};

/// Somebody left the hall; counted, not named.
struct ExitEntry {};

struct AlertRaisedEntry {
    EntrySeq cause; ///< the visit or punch
    std::vector<Reason> reasons;
    std::string who; ///< masked; still kept with the personal part
};

enum class AlertAction : std::uint8_t { StepDone, Acknowledged, HandedOver, FalseAlarm };

struct AlertActionEntry {
    EntrySeq alert; ///< seq of its AlertRaisedEntry
    AlertAction action = AlertAction::Acknowledged;
    std::string step;   ///< id, for StepDone
    std::string reason; ///< for FalseAlarm and HandedOver (to whom)
};

enum class StationAction : std::uint8_t {
    Started,
    Stopped,
    ClockJumped,
    DeviceLost,
    DeviceBack,
    LedgerRecovered,
    Exported,
    OfficeOpened,
    OfficeDenied
};

/// What happened to the station itself. `detail` holds no personal data.
struct StationEntry {
    StationAction action = StationAction::Started;
    std::string detail;
};

using Entry = std::variant<VisitEntry, StaffPunchEntry, ExitEntry, AlertRaisedEntry, AlertActionEntry, StationEntry>;

/// An entry on its way into the journal.
struct EntryDraft {
    WallTime at;
    HallDay day;
    std::string actor; ///< "guard", "office", "station", "staff:<number>"
    Entry entry;
};

/// Proof that an entry is durable on disk.
struct Receipt {
    EntrySeq seq;
    WallTime at;
};

} // namespace menshen
