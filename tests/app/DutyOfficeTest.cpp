// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/DutyOffice.h"
#include "tests/support/SmallPins.h"
#include "tests/support/TestClocks.h"

#include <gmock/gmock.h>

#include <thread>

using namespace menshen;
using namespace menshen::test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr EntrySeq kAlert{412};

/// An office whose engine is the test: it answers each command as the test says.
class DutyOfficeTest : public testing::Test {
protected:
    DutyOfficeTest()
    {
        pins.give({"p1", "王建国", GroupRole::OfficeDirector}, "246813");
        Alert alert;
        alert.id = kAlert;
        alert.who = "张*";
        alert.since = clock.wall();
        alert.reasons = {{ReasonCode::Fever, CheckLevel::Hard, std::nullopt, ""}};
        alert.steps = {{{"hold", {"原地等候", "Keep here"}}, std::nullopt, {}},
                       {{"isolate", {"隔离室", "Isolation room"}}, clock.wall(), "guard"}};
        snapshot.alerts = {alert};
        show();
    }
    void show() { office.snapshotSink()(std::make_shared<const Snapshot>(snapshot)); }
    void acknowledge()
    {
        snapshot.alerts[0].acknowledgedAt = clock.wall();
        snapshot.alerts[0].acknowledgedBy = "leader:p1";
        show();
    }
    DutyOutcome act(AlertAction action, const std::string &step = {}, const std::string &reason = {}, const char *pin = "246813")
    {
        return office.act({kAlert, action, step, reason}, "p1", pin);
    }

    ManualClock clock;
    SmallPins pins;
    Snapshot snapshot;
    Result<Receipt> answer = Receipt{EntrySeq{500}, {}};
    std::vector<std::string> actors;
    DutyOffice office{clock, UtcOffset{}, Plan{}, pins, [this](StationCommand command) {
                          if (auto *act = std::get_if<ActOnAlert>(&command)) {
                              actors.push_back(act->actor);
                              act->done(answer);
                          } else if (auto *open = std::get_if<OpenAlertLink>(&command)) {
                              open->done(answer);
                          }
                      }};
};

} // namespace

TEST_F(DutyOfficeTest, ShowsMaskedNamesToALinkAndWholeOnesToAPin)
{
    acknowledge();
    EXPECT_THAT(office.alert(kAlert, Audience::Public)->acknowledged->zh, HasSubstr("主任 王*"));
    EXPECT_THAT(office.alert(kAlert, Audience::Public)->acknowledged->zh, Not(HasSubstr("王建国")));
    EXPECT_THAT(office.alert(kAlert, Audience::Office)->acknowledged->zh, HasSubstr("主任 王建国"));
    EXPECT_EQ(office.people(Audience::Public).front().name, "王*");
    EXPECT_FALSE(office.alert(EntrySeq{1}, Audience::Office));
}

TEST_F(DutyOfficeTest, TellsTheStoryInOrderAndWhatComesNext)
{
    EscalationView view;
    view.alert = kAlert;
    view.level = {"办公室", "Office"};
    view.next = clock.wall() + 5min;
    EscalationEntry failed;
    failed.step = EscalationStep::Failed;
    failed.courier = "mail";
    view.notes = {{clock.wall() + 2s, failed}};
    snapshot.escalations = std::make_shared<const std::vector<EscalationView>>(std::vector{view});
    show();
    const auto alert = office.alert(kAlert, Audience::Public);
    ASSERT_EQ(alert->story.size(), 3U);
    EXPECT_EQ(alert->story[0].what.en, "Alert raised");
    EXPECT_EQ(alert->story[1].what.en, "Isolation room · guard");
    EXPECT_EQ(alert->story[2].what.en, "Level 1 · mail · failed");
    EXPECT_THAT(alert->next.en, HasSubstr("Now told: Office"));
}

TEST_F(DutyOfficeTest, ActsInThePersonsNameAfterTheRightPinOnly)
{
    EXPECT_EQ(act(AlertAction::Acknowledged, {}, {}, "000000"), DutyOutcome::WrongPin);
    EXPECT_EQ(office.act({kAlert, AlertAction::Acknowledged, {}, {}}, "nobody", "246813"), DutyOutcome::WrongPin);
    EXPECT_TRUE(actors.empty());
    EXPECT_EQ(act(AlertAction::Acknowledged), DutyOutcome::Done);
    EXPECT_THAT(actors, ElementsAre("leader:p1"));
}

TEST_F(DutyOfficeTest, AsksForNoPinWhenThereIsNothingToRecord)
{
    EXPECT_EQ(act(AlertAction::HandedOver, {}, "疾控"), DutyOutcome::NotAcknowledged);
    EXPECT_EQ(act(AlertAction::StepDone, "isolate"), DutyOutcome::AlreadyDone);
    EXPECT_EQ(office.act({EntrySeq{1}, AlertAction::Acknowledged, {}, {}}, "p1", "246813"), DutyOutcome::NotOpen);
    acknowledge();
    EXPECT_EQ(act(AlertAction::Acknowledged), DutyOutcome::AlreadyDone);
    EXPECT_EQ(act(AlertAction::HandedOver), DutyOutcome::ReasonMissing);
    EXPECT_EQ(pins.checked(), 0);
    EXPECT_EQ(act(AlertAction::HandedOver, {}, "区疾控"), DutyOutcome::Done);
}

TEST_F(DutyOfficeTest, WhatTheLedgerDidNotTakeIsNotDone)
{
    answer = Error{ErrorCode::DiskFull, "full"};
    EXPECT_EQ(act(AlertAction::Acknowledged), DutyOutcome::NotRecorded);
    EXPECT_EQ(office.open({kAlert, 0, 1, {}}), DutyOutcome::NotRecorded);
    answer = Error{ErrorCode::Denied, "used"};
    EXPECT_EQ(office.open({kAlert, 0, 1, {}}), DutyOutcome::AlreadyDone);
    answer = Error{ErrorCode::NotFound, "none"};
    EXPECT_EQ(office.open({kAlert, 0, 1, {}}), DutyOutcome::NotOpen);
}

TEST_F(DutyOfficeTest, AStationThatDoesNotAnswerIsUnknownAndMayAnswerLate)
{
    std::function<void(const Result<Receipt> &)> late;
    DutyOffice deaf(clock, UtcOffset{}, Plan{}, pins, [&](StationCommand command) { late = std::get<OpenAlertLink>(command).done; });
    EXPECT_EQ(deaf.open({kAlert, 0, 1, {}}), DutyOutcome::Unknown);
    late(Receipt{});
}

TEST_F(DutyOfficeTest, ManyPinsAtOnceAreTurnedAwayInsteadOfQueued)
{
    std::atomic<int> busy{0}, wrong{0};
    {
        std::vector<std::jthread> people;
        for (int i = 0; i < 16; ++i) {
            people.emplace_back([&] { ++(office.signIn("p1", "0").error().code == ErrorCode::DeviceBusy ? busy : wrong); });
        }
    }
    EXPECT_EQ(busy + wrong, 16);
    EXPECT_GE(wrong, 1);
    EXPECT_EQ(pins.checked(), wrong);
}

TEST_F(DutyOfficeTest, ACheckThatFailsGivesItsTurnBack)
{
    class Failing final : public PersonPins {
    public:
        [[nodiscard]] Result<std::vector<PinHolder>> holders() const override { return std::vector<PinHolder>{}; }
        [[nodiscard]] Result<PinHolder> verify(std::string_view, std::string_view) override { throw std::bad_alloc(); }
    } failing;
    DutyOffice poor(clock, UtcOffset{}, Plan{}, failing, [](StationCommand) {});
    for (int i = 0; i < 10; ++i) {
        EXPECT_THROW((void)poor.signIn("p1", "246813"), std::bad_alloc) << i << ": never busy for good";
    }
}
