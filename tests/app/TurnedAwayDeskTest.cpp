// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever is turned away for the mask alone is told of once, on a real ledger, through full disks and restarts (Y2).
#include "src/app/TurnedAwayDesk.h"
#include "menshen/app/TurnedAway.h"
#include "src/app/CourierDesk.h"
#include "src/app/Inbox.h"
#include "tests/app/Outside.h"
#include "tests/db/LedgerFixture.h"

#include <gmock/gmock.h>

namespace menshen {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const Reason kNoMask{ReasonCode::NoMask, CheckLevel::Hard, {}, {}};
const Reason kFever{ReasonCode::Fever, CheckLevel::Hard, {}, {}};

EscalationPolicy ladder()
{
    EscalationPolicy policy;
    policy.levels = {{"office", {"办公室", "Office"}, {{"王主任", "13800138000", "office@example.org"}}, {"mail", "robot"}, 5min},
                     {"leader", {"带班领导", "On-duty leader"}, {{"李局长", "13900139000", ""}}, {"sms"}, 10min}};
    return policy;
}

/// The engine's thread is the test's: what comes home is run by `until`.
class TurnedAwayDeskTest : public testing::Test {
protected:
    void SetUp() override { start(); }

    void start()
    {
        m_ledger = menshen::opened(m_path);
        ASSERT_TRUE(m_ledger);
        std::vector<CourierPart> couriers;
        for (const char *id : {"mail", "robot", "sms"}) {
            couriers.push_back({id, [this, id] { return std::make_unique<OutsideCourier>(id, m_outside); }});
        }
        m_home = std::make_shared<Inbox<std::function<void()>>>();
        const auto home = [inbox = m_home](std::function<void()> work) { inbox->post(std::move(work)); };
        m_couriers = std::make_unique<CourierDesk>(m_clock, std::move(couriers), home);
        m_desk = std::make_unique<TurnedAwayDesk>(
            m_clock, m_plan, "益阳", UtcOffset{}, [this](WallTime) { return m_policy; },
            [this, home](Entry entry, std::string actor, std::function<void(const Result<Receipt> &)> then) {
                if (m_full) {
                    home([then = std::move(then)] { then(Error{ErrorCode::DiskFull, "full"}); });
                    return;
                }
                m_ledger->append({m_clock.wall(), kDay, std::move(actor), std::move(entry)},
                                 [home, then = std::move(then)](const Result<Receipt> &result) { home([then, result] { then(result); }); });
            },
            [this](const std::string &courier, CourierMessage message, std::shared_ptr<SendTicket> ticket, CourierDesk::Done done) {
                m_couriers->send(courier, std::move(message), std::move(ticket), std::move(done));
            });
    }

    void restart()
    {
        m_desk.reset();
        m_couriers.reset();
        m_home.reset();
        m_ledger.reset();
        m_clock.advance(1min);
        start();
        const auto reader = openReader(m_path);
        ASSERT_TRUE(reader);
        const auto stories = turnedAwayOn(**reader, kDay, m_plan);
        ASSERT_TRUE(stories) << stories.error().detail;
        m_desk->restore(*stories);
    }

    VisitEntry visit(std::vector<Reason> reasons, Outcome outcome = Outcome::Refused)
    {
        VisitEntry entry = visitOf("王小明", outcome, Verdict::Refuse);
        entry.evidence.mask = MaskState::NoMask;
        entry.reasons = std::move(reasons);
        return entry;
    }

    /// Durable, and the desk does not know it yet.
    Receipt recorded(const Entry &entry)
    {
        const auto receipt = appended(*m_ledger, draftOf(entry, m_clock.wall()));
        EXPECT_TRUE(receipt);
        m_visit = receipt->seq;
        return *receipt;
    }

    void turnAway(std::vector<Reason> reasons = {kNoMask})
    {
        const VisitEntry entry = visit(std::move(reasons));
        m_desk->refused(entry, recorded(entry));
    }

    bool until(const std::function<bool()> &condition)
    {
        const auto end = std::chrono::steady_clock::now() + 20s;
        do {
            m_desk->tick();
            for (const auto &work : m_home->takeAll({}, 20ms)) {
                work();
            }
        } while (!condition() && std::chrono::steady_clock::now() < end);
        return condition();
    }

    void settle()
    {
        for (int i = 0; i < 5; ++i) {
            m_clock.advance(6min);
            ASSERT_TRUE(until([] { return true; }));
        }
    }

    [[nodiscard]] std::vector<EscalationStep> steps()
    {
        std::vector<EscalationStep> found;
        for (const JournalRecord &record : journalOf(m_path)) {
            if (const auto *entry = std::get_if<TurnedAwayToldEntry>(&record.entry)) {
                found.push_back(entry->step);
            }
        }
        return found;
    }

    TempFolder m_folder;
    std::string m_path = (m_folder / "turned-away.db").string();
    test::ManualClock m_clock;
    Plan m_plan;
    EscalationPolicy m_policy = ladder();
    Outside m_outside;
    EntrySeq m_visit;
    bool m_full = false;
    std::unique_ptr<SqliteLedger> m_ledger;
    std::shared_ptr<Inbox<std::function<void()>>> m_home;
    std::unique_ptr<CourierDesk> m_couriers;
    std::unique_ptr<TurnedAwayDesk> m_desk;
};

TEST_F(TurnedAwayDeskTest, Y2_NothingIsSentBeforeItsEntryIsOnDisk)
{
    m_full = true;
    turnAway();
    settle();
    EXPECT_THAT(m_outside.sent(), IsEmpty());
    m_full = false;
    m_clock.advance(6s);
    ASSERT_TRUE(until([&] { return steps().size() == 2; }));
    EXPECT_THAT(steps(), ElementsAre(EscalationStep::Planned, EscalationStep::Delivered));
}

TEST_F(TurnedAwayDeskTest, Y2_TheFirstLevelIsToldOnceAndNobodyIsNamed)
{
    turnAway();
    ASSERT_TRUE(until([&] { return steps().size() == 2; }));
    settle();
    ASSERT_EQ(m_outside.sent().size(), 1U) << "no ladder: nobody has to answer";
    const auto [courier, message] = m_outside.sent()[0];
    EXPECT_EQ(courier, "mail");
    EXPECT_EQ(message.attempt, "mask-" + std::to_string(m_visit.value));
    EXPECT_EQ(message.to, ladder().levels[0].people);
    EXPECT_EQ(message.link, "");
    EXPECT_THAT(message.subject.zh, HasSubstr("【益阳】"));
    EXPECT_THAT(message.text.en, HasSubstr("A visitor without a properly worn mask was not let in."));
    EXPECT_THAT(message.text.zh, Not(HasSubstr("王")));
}

TEST_F(TurnedAwayDeskTest, Y2_StaffAreToldOfAlike)
{
    StaffPunchEntry punch;
    punch.number = "007";
    punch.name = "赵一";
    punch.verdict = Verdict::Refuse;
    punch.outcome = Outcome::Refused;
    punch.reasons = {kNoMask};
    m_desk->refused(punch, recorded(punch));
    ASSERT_TRUE(until([&] { return steps().size() == 2; }));
    EXPECT_THAT(m_outside.sent().at(0).message.text.zh, HasSubstr("一名工作人员"));
    EXPECT_THAT(m_outside.sent().at(0).message.text.zh, Not(HasSubstr("赵")));
}

TEST_F(TurnedAwayDeskTest, Y2_WhoIsToldOfByAnAlertOrWasLetInOrIsNotToldByThePlanIsNotToldOfHere)
{
    turnAway({kNoMask, kFever});
    for (const VisitEntry &entry : {visit({}, Outcome::Admitted), visit({kNoMask}, Outcome::Admitted)}) {
        m_desk->refused(entry, recorded(entry));
    }
    VisitEntry afterwards = visit({kNoMask});
    afterwards.afterwards = EnteredAfterwards{m_clock.wall(), "guard"};
    m_desk->refused(afterwards, recorded(afterwards));
    m_plan.unmaskedTold = false;
    turnAway();
    settle();
    EXPECT_THAT(m_outside.sent(), IsEmpty());
}

TEST_F(TurnedAwayDeskTest, Y2_ACourierThatFailsIsFollowedByTheNextAndANetworkThatStaysAwayIsGivenUp)
{
    m_outside.breakDown("mail");
    turnAway();
    ASSERT_TRUE(until([&] { return steps().size() == 4; }));
    EXPECT_EQ(m_outside.attempts().back(), "robot mask-" + std::to_string(m_visit.value));
    m_outside.breakDown("robot");
    turnAway();
    const auto isGivenUp = [&] { return steps().size() == 4U + 4U * kMessageRounds; };
    for (int i = 0; i < kMessageRounds && !isGivenUp(); ++i) {
        const auto before = steps().size();
        ASSERT_TRUE(until([&] { return steps().size() >= before + 4 || isGivenUp(); }));
        m_clock.advance(7min);
    }
    EXPECT_TRUE(isGivenUp());
    const auto sent = m_outside.sent().size();
    settle();
    restart();
    settle();
    EXPECT_EQ(m_outside.sent().size(), sent);
}

TEST_F(TurnedAwayDeskTest, Y2_KilledBeforeAnythingOfItIsOnDiskTheNextStartTells)
{
    recorded(visit({kNoMask})); // the desk never heard of it
    restart();
    ASSERT_TRUE(until([&] { return steps().size() == 2; }));
    EXPECT_EQ(m_outside.sent().size(), 1U);
    restart();
    settle();
    EXPECT_EQ(m_outside.sent().size(), 1U) << "it is in the ledger";
}

TEST_F(TurnedAwayDeskTest, Y2_KilledWhileAMessageMayHaveGoneOutNobodyIsToldTwice)
{
    m_outside.hold("mail");
    turnAway();
    ASSERT_TRUE(until([&] { return m_outside.begun() == 1; }));
    m_desk.reset(); // before the courier's answer comes home
    m_outside.letGo();
    m_home = std::make_shared<Inbox<std::function<void()>>>();
    restart();
    EXPECT_THAT(steps(), ElementsAre(EscalationStep::Planned));
    const auto sent = m_outside.sent().size();
    settle();
    EXPECT_EQ(m_outside.sent().size(), sent);
}

TEST_F(TurnedAwayDeskTest, Y2_WhatFailedBeforeARestartIsTriedAgainAfterIt)
{
    m_outside.breakDown("mail");
    m_outside.breakDown("robot");
    turnAway();
    ASSERT_TRUE(until([&] { return steps().size() == 4; }));
    restart();
    m_clock.advance(1min);
    ASSERT_TRUE(until([&] { return steps().size() == 8; }));
}

TEST_F(TurnedAwayDeskTest, Y2_WithNobodyToTellNothingHappens)
{
    m_policy = {};
    turnAway();
    restart();
    settle();
    EXPECT_THAT(steps(), IsEmpty());
}

TEST_F(TurnedAwayDeskTest, Y2_WhatWasToldIsInTheVisitsStory)
{
    turnAway();
    ASSERT_TRUE(until([&] { return steps().size() == 2; }));
    const auto reader = openReader(m_path);
    ASSERT_TRUE(reader);
    const auto story = (*reader)->story(m_visit);
    ASSERT_TRUE(story);
    ASSERT_EQ(story->size(), 3U);
    EXPECT_TRUE(std::holds_alternative<TurnedAwayToldEntry>(story->back().entry));
}

} // namespace
} // namespace menshen
