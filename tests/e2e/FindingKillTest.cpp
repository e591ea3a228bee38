// SPDX-License-Identifier: GPL-3.0-or-later
// Finding and alert are one, from outside: somebody with a fever stands before the engine's process, which is killed at a random moment
// from just before his reading is complete until after the first message went out. What the ledger holds then, and what people are told
// after the next start, agree. MENSHEN_KILLS: how often (a sample of 12 otherwise).
#include "tests/e2e/EveningFixture.h"

#include <condition_variable>
#include <cstdlib>
#include <iostream>
#include <mutex>
#include <random>

namespace menshen::test {
namespace {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

int kills()
{
    const char *wanted = std::getenv("MENSHEN_KILLS");
    return wanted != nullptr ? std::stoi(wanted) : 12;
}

void waitUntil(Steady::time_point when)
{
    std::mutex mutex;
    std::condition_variable never;
    std::unique_lock lock(mutex);
    never.wait_until(lock, when, [] { return false; });
}

/// Of everything that the ledger has about whoever stood there.
struct Recorded {
    std::vector<JournalRecord> alerts, visits;
};

class KilledAtTheDoor : public EveningFixture {
protected:
    void newLedger(const std::string &name)
    {
        m_engine.reset();
        // Of the engine before, other couriers' messages may be arriving still.
        for (std::size_t arrived = all() + 1; arrived != all();) {
            arrived = all();
            waitUntil(Steady::now() + 300ms);
            collect();
        }
        m_file = name + ".db";
        m_got.clear();
        m_deaths = 0;
        m_state = {{"alerts", json::array()}};
        begin(true);
        settled();
    }

    void stand(int skin) { m_engine->say("stand " + std::to_string(skin)); }

    void hearOf(const char *event)
    {
        while (hear()["event"] != event) {}
    }

    [[nodiscard]] std::size_t messages()
    {
        collect();
        return all();
    }

    /// Until the leading group has been told of him, measured from now.
    Steady::duration untilTold()
    {
        const auto began = Steady::now();
        while (messages() == 0) {
            if (Steady::now() - began > 20s) {
                throw std::runtime_error("nobody was told");
            }
        }
        return Steady::now() - began;
    }

    /// It is killed, now.
    void die()
    {
        m_engine->signal(SIGKILL);
        EXPECT_EQ(m_engine->wait().code, 128 + SIGKILL) << "it ended by itself";
    }

    [[nodiscard]] Recorded recorded() const
    {
        Recorded found;
        for (const JournalRecord &record : entries()) {
            if (std::holds_alternative<AlertRaisedEntry>(record.entry)) {
                found.alerts.push_back(record);
            } else if (std::holds_alternative<VisitEntry>(record.entry)) {
                found.visits.push_back(record);
            }
        }
        return found;
    }

    /// A visit with a finding names an alert that stands before it, and one person has one alert, with what it stands on.
    void expectOneFinding(const Recorded &found, int skin)
    {
        EXPECT_LE(found.alerts.size(), 1U) << "one person's finding is one alert";
        EXPECT_LE(found.visits.size(), 1U);
        for (const JournalRecord &record : found.alerts) {
            const auto &alert = std::get<AlertRaisedEntry>(record.entry);
            ASSERT_TRUE(alert.evidence && alert.evidence->infrared && alert.evidence->infrared->rawObject) << "what it stands on";
            EXPECT_NEAR(alert.evidence->infrared->rawObject->degrees, skin / 100.0 + 0.05, 0.1);
            EXPECT_EQ(alert.cause, EntrySeq{}) << "it was raised by itself, not made up for at a start";
        }
        for (const JournalRecord &record : found.visits) {
            const auto &visit = std::get<VisitEntry>(record.entry);
            ASSERT_EQ(found.alerts.size(), 1U) << "a finding without its alert";
            EXPECT_EQ(visit.outcome, Outcome::Refused);
            EXPECT_EQ(visit.finding, found.alerts.front().receipt.seq);
            EXPECT_LT(visit.finding, record.receipt.seq);
        }
    }

    /// Whoever starts it again finds that exactly the alert that exists is told, and no other one was made.
    void expectToldAfterTheStart(const Recorded &before, std::size_t toldBefore, int skin)
    {
        restart();
        settled();
        const Recorded after = recorded();
        EXPECT_EQ(after.alerts.size(), before.alerts.size()) << "a start makes no alert, and loses none";
        EXPECT_EQ(after.visits.size(), before.visits.size());
        EXPECT_EQ(messages() > 0, !before.alerts.empty()) << "it is told exactly when it exists";
        EXPECT_GE(all(), toldBefore);
        if (!before.alerts.empty()) {
            m_alert = before.alerts.front().receipt.seq.value;
            expectThatBothSidesAgree();
            return;
        }
        EXPECT_EQ(toldBefore, 0U) << "of an alert that does not exist";
        // He stands there still, or comes back: he is found again, and told of.
        stand(skin);
        finish();
        settled();
        expectOneFinding(recorded(), skin);
        EXPECT_EQ(recorded().alerts.size(), 1U);
        EXPECT_GT(messages(), 0U);
    }

    /// What makes the finding stand, after `stand`.
    virtual void finish() = 0;

    void count(const Recorded &found, std::size_t toldBefore)
    {
        ++(found.alerts.empty() ? m_before : toldBefore == 0 ? m_between : m_after);
    }
    void sayFigures() const
    {
        std::cout << "kills: " << m_before << " before the alert, " << m_between << " between the alert and its first message, " << m_after
                  << " after that\n";
        RecordProperty("before the alert", m_before);
        RecordProperty("between alert and message", m_between);
        RecordProperty("after the message", m_after);
    }

    std::mt19937 m_random{20261201};
    int m_before = 0, m_between = 0, m_after = 0;
};

/// 39.1 °C: the finding stands with the reading.
class KilledWithAFever : public KilledAtTheDoor {
protected:
    static constexpr int kSkin = 3795;
    void finish() override { hearOf("raised"); }
};

/// 37.3 °C, within the instrument's doubt: the finding stands only when he is refused.
class KilledWithARecheck : public KilledAtTheDoor {
protected:
    static constexpr int kSkin = 3610;
    void finish() override
    {
        hearOf("measured");
        m_engine->say("refuse");
        hearOf("recorded");
    }
};

TEST_F(KilledWithAFever, Y2_Q4_TheAlertExistsExactlyWhenTheFindingDoes)
{
    newLedger("undisturbed");
    const auto began = Steady::now();
    stand(kSkin);
    hearOf("measured");
    const auto measured = Steady::now() - began;
    const auto told = measured + untilTold();
    for (int round = 0; round < kills() && !HasFailure(); ++round) {
        SCOPED_TRACE("round " + std::to_string(round));
        newLedger("fever-" + std::to_string(round));
        const auto stood = Steady::now();
        stand(kSkin);
        switch (round % 3) {
        case 0: { // anywhere between reading and message
            const auto least = std::max(measured - Steady::duration(150ms), Steady::duration(0));
            const auto range = std::chrono::duration_cast<Micros>(told + 100ms - least).count();
            waitUntil(stood + least + Micros(static_cast<std::int64_t>(m_random()) % range));
            break;
        }
        case 1: // right where it becomes durable
            hearOf("found");
            waitUntil(Steady::now() + Micros(m_random() % 10'000U));
            break;
        default: // the guard refuses him at the same moment
            hearOf("measured");
            m_engine->say("refuse");
            waitUntil(Steady::now() + Micros(m_random() % 60'000U));
        }
        die();
        const std::size_t toldBefore = messages();
        const Recorded found = recorded();
        expectOneFinding(found, kSkin);
        count(found, toldBefore);
        expectToldAfterTheStart(found, toldBefore, kSkin);
    }
    sayFigures();
}

TEST_F(KilledWithARecheck, Y2_ThatIsRefused_AlertAndVisitAreBothThereOrNeither)
{
    newLedger("undisturbed");
    stand(kSkin);
    finish();
    const auto told = untilTold();
    for (int round = 0; round < kills() && !HasFailure(); ++round) {
        SCOPED_TRACE("round " + std::to_string(round));
        newLedger("recheck-" + std::to_string(round));
        stand(kSkin);
        hearOf("measured");
        EXPECT_TRUE(recorded().alerts.empty()) << "it is no finding yet";
        m_engine->say("refuse");
        // Two of three close to where it becomes durable, the others until after the first message.
        const auto range = round % 3 == 0 ? std::chrono::duration_cast<Micros>(told + 100ms).count() : Micros(20ms).count();
        waitUntil(Steady::now() + Micros(static_cast<std::int64_t>(m_random()) % range));
        die();
        const std::size_t toldBefore = messages();
        const Recorded found = recorded();
        EXPECT_EQ(found.alerts.size(), found.visits.size()) << "both or neither";
        expectOneFinding(found, kSkin);
        count(found, toldBefore);
        expectToldAfterTheStart(found, toldBefore, kSkin);
    }
    sayFigures();
}

} // namespace
} // namespace menshen::test
