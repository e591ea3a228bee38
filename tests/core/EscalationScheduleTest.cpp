// SPDX-License-Identifier: GPL-3.0-or-later
// Random schedules of faults, restarts and people: whatever happens, an open alert has a next step, none is lost, none goes on
// after its end.
#include "tests/support/EscalationJournal.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace menshen {
namespace {

class Schedule {
public:
    explicit Schedule(unsigned seed) : m_random(seed), m_endsWithRestart(seed % 2 == 0), m_journal(policy()) {}

    void run()
    {
        for (int i = 0; i < 400 && !m_over; ++i) {
            one();
            check();
            if (testing::Test::HasFatalFailure()) {
                return;
            }
        }
        finish();
    }

private:
    int upTo(int most) { return std::uniform_int_distribution<int>(0, most)(m_random); }

    EscalationPolicy policy()
    {
        EscalationPolicy policy;
        const int levels = 1 + upTo(4);
        for (int i = 0; i < levels; ++i) {
            EscalationLevel level;
            level.id = "level" + std::to_string(i);
            for (int c = upTo(3); c > 0; --c) {
                level.couriers.push_back("courier" + std::to_string(upTo(4)) + static_cast<char>('a' + c));
            }
            level.patience = std::chrono::seconds(30 + upTo(900));
            policy.levels.push_back(level);
        }
        policy.levels[static_cast<std::size_t>(upTo(levels - 1))].couriers.push_back("last"); // somebody can be told
        if (upTo(1) == 0) {
            policy.beside.push_back(policy.levels[0]);
            policy.beside[0].couriers = {"cdc"};
        }
        return policy;
    }

    SendOutcome outcome()
    {
        switch (upTo(4)) {
        case 0:
        case 1:
            return {true, false, 0us, {}};
        case 2:
            return {false, true, 0us, "refused"};
        case 3:
            return {false, false, std::chrono::seconds(upTo(700)), "429"};
        default:
            return {false, false, 0us, "unreachable"};
        }
    }

    /// One thing happens: what is due is carried out, perhaps only in part; time passes; the program dies; a person acts.
    void one()
    {
        const int kind = upTo(99);
        if (kind < 60) {
            carryOut();
        } else if (kind < 80) {
            m_journal.pass(std::chrono::seconds(upTo(400)));
        } else if (kind < 90) {
            m_journal.restart(std::chrono::minutes(upTo(60) - 20)); // a clock that was set back is among them
            m_sending.clear();
        } else if (kind < 94) {
            m_journal.act(AlertAction::Acknowledged);
            withdraw(false);
        } else if (kind < 97) {
            EscalationEntry silence;
            silence.alert = m_journal.state().alert;
            silence.step = EscalationStep::Silenced;
            silence.next = m_journal.now().wall + std::chrono::minutes(1 + upTo(30));
            m_journal.commit(silence);
            withdraw(true);
        } else if (kind == 97) {
            m_journal.act(upTo(1) == 0 ? AlertAction::FalseAlarm : AlertAction::HandedOver);
            m_over = true;
        } else {
            m_journal.act(AlertAction::StepDone);
        }
    }

    /// What its courier has not begun is taken back; the others' outcomes come later.
    void withdraw(bool allLines)
    {
        std::erase_if(m_sending, [&](const auto &each) {
            if ((each.first != 0 && !allLines) || upTo(1) == 0) {
                return false;
            }
            m_journal.commit(withdrawnEntry(m_journal.state(), each.first));
            return true;
        });
    }

    void carryOut()
    {
        // Messages that are out come back first, some of them.
        for (auto sending = m_sending.begin(); sending != m_sending.end();) {
            if (upTo(2) == 0) {
                ++sending;
                continue;
            }
            m_journal.commit(outcomeEntry(m_journal.state(), sending->first, outcome(), m_journal.now()));
            sending = m_sending.erase(sending);
        }
        for (const EscalationStepDue &step : m_journal.due()) {
            if (const auto *commit = std::get_if<CommitStep>(&step)) {
                if (upTo(9) == 0) {
                    m_journal.set(withCommitFailed(withBusy(m_journal.state(), commit->line), commit->line, m_journal.now()));
                    continue;
                }
                if (commit->entry.step == EscalationStep::Planned) {
                    EXPECT_EQ(commit->entry.attempt, m_journal.state().lines[commit->line].attempts + 1);
                }
                m_journal.commit(commit->entry);
            } else {
                const auto &message = std::get<SendStep>(step);
                EXPECT_EQ(message.attempt, m_journal.state().lines[message.line].attempts) << "only what is durable is sent";
                EXPECT_FALSE(m_over);
                m_journal.set(withBusy(m_journal.state(), message.line));
                m_sending[message.line] = message.attempt;
            }
        }
    }

    void check()
    {
        const auto next = nextStepAt(m_journal.state());
        if (m_over) {
            ASSERT_FALSE(next);
            ASSERT_TRUE(m_journal.due().empty());
            return;
        }
        ASSERT_TRUE(next) << "an open alert lacks a next step";
        ASSERT_LE(*next - m_journal.now().mono, 30min + 15min + 1s) << "further away than any patience";
        ASSERT_EQ(auditProblem(m_journal.state(), m_journal.now().mono, 24h), "");
    }

    /// From wherever it stands: with couriers that work it reaches somebody, and at its end it is quiet for good.
    void finish()
    {
        if (!m_over) {
            if (m_endsWithRestart) {
                m_journal.restart(0s);
            } else {
                for (const auto &[line, attempt] : m_sending) {
                    m_journal.commit(outcomeEntry(m_journal.state(), line, outcome(), m_journal.now()));
                }
            }
            int reached = 0;
            for (int i = 0; i < 200 && reached == 0; ++i) {
                reached += m_journal.waitAndSend({true, false, 0us, {}}).empty() ? 0 : 1;
            }
            ASSERT_EQ(reached, 1) << "lost";
            m_journal.act(AlertAction::FalseAlarm);
            m_over = true;
        }
        m_journal.restart(1h);
        m_journal.pass(24h);
        check();
    }

    std::mt19937 m_random;
    bool m_endsWithRestart;
    EscalationJournal m_journal;
    std::map<std::size_t, int> m_sending; ///< line, attempt
    bool m_over = false;
};

TEST(EscalationSchedule, FiveHundredOfFaultsAndRestartsLoseNoneAndEndAll)
{
    for (unsigned seed = 0; seed < 500; ++seed) {
        SCOPED_TRACE("schedule " + std::to_string(seed));
        Schedule(seed).run();
        if (HasFailure()) {
            return;
        }
    }
}

} // namespace
} // namespace menshen
