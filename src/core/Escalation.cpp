// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Escalation.h"

#include "menshen/core/EscalationEnd.h"
#include "src/core/Pauses.h"

#include <algorithm>

namespace menshen {

namespace {

struct Target {
    std::size_t level = 0;
    std::size_t courier = 0;
    int round = 0;
};

const EscalationLevel &levelAt(const Escalation &escalation, std::size_t line, std::size_t level)
{
    return line == 0 ? escalation.policy.levels[level] : escalation.policy.beside[line - 1];
}

std::size_t levelsOf(const Escalation &escalation, std::size_t line) { return line == 0 ? escalation.policy.levels.size() : 1; }

bool hasNobody(const Escalation &escalation, std::size_t line)
{
    for (std::size_t level = 0; level < levelsOf(escalation, line); ++level) {
        if (!levelAt(escalation, line, level).couriers.empty()) {
            return false;
        }
    }
    return true;
}

/// Whom the next attempt goes to, and how; of a line that has somebody.
Target nextTarget(const Escalation &escalation, std::size_t index, MonoTime now)
{
    const EscalationLine &line = escalation.lines[index];
    const std::size_t levels = levelsOf(escalation, index);
    Target target{line.level, line.courier, line.round};
    const auto climb = [&] {
        target.courier = 0;
        if (++target.level == levels) {
            target.level = 0;
            ++target.round;
        }
    };
    if (line.ladder && (line.phase == LinePhase::Answering || now >= line.levelEnds)) {
        climb();
    }
    while (true) {
        const auto &couriers = levelAt(escalation, index, target.level).couriers;
        for (; target.courier < couriers.size(); ++target.courier) {
            if (target.round > line.round || !line.refused.contains(couriers[target.courier])) {
                return target;
            }
        }
        climb();
    }
}

bool allRefused(const EscalationLine &line, const std::vector<std::string> &couriers)
{
    return std::ranges::all_of(couriers, [&](const std::string &courier) { return line.refused.contains(courier); });
}

void enter(EscalationLine &line, const EscalationLevel &level, WallTime at, Moment now)
{
    line.courier = 0;
    if (line.round == 0) {
        line.failures = 0; // other people and channels than those that failed; after a whole round nobody is new
    }
    line.levelEnds = now.mono + leftOf(at, at + level.patience, now.wall);
}

void onPlanned(Escalation &escalation, const EscalationEntry &entry, WallTime at, Moment now)
{
    const auto index = static_cast<std::size_t>(entry.line);
    EscalationLine &line = escalation.lines[index];
    if (entry.round > line.round) {
        line.refused.clear();
    }
    const bool climbed = std::cmp_not_equal(entry.level, line.level) || entry.round != line.round;
    line.level = std::min(static_cast<std::size_t>(std::max(0, entry.level)), levelsOf(escalation, index) - 1);
    line.round = entry.round;
    const EscalationLevel &level = levelAt(escalation, index, line.level);
    if (climbed) {
        enter(line, level, at, now);
    }
    const auto courier = std::ranges::find(level.couriers, entry.courier);
    line.courier = courier == level.couriers.end() ? 0 : static_cast<std::size_t>(courier - level.couriers.begin());
    line.attempts = entry.attempt;
    line.phase = LinePhase::Planned;
    line.due = now.mono;
}

void onDelivered(EscalationLine &line, Micros left, Moment now)
{
    line.failures = 0;
    line.courier = 0;
    line.phase = LinePhase::Answering;
    line.told = !line.ladder;
    line.due = line.levelEnds = now.mono + left;
}

void onFailed(Escalation &escalation, const EscalationEntry &entry, Micros left, Moment now)
{
    EscalationLine &line = escalation.lines[static_cast<std::size_t>(entry.line)];
    const auto &couriers = levelOf(escalation, static_cast<std::size_t>(entry.line)).couriers;
    if (entry.forGood) {
        line.refused.insert(entry.courier);
    }
    line.phase = LinePhase::Ready;
    line.due = now.mono + left;
    if (++line.courier >= couriers.size()) {
        line.courier = 0;
        ++line.failures;
    }
}

/// How long until the next attempt of `line` after one more failure of its present courier.
Micros pauseOf(const Escalation &escalation, std::size_t index, const SendOutcome &outcome, MonoTime now)
{
    EscalationLine line = escalation.lines[index];
    const EscalationPolicy &policy = escalation.policy;
    const auto &couriers = levelOf(escalation, index).couriers;
    if (outcome.refusedForGood) {
        line.refused.insert(couriers[line.courier]);
    }
    const auto usable = [&](const std::string &courier) { return !line.refused.contains(courier); };
    if (std::any_of(couriers.begin() + static_cast<std::ptrdiff_t>(line.courier) + 1, couriers.end(), usable)) {
        return Micros{0}; // the next channel at once
    }
    const Micros pause = pauseAfter(line.failures + 1, policy);
    const Micros wait = pause + jitterOf(escalation.alert, line.attempts, pause);
    if (allRefused(line, couriers)) {
        // Nothing to wait for at this level; but a policy that is refused everywhere must not spin.
        bool somebody = false;
        for (std::size_t level = 0; level < levelsOf(escalation, index); ++level) {
            somebody = somebody || !allRefused(line, levelAt(escalation, index, level).couriers);
        }
        return somebody ? Micros{0} : policy.longestPause;
    }
    const Micros allowed = std::max(wait, std::min(outcome.notBefore, policy.longestPause));
    return line.ladder ? std::clamp(line.levelEnds - now, Micros{0}, allowed) : allowed;
}

/// An entry about `line` as it stands.
EscalationEntry entryOf(const Escalation &escalation, std::size_t line, EscalationStep step)
{
    EscalationEntry entry;
    entry.alert = escalation.alert;
    entry.step = step;
    entry.line = static_cast<int>(line);
    entry.level = static_cast<int>(escalation.lines[line].level);
    entry.round = escalation.lines[line].round;
    entry.attempt = escalation.lines[line].attempts;
    return entry;
}

bool isWaiting(const Escalation &escalation, std::size_t line)
{
    return !escalation.lines[line].told && !(line == 0 && escalation.acknowledgedUntil);
}

} // namespace

const EscalationLevel &levelOf(const Escalation &escalation, std::size_t line)
{
    return levelAt(escalation, line, escalation.lines[line].level);
}

std::string attemptId(EntrySeq alert, std::size_t line, int attempt)
{
    return std::to_string(alert.value) + '-' + std::to_string(line) + '-' + std::to_string(attempt);
}

Escalation escalationOf(EntrySeq alert, EscalationPolicy policy, WallTime at, Moment now)
{
    Escalation escalation;
    escalation.alert = alert;
    escalation.policy = std::move(policy);
    escalation.lines.resize(1 + escalation.policy.beside.size());
    for (std::size_t index = 0; index < escalation.lines.size(); ++index) {
        EscalationLine &line = escalation.lines[index];
        line.ladder = index == 0;
        line.due = now.mono;
        line.told = hasNobody(escalation, index);
        if (!line.told) {
            enter(line, levelOf(escalation, index), at, now);
        }
    }
    return escalation;
}

Escalation after(Escalation escalation, const EscalationEntry &entry, WallTime at, Moment now)
{
    if (entry.ending) {
        return afterEnding(std::move(escalation), entry, at, now);
    }
    const auto index = static_cast<std::size_t>(entry.line);
    if (entry.line < 0 || index >= escalation.lines.size()) {
        return escalation; // of a policy that cannot be read any more
    }
    EscalationLine &line = escalation.lines[index];
    const Micros left = entry.next ? leftOf(at, *entry.next, now.wall) : Micros{0};
    // A message's outcome counts once: what comes later, or of an attempt before, changes nothing any more.
    const bool underWay = line.phase == LinePhase::Planned && entry.attempt == line.attempts;
    switch (entry.step) {
    case EscalationStep::Planned:
        line.busy = false;
        escalation.attempts[{entry.line, entry.attempt}] = {entry.level, entry.round, entry.courier};
        if (entry.attempt > line.attempts && !hasNobody(escalation, index)) {
            onPlanned(escalation, entry, at, now);
        }
        break;
    case EscalationStep::Delivered:
        line.busy = false;
        if (underWay) {
            onDelivered(line, left, now);
        }
        return withReached(std::move(escalation), entry.line, entry.level, entry.courier, now.mono);
    case EscalationStep::Failed:
        line.busy = false;
        if (underWay) {
            onFailed(escalation, entry, left, now);
        }
        break;
    case EscalationStep::Withdrawn:
        line.busy = false;
        if (underWay) {
            line.phase = LinePhase::Ready;
            line.due = now.mono;
        }
        break;
    case EscalationStep::Hidden:
        line.busy = false;
        escalation.hidden = true;
        break;
    case EscalationStep::AcknowledgementExpired:
        line.busy = false;
        escalation.acknowledgedUntil.reset();
        line.phase = LinePhase::Ready;
        line.due = now.mono;
        line.failures = 0;
        if (!hasNobody(escalation, index)) {
            enter(line, levelOf(escalation, index), at, now);
        }
        break;
    case EscalationStep::Silenced: // a person's word, while a message may be under way
        escalation.silentUntil = now.mono + left;
        escalation.hidden = false;
        break;
    case EscalationStep::Seen: // it says nothing of the message that may be under way
        if (const auto attempt = escalation.attempts.find({entry.line, entry.attempt}); attempt != escalation.attempts.end()) {
            const MessageAttempt seen = attempt->second;
            return withReached(std::move(escalation), entry.line, seen.level, seen.courier, now.mono);
        }
        break;
    }
    return escalation;
}

Escalation after(Escalation escalation, const AlertActionEntry &entry, WallTime at, Moment now)
{
    switch (entry.action) {
    case AlertAction::Acknowledged:
        escalation.acknowledgedUntil = now.mono + leftOf(at, at + escalation.policy.acknowledgedFor, now.wall);
        break;
    case AlertAction::HandedOver:
    case AlertAction::FalseAlarm:
    case AlertAction::Closed:
        escalation.over = true;
        return withEnding(std::move(escalation), entry.action, now.mono);
    case AlertAction::StepDone:
    case AlertAction::StepSkipped:
    case AlertAction::PresentListed:
        break;
    }
    return escalation;
}

std::vector<EscalationStepDue> dueSteps(const Escalation &escalation, Moment now)
{
    std::vector<EscalationStepDue> steps;
    if (escalation.over) {
        return steps;
    }
    const auto commit = [&](std::size_t line, EscalationStep step, WallTime next) {
        EscalationEntry entry = entryOf(escalation, line, step);
        entry.next = next;
        steps.emplace_back(CommitStep{line, std::move(entry)});
    };
    if (escalation.acknowledgedUntil && now.mono >= *escalation.acknowledgedUntil && !escalation.lines[0].busy) {
        commit(0, EscalationStep::AcknowledgementExpired, now.wall);
        return steps;
    }
    const bool silent = escalation.silentUntil && now.mono < *escalation.silentUntil;
    bool hiding = escalation.hidden;
    for (std::size_t index = 0; index < escalation.lines.size(); ++index) {
        const EscalationLine &line = escalation.lines[index];
        if (!isWaiting(escalation, index) || line.busy || now.mono < line.due) {
            continue;
        }
        if (silent) {
            if (!hiding) {
                commit(index, EscalationStep::Hidden, now.wall + (*escalation.silentUntil - now.mono));
            }
            hiding = true;
            continue;
        }
        if (line.phase == LinePhase::Planned) {
            steps.emplace_back(SendStep{index, line.attempts, line.level, levelOf(escalation, index).couriers[line.courier]});
            continue;
        }
        const Target target = nextTarget(escalation, index, now.mono);
        EscalationEntry entry = entryOf(escalation, index, EscalationStep::Planned);
        entry.level = static_cast<int>(target.level);
        entry.round = target.round;
        entry.attempt = line.attempts + 1;
        entry.courier = levelAt(escalation, index, target.level).couriers[target.courier];
        entry.next = now.wall;
        steps.emplace_back(CommitStep{index, std::move(entry)});
    }
    return steps;
}

Escalation withBusy(Escalation escalation, std::size_t line)
{
    escalation.lines[line].busy = true;
    return escalation;
}

Escalation withCommitFailed(Escalation escalation, std::size_t line, Moment now)
{
    escalation.lines[line].busy = false;
    escalation.lines[line].due = now.mono + escalation.policy.firstPause;
    if (line == 0 && escalation.acknowledgedUntil && now.mono >= *escalation.acknowledgedUntil) {
        escalation.acknowledgedUntil = now.mono + escalation.policy.firstPause;
    }
    return escalation;
}

Escalation begunAnew(Escalation escalation, MonoTime now)
{
    for (EscalationLine &line : escalation.lines) {
        line.busy = false;
        line.due = std::max(line.due, now);
    }
    if (escalation.acknowledgedUntil) {
        escalation.acknowledgedUntil = std::max(*escalation.acknowledgedUntil, now);
    }
    return escalation;
}

EscalationEntry outcomeEntry(const Escalation &escalation, std::size_t line, const SendOutcome &outcome, Moment now)
{
    EscalationEntry entry = entryOf(escalation, line, outcome.accepted ? EscalationStep::Delivered : EscalationStep::Failed);
    entry.courier = levelOf(escalation, line).couriers[escalation.lines[line].courier];
    entry.forGood = !outcome.accepted && outcome.refusedForGood;
    entry.detail = outcome.detail;
    entry.next = now.wall + (outcome.accepted ? levelOf(escalation, line).patience : pauseOf(escalation, line, outcome, now.mono));
    return entry;
}

EscalationEntry withdrawnEntry(const Escalation &escalation, std::size_t line)
{
    EscalationEntry entry = entryOf(escalation, line, EscalationStep::Withdrawn);
    entry.courier = levelOf(escalation, line).couriers[escalation.lines[line].courier];
    return entry;
}

std::optional<MonoTime> nextStepAt(const Escalation &escalation)
{
    std::optional<MonoTime> next;
    const auto consider = [&](MonoTime at) { next = next ? std::min(*next, at) : at; };
    if (escalation.over) {
        return next;
    }
    if (escalation.acknowledgedUntil) {
        consider(*escalation.acknowledgedUntil);
    }
    for (std::size_t index = 0; index < escalation.lines.size(); ++index) {
        if (isWaiting(escalation, index)) {
            const MonoTime due = escalation.lines[index].due;
            consider(escalation.hidden && escalation.silentUntil ? std::max(due, *escalation.silentUntil) : due);
        }
    }
    return next;
}

std::string auditProblem(const Escalation &escalation, MonoTime now, Micros patience)
{
    if (escalation.over || (hasNobody(escalation, 0) && !escalation.acknowledgedUntil)) {
        return {};
    }
    const auto next = nextStepAt(escalation);
    if (!next) {
        return "alert " + std::to_string(escalation.alert.value) + " is open and has no next step";
    }
    if (now - *next > patience) {
        return "the next step of alert " + std::to_string(escalation.alert.value) + " is overdue by " +
               std::to_string(std::chrono::duration_cast<std::chrono::seconds>(now - *next).count()) + " s";
    }
    return {};
}

} // namespace menshen
