// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/app/EscalationDesk.h"

#include "menshen/app/Words.h"
#include "menshen/core/Overloaded.h"

#include <algorithm>

namespace menshen {

namespace {

constexpr Micros kAuditEvery = 30s;
constexpr Micros kOverdue = 3min; ///< longer than any courier may take
constexpr std::size_t kNotesShown = 40;

LocalText subjectOf(const std::string &station, const AlertRaisedEntry &raised, EntrySeq alert)
{
    const std::string number = std::to_string(alert.value);
    return {"【" + station + "】警报 " + number + "：" + whyRaised(raised, Language::Chinese),
            "[" + station + "] Alert " + number + ": " + whyRaised(raised, Language::English)};
}

LocalText textOf(const AlertRaisedEntry &raised, const std::string &since, const EscalationLevel &level, int round, bool linked)
{
    const std::string minutes = std::to_string(std::chrono::duration_cast<std::chrono::minutes>(level.patience).count());
    const std::string again = round == 0 ? "" : std::to_string(round + 1);
    return {"人员：" + (raised.who.empty() ? "不详" : raised.who) + "\n原因：" + whyRaised(raised, Language::Chinese) + "\n时间：" + since +
                "\n通知：" + level.name.zh + (again.empty() ? "" : "（第 " + again + " 轮）") + "\n请在 " + minutes + " 分钟内" +
                (linked ? "打开链接或" : "") + "到站点确认，否则通知下一级。",
            "Person: " + (raised.who.empty() ? "unknown" : raised.who) + "\nWhy: " + whyRaised(raised, Language::English) +
                "\nSince: " + since + "\nTold: " + level.name.en + (again.empty() ? "" : " (round " + again + ")") +
                "\nPlease acknowledge at the station" + (linked ? " or by the link" : "") + " within " + minutes +
                " minutes; then the next level is told."};
}

/// What the ladder needs to know of a delivery to `people`. Whom a channel could not reach is said: the next level comes in time
/// if nobody else of this one answers.
SendOutcome outcomeOf(const Delivery &delivery, std::size_t people)
{
    SendOutcome outcome;
    outcome.accepted = delivery.outcome == Delivery::Outcome::Accepted;
    outcome.refusedForGood = delivery.outcome == Delivery::Outcome::Refused;
    outcome.notBefore = delivery.outcome == Delivery::Outcome::TryLater ? delivery.retryAfter : Micros{0};
    outcome.detail = delivery.provider.empty() ? delivery.error.detail : delivery.provider;
    if (outcome.accepted && !delivery.missed.empty()) {
        outcome.detail += "; reached " + std::to_string(people - delivery.missed.size()) + " of " + std::to_string(people);
    }
    return outcome;
}

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
                open.notes.push_back({step.at, *told});
                if (told->step == EscalationStep::Seen) {
                    open.seen.emplace(told->line, told->attempt);
                }
            } else if (const auto *action = std::get_if<AlertActionEntry>(&step.entry)) {
                open.state = after(std::move(open.state), *action, step.at, moment);
                open.ended = open.ended || endsAlert(*action);
            }
        }
        m_open.insert_or_assign(alert, std::move(open));
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
    open->second.state = after(std::move(open->second.state), entry, receipt.at, now());
    open->second.ended = open->second.ended || endsAlert(entry);
    m_changed = true;
    const auto &lines = open->second.state.lines;
    if (open->second.ended && std::ranges::none_of(lines, &EscalationLine::busy)) {
        m_open.erase(open);
    }
}

void EscalationDesk::noted(const EscalationEntry &entry, const Receipt &receipt)
{
    if (const auto open = m_open.find(entry.alert); open != m_open.end()) {
        open->second.state = after(std::move(open->second.state), entry, receipt.at, now());
        open->second.notes.push_back({receipt.at, entry});
        m_changed = true;
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
    const EscalationLine &line = found->second.state.lines[static_cast<std::size_t>(command.line)];
    entry.level = static_cast<int>(line.level);
    entry.round = line.round;
    m_append(entry, "station", [this, entry, done = command.done](const Result<Receipt> &result) {
        if (const auto open = m_open.find(entry.alert); open != m_open.end()) {
            if (result) {
                open->second.notes.push_back({result->at, entry});
                m_told(entry);
                m_changed = true;
            } else {
                open->second.seen.erase({entry.line, entry.attempt});
            }
        }
        done(result);
    });
}

void EscalationDesk::tick()
{
    const Moment moment = now();
    for (auto &[alert, open] : m_open) {
        if (const auto next = nextStepAt(open.state); next && *next <= moment.mono) {
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
    for (const EscalationStepDue &due : dueSteps(open.state, now())) {
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
    m_send(step.courier, std::move(message),
           [this, people, alert = open.state.alert, line = step.line, attempt = step.attempt](const Delivery &delivery) {
               sent(alert, line, attempt, outcomeOf(delivery, people));
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
        if (!result) {
            open.state = withCommitFailed(std::move(open.state), line, now());
            return;
        }
        open.state = after(std::move(open.state), entry, result->at, now());
        open.notes.push_back({result->at, entry});
        m_told(entry);
        if (open.ended && std::ranges::none_of(open.state.lines, &EscalationLine::busy)) {
            m_open.erase(found);
            return;
        }
        advance(open); // what is durable goes out at once, not with the next tick
    });
}

void EscalationDesk::sent(EntrySeq alert, std::size_t line, int attempt, const SendOutcome &outcome)
{
    const auto open = m_open.find(alert);
    if (open != m_open.end() && open->second.state.lines[line].attempts == attempt) {
        commit(alert, line, outcomeEntry(open->second.state, line, outcome, now()));
    }
}

void EscalationDesk::audit()
{
    for (auto &[alert, open] : m_open) {
        const std::string problem = auditProblem(open.state, m_clock.mono(), kOverdue);
        if (problem.empty()) {
            continue;
        }
        m_append(StationEntry{StationAction::EscalationStuck, problem}, "station", [](const Result<Receipt> &) {});
        for (EscalationLine &line : open.state.lines) {
            line.busy = false;
        }
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
    if (m_link) {
        message.link = m_link(open.state.alert, step.line, step.attempt);
    }
    message.text = textOf(open.raised, localTime(open.since, m_offset), level, open.state.lines[step.line].round, !message.link.empty());
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
