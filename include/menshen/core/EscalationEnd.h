// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Escalation.h"

namespace menshen {

// Whoever was told of an alert is told when it is over: once when it is handed over, once when it ends. By the same rules as the
// escalation itself: the entry first, then the message, and what is not known to have arrived is sent again under the same name.

/// An entry that must be durable before anything else happens for these people.
struct CommitEnding {
    std::size_t who = 0; ///< place in Escalation::reached
    EscalationEntry entry;
};

/// A message whose attempt is durable; it may go out.
struct SendEnding {
    std::size_t who = 0;
    std::string courier;
    AlertAction how = AlertAction::Closed;
};

using EndingStepDue = std::variant<CommitEnding, SendEnding>;

/// A courier has reached a level with a message of the alert, or somebody of it has seen one.
[[nodiscard]] Escalation withReached(Escalation escalation, int line, int level, const std::string &courier, MonoTime now);

/// The alert was handed over, is closed, or was a false alarm.
[[nodiscard]] Escalation withEnding(Escalation escalation, AlertAction how, MonoTime now);

/// After a durable entry that has an `ending`.
[[nodiscard]] Escalation afterEnding(Escalation escalation, const EscalationEntry &entry, WallTime at, Moment now);

/// Whom an attempt may have reached whose outcome nobody will hear any more: the station has been started anew since.
[[nodiscard]] Escalation withUnknownReached(Escalation escalation, MonoTime now);

/// It ended too long ago for anybody to be told now.
[[nodiscard]] Escalation withEndingLapsed(Escalation escalation);

[[nodiscard]] std::vector<EndingStepDue> dueEndings(const Escalation &escalation, Moment now);
[[nodiscard]] std::optional<MonoTime> nextEndingAt(const Escalation &escalation);
/// Somebody is still to be told how it ended.
[[nodiscard]] bool isEndingOpen(const Escalation &escalation);

[[nodiscard]] Escalation withEndingBusy(Escalation escalation, std::size_t who);
[[nodiscard]] Escalation withEndingCommitFailed(Escalation escalation, std::size_t who, MonoTime now);

/// The entry that says what came of the message that is under way to `who`.
[[nodiscard]] EscalationEntry endingOutcome(const Escalation &escalation, std::size_t who, const SendOutcome &outcome, WallTime now);

/// The level that these people are of.
[[nodiscard]] const EscalationLevel &levelOf(const Escalation &escalation, const Reached &reached);
/// Of its people those whom nobody else's message by the same courier is for: each is told once.
[[nodiscard]] std::vector<Recipient> peopleOf(const Escalation &escalation, std::size_t who);

/// Names a message for ever, the same whenever it is sent again: "412-handed-0", "412-over-0".
[[nodiscard]] std::string endingId(EntrySeq alert, AlertAction how, std::size_t who);

} // namespace menshen
