// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Entries.h"
#include "menshen/core/OneMessage.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace menshen {

// Telling the leading group until somebody answers (S6, S10; reference: escalation).
//
// The journal is the truth here too: an escalation changes by durable entries only, live and after a restart by the same
// functions. What is to be done is asked for with `dueSteps`: an entry to make durable, or a message whose entry is durable and
// which may go out. So a message is never sent whose attempt is not on disk, and one whose outcome is not on disk is sent
// again, under the same id: at least once.

/// Both times of one instant.
struct Moment {
    WallTime wall;
    MonoTime mono;
};

/// Where a line stands between two entries.
enum class LinePhase : std::uint8_t {
    Ready,    ///< the next attempt is to be planned when it is due
    Planned,  ///< an attempt is durable and its outcome is not known
    Answering ///< somebody was reached: patience runs
};

/// One line of messages: the ladder of levels, or a line beside it (the CDC's).
struct EscalationLine {
    bool ladder = true; ///< false: told once, beside the ladder
    LinePhase phase = LinePhase::Ready;
    std::size_t level = 0;
    std::size_t courier = 0;       ///< of the level's, next or under way
    int round = 0;                 ///< how often the whole ladder went unanswered
    int attempts = 0;              ///< so far; the newest one's number
    int failures = 0;              ///< in a row, over all couriers of the level
    MonoTime due;                  ///< when something must happen
    MonoTime levelEnds;            ///< unanswered until then: the next level
    std::set<std::string> refused; ///< couriers that will not take it as things are; asked again in the next round
    bool told = false;             ///< nothing is left to do: nobody to tell, or told beside the ladder
    bool busy = false;             ///< an entry or a message of this line is on its way; not durable
};

/// People of a level whom a courier has reached with a message of the alert; see EscalationEnd.h.
struct Reached {
    int line = 0;
    int level = 0;
    std::string courier;
    std::optional<AlertAction> told; ///< what `message` says: how the alert was handed over or ended
    OneMessage message;
};

/// Whom one message was for.
struct MessageAttempt {
    int level = 0;
    int round = 0;
    std::string courier;
};

/// What is open of telling people about one alert.
struct Escalation {
    EntrySeq alert;
    EscalationPolicy policy; ///< as copied into the alert when it was raised
    std::vector<EscalationLine> lines;
    bool over = false; ///< handed over, closed or a false alarm: nothing more is sent
    std::optional<MonoTime> acknowledgedUntil;
    std::optional<MonoTime> silentUntil;
    bool hidden = false;                                      ///< the present silence has hidden a step already
    std::map<std::pair<int, int>, MessageAttempt> attempts{}; ///< by line and number: its link may be opened much later
    std::vector<Reached> reached{};                           ///< in the order in which they were
    std::optional<AlertAction> ending{};
};

/// An entry that must be durable before anything else happens on its line.
struct CommitStep {
    std::size_t line = 0;
    EscalationEntry entry;
};

/// A message whose attempt is durable; it may go out.
struct SendStep {
    std::size_t line = 0;
    int attempt = 0;
    std::size_t level = 0;
    std::string courier;
};

using EscalationStepDue = std::variant<CommitStep, SendStep>;

/// The escalation of an alert that became durable at `at`, before any step of it: everything is due at once. A policy without levels
/// escalates to nobody and says so by `nextStepAt`: the screen and the sound at the door are all there is.
[[nodiscard]] Escalation escalationOf(EntrySeq alert, EscalationPolicy policy, WallTime at, Moment now);

/// After a durable entry of `at`. Live, `at` is `now`; after a restart `now` is when the journal is read: what is left of a
/// time runs on, at most the whole of it (the clock may have been set back), and what passed meanwhile is due at once.
[[nodiscard]] Escalation after(Escalation escalation, const EscalationEntry &entry, WallTime at, Moment now);
[[nodiscard]] Escalation after(Escalation escalation, const AlertActionEntry &entry, WallTime at, Moment now);

/// What must happen now; a line that is busy has nothing.
[[nodiscard]] std::vector<EscalationStepDue> dueSteps(const Escalation &escalation, Moment now);

/// The line is busy with a step from `dueSteps`; or not any more because the entry did not become durable: it is due again
/// after the policy's first pause.
[[nodiscard]] Escalation withBusy(Escalation escalation, std::size_t line);
[[nodiscard]] Escalation withCommitFailed(Escalation escalation, std::size_t line, Moment now);

/// Nothing is busy any more and what was overdue is due now: for what an audit found.
[[nodiscard]] Escalation begunAnew(Escalation escalation, MonoTime now);

/// The entry that says what came of the attempt that is under way on `line`.
[[nodiscard]] EscalationEntry outcomeEntry(const Escalation &escalation, std::size_t line, const SendOutcome &outcome, Moment now);

/// The entry that says that the attempt under way on `line` was taken back before its courier had begun it: somebody has answered.
[[nodiscard]] EscalationEntry withdrawnEntry(const Escalation &escalation, std::size_t line);

/// When the next step is due, whatever is busy; nothing only when it is over or there is nobody to tell.
[[nodiscard]] std::optional<MonoTime> nextStepAt(const Escalation &escalation);

/// The auditor's question: in the log's words why this escalation would never go on, or has not for `patience`; empty: sound.
[[nodiscard]] std::string auditProblem(const Escalation &escalation, MonoTime now, Micros patience);

/// The level that a line is at.
[[nodiscard]] const EscalationLevel &levelOf(const Escalation &escalation, std::size_t line);

/// Names an attempt for ever, the same when it is sent again: "412-0-3" is the third attempt of alert 412's ladder.
[[nodiscard]] std::string attemptId(EntrySeq alert, std::size_t line, int attempt);

} // namespace menshen
