// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Escalation.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace menshen {

/// A journal of one alert (seq 7) with a clock that stands still: what is durable, and the escalation that follows from it.
class EscalationJournal {
public:
    explicit EscalationJournal(EscalationPolicy policy) : m_policy(std::move(policy)), m_raised(m_now.wall)
    {
        m_state = escalationOf(EntrySeq{7}, m_policy, m_raised, m_now);
    }

    [[nodiscard]] const Escalation &state() const { return m_state; }
    [[nodiscard]] Moment now() const { return m_now; }
    [[nodiscard]] std::vector<EscalationStepDue> due() const { return dueSteps(m_state, m_now); }
    void set(Escalation state) { m_state = std::move(state); }

    void pass(Micros time)
    {
        m_now.wall += time;
        m_now.mono += time;
    }

    void commit(const EscalationEntry &entry) { add(entry); }
    void act(AlertAction action) { add(AlertActionEntry{EntrySeq{7}, action, {}, "x"}); }

    /// Carries out what is due on `line` up to the outcome of one message. Returns its courier; empty when nothing was sent.
    std::string send(const SendOutcome &outcome, std::size_t line = 0)
    {
        for (int steps = 0; steps < 2; ++steps) {
            for (const EscalationStepDue &step : due()) {
                if (const auto *planned = std::get_if<CommitStep>(&step); planned != nullptr && planned->line == line) {
                    commit(planned->entry);
                    break;
                }
                if (const auto *message = std::get_if<SendStep>(&step); message != nullptr && message->line == line) {
                    commit(outcomeEntry(m_state, line, outcome, m_now));
                    return message->courier;
                }
            }
        }
        return {};
    }

    /// The same after waiting for what is due next.
    std::string waitAndSend(const SendOutcome &outcome)
    {
        if (const auto next = nextStepAt(m_state); next && *next > m_now.mono) {
            pass(*next - m_now.mono);
        }
        return send(outcome);
    }

    /// The program ends and comes back `off` later by the wall clock, which may have been set; the monotonic clock begins anew.
    void restart(Micros off)
    {
        m_now = {m_now.wall + off, MonoTime{42s}};
        m_state = escalationOf(EntrySeq{7}, m_policy, m_raised, m_now);
        for (const auto &[at, entry] : m_entries) {
            m_state = std::visit([&, at = at](const auto &e) { return after(std::move(m_state), e, at, m_now); }, entry);
        }
    }

private:
    using Kept = std::variant<EscalationEntry, AlertActionEntry>;

    void add(Kept entry)
    {
        m_state = std::visit([&](const auto &e) { return after(std::move(m_state), e, m_now.wall, m_now); }, entry);
        m_entries.emplace_back(m_now.wall, std::move(entry));
    }

    EscalationPolicy m_policy;
    Moment m_now{WallTime{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22}} + 2h, MonoTime{1h}};
    WallTime m_raised;
    Escalation m_state;
    std::vector<std::pair<WallTime, Kept>> m_entries;
};

} // namespace menshen
