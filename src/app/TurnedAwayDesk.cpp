// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/app/TurnedAwayDesk.h"

#include "menshen/app/TurnedAway.h"
#include "menshen/app/Words.h"
#include "src/app/EscalationWords.h"

namespace menshen {

namespace {

OneMessage after(OneMessage message, const TurnedAwayToldEntry &entry, WallTime now, MonoTime mono)
{
    switch (entry.step) {
    case EscalationStep::Planned:
        return withPlanned(std::move(message), entry.attempt, entry.courier, mono);
    case EscalationStep::Delivered:
        return withDelivered(std::move(message), entry.attempt);
    default:
        message = withFailed(std::move(message), entry.attempt, entry.forGood, std::max(Micros{0}, entry.next.value_or(now) - now), mono);
        message.settled = message.settled || !entry.next;
        return message;
    }
}

TurnedAwayToldEntry entryOf(EntrySeq visit, const OneMessage &message, EscalationStep step)
{
    TurnedAwayToldEntry entry;
    entry.visit = visit;
    entry.step = step;
    entry.attempt = message.attempts;
    entry.courier = message.couriers[message.courier];
    return entry;
}

} // namespace

TurnedAwayDesk::TurnedAwayDesk(const Clock &clock, const Plan &plan, std::string stationName, UtcOffset offset, Policy policy,
                               Append append, Send send)
    : m_clock(clock), m_plan(plan), m_stationName(std::move(stationName)), m_offset(offset), m_policy(std::move(policy)),
      m_append(std::move(append)), m_send(std::move(send))
{
}

void TurnedAwayDesk::restore(const std::vector<std::vector<StoryStep>> &turnedAway)
{
    for (const std::vector<StoryStep> &story : turnedAway) {
        if (story.empty()) {
            continue;
        }
        const EntrySeq visit = story.front().seq;
        Telling *telling = begin(visit, story.front().at, std::holds_alternative<StaffPunchEntry>(story.front().entry));
        if (telling == nullptr) {
            return;
        }
        for (const StoryStep &step : story) {
            if (const auto *told = std::get_if<TurnedAwayToldEntry>(&step.entry)) {
                telling->message = after(std::move(telling->message), *told, m_clock.wall(), m_clock.mono());
            }
        }
        if (telling->message.settled || telling->message.planned) { // it may have been sent: once at the most
            m_telling.erase(visit);
        }
    }
}

void TurnedAwayDesk::refused(const VisitEntry &visit, const Receipt &receipt)
{
    if (isTurnedAway(visit, m_plan)) {
        begin(receipt.seq, receipt.at, false);
    }
}

void TurnedAwayDesk::refused(const StaffPunchEntry &punch, const Receipt &receipt)
{
    if (isTurnedAway(punch, m_plan)) {
        begin(receipt.seq, receipt.at, true);
    }
}

TurnedAwayDesk::Telling *TurnedAwayDesk::begin(EntrySeq visit, WallTime at, bool staff)
{
    EscalationPolicy policy = m_policy(m_clock.wall());
    if (policy.levels.empty() || policy.levels.front().couriers.empty()) {
        return nullptr;
    }
    OneMessage message = oneMessage(policy.levels.front().couriers, m_clock.mono());
    return &m_telling.insert_or_assign(visit, Telling{at, staff, std::move(policy), std::move(message)}).first->second;
}

void TurnedAwayDesk::tick()
{
    if (m_stopping) {
        return;
    }
    std::erase_if(m_telling, [](const auto &each) { return each.second.message.settled && !each.second.message.busy; });
    for (auto &[visit, telling] : m_telling) {
        advance(visit, telling);
    }
}

void TurnedAwayDesk::advance(EntrySeq visit, Telling &telling)
{
    if (m_stopping || telling.message.settled || telling.message.busy || m_clock.mono() < telling.message.due) {
        return;
    }
    if (telling.message.planned) {
        send(visit, telling);
    } else {
        plan(visit, telling);
    }
}

void TurnedAwayDesk::plan(EntrySeq visit, Telling &telling)
{
    telling.message.busy = true;
    TurnedAwayToldEntry entry = entryOf(visit, telling.message, EscalationStep::Planned);
    ++entry.attempt;
    commit(entry);
}

void TurnedAwayDesk::send(EntrySeq visit, Telling &telling)
{
    telling.message.busy = true;
    const EscalationLevel &level = telling.policy.levels.front();
    CourierMessage message;
    message.attempt = message.alert = "mask-" + std::to_string(visit.value);
    message.level = 1;
    message.subject = turnedAwaySubject(m_stationName);
    message.text = turnedAwayText(visit, localTime(telling.at, m_offset), telling.staff);
    message.to = level.people;
    message.everyone = level.people.empty();
    message.at = m_clock.wall();
    m_send(telling.message.couriers[telling.message.courier], std::move(message), std::make_shared<SendTicket>(),
           [this, visit, people = level.people.size()](const Delivery &delivery) {
               const auto found = m_telling.find(visit);
               if (found == m_telling.end()) {
                   return;
               }
               const Telling &told = found->second;
               const SendOutcome outcome = outcomeOf(delivery, people);
               TurnedAwayToldEntry entry =
                   entryOf(visit, told.message, outcome.accepted ? EscalationStep::Delivered : EscalationStep::Failed);
               entry.forGood = !outcome.accepted && outcome.refusedForGood;
               entry.detail = outcome.detail;
               if (const auto pause = pauseAfter(told.message, outcome, visit, told.policy); pause && !outcome.accepted) {
                   entry.next = m_clock.wall() + *pause;
               }
               commit(entry);
           });
}

void TurnedAwayDesk::commit(const TurnedAwayToldEntry &entry)
{
    m_append(entry, "station", [this, entry](const Result<Receipt> &result) {
        const auto found = m_telling.find(entry.visit);
        if (found == m_telling.end()) {
            return;
        }
        Telling &telling = found->second;
        if (!result && entry.step == EscalationStep::Planned) {
            telling.message.busy = false;
            telling.message.due = m_clock.mono() + telling.policy.firstPause;
            return;
        }
        // An outcome counts also where the disk does not take it: the message has been sent.
        telling.message = after(std::move(telling.message), entry, m_clock.wall(), m_clock.mono());
        advance(entry.visit, telling);
    });
}

} // namespace menshen
