// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/EscalationEnd.h"

#include "src/core/Pauses.h"

#include <algorithm>

namespace menshen {

namespace {

bool isLevel(const EscalationPolicy &policy, int line, int level)
{
    return line == 0 ? level >= 0 && std::cmp_less(level, policy.levels.size())
                     : level == 0 && line > 0 && std::cmp_less_equal(line, policy.beside.size());
}

const EscalationLevel &levelAt(const EscalationPolicy &policy, int line, int level)
{
    return line == 0 ? policy.levels[static_cast<std::size_t>(level)] : policy.beside[static_cast<std::size_t>(line) - 1];
}

/// The courier that reached them, then the others of their level, but not those by which they are told anyway.
std::vector<std::string> couriersOf(const Escalation &escalation, const Reached &who)
{
    std::vector<std::string> couriers{who.courier};
    for (const std::string &other : levelOf(escalation, who).couriers) {
        const bool used = std::ranges::any_of(escalation.reached, [&](const Reached &each) {
            return each.line == who.line && each.level == who.level && each.courier == other;
        });
        if (!used) {
            couriers.push_back(other);
        }
    }
    return couriers;
}

/// Each of them is told by an earlier one's message through the same courier; so is a robot's whole group.
bool isToldBySomebodyElses(const Escalation &escalation, std::size_t who)
{
    const auto isEveryone = [&](std::size_t which) { return levelOf(escalation, escalation.reached[which]).people.empty(); };
    if (!isEveryone(who)) {
        return peopleOf(escalation, who).empty();
    }
    for (std::size_t earlier = 0; earlier < who; ++earlier) {
        if (isEveryone(earlier) && escalation.reached[earlier].courier == escalation.reached[who].courier) {
            return true;
        }
    }
    return false;
}

bool isUnderWay(const OneMessage &message) { return message.planned || message.busy; }

/// What they have not been told of; what is under way ends first. A hand-over that could not be told yet is outrun by the end.
void tell(Escalation &escalation, std::size_t who, MonoTime now)
{
    Reached &reached = escalation.reached[who];
    if (!escalation.ending || reached.told == escalation.ending || isUnderWay(reached.message)) {
        return;
    }
    reached.told = escalation.ending;
    reached.message =
        oneMessage(isToldBySomebodyElses(escalation, who) ? std::vector<std::string>{} : couriersOf(escalation, reached), now);
}

EscalationEntry entryOf(const Escalation &escalation, std::size_t who, EscalationStep step)
{
    const Reached &reached = escalation.reached[who];
    EscalationEntry entry;
    entry.alert = escalation.alert;
    entry.step = step;
    entry.line = reached.line;
    entry.level = reached.level;
    entry.attempt = reached.message.attempts;
    entry.courier = reached.message.couriers[reached.message.courier];
    entry.ending = EndingTold{*reached.told, static_cast<int>(who)};
    return entry;
}

} // namespace

const EscalationLevel &levelOf(const Escalation &escalation, const Reached &reached)
{
    return levelAt(escalation.policy, reached.line, reached.level);
}

std::vector<Recipient> peopleOf(const Escalation &escalation, std::size_t who)
{
    std::vector<Recipient> people = levelOf(escalation, escalation.reached[who]).people;
    for (std::size_t earlier = 0; earlier < who; ++earlier) {
        if (escalation.reached[earlier].courier == escalation.reached[who].courier) {
            const auto &others = levelOf(escalation, escalation.reached[earlier]).people;
            std::erase_if(people, [&](const Recipient &each) { return std::ranges::find(others, each) != others.end(); });
        }
    }
    return people;
}

Escalation withReached(Escalation escalation, int line, int level, const std::string &courier, MonoTime now)
{
    const bool known = std::ranges::any_of(
        escalation.reached, [&](const Reached &each) { return each.line == line && each.level == level && each.courier == courier; });
    if (known || courier.empty() || !isLevel(escalation.policy, line, level)) {
        return escalation;
    }
    Reached reached{line, level, courier, {}, {}};
    reached.message.settled = true;
    escalation.reached.push_back(std::move(reached));
    tell(escalation, escalation.reached.size() - 1, now);
    return escalation;
}

Escalation withEnding(Escalation escalation, AlertAction how, MonoTime now)
{
    escalation.ending = how;
    for (std::size_t who = 0; who < escalation.reached.size(); ++who) {
        tell(escalation, who, now);
    }
    return escalation;
}

Escalation afterEnding(Escalation escalation, const EscalationEntry &entry, WallTime at, Moment now)
{
    const auto who = static_cast<std::size_t>(std::max(0, entry.ending->who));
    if (who == escalation.reached.size()) { // its own outcome was never heard; see withUnknownReached
        escalation = withReached(std::move(escalation), entry.line, entry.level, entry.courier, now.mono);
    }
    if (who >= escalation.reached.size()) {
        return escalation; // of a policy that cannot be read any more
    }
    Reached &reached = escalation.reached[who];
    if (reached.told != entry.ending->how) { // it was on its way to the disk when the alert ended otherwise
        reached.told = entry.ending->how;
        reached.message = oneMessage(couriersOf(escalation, reached), now.mono);
    }
    const Micros left = entry.next ? leftOf(at, *entry.next, now.wall) : Micros{0};
    switch (entry.step) {
    case EscalationStep::Planned:
        reached.message = withPlanned(std::move(reached.message), entry.attempt, entry.courier, now.mono);
        break;
    case EscalationStep::Delivered:
        reached.message = withDelivered(std::move(reached.message), entry.attempt);
        break;
    case EscalationStep::Failed:
        reached.message = withFailed(std::move(reached.message), entry.attempt, entry.forGood, left, now.mono);
        break;
    default:
        break; // of nothing else there is an entry with an ending
    }
    tell(escalation, who, now.mono);
    return escalation;
}

Escalation withUnknownReached(Escalation escalation, MonoTime now)
{
    for (std::size_t index = 0; index < escalation.lines.size(); ++index) {
        const EscalationLine &line = escalation.lines[index];
        if (escalation.over && line.phase == LinePhase::Planned) {
            const std::string courier = levelOf(escalation, index).couriers[line.courier];
            escalation = withReached(std::move(escalation), static_cast<int>(index), static_cast<int>(line.level), courier, now);
        }
    }
    return escalation;
}

Escalation withEndingLapsed(Escalation escalation)
{
    for (Reached &reached : escalation.reached) {
        reached.message.settled = true;
    }
    return escalation;
}

std::vector<EndingStepDue> dueEndings(const Escalation &escalation, Moment now)
{
    std::vector<EndingStepDue> steps;
    for (std::size_t who = 0; who < escalation.reached.size(); ++who) {
        const OneMessage &message = escalation.reached[who].message;
        if (message.settled || message.busy || now.mono < message.due) {
            continue;
        }
        if (message.planned) {
            steps.emplace_back(SendEnding{who, message.couriers[message.courier], *escalation.reached[who].told});
            continue;
        }
        EscalationEntry entry = entryOf(escalation, who, EscalationStep::Planned);
        ++entry.attempt;
        entry.next = now.wall;
        steps.emplace_back(CommitEnding{who, std::move(entry)});
    }
    return steps;
}

std::optional<MonoTime> nextEndingAt(const Escalation &escalation)
{
    std::optional<MonoTime> next;
    for (const Reached &reached : escalation.reached) {
        if (!reached.message.settled && !reached.message.busy) {
            next = next ? std::min(*next, reached.message.due) : reached.message.due;
        }
    }
    return next;
}

bool isEndingOpen(const Escalation &escalation)
{
    return std::ranges::any_of(escalation.reached, [](const Reached &reached) { return !reached.message.settled; });
}

Escalation withEndingBusy(Escalation escalation, std::size_t who)
{
    escalation.reached[who].message.busy = true;
    return escalation;
}

Escalation withEndingCommitFailed(Escalation escalation, std::size_t who, MonoTime now)
{
    OneMessage &message = escalation.reached[who].message;
    message.busy = false;
    message.due = now + escalation.policy.firstPause;
    tell(escalation, who, now);
    return escalation;
}

EscalationEntry endingOutcome(const Escalation &escalation, std::size_t who, const SendOutcome &outcome, WallTime now)
{
    EscalationEntry entry = entryOf(escalation, who, outcome.accepted ? EscalationStep::Delivered : EscalationStep::Failed);
    entry.forGood = !outcome.accepted && outcome.refusedForGood;
    entry.detail = outcome.detail;
    if (!outcome.accepted) {
        if (const auto pause = pauseAfter(escalation.reached[who].message, outcome, escalation.alert, escalation.policy)) {
            entry.next = now + *pause;
        }
    }
    return entry;
}

std::string endingId(EntrySeq alert, AlertAction how, std::size_t who)
{
    return std::to_string(alert.value) + (how == AlertAction::HandedOver ? "-handed-" : "-over-") + std::to_string(who);
}

} // namespace menshen
