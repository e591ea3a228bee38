// SPDX-License-Identifier: GPL-3.0-or-later
// An evening of the leading group: a mail server, a robot, a webhook and a modem that are not ours; the engine's process is killed at
// each of its steps and started again. In the end the ledger's story and what the servers were given agree.
#include "tests/e2e/EveningFixture.h"

#include <random>

namespace menshen::test {
namespace {

using nlohmann::json;
using testing::Ge;

class Evening : public EveningFixture {
protected:
    /// Every level, failover, silence, an acknowledgement that expires, the end.
    void goThroughTheEvening()
    {
        raise();
        auto told = counts();
        EXPECT_THAT(told["robot"], Ge(1U)) << "the office: its mail is put off, so the robot";
        EXPECT_THAT(told["hook"], Ge(1U)) << "the CDC beside";
        EXPECT_EQ(told["sms"], 0U);
        advance(5min);
        EXPECT_THAT(counts()["sms"], Ge(1U)) << "the leader";
        advance(10min);
        EXPECT_THAT(counts()["mail"], Ge(1U)) << "the director";
        silence(20min);
        const auto before = all();
        advance(12min);
        EXPECT_EQ(all(), before) << "silent";
        EXPECT_GE(story().steps[std::to_string(static_cast<int>(EscalationStep::Hidden))], 1) << "but not concealed";
        told = counts();
        advance(10min);
        EXPECT_GT(counts()["robot"], told["robot"]) << "the second round";
        acknowledge();
        const auto answered = all();
        advance(25min);
        EXPECT_EQ(all(), answered);
        advance(6min);
        EXPECT_GT(all(), answered) << "nobody finished it: live again";
        end();
        advance(1h);
        const auto last = all();
        EXPECT_GT(last, answered) << "who was told is told that it is over";
        advance(24h);
        EXPECT_EQ(all(), last) << "over";
        expectThatBothSidesAgree();
    }
};

TEST_F(Evening, WithoutADeathEveryMessageComesOnce)
{
    begin();
    goThroughTheEvening();
    EXPECT_EQ(m_deaths, 0);
    const Story told = story();
    for (const auto &[name, count] : told.delivered) {
        EXPECT_EQ(counts()[name], count) << name;
    }
}

/// "before raised": the process dies before the entry is on its way to the disk. "after": it is durable and nobody knows yet.
class KilledEvening : public Evening, public testing::WithParamInterface<std::string> {};

TEST_P(KilledEvening, NothingIsLostAndNothingGoesOn)
{
    m_trap = "kill " + GetParam();
    begin();
    goThroughTheEvening();
    EXPECT_EQ(m_deaths, 1) << "the step never came";
}

std::vector<std::string> steps()
{
    std::vector<std::string> all;
    for (const char *step :
         {"raised", "planned", "sending", "failed", "delivered", "silenced", "hidden", "acknowledged", "expired", "ended"}) {
        all.push_back(std::string("before ") + step);
        all.push_back(std::string("after ") + step);
    }
    return all;
}

INSTANTIATE_TEST_SUITE_P(AtEachStep, KilledEvening, testing::ValuesIn(steps()), [](const auto &info) {
    std::string name = info.param;
    name[name.find(' ')] = '_';
    return name;
});

TEST_F(Evening, InRealTimeItClimbsThroughKillsAtAnyMomentAndFallsSilentWhenItIsOver)
{
    begin(true, 300); // five minutes are one second
    raise();
    std::mt19937 numbers(20201122);
    for (int round = 0; round < 6; ++round) {
        // At some moment of the next message's way: right after it left, or a little later.
        auto &server = round % 3 == 0 ? m_robot : round % 3 == 1 ? m_modem : m_mail;
        const std::string name = round % 3 == 0 ? "robot" : round % 3 == 1 ? "sms" : "mail";
        keep(name, json::parse(server.process().line(std::chrono::seconds(60))));
        if (numbers() % 2 == 0) {
            collect();
        }
        kill();
    }
    settled();
    end();
    settled(); // who was told is told that it is over
    const auto last = all();
    settled();
    EXPECT_EQ(all(), last);
    expectThatBothSidesAgree();
}

} // namespace
} // namespace menshen::test
