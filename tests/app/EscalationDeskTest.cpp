// SPDX-License-Identifier: GPL-3.0-or-later
// The desk on a real ledger: what it tells, in which order with the disk, and what is left of it after a restart.
#include "src/app/EscalationDesk.h"
#include "menshen/app/AlertStory.h"
#include "src/app/CourierDesk.h"
#include "src/app/Inbox.h"
#include "tests/app/Outside.h"
#include "tests/db/LedgerFixture.h"

#include <gmock/gmock.h>

namespace menshen {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

EscalationPolicy ladder()
{
    EscalationPolicy policy;
    policy.levels = {{"office", {"办公室", "Office"}, {{"王主任", "13800138000", "office@example.org"}}, {"mail", "robot"}, 5min},
                     {"leader", {"带班领导", "On-duty leader"}, {{"李局长", "13900139000", ""}}, {"sms"}, 10min}};
    return policy;
}

/// The engine's thread is the test's: what comes home is run by `until`.
class EscalationDeskTest : public testing::Test {
protected:
    void SetUp() override { start(); }

    void start()
    {
        m_ledger = menshen::opened(m_path);
        ASSERT_TRUE(m_ledger);
        std::vector<CourierPart> couriers;
        for (const char *id : {"mail", "robot", "sms", "cdc"}) {
            couriers.push_back({id, [this, id] { return std::make_unique<OutsideCourier>(id, m_outside); }});
        }
        m_home = std::make_shared<Inbox<std::function<void()>>>();
        const auto home = [inbox = m_home](std::function<void()> work) { inbox->post(std::move(work)); };
        m_couriers = std::make_unique<CourierDesk>(m_clock, std::move(couriers), home);
        m_desk = std::make_unique<EscalationDesk>(
            m_clock, "益阳", UtcOffset{}, m_link,
            [this, home](Entry entry, std::string actor, std::function<void(const Result<Receipt> &)> then) {
                if (m_swallowed) {
                    return;
                }
                if (m_full) {
                    home([then = std::move(then)] { then(Error{ErrorCode::DiskFull, "full"}); });
                    return;
                }
                m_ledger->append({m_clock.wall(), kDay, std::move(actor), std::move(entry)},
                                 [home, then = std::move(then)](const Result<Receipt> &result) { home([then, result] { then(result); }); });
            },
            [this](const std::string &courier, CourierMessage message, std::shared_ptr<SendTicket> ticket, CourierDesk::Done done) {
                m_couriers->send(courier, std::move(message), std::move(ticket), std::move(done));
            },
            [this](const EscalationEntry &entry) { m_told.push_back(entry.step); });
    }

    /// As a process that is killed: nothing on its way arrives any more.
    void restart(Micros off = 0s)
    {
        m_desk.reset();
        m_couriers.reset();
        m_home.reset();
        m_ledger.reset();
        m_clock.advance(off);
        start();
        const auto reader = openReader(m_path);
        ASSERT_TRUE(reader);
        const auto stories = alertsToGoOnWith(**reader, hallDayOf(m_clock.wall(), UtcOffset{}), UtcOffset{});
        ASSERT_TRUE(stories);
        m_desk->restore(*stories);
    }

    void raise(EscalationPolicy policy = ladder())
    {
        m_raised = {{}, {{ReasonCode::Fever, CheckLevel::Hard, std::nullopt, ""}}, "王*", std::move(policy)};
        const auto receipt = appended(*m_ledger, draftOf(m_raised, m_clock.wall()));
        ASSERT_TRUE(receipt);
        m_alert = receipt->seq;
        m_desk->raised(m_raised, *receipt);
    }

    /// For 15 minutes.
    void silence()
    {
        EscalationEntry quiet;
        quiet.alert = m_alert;
        quiet.step = EscalationStep::Silenced;
        quiet.next = m_clock.wall() + 15min;
        m_desk->noted(quiet, {EntrySeq{99}, m_clock.wall()});
    }

    /// Mail has an alert's message in hand and does not finish; another alert's waits behind it. The second one is `m_alert`.
    void raiseTwoBehindASlowMail()
    {
        m_outside.hold("mail");
        raise();
        ASSERT_TRUE(until([&] { return m_outside.begun() == 1; }));
        raise();
        ASSERT_TRUE(until([&] { return m_couriers->view()->front().underWay == 2; }));
    }

    /// A hand-over without its time is one of old, which ended its alert.
    void act(AlertAction action, std::optional<WallTime> when = {})
    {
        AlertActionEntry entry{m_alert, action, {}, "x"};
        entry.when = when;
        const auto receipt = appended(*m_ledger, draftOf(entry, m_clock.wall()));
        ASSERT_TRUE(receipt);
        m_desk->acted(entry, *receipt);
    }

    bool until(const std::function<bool()> &condition)
    {
        const auto end = std::chrono::steady_clock::now() + 20s;
        while (!condition() && std::chrono::steady_clock::now() < end) {
            for (const auto &work : m_home->takeAll({}, 20ms)) {
                work();
            }
            m_desk->tick();
        }
        return condition();
    }

    /// Passes time and lets whatever follows settle: until this many messages went out in all.
    bool told(std::size_t messages, Micros later = 0s)
    {
        m_clock.advance(later);
        return until([&] { return m_outside.sent().size() >= messages && isQuiet(); });
    }
    [[nodiscard]] bool isQuiet() const
    {
        const auto &view = *m_desk->view();
        return view.empty() || !view[0].next || *view[0].next > m_clock.wall();
    }

    /// Passes time and does what comes home meanwhile.
    void pass(Micros time)
    {
        m_clock.advance(time);
        for (int i = 0; i < 2; ++i) {
            m_desk->tick();
            for (const auto &work : m_home->takeAll({}, 50ms)) {
                work();
            }
        }
    }

    /// Until this many messages went out in all, and what came of the last one is in the ledger.
    bool endingTold(std::size_t messages)
    {
        return until([&] { return m_outside.sent().size() >= messages && !m_told.empty() && m_told.back() != EscalationStep::Planned; });
    }

    /// Of each message that says how it ended, what came of it.
    [[nodiscard]] std::vector<EscalationStep> endings()
    {
        std::vector<EscalationStep> found;
        for (const JournalRecord &record : journalOf(m_path)) {
            if (const auto *entry = std::get_if<EscalationEntry>(&record.entry); entry != nullptr && entry->ending) {
                found.push_back(entry->step);
            }
        }
        return found;
    }

    [[nodiscard]] std::string nameOf(const char *ending) const { return std::to_string(m_alert.value) + ending; }

    [[nodiscard]] int stuck()
    {
        return static_cast<int>(std::ranges::count_if(journalOf(m_path), [](const JournalRecord &record) {
            const auto *entry = std::get_if<StationEntry>(&record.entry);
            return entry != nullptr && entry->action == StationAction::EscalationStuck;
        }));
    }

    [[nodiscard]] std::vector<EscalationStep> steps()
    {
        std::vector<EscalationStep> found;
        for (const JournalRecord &record : journalOf(m_path)) {
            if (const auto *entry = std::get_if<EscalationEntry>(&record.entry)) {
                found.push_back(entry->step);
            }
        }
        return found;
    }

    /// Opens the link of an attempt; why not, when it does not.
    std::optional<ErrorCode> follow(int line, int attempt)
    {
        std::optional<Result<Receipt>> answer;
        m_desk->opened({m_alert, line, attempt, [&](const Result<Receipt> &result) { answer.emplace(result); }});
        EXPECT_TRUE(until([&] { return answer.has_value(); }));
        return *answer ? std::nullopt : std::optional(answer->error().code);
    }

    TempFolder m_folder;
    std::string m_path = (m_folder / "escalation.db").string();
    test::ManualClock m_clock;
    Outside m_outside;
    std::unique_ptr<SqliteLedger> m_ledger;
    std::shared_ptr<Inbox<std::function<void()>>> m_home;
    std::vector<EscalationStep> m_told;
    bool m_full = false;
    bool m_swallowed = false; ///< the ledger never answers
    AlertRaisedEntry m_raised;
    EntrySeq m_alert;
    std::unique_ptr<CourierDesk> m_couriers;
    AlertLink m_link;
    std::unique_ptr<EscalationDesk> m_desk;
};

TEST_F(EscalationDeskTest, NothingGoesOutWhileTheDiskTakesNothingAndAllOfItAfterwards)
{
    raise();
    m_full = true;
    m_desk->tick();
    ASSERT_TRUE(until([&] { return m_desk->view()->size() == 1; }));
    m_clock.advance(1s);
    m_desk->tick();
    EXPECT_THAT(m_outside.sent(), IsEmpty());
    m_full = false;
    ASSERT_TRUE(told(1, 10s));
    EXPECT_EQ(m_outside.sent()[0].courier, "mail");
}

TEST_F(EscalationDeskTest, AMessageNamesTheAlertInBothLanguagesAndNobodyWhole)
{
    raise();
    ASSERT_TRUE(told(1));
    const CourierMessage message = m_outside.sent()[0].message;
    EXPECT_THAT(message.subject.zh, HasSubstr("【益阳】警报 " + std::to_string(m_alert.value)));
    EXPECT_THAT(message.text.zh, HasSubstr("王*"));
    EXPECT_THAT(message.text.en, HasSubstr("Told: Office"));
    EXPECT_THAT(message.text.en, HasSubstr("within 5 minutes"));
    EXPECT_EQ(message.to, ladder().levels[0].people);
    EXPECT_EQ(message.attempt, std::to_string(m_alert.value) + "-0-1");
    EXPECT_THAT(steps(), ElementsAre(EscalationStep::Planned, EscalationStep::Delivered));
}

TEST_F(EscalationDeskTest, ItClimbsUntilSomebodyAcknowledgesAndIsLiveAgainWhenNobodyFinishes)
{
    m_outside.breakDown("mail");
    raise();
    ASSERT_TRUE(told(2));
    EXPECT_EQ(m_outside.sent()[1].courier, "robot");
    ASSERT_TRUE(told(3, 5min));
    EXPECT_EQ(m_outside.sent()[2].courier, "sms");
    act(AlertAction::Acknowledged);
    m_clock.advance(29min);
    m_desk->tick();
    EXPECT_EQ(m_outside.sent().size(), 3U);
    ASSERT_TRUE(told(4, 1min));
    EXPECT_THAT(m_told, Contains(EscalationStep::AcknowledgementExpired));
    act(AlertAction::HandedOver);
    EXPECT_THAT(*m_desk->view(), Not(IsEmpty())) << "shown until the next tick";
    m_clock.advance(24h);
    m_desk->tick();
    EXPECT_THAT(*m_desk->view(), IsEmpty());
    EXPECT_EQ(m_outside.sent().size(), 4U);
}

TEST_F(EscalationDeskTest, AfterAHandOverNobodyIsAskedAndWhatWasToldIsShownUntilTheIncidentEndsAlsoAfterARestart)
{
    raise();
    ASSERT_TRUE(told(1));
    act(AlertAction::Acknowledged);
    act(AlertAction::HandedOver, m_clock.wall());
    ASSERT_TRUE(endingTold(2));
    restart(1h);
    m_desk->tick();
    ASSERT_EQ(m_desk->view()->size(), 1U);
    const EscalationView &view = m_desk->view()->front();
    EXPECT_TRUE(view.over);
    EXPECT_FALSE(view.next);
    EXPECT_THAT(view.notes, Not(IsEmpty()));
    EXPECT_EQ(view.levels.size(), ladder().levels.size());
    m_clock.advance(24h);
    m_desk->tick();
    EXPECT_EQ(m_outside.sent().size(), 2U);
    act(AlertAction::Closed);
    m_desk->tick();
    EXPECT_THAT(*m_desk->view(), IsEmpty());
    ASSERT_TRUE(endingTold(3));
    restart(1h);
    EXPECT_THAT(*m_desk->view(), IsEmpty());
}

TEST_F(EscalationDeskTest, ASilenceThatSomebodyAskedForIsShownAndEndsByItself)
{
    raise();
    ASSERT_TRUE(told(1));
    silence();
    m_desk->tick();
    ASSERT_TRUE(m_desk->view()->front().silentUntil);
    EXPECT_EQ(m_desk->view()->front().silentUntil, m_clock.wall() + 15min);
    m_clock.advance(10min);
    m_desk->tick();
    EXPECT_EQ(m_outside.sent().size(), 1U);
    ASSERT_TRUE(told(2, 6min));
}

TEST_F(EscalationDeskTest, KilledBetweenTheCommitAndTheMessageItIsSentAfterTheRestartUnderTheSameName)
{
    raise();
    m_desk->tick();
    m_ledger.reset(); // the attempt is durable; its receipt never comes home
    restart(10s);
    ASSERT_TRUE(told(1));
    EXPECT_THAT(m_outside.attempts(), ElementsAre("mail " + std::to_string(m_alert.value) + "-0-1"));
}

TEST_F(EscalationDeskTest, KilledBetweenTheMessageAndItsOutcomeItIsSentTwiceNotNever)
{
    raise();
    const auto end = std::chrono::steady_clock::now() + 20s;
    while (m_outside.sent().empty() && std::chrono::steady_clock::now() < end) {
        for (const auto &work : m_home->takeAll({}, 20ms)) {
            if (m_outside.sent().empty()) {
                work();
            }
        }
        m_desk->tick();
    }
    m_home = std::make_shared<Inbox<std::function<void()>>>(); // whatever came back is lost
    restart();
    ASSERT_TRUE(told(2));
    const std::string attempt = "mail " + std::to_string(m_alert.value) + "-0-1";
    EXPECT_THAT(m_outside.attempts(), ElementsAre(attempt, attempt));
}

TEST_F(EscalationDeskTest, ADayOffLeavesNothingOutAndKeepsThePolicyOfItsOwnTime)
{
    raise();
    ASSERT_TRUE(told(1));
    restart(24h);
    ASSERT_TRUE(told(2));
    EXPECT_EQ(m_outside.sent()[1].courier, "sms");
    EXPECT_EQ(m_outside.sent()[1].message.to, ladder().levels[1].people) << "sealed with the alert, read back";
    act(AlertAction::FalseAlarm);
    restart(1h);
    EXPECT_THAT(*m_desk->view(), IsEmpty());
}

TEST_F(EscalationDeskTest, ACourierThatNobodySetUpIsSaidAndTheNextIsAsked)
{
    EscalationPolicy policy = ladder();
    policy.levels[0].couriers = {"pigeon", "robot"};
    raise(policy);
    ASSERT_TRUE(told(1));
    EXPECT_EQ(m_outside.sent()[0].courier, "robot");
    const auto &notes = m_desk->view()->front().notes;
    ASSERT_GE(notes.size(), 2U);
    EXPECT_EQ(notes[1].entry.step, EscalationStep::Failed);
    EXPECT_THAT(notes[1].entry.detail, HasSubstr("pigeon"));
}

TEST_F(EscalationDeskTest, WhomAChannelCouldNotReachIsSaidInTheLedger)
{
    m_outside.missTheFirst();
    EscalationPolicy policy = ladder();
    policy.levels[0].people.push_back({"赵副主任", "", ""});
    raise(policy);
    ASSERT_TRUE(told(1));
    EXPECT_EQ(m_desk->view()->front().notes.back().entry.detail, "250 ok; reached 1 of 2");
}

TEST_F(EscalationDeskTest, TheSirenIsWantedUntilSomebodyAnswersAndAgainWhenTheAnswerExpires)
{
    EXPECT_FALSE(m_desk->isSounding());
    raise();
    EXPECT_TRUE(m_desk->isSounding());
    ASSERT_TRUE(told(1));
    act(AlertAction::Acknowledged);
    EXPECT_FALSE(m_desk->isSounding());
    ASSERT_TRUE(told(2, 30min));
    EXPECT_TRUE(m_desk->isSounding());
    act(AlertAction::FalseAlarm);
    EXPECT_FALSE(m_desk->isSounding());
}

TEST_F(EscalationDeskTest, WhatCameOfTheNewestMessageIsKeptOfEachCourier)
{
    m_outside.breakDown("mail");
    EXPECT_FALSE(m_couriers->view()->front().last);
    raise();
    ASSERT_TRUE(told(2));
    const std::vector<CourierView> &views = *m_couriers->view();
    ASSERT_EQ(views.size(), 4U);
    EXPECT_EQ(views[0].id, "mail");
    ASSERT_TRUE(views[0].last);
    EXPECT_EQ(views[0].last->delivery.outcome, Delivery::Outcome::Unreachable);
    ASSERT_TRUE(views[1].last);
    EXPECT_EQ(views[1].last->delivery.outcome, Delivery::Outcome::Accepted);
    EXPECT_EQ(views[1].underWay, 0);
    EXPECT_FALSE(views[2].last) << "nobody needed it";
}

TEST_F(EscalationDeskTest, ALinkIsInTheMessageAndOpensOnceAlsoAfterARestart)
{
    m_link = [](EntrySeq, std::size_t line, int attempt) {
        return "https://hall/a/" + std::to_string(line) + "-" + std::to_string(attempt);
    };
    restart();
    raise();
    ASSERT_TRUE(told(1));
    EXPECT_EQ(m_outside.sent()[0].message.link, "https://hall/a/0-1");
    EXPECT_THAT(m_outside.sent()[0].message.text.en, HasSubstr("or by the link"));
    EXPECT_EQ(follow(0, 1), std::nullopt);
    EXPECT_EQ(follow(0, 1), ErrorCode::Denied);
    EXPECT_EQ(follow(0, 2), ErrorCode::NotFound) << "an attempt that was never made";
    EXPECT_EQ(follow(1, 1), ErrorCode::NotFound);
    EXPECT_EQ(follow(-1, 1), ErrorCode::NotFound);
    EXPECT_EQ(follow(0, 0), ErrorCode::NotFound);
    restart(1s);
    EXPECT_EQ(follow(0, 1), ErrorCode::Denied);
    act(AlertAction::FalseAlarm);
    EXPECT_EQ(follow(0, 1), ErrorCode::NotFound) << "it is over";
}

TEST_F(EscalationDeskTest, ALinkWhoseOpeningCouldNotBeRecordedStaysGood)
{
    raise();
    ASSERT_TRUE(told(1));
    m_full = true;
    EXPECT_EQ(follow(0, 1), ErrorCode::DiskFull);
    m_full = false;
    EXPECT_EQ(follow(0, 1), std::nullopt);
}

TEST_F(EscalationDeskTest, OpeningALinkWhileAMessageIsUnderWaySendsNothingTwice)
{
    raise();
    ASSERT_TRUE(told(1));
    EXPECT_EQ(follow(0, 1), std::nullopt);
    for (int i = 0; i < 20; ++i) {
        m_desk->tick();
    }
    EXPECT_EQ(m_outside.sent().size(), 1U);
}

TEST_F(EscalationDeskTest, WhatWaitsBehindASlowCourierIsNotSentOnceSomebodyHasAnswered)
{
    raiseTwoBehindASlowMail();
    act(AlertAction::Acknowledged);
    ASSERT_TRUE(until([&] { return !m_told.empty() && m_told.back() == EscalationStep::Withdrawn; }));
    m_outside.letGo();
    ASSERT_TRUE(until([&] { return m_couriers->view()->front().underWay == 0; }));
    EXPECT_EQ(m_outside.sent().size(), 1U);
    EXPECT_NE(m_outside.sent()[0].message.alert, std::to_string(m_alert.value));
    m_clock.advance(30min); // nobody finished it
    ASSERT_TRUE(until([&] {
        return std::ranges::any_of(m_outside.attempts(),
                                   [&](const std::string &attempt) { return attempt == "mail " + std::to_string(m_alert.value) + "-0-2"; });
    }));
}

TEST_F(EscalationDeskTest, WhatWaitsBehindASlowCourierIsNotSentInASilenceAndIsAfterIt)
{
    raiseTwoBehindASlowMail();
    silence();
    m_outside.letGo();
    ASSERT_TRUE(
        until([&] { return m_couriers->view()->front().underWay == 0 && !m_told.empty() && m_told.back() == EscalationStep::Hidden; }));
    EXPECT_EQ(m_outside.sent().size(), 1U);
    m_clock.advance(16min);
    ASSERT_TRUE(until([&] { return m_outside.sent().size() >= 3; }));
}

TEST_F(EscalationDeskTest, AnAlertThatEndsWhileItsMessageWaitsIsForgottenAndSentToNobody)
{
    raiseTwoBehindASlowMail();
    act(AlertAction::FalseAlarm);
    ASSERT_TRUE(until([&] { return m_desk->view()->size() == 1; }));
    m_outside.letGo();
    ASSERT_TRUE(until([&] { return m_couriers->view()->front().underWay == 0; }));
    EXPECT_EQ(m_outside.sent().size(), 1U);
}

TEST_F(EscalationDeskTest, ACourierThatTakesLongIsNotTakenForOneThatHangs)
{
    EscalationPolicy policy = ladder();
    policy.levels[0].couriers = {"mail"};
    m_outside.hold("mail");
    raise(policy);
    ASSERT_TRUE(until([&] { return m_outside.begun() == 1; }));
    for (int i = 0; i < 20; ++i) {
        m_clock.advance(31s);
        m_desk->tick();
    }
    EXPECT_EQ(m_couriers->view()->front().underWay, 1);
    m_outside.letGo();
    ASSERT_TRUE(told(1));
    EXPECT_EQ(m_outside.begun(), 1);
    EXPECT_EQ(stuck(), 0);
    EXPECT_THAT(steps(), ElementsAre(EscalationStep::Planned, EscalationStep::Delivered));
}

TEST_F(EscalationDeskTest, ABusyCourierIsPassedOverForTheNextChannel)
{
    raiseTwoBehindASlowMail();
    m_clock.advance(61s);
    ASSERT_TRUE(until([&] { return m_outside.sent().size() == 1; }));
    EXPECT_EQ(m_outside.sent()[0].courier, "robot");
    EXPECT_EQ(m_outside.sent()[0].message.alert, std::to_string(m_alert.value));
    m_outside.letGo();
    ASSERT_TRUE(until([&] { return m_couriers->view()->front().underWay == 0; }));
    EXPECT_EQ(m_outside.sent().size(), 2U) << "mail sends what it had begun, and nothing else";
}

TEST_F(EscalationDeskTest, WhereThereIsNoOtherChannelAMessageKeepsItsPlaceInTheQueue)
{
    EscalationPolicy policy = ladder();
    for (EscalationLevel &level : policy.levels) {
        level.couriers = {"mail"};
    }
    m_outside.hold("mail");
    raise(policy);
    ASSERT_TRUE(until([&] { return m_outside.begun() == 1; }));
    raise(policy);
    ASSERT_TRUE(until([&] { return m_couriers->view()->front().underWay == 2; }));
    for (int i = 0; i < 20; ++i) { // the level's patience passes meanwhile
        m_clock.advance(31s);
        m_desk->tick();
    }
    EXPECT_EQ(m_couriers->view()->front().underWay, 2);
    m_outside.letGo();
    ASSERT_TRUE(until([&] { return m_outside.sent().size() >= 2; }));
    EXPECT_EQ(m_outside.attempts()[1], "mail " + std::to_string(m_alert.value) + "-0-1") << "the office, as it was planned";
}

TEST_F(EscalationDeskTest, AStepWhoseEntryNeverComesBackIsBegunAnewAndSaid)
{
    m_swallowed = true;
    raise();
    m_desk->tick();
    m_swallowed = false;
    m_clock.advance(2min);
    m_desk->tick();
    EXPECT_THAT(m_outside.sent(), IsEmpty());
    ASSERT_TRUE(told(1, 2min));
    ASSERT_TRUE(until([&] { return stuck() == 1; }));
    EXPECT_THAT(steps(), ElementsAre(EscalationStep::Planned, EscalationStep::Delivered));
}

TEST_F(EscalationDeskTest, WithNobodyToTellTheSirenStillHearsAcknowledgementItsExpiryAndSilence)
{
    raise(EscalationPolicy{});
    EXPECT_TRUE(m_desk->isSounding());
    act(AlertAction::Acknowledged);
    EXPECT_FALSE(m_desk->isSounding());
    m_clock.advance(30min);
    ASSERT_TRUE(until([&] { return m_desk->isSounding(); }));
    for (int i = 0; i < 20; ++i) {
        m_clock.advance(1min);
        ASSERT_TRUE(until([] { return true; }));
        m_desk->tick();
    }
    EXPECT_THAT(steps(), ElementsAre(EscalationStep::AcknowledgementExpired)) << "once";
    EXPECT_EQ(stuck(), 0);
    silence();
    EXPECT_FALSE(m_desk->isSounding());
}

TEST_F(EscalationDeskTest, ALinkOpenedLateSaysWhoseItWas)
{
    raise();
    ASSERT_TRUE(told(1));
    ASSERT_TRUE(told(2, 5min)); // the leader has been told
    EXPECT_EQ(follow(0, 1), std::nullopt);
    EXPECT_EQ(m_desk->view()->front().notes.back().entry.step, EscalationStep::Seen);
    EXPECT_EQ(m_desk->view()->front().notes.back().entry.level, 0) << "the office opened it";
}

TEST_F(EscalationDeskTest, TheLineBesideIsGivenNoLinkAndNothingToAcknowledge)
{
    m_link = [](EntrySeq, std::size_t, int) { return std::string("https://hall/a/1"); };
    restart();
    EscalationPolicy policy = ladder();
    policy.beside = {{"cdc", {"疾控", "CDC"}, {{"疾控值班", "13700137000", ""}}, {"cdc"}, 5min}};
    raise(policy);
    ASSERT_TRUE(told(2));
    const auto sent = m_outside.sent();
    const auto cdc = std::ranges::find(sent, "cdc", &Outside::Sent::courier);
    ASSERT_NE(cdc, sent.end());
    EXPECT_EQ(cdc->message.link, "");
    EXPECT_THAT(cdc->message.text.en, Not(HasSubstr("acknowledge")));
    EXPECT_THAT(cdc->message.text.zh, HasSubstr("请与益阳联系"));
}

// ---- how it ended

TEST_F(EscalationDeskTest, WhoeverWasToldIsToldHowItEndedInBothLanguagesAndNobodyIsNamed)
{
    m_link = [](EntrySeq, std::size_t, int) { return std::string("https://hall/a/1"); };
    restart();
    EscalationPolicy policy = ladder();
    policy.beside = {{"cdc", {"疾控", "CDC"}, {{"疾控值班", "13700137000", ""}}, {"cdc"}, 5min}};
    raise(policy);
    ASSERT_TRUE(told(2));
    act(AlertAction::Acknowledged);
    act(AlertAction::FalseAlarm);
    ASSERT_TRUE(until([&] { return endings().size() == 4; }));
    EXPECT_THAT(endings(), testing::UnorderedElementsAre(EscalationStep::Planned, EscalationStep::Planned, EscalationStep::Delivered,
                                                         EscalationStep::Delivered));
    std::set<std::string> couriers;
    const auto sent = m_outside.sent();
    ASSERT_EQ(sent.size(), 4U);
    for (std::size_t i = 2; i < 4; ++i) {
        const CourierMessage &message = sent[i].message;
        couriers.insert(sent[i].courier);
        EXPECT_THAT(message.attempt, HasSubstr(nameOf("-over-")));
        EXPECT_THAT(message.subject.zh, HasSubstr("【益阳】警报 " + std::to_string(m_alert.value) + " 经复核为误报"));
        EXPECT_THAT(message.text.en, HasSubstr("was a false alarm"));
        EXPECT_EQ(message.link, "") << "there is nothing to acknowledge";
        for (const std::string &text : {message.subject.zh, message.subject.en, message.text.zh, message.text.en}) {
            EXPECT_THAT(text, Not(HasSubstr("王")));
        }
    }
    EXPECT_THAT(couriers, ElementsAre("cdc", "mail"));
    EXPECT_EQ(std::ranges::count_if(sent, [](const Outside::Sent &each) { return each.message.to == ladder().levels[0].people; }), 2);
    EXPECT_THAT(*m_desk->view(), IsEmpty());
}

TEST_F(EscalationDeskTest, AHandOverIsToldOnceAndShownAndTheEndOnceMore)
{
    raise();
    ASSERT_TRUE(told(1));
    act(AlertAction::Acknowledged);
    act(AlertAction::HandedOver, m_clock.wall());
    ASSERT_TRUE(endingTold(2));
    m_desk->tick();
    ASSERT_EQ(m_desk->view()->size(), 1U);
    const EscalationEntry shown = m_desk->view()->front().notes.back().entry;
    EXPECT_EQ(shown.step, EscalationStep::Delivered);
    EXPECT_EQ(shown.ending, (EndingTold{AlertAction::HandedOver, 0}));
    act(AlertAction::Closed);
    ASSERT_TRUE(endingTold(3));
    restart(1h);
    m_desk->tick();
    EXPECT_THAT(m_outside.attempts(), ElementsAre("mail " + nameOf("-0-1"), "mail " + nameOf("-handed-0"), "mail " + nameOf("-over-0")));
}

TEST_F(EscalationDeskTest, TheEndIsNotToldWhileTheDiskTakesNothingAndOnceAfterwards)
{
    raise();
    ASSERT_TRUE(told(1));
    m_full = true;
    act(AlertAction::FalseAlarm);
    for (int i = 0; i < 5; ++i) {
        pass(6s);
    }
    EXPECT_EQ(m_outside.sent().size(), 1U);
    m_full = false;
    pass(6s);
    ASSERT_TRUE(endingTold(2));
    EXPECT_EQ(m_outside.attempts().back(), "mail " + nameOf("-over-0"));
}

TEST_F(EscalationDeskTest, AnOutcomeThatTheDiskDoesNotTakeIsNotAReasonToTellTwice)
{
    raise();
    ASSERT_TRUE(told(1));
    m_outside.hold("mail");
    act(AlertAction::FalseAlarm);
    ASSERT_TRUE(until([&] { return m_outside.begun() == 2; }));
    m_full = true;
    m_outside.letGo();
    ASSERT_TRUE(until([&] { return m_couriers->view()->front().underWay == 0; }));
    for (int i = 0; i < 5; ++i) {
        pass(6s);
    }
    EXPECT_EQ(m_outside.sent().size(), 2U);
}

TEST_F(EscalationDeskTest, KilledBeforeAnythingOfTheEndIsOnDiskItIsToldAfterTheRestart)
{
    raise();
    ASSERT_TRUE(told(1));
    m_swallowed = true;
    act(AlertAction::FalseAlarm);
    m_swallowed = false;
    restart(10s);
    ASSERT_TRUE(endingTold(2));
    EXPECT_EQ(m_outside.attempts().back(), "mail " + nameOf("-over-0"));
    restart(10s);
    m_desk->tick();
    EXPECT_EQ(m_outside.sent().size(), 2U);
}

TEST_F(EscalationDeskTest, KilledBetweenTheEntryOfTheEndAndItsMessageItIsSentUnderTheSameName)
{
    raise();
    ASSERT_TRUE(told(1));
    act(AlertAction::FalseAlarm); // its Planned is appended, and its receipt never comes home
    m_ledger.reset();
    restart(10s);
    EXPECT_THAT(endings(), ElementsAre(EscalationStep::Planned));
    ASSERT_TRUE(until([&] { return endings().size() == 2; }));
    EXPECT_THAT(endings(), ElementsAre(EscalationStep::Planned, EscalationStep::Delivered));
    EXPECT_EQ(m_outside.attempts().back(), "mail " + nameOf("-over-0"));
}

TEST_F(EscalationDeskTest, WhatEndedBeforeYesterdayIsToldToNobody)
{
    raise();
    ASSERT_TRUE(told(1));
    m_swallowed = true;
    act(AlertAction::HandedOver, m_clock.wall());
    m_swallowed = false;
    restart(72h);
    m_desk->tick();
    EXPECT_EQ(m_outside.sent().size(), 1U);
    act(AlertAction::Closed);
    ASSERT_TRUE(endingTold(2));
    EXPECT_EQ(m_outside.attempts().back(), "mail " + nameOf("-over-0")) << "but of the end today";
}

TEST_F(EscalationDeskTest, WhenTheCourierIsOutOfOrderTheLevelsOtherOneTellsTheEnd)
{
    raise();
    ASSERT_TRUE(told(1));
    m_outside.breakDown("mail");
    act(AlertAction::Closed);
    ASSERT_TRUE(until([&] { return endings().size() == 4; }));
    EXPECT_THAT(endings(),
                ElementsAre(EscalationStep::Planned, EscalationStep::Failed, EscalationStep::Planned, EscalationStep::Delivered));
    EXPECT_EQ(m_outside.attempts().back(), "robot " + nameOf("-over-0"));
}

TEST_F(EscalationDeskTest, NothingIsBegunWhileTheStationStops)
{
    raise();
    m_desk->stop();
    m_clock.advance(1min);
    for (int i = 0; i < 10; ++i) {
        ASSERT_TRUE(until([] { return true; }));
        for (const auto &work : m_home->takeAll({}, 20ms)) {
            work();
        }
    }
    EXPECT_THAT(m_outside.sent(), IsEmpty());
    restart();
    ASSERT_TRUE(told(1));
}

} // namespace
} // namespace menshen
