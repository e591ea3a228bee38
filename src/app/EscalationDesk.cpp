// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/app/EscalationDesk.h"

#include "menshen/app/Words.h"
#include "menshen/core/Alerts.h"
#include "menshen/core/EscalationEnd.h"
#include "src/app/EscalationWords.h"

#include <algorithm>

namespace menshen {

namespace {

constexpr Micros kAuditEvery = 30s;
constexpr Micros kOverdue = 3min;
constexpr Micros kQueuePatience = 1min; ///< in a courier's queue; then the next channel or level, if there is one
constexpr Micros kLongestDelivery = 1h; ///< many SMSes on a bad line; a courier that takes longer hangs
constexpr std::size_t kNotesShown = 40;
constexpr std::size_t kNotesKept = 1000; ///< a day without any network

} // namespace

EscalationDesk::EscalationDesk(const Clock &clock, std::string stationName, UtcOffset offset, AlertLink link, Append append, Send send,
                               Told told)
    : m_clock(clock), m_stationName(std::move(stationName)), m_offset(offset), m_link(std::move(link)), m_append(std::move(append)),
      m_send(std::move(send)), m_told(std::move(told))
{
}

void EscalationDesk::restore(const std::vector<std::vector<StoryStep>> &openAlerts)
{
    const Moment moment = now();
    for (const std::vector<StoryStep> &story : openAlerts) {
        const auto *raised = story.empty() ? nullptr : std::get_if<AlertRaisedEntry>(&story.front().entry);
        if (raised == nullptr) {
            continue;
        }
        const EntrySeq alert = story.front().seq;
        Open open{escalationOf(alert, raised->policy, story.front().at, moment), *raised, story.front().at, {}, {}};
        for (const StoryStep &step : story) {
            if (const auto *told = std::get_if<EscalationEntry>(&step.entry)) {
                open.state = after(std::move(open.state), *told, step.at, moment);
                note(open, *told, step.at);
                if (told->step == EscalationStep::Seen) {
                    open.seen.emplace(told->line, told->attempt);
                }
            } else if (const auto *action = std::get_if<AlertActionEntry>(&step.entry)) {
                noteEnding(open, *action, step.at);
                open.state = after(std::move(open.state), *action, step.at, moment);
            }
        }
        open.state = withUnknownReached(std::move(open.state), moment.mono);
        if (std::ranges::all_of(open.overAt, [&](const auto &each) { return isTooLongAgo(each.second); })) {
            open.state = withEndingLapsed(std::move(open.state));
        }
        if (!open.ended || isEndingOpen(open.state)) {
            m_open.insert_or_assign(alert, std::move(open));
        }
    }
    m_changed = true;
}

void EscalationDesk::raised(const AlertRaisedEntry &entry, const Receipt &receipt)
{
    Open open{escalationOf(receipt.seq, entry.policy, receipt.at, now()), entry, receipt.at, {}, {}};
    advance(m_open.insert_or_assign(receipt.seq, std::move(open)).first->second);
    m_changed = true;
}

void EscalationDesk::acted(const AlertActionEntry &entry, const Receipt &receipt)
{
    const auto open = m_open.find(entry.alert);
    if (open == m_open.end()) {
        return;
    }
    noteEnding(open->second, entry, receipt.at);
    open->second.state = after(std::move(open->second.state), entry, receipt.at, now());
    m_changed = true;
    if (open->second.state.over || entry.action == AlertAction::Acknowledged) {
        withdraw(open->second, open->second.state.over);
    }
    advance(open->second);
    eraseWhenDone(open);
}

void EscalationDesk::noted(const EscalationEntry &entry, const Receipt &receipt)
{
    if (const auto open = m_open.find(entry.alert); open != m_open.end()) {
        open->second.state = after(std::move(open->second.state), entry, receipt.at, now());
        note(open->second, entry, receipt.at);
        if (entry.step == EscalationStep::Silenced) {
            withdraw(open->second, true);
        }
    }
}

void EscalationDesk::opened(const OpenAlertLink &command)
{
    const auto found = m_open.find(command.alert);
    const bool known = found != m_open.end() && !found->second.state.over && command.line >= 0 &&
                       std::cmp_less(command.line, found->second.state.lines.size()) && command.attempt > 0 &&
                       command.attempt <= found->second.state.lines[static_cast<std::size_t>(command.line)].attempts;
    if (!known) {
        command.done(Error{ErrorCode::NotFound, "no open alert has this attempt"});
        return;
    }
    if (!found->second.seen.emplace(command.line, command.attempt).second) {
        command.done(Error{ErrorCode::Denied, "the link of attempt " +
                                                  attemptId(command.alert, static_cast<std::size_t>(command.line), command.attempt) +
                                                  " was used before"});
        return;
    }
    EscalationEntry entry;
    entry.alert = command.alert;
    entry.step = EscalationStep::Seen;
    entry.line = command.line;
    entry.attempt = command.attempt;
    // Whose link it is says the attempt; the ladder may have climbed since.
    const auto &attempts = found->second.state.attempts;
    if (const auto attempt = attempts.find({command.line, command.attempt}); attempt != attempts.end()) {
        entry.level = attempt->second.level;
        entry.round = attempt->second.round;
    }
    m_append(entry, "station", [this, entry, done = command.done](const Result<Receipt> &result) {
        if (const auto open = m_open.find(entry.alert); open != m_open.end()) {
            if (result) {
                open->second.state = after(std::move(open->second.state), entry, result->at, now());
                note(open->second, entry, result->at);
                m_told(entry);
            } else {
                open->second.seen.erase({entry.line, entry.attempt});
            }
        }
        done(result);
    });
}

void EscalationDesk::tick()
{
    if (m_stopping) {
        return;
    }
    const Moment moment = now();
    for (auto &[alert, open] : m_open) {
        const auto next = nextStepAt(open.state), ending = nextEndingAt(open.state);
        if ((next && *next <= moment.mono) || (ending && *ending <= moment.mono)) {
            advance(open);
        }
    }
    if (moment.mono >= m_nextAudit) {
        m_nextAudit = moment.mono + kAuditEvery;
        audit();
    }
    if (m_changed) {
        m_changed = false;
        show();
    }
}

void EscalationDesk::advance(Open &open)
{
    if (m_stopping) {
        return;
    }
    for (const EscalationStepDue &due : dueSteps(open.state, now())) {
        std::visit([&](const auto &step) { carryOut(open, step); }, due);
    }
    for (const EndingStepDue &due : dueEndings(open.state, now())) {
        std::visit([&](const auto &step) { carryOut(open, step); }, due);
    }
}

void EscalationDesk::carryOut(Open &open, const CommitStep &step)
{
    open.state = withBusy(std::move(open.state), step.line);
    commit(open.state.alert, step.line, step.entry);
}

void EscalationDesk::carryOut(Open &open, const SendStep &step)
{
    open.state = withBusy(std::move(open.state), step.line);
    CourierMessage message = messageOf(open, step);
    const std::size_t people = message.to.size();
    const auto ticket = std::make_shared<SendTicket>();
    open.sending.insert_or_assign(step.line, Sending{step.attempt, step.courier, ticket, m_clock.mono()});
    m_send(step.courier, std::move(message), ticket,
           [this, people, alert = open.state.alert, line = step.line, attempt = step.attempt](const Delivery &delivery) {
               sent(alert, line, attempt, outcomeOf(delivery, people));
           });
}

void EscalationDesk::carryOut(Open &open, const CommitEnding &step)
{
    open.state = withEndingBusy(std::move(open.state), step.who);
    commitEnding(open.state.alert, step.who, step.entry);
}

void EscalationDesk::carryOut(Open &open, const SendEnding &step)
{
    open.state = withEndingBusy(std::move(open.state), step.who);
    CourierMessage message = messageOf(open, step);
    const std::size_t people = message.to.size();
    // No ticket is kept: what says that it is over is not taken back.
    m_send(step.courier, std::move(message), std::make_shared<SendTicket>(),
           [this, people, alert = open.state.alert, who = step.who](const Delivery &delivery) {
               if (const auto found = m_open.find(alert); found != m_open.end()) {
                   commitEnding(alert, who, endingOutcome(found->second.state, who, outcomeOf(delivery, people), m_clock.wall()));
               }
           });
}

void EscalationDesk::commitEnding(EntrySeq alert, std::size_t who, const EscalationEntry &entry)
{
    m_append(entry, "station", [this, alert, who, entry](const Result<Receipt> &result) {
        const auto found = m_open.find(alert);
        if (found == m_open.end()) {
            return;
        }
        Open &open = found->second;
        m_changed = true;
        if (!result && entry.step == EscalationStep::Planned) {
            open.state = withEndingCommitFailed(std::move(open.state), who, m_clock.mono());
        } else {
            // An outcome counts also where the disk does not take it: who was told is not told again before the next start.
            const WallTime at = result ? result->at : m_clock.wall();
            open.state = after(std::move(open.state), entry, at, now());
            note(open, entry, at);
            m_told(entry);
            advance(open);
        }
        eraseWhenDone(found);
    });
}

void EscalationDesk::commit(EntrySeq alert, std::size_t line, const EscalationEntry &entry)
{
    m_append(entry, "station", [this, alert, line, entry](const Result<Receipt> &result) {
        const auto found = m_open.find(alert);
        if (found == m_open.end()) {
            return;
        }
        Open &open = found->second;
        m_changed = true;
        if (result) {
            open.state = after(std::move(open.state), entry, result->at, now());
            note(open, entry, result->at);
            m_told(entry);
            advance(open); // what is durable goes out at once, not with the next tick
        } else {
            open.state = withCommitFailed(std::move(open.state), line, now());
        }
        eraseWhenDone(found);
    });
}

void EscalationDesk::sent(EntrySeq alert, std::size_t line, int attempt, const SendOutcome &outcome)
{
    const auto open = m_open.find(alert);
    if (open == m_open.end()) {
        return;
    }
    const auto sending = open->second.sending.find(line);
    if (sending == open->second.sending.end() || sending->second.attempt != attempt) {
        return; // an audit began it anew; the first outcome counted
    }
    open->second.sending.erase(sending);
    commit(alert, line, outcomeEntry(open->second.state, line, outcome, now()));
}

void EscalationDesk::withdraw(Open &open, bool allLines)
{
    std::erase_if(open.sending, [&](const auto &each) {
        const auto &[line, sending] = each;
        if ((line != 0 && !allLines) || !sending.ticket->withdraw()) {
            return false;
        }
        commit(open.state.alert, line, withdrawnEntry(open.state, line));
        return true;
    });
}

/// A courier that is long busy with others' messages is passed over when there is another that would be asked now, of this level or,
/// its patience being over, of the next. The same one would only put the message at the end of its queue.
void EscalationDesk::passOver(Open &open)
{
    const Moment moment = now();
    std::erase_if(open.sending, [&](const auto &each) {
        const auto &[line, sending] = each;
        if (moment.mono - sending.since < kQueuePatience) {
            return false;
        }
        const EscalationEntry entry = outcomeEntry(open.state, line, {.detail = "busy with other messages"}, moment);
        const auto next = dueSteps(after(open.state, entry, moment.wall, moment), moment);
        const bool another = std::ranges::any_of(next, [&, at = line](const EscalationStepDue &due) {
            const auto *planned = std::get_if<CommitStep>(&due);
            return planned != nullptr && planned->line == at && planned->entry.step == EscalationStep::Planned &&
                   planned->entry.courier != entry.courier;
        });
        if (!another || !sending.ticket->withdraw()) {
            return false;
        }
        commit(open.state.alert, line, entry);
        return true;
    });
}

void EscalationDesk::eraseWhenDone(OpenAlerts::iterator alert)
{
    const Escalation &state = alert->second.state;
    if (alert->second.ended && std::ranges::none_of(state.lines, &EscalationLine::busy) && !isEndingOpen(state)) {
        m_open.erase(alert);
    }
}

void EscalationDesk::noteEnding(Open &open, const AlertActionEntry &entry, WallTime at)
{
    if (entry.action == AlertAction::HandedOver || endsAlert(entry)) {
        open.overAt[entry.action] = at;
    }
    open.ended = open.ended || endsAlert(entry);
}

bool EscalationDesk::isTooLongAgo(WallTime over) const
{
    const std::chrono::sys_days today{hallDayOf(m_clock.wall(), m_offset)};
    return std::chrono::sys_days{hallDayOf(over, m_offset)} < today - std::chrono::days{1};
}

void EscalationDesk::note(Open &open, const EscalationEntry &entry, WallTime at)
{
    if (open.notes.size() >= kNotesKept) {
        open.notes.erase(open.notes.begin(), open.notes.begin() + kNotesKept / 2);
    }
    open.notes.push_back({at, entry});
    m_changed = true;
}

void EscalationDesk::audit()
{
    const MonoTime mono = m_clock.mono();
    for (auto &[alert, open] : m_open) {
        passOver(open);
        if (std::ranges::any_of(open.sending, [&](const auto &each) { return mono - each.second.since < kLongestDelivery; })) {
            continue; // its courier is bound to answer
        }
        const std::string problem = auditProblem(open.state, mono, kOverdue);
        if (problem.empty()) {
            continue;
        }
        m_append(StationEntry{StationAction::EscalationStuck, problem}, "station", [](const Result<Receipt> &) {});
        for (const auto &[line, sending] : open.sending) {
            (void)sending.ticket->withdraw(); // of a courier that hangs: one copy at the most waits for it
        }
        open.sending.clear();
        open.state = begunAnew(std::move(open.state), mono);
        advance(open);
    }
}

CourierMessage EscalationDesk::messageOf(const Open &open, const SendStep &step) const
{
    const EscalationLevel &level = levelOf(open.state, step.line);
    CourierMessage message;
    message.attempt = attemptId(open.state.alert, step.line, step.attempt);
    message.alert = std::to_string(open.state.alert.value);
    message.level = static_cast<int>(step.level) + 1;
    message.subject = subjectOf(m_stationName, open.raised, open.state.alert);
    message.to = level.people;
    message.everyone = level.people.empty();
    message.at = m_clock.wall();
    const std::string since = localTime(open.since, m_offset);
    if (!open.state.lines[step.line].ladder) {
        message.text = textBeside(m_stationName, open.raised, since, level);
        return message;
    }
    if (m_link) {
        message.link = m_link(open.state.alert, step.line, step.attempt);
    }
    message.text = textOf(open.raised, since, level, open.state.lines[step.line].round, !message.link.empty());
    return message;
}

CourierMessage EscalationDesk::messageOf(const Open &open, const SendEnding &step) const
{
    const Escalation &state = open.state;
    const Reached &reached = state.reached[step.who];
    CourierMessage message;
    message.attempt = endingId(state.alert, step.how, step.who);
    message.alert = std::to_string(state.alert.value);
    message.level = reached.level + 1;
    message.subject = endingSubject(m_stationName, state.alert, step.how);
    message.text = endingText(state.alert, step.how, localTime(open.since, m_offset), localTime(open.overAt.at(step.how), m_offset));
    message.to = peopleOf(state, step.who);
    message.everyone = message.to.empty();
    message.at = m_clock.wall();
    return message;
}

bool EscalationDesk::isSounding() const
{
    const MonoTime mono = m_clock.mono();
    return std::ranges::any_of(m_open, [&](const auto &each) {
        const Escalation &state = each.second.state;
        return !state.over && !state.acknowledgedUntil && !(state.silentUntil && mono < *state.silentUntil);
    });
}

void EscalationDesk::show()
{
    const Moment moment = now();
    auto views = std::make_shared<std::vector<EscalationView>>();
    for (const auto &[alert, open] : m_open) {
        if (open.ended) {
            continue;
        }
        EscalationView view;
        view.alert = alert;
        view.over = open.state.over;
        for (const EscalationLevel &level : open.state.policy.levels) {
            view.levels.push_back(level.name);
        }
        for (const EscalationLevel &line : open.state.policy.beside) {
            view.beside.push_back(line.name);
        }
        if (!open.state.policy.levels.empty()) {
            view.level = levelOf(open.state, 0).name;
        }
        if (const auto next = nextStepAt(open.state)) {
            view.next = moment.wall + (*next - moment.mono);
        }
        view.silent = !view.over && open.state.silentUntil && moment.mono < *open.state.silentUntil;
        if (view.silent) {
            view.silentUntil = moment.wall + (*open.state.silentUntil - moment.mono);
        }
        const std::size_t shown = std::min(open.notes.size(), kNotesShown);
        view.notes.assign(open.notes.end() - static_cast<std::ptrdiff_t>(shown), open.notes.end());
        views->push_back(std::move(view));
    }
    m_view = std::move(views);
}

} // namespace menshen
