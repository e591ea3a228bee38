// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Entries.h"

#include <string>
#include <vector>

namespace menshen {

struct AlertStepState {
    AlertStep step;
    std::optional<WallTime> doneAt; ///< or skipped
    std::string doneBy;
    bool skipped = false;
    std::string reason{}; ///< why it was skipped
    Micros sinceLast{0};  ///< from whatever was done before it
};

struct HandOver {
    std::string to, vehicle;
    WallTime when; ///< as said; recorded may have been later
    std::string by;
};

/// An incident, from the alert that opened it (Q4 Q6 S7) until it is closed or was a false alarm. While it is open people are
/// told until it is handed over; the steps after that are still to be done.
struct Alert {
    EntrySeq id; ///< seq of its AlertRaisedEntry
    WallTime since;
    std::string who; ///< masked
    std::vector<Reason> reasons;
    std::vector<AlertStepState> steps;
    std::optional<WallTime> acknowledgedAt;
    std::string acknowledgedBy;
    EntrySeq cause;
    AlertOrigin origin = AlertOrigin::Verdict;
    std::optional<CaseSign> sign;
    std::string note;
    std::optional<HandOver> handedOver;
    std::optional<PresentList> present;    ///< the newest list of persons in the hall
    WallTime lastAt;                       ///< when something was done last
    std::optional<AlertActionEntry> ended; ///< what ended it; nothing: it is open
    std::optional<WallTime> endedAt;
};

[[nodiscard]] Alert raisedAlert(const AlertRaisedEntry &entry, const Receipt &receipt, const Plan &plan);

/// The incident after a durable action; what does not belong to it changes nothing.
[[nodiscard]] Alert after(Alert alert, const AlertActionEntry &entry, const Receipt &receipt, const std::string &actor);

/// The incident after a durable step of telling people: an acknowledgement that expired is none any more.
[[nodiscard]] Alert after(Alert alert, const EscalationEntry &entry);

/// Adds the alert that `entry` (now durable) raised.
[[nodiscard]] std::vector<Alert> withRaised(std::vector<Alert> open, const AlertRaisedEntry &entry, const Receipt &receipt,
                                            const Plan &plan);

/// Applies a durable action; one that ends its alert removes it. Unknown ids and steps change nothing.
[[nodiscard]] std::vector<Alert> withAction(std::vector<Alert> open, const AlertActionEntry &entry, const Receipt &receipt,
                                            const std::string &actor);

[[nodiscard]] std::vector<Alert> withTold(std::vector<Alert> open, const EscalationEntry &entry);

/// Why `entry` may not be recorded against `open`, in the log's words; empty when it may.
[[nodiscard]] std::string alertActionProblem(const std::vector<Alert> &open, const AlertActionEntry &entry, const Plan &plan);

/// Closed, a false alarm, or an old hand-over that knew of no steps after it.
[[nodiscard]] bool endsAlert(const AlertActionEntry &entry);

/// Ids of the steps that must be done before `step` may be: what the plan says, and Q8 for the air-conditioning.
[[nodiscard]] std::vector<std::string> waitsFor(const Alert &alert, const AlertStepState &step);

/// Ids of the required steps that are neither done nor skipped: while there is one the incident cannot be closed. Turning the
/// air-conditioning on again is required exactly when it was shut down (Q8).
[[nodiscard]] std::vector<std::string> stepsLeft(const Alert &alert);

/// Whether it may be closed now: acknowledged or handed over, and no required step is left.
[[nodiscard]] bool mayClose(const Alert &alert);

/// A false alarm then needs a second reading that is no fever.
[[nodiscard]] bool isAboutTemperature(const Alert &alert);

/// Somebody in the isolation room, or the room waiting to be disinfected after him.
struct IsolationStay {
    EntrySeq alert;
    std::string who; ///< masked
    WallTime since;
    bool left = false; ///< handed over; the room is not disinfected yet (Q6)
};

/// Who is in the isolation room by what was confirmed, longest first.
[[nodiscard]] std::vector<IsolationStay> isolationRoom(const std::vector<Alert> &open);

/// When those present came in who are listed now: never beyond `now`. `count` is 0.
[[nodiscard]] PresentList presentWindow(WallTime since, WallTime now, const IncidentRules &rules);

} // namespace menshen
