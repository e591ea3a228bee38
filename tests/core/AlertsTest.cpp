// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Alerts.h"
#include "tests/support/People.h"

#include <gmock/gmock.h>

#include <random>

using namespace menshen;
using namespace menshen::test;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

const Reason kFever{ReasonCode::Fever, CheckLevel::Hard, {}, {}};
const Reason kCough{ReasonCode::Answer, CheckLevel::Hard, {}, {}};

Plan wholePlan()
{
    Plan plan = smallPlan();
    const auto step = [](const char *id, StepKind kind = StepKind::Task, bool required = true, std::vector<std::string> after = {}) {
        return AlertStep{id, {id, id}, kind, required, std::move(after)};
    };
    plan.alertSteps = {step("hold"),
                       step("isolation_room", StepKind::Isolation),
                       step("office_told"),
                       step("cdc_told"),
                       step("family_told", StepKind::Task, false),
                       step("handed_over", StepKind::HandOver, true, {"cdc_told"}),
                       step("air_conditioning_off", StepKind::AirOff),
                       step("disinfected", StepKind::Disinfection),
                       step("air_conditioning_on", StepKind::AirOn)};
    return plan;
}

/// One incident, driven as the station does it: nothing is applied that may not be recorded.
class Case {
public:
    explicit Case(std::vector<Reason> reasons = {kFever}, Plan plan = wholePlan(), AlertRaisedEntry raised = {}) : m_plan(std::move(plan))
    {
        raised.cause = EntrySeq{4};
        raised.reasons = std::move(reasons);
        raised.who = "张*";
        open = withRaised({}, raised, {EntrySeq{5}, m_now}, m_plan);
    }

    /// Empty: it was recorded; otherwise why not.
    std::string act(AlertActionEntry entry)
    {
        entry.alert = EntrySeq{5};
        auto problem = alertActionProblem(open, entry, m_plan);
        if (problem.empty()) {
            m_now += 60s;
            history.push_back({entry, {EntrySeq{++m_seq}, m_now}});
            open = withAction(std::move(open), entry, history.back().second, "guard");
        }
        return problem;
    }
    std::string act(AlertAction action, std::string step = {}, std::string reason = {})
    {
        return act(AlertActionEntry{{}, action, std::move(step), std::move(reason)});
    }
    std::string handOver(std::string to = "district CDC")
    {
        AlertActionEntry entry{{}, AlertAction::HandedOver, {}, std::move(to)};
        entry.vehicle = "ambulance 3";
        entry.when = m_now;
        return act(entry);
    }
    std::string falseAlarm(std::optional<double> degrees, std::string checkedBy = {}, std::string reason = "hot tea",
                           TakenAt where = TakenAt::Ear)
    {
        AlertActionEntry entry{{}, AlertAction::FalseAlarm, {}, std::move(reason)};
        if (degrees) {
            entry.second = SecondReading{Celsius{*degrees}, where};
        }
        entry.checkedBy = std::move(checkedBy);
        return act(entry);
    }
    [[nodiscard]] const Alert &alert() const { return open.front(); }
    [[nodiscard]] const Plan &plan() const { return m_plan; }

    std::vector<Alert> open;
    std::vector<std::pair<AlertActionEntry, Receipt>> history;

private:
    Plan m_plan;
    WallTime m_now{1000s};
    std::int64_t m_seq = 5;
};

} // namespace

// ---- what may not be

TEST(Incident, CannotBeHandedOverNorFalseBeforeAnybodyAcknowledged)
{
    Case one;
    EXPECT_EQ(one.act(AlertAction::StepDone, "cdc_told"), "");
    EXPECT_EQ(one.handOver(), "not acknowledged yet");
    EXPECT_EQ(one.falseAlarm(36.5), "not acknowledged yet");
    EXPECT_EQ(one.act(AlertAction::Closed), "not acknowledged yet");
}

TEST(Incident, IsNotHandedOverToNobody)
{
    Case one;
    ASSERT_EQ(one.act(AlertAction::Acknowledged), "");
    EXPECT_EQ(one.handOver(""), "a reason is needed");
}

TEST(Incident, IsHandedOverOnlyAfterWhatThePlanPutsBefore)
{
    Case one;
    ASSERT_EQ(one.act(AlertAction::Acknowledged), "");
    EXPECT_EQ(one.handOver(), "'handed_over' comes after cdc_told");
    ASSERT_EQ(one.act(AlertAction::StepSkipped, "cdc_told", "line busy"), "");
    EXPECT_EQ(one.handOver(), "'handed_over' comes after cdc_told") << "a skipped step is not done";
}

TEST(Incident, AHandOverIsMoreThanATick)
{
    Case one;
    ASSERT_EQ(one.act(AlertAction::StepDone, "cdc_told"), "");
    EXPECT_EQ(one.act(AlertAction::StepDone, "handed_over"), "to whom is it handed over?");
}

TEST(Incident, GoesByTheStepsItWasRaisedUnderWhateverThePlanSaysLater)
{
    AlertRaisedEntry raised;
    raised.steps = {{"told", {"told", "told"}, StepKind::Task, true, {}}};
    Case incident({kFever}, wholePlan(), raised);
    ASSERT_EQ(incident.alert().steps.size(), 1U);
    EXPECT_EQ(incident.alert().steps[0].step.id, "told");
}

TEST(Incident, StepsAreDoneOnceAndOnlyThoseOfThePlan)
{
    Case one;
    ASSERT_EQ(one.act(AlertAction::StepDone, "hold"), "");
    EXPECT_EQ(one.act(AlertAction::StepDone, "hold"), "no open step 'hold'");
    EXPECT_EQ(one.act(AlertAction::StepSkipped, "hold", "why not"), "no open step 'hold'");
    EXPECT_EQ(one.act(AlertAction::StepDone, "dance"), "no open step 'dance'");
}

TEST(Incident, AStepIsSkippedOnlyWithAReason)
{
    Case one;
    EXPECT_EQ(one.act(AlertAction::StepSkipped, "hold"), "a reason is needed");
    ASSERT_EQ(one.act(AlertAction::StepSkipped, "hold", "walked off"), "");
    EXPECT_TRUE(one.alert().steps[0].skipped);
    EXPECT_EQ(one.alert().steps[0].reason, "walked off");
}

TEST(Incident, TheAirConditioningComesOnAgainOnlyAfterItWasOffAndAllIsDisinfected) // Q8
{
    Case one;
    EXPECT_EQ(one.act(AlertAction::StepDone, "air_conditioning_on"), "'air_conditioning_on' comes after air_conditioning_off, disinfected");
    ASSERT_EQ(one.act(AlertAction::StepDone, "air_conditioning_off"), "");
    EXPECT_EQ(one.act(AlertAction::StepDone, "air_conditioning_on"), "'air_conditioning_on' comes after disinfected");
    ASSERT_EQ(one.act(AlertAction::StepSkipped, "disinfected", "no time"), "");
    EXPECT_EQ(one.act(AlertAction::StepDone, "air_conditioning_on"), "'air_conditioning_on' comes after disinfected");
}

TEST(Incident, IsNotClosedWhileARequiredStepIsLeftAndSaysWhich)
{
    Case one;
    ASSERT_EQ(one.act(AlertAction::Acknowledged), "");
    for (const char *step : {"hold", "isolation_room", "office_told", "cdc_told"}) {
        ASSERT_EQ(one.act(AlertAction::StepDone, step), "");
    }
    ASSERT_EQ(one.handOver(), "");
    EXPECT_EQ(one.act(AlertAction::Closed), "steps are left: air_conditioning_off, disinfected, air_conditioning_on");
    EXPECT_FALSE(mayClose(one.alert()));
}

TEST(Incident, AboutATemperatureIsFalseOnlyWithASecondReadingThatIsNoFever)
{
    Case one;
    ASSERT_EQ(one.act(AlertAction::Acknowledged), "");
    EXPECT_EQ(one.falseAlarm({}, "Dr. Wang"), "a second reading is needed");
    EXPECT_EQ(one.falseAlarm(36.5, {}, ""), "a reason is needed");
    EXPECT_EQ(one.falseAlarm(37.3), "the second reading is a fever");
    EXPECT_EQ(one.falseAlarm(365), "no thermometer shows that");
    EXPECT_EQ(one.falseAlarm(std::numeric_limits<double>::quiet_NaN()), "no thermometer shows that");
    ASSERT_EQ(one.falseAlarm(36.5), "");
    EXPECT_THAT(one.open, IsEmpty());
}

TEST(Incident, AForeheadClosesNothing)
{
    Case one;
    ASSERT_EQ(one.act(AlertAction::Acknowledged), "");
    EXPECT_EQ(one.falseAlarm(37.2, {}, "hot tea", TakenAt::Forehead), "a second reading is taken in the armpit, the ear or the mouth");
    for (const TakenAt where : {TakenAt::Armpit, TakenAt::Ear, TakenAt::Mouth}) {
        Case other;
        ASSERT_EQ(other.act(AlertAction::Acknowledged), "");
        EXPECT_EQ(other.falseAlarm(37.3, {}, "hot tea", where), "the second reading is a fever") << static_cast<int>(where);
        EXPECT_EQ(other.falseAlarm(37.2, {}, "hot tea", where), "") << static_cast<int>(where);
    }
}

TEST(Incident, TheSecondReadingIsAFeverAsThePlanSaysWhatOneIs)
{
    Plan plan = wholePlan();
    plan.temperature.feverAtLine = false;
    Case one({kFever}, plan);
    ASSERT_EQ(one.act(AlertAction::Acknowledged), "");
    EXPECT_EQ(one.falseAlarm(37.4), "the second reading is a fever");
    EXPECT_EQ(one.falseAlarm(37.3), "");
}

TEST(Incident, Q8_IsClosedWithoutTheAirWhenItIsNoSuspectedCase)
{
    Plan plan = wholePlan();
    for (AlertStep &step : plan.alertSteps) {
        step.required = step.kind == StepKind::Disinfection;
        step.after.clear();
    }
    Case one({kFever}, plan);
    ASSERT_EQ(one.act(AlertAction::Acknowledged), "");
    ASSERT_EQ(one.act(AlertAction::StepDone, "disinfected"), "");
    EXPECT_THAT(stepsLeft(one.alert()), IsEmpty());
    EXPECT_EQ(one.act(AlertAction::StepDone, "air_conditioning_on"), "'air_conditioning_on' comes after air_conditioning_off");
    EXPECT_EQ(one.act(AlertAction::Closed), "");
}

TEST(Incident, Q8_IsNotClosedWhileTheAirThatWasShutDownIsStillOff)
{
    Plan plan = wholePlan();
    for (AlertStep &step : plan.alertSteps) {
        step.required = step.kind == StepKind::Disinfection;
        step.after.clear();
    }
    Case one({kFever}, plan);
    ASSERT_EQ(one.act(AlertAction::Acknowledged), "");
    ASSERT_EQ(one.act(AlertAction::StepDone, "air_conditioning_off"), "");
    ASSERT_EQ(one.act(AlertAction::StepDone, "disinfected"), "");
    EXPECT_EQ(one.act(AlertAction::Closed), "steps are left: air_conditioning_on");
    ASSERT_EQ(one.act(AlertAction::StepDone, "air_conditioning_on"), "");
    EXPECT_EQ(one.act(AlertAction::Closed), "");
}

TEST(Incident, Q8_AnAirThatWasNotShutDownIsNotTurnedOnAgain)
{
    Case one;
    ASSERT_EQ(one.act(AlertAction::StepSkipped, "air_conditioning_off", "no suspected case"), "");
    EXPECT_THAT(stepsLeft(one.alert()), testing::Not(testing::Contains("air_conditioning_on")));
}

TEST(Incident, AboutSomethingElseIsFalseWhenSomebodyLookedAgain)
{
    Case one({kCough});
    ASSERT_EQ(one.act(AlertAction::Acknowledged), "");
    EXPECT_EQ(one.falseAlarm({}), "who looked again?");
    ASSERT_EQ(one.falseAlarm({}, "Dr. Wang"), "");
    EXPECT_THAT(one.open, IsEmpty());
}

TEST(Incident, OnceHandedOverItIsNeitherAcknowledgedNorFalseNorHandedOverAgain)
{
    Case one;
    ASSERT_EQ(one.act(AlertAction::Acknowledged), "");
    ASSERT_EQ(one.act(AlertAction::StepDone, "cdc_told"), "");
    ASSERT_EQ(one.handOver(), "");
    EXPECT_EQ(one.handOver("somebody else"), "already handed over");
    EXPECT_EQ(one.act(AlertAction::Acknowledged), "already handed over");
    EXPECT_EQ(one.falseAlarm(36.5), "already handed over");
}

TEST(Incident, AnUnknownOneChangesNothing)
{
    Case one;
    const AlertActionEntry foreign{EntrySeq{99}, AlertAction::Acknowledged, {}, {}};
    EXPECT_EQ(alertActionProblem(one.open, foreign, one.plan()), "no open alert 99");
    EXPECT_FALSE(withAction(one.open, foreign, {EntrySeq{6}, WallTime{2s}}, "office")[0].acknowledgedAt);
    EXPECT_FALSE(after(one.alert(), foreign, {EntrySeq{6}, WallTime{2s}}, "office").acknowledgedAt);
}

TEST(Incident, AListOfThosePresentNeedsItsWindow)
{
    Case one;
    EXPECT_EQ(one.act(AlertAction::PresentListed), "no list");
    AlertActionEntry entry{{}, AlertAction::PresentListed, {}, {}};
    entry.present = PresentList{WallTime{20s}, WallTime{10s}, 3};
    EXPECT_EQ(one.act(entry), "no list");
    entry.present = PresentList{WallTime{10s}, WallTime{20s}, 3};
    ASSERT_EQ(one.act(entry), "");
    EXPECT_EQ(one.alert().present->count, 3);
}

// ---- how it goes

TEST(Incident, GoesFromTheAlertToTheLastStepAndThenIsClosed)
{
    Case one;
    ASSERT_EQ(one.act(AlertAction::Acknowledged), "");
    for (const char *step : {"hold", "isolation_room", "office_told", "cdc_told"}) {
        ASSERT_EQ(one.act(AlertAction::StepDone, step), "");
    }
    ASSERT_EQ(one.handOver(), "");
    ASSERT_EQ(one.open.size(), 1U) << "handed over, it stays until its steps are done";
    EXPECT_EQ(one.alert().handedOver->to, "district CDC");
    EXPECT_EQ(one.alert().handedOver->vehicle, "ambulance 3");
    EXPECT_TRUE(one.alert().steps[5].doneAt) << "the plan's own step is done by it";
    for (const char *step : {"air_conditioning_off", "disinfected", "air_conditioning_on"}) {
        ASSERT_EQ(one.act(AlertAction::StepDone, step), "");
    }
    EXPECT_TRUE(mayClose(one.alert())) << "a step that is not required may stay open";
    ASSERT_EQ(one.act(AlertAction::Closed), "");
    EXPECT_THAT(one.open, IsEmpty());
}

TEST(Incident, EachStepSaysWhoWhenAndHowLongAfterTheLast)
{
    Case one;
    ASSERT_EQ(one.act(AlertAction::Acknowledged), "");
    ASSERT_EQ(one.act(AlertAction::StepDone, "hold"), "");
    const AlertStepState &hold = one.alert().steps[0];
    EXPECT_EQ(hold.doneAt, WallTime{1120s});
    EXPECT_EQ(hold.doneBy, "guard");
    EXPECT_EQ(hold.sinceLast, Micros{60s});
    Alert back = after(one.alert(), {EntrySeq{5}, AlertAction::StepDone, "office_told", {}}, {EntrySeq{9}, WallTime{10s}}, "office");
    EXPECT_EQ(back.steps[2].sinceLast, Micros{0}) << "the clock was set back";
}

TEST(Incident, OfSomebodyWhoWentAwayIsClosedBySkippingWithReasons)
{
    Case one;
    ASSERT_EQ(one.act(AlertAction::Acknowledged), "");
    for (const AlertStep &step : one.plan().alertSteps) {
        ASSERT_EQ(one.act(AlertAction::StepSkipped, step.id, "walked off"), "");
    }
    EXPECT_EQ(one.act(AlertAction::Closed), "");
}

TEST(Incident, AnOldHandOverWithoutItsTimeEndedItsAlert)
{
    Case one;
    const AlertActionEntry old{EntrySeq{5}, AlertAction::HandedOver, {}, "CDC"};
    EXPECT_TRUE(endsAlert(old));
    EXPECT_THAT(withAction(one.open, old, {EntrySeq{6}, WallTime{2s}}, "office"), IsEmpty());
}

TEST(Incident, AnAcknowledgementThatExpiredIsNoneUnlessThePersonIsHandedOver)
{
    Case one;
    ASSERT_EQ(one.act(AlertAction::Acknowledged), "");
    EscalationEntry expired;
    expired.alert = EntrySeq{5};
    expired.step = EscalationStep::AcknowledgementExpired;
    one.open = withTold(std::move(one.open), expired);
    EXPECT_FALSE(one.alert().acknowledgedAt);
    ASSERT_EQ(one.act(AlertAction::StepDone, "cdc_told"), "");
    EXPECT_EQ(one.handOver(), "not acknowledged yet");
}

// ---- the isolation room, the window

TEST(Incident, TheRoomIsTakenFromTheStepUntilItIsDisinfectedAfterTheHandOver)
{
    Case one;
    EXPECT_THAT(isolationRoom(one.open), IsEmpty());
    ASSERT_EQ(one.act(AlertAction::StepDone, "isolation_room"), "");
    ASSERT_EQ(isolationRoom(one.open).size(), 1U);
    EXPECT_FALSE(isolationRoom(one.open)[0].left);
    EXPECT_EQ(isolationRoom(one.open)[0].who, "张*");
    ASSERT_EQ(one.act(AlertAction::Acknowledged), "");
    ASSERT_EQ(one.act(AlertAction::StepDone, "cdc_told"), "");
    ASSERT_EQ(one.handOver(), "");
    ASSERT_EQ(isolationRoom(one.open).size(), 1U);
    EXPECT_TRUE(isolationRoom(one.open)[0].left) << "nobody may be put in there yet (Q6)";
    ASSERT_EQ(one.act(AlertAction::StepDone, "disinfected"), "");
    EXPECT_THAT(isolationRoom(one.open), IsEmpty());
}

TEST(Incident, NobodyIsInTheRoomWhoseStepWasSkipped)
{
    Case one;
    ASSERT_EQ(one.act(AlertAction::StepSkipped, "isolation_room", "waits in the car"), "");
    EXPECT_THAT(isolationRoom(one.open), IsEmpty());
}

TEST(Incident, TheWindowOfThosePresentIsThePlansAndNeverReachesIntoTheFuture)
{
    IncidentRules rules;
    rules.presentBefore = 60min;
    rules.presentAfter = 30min;
    const WallTime since{100h};
    const PresentList soon = presentWindow(since, since + 10min, rules);
    EXPECT_EQ(soon.from, since - 60min);
    EXPECT_EQ(soon.to, since + 10min);
    EXPECT_EQ(presentWindow(since, since + 5h, rules).to, since + 30min);
    EXPECT_EQ(presentWindow(since, since - 90min, rules).to, since - 60min) << "a clock that was set back";
}

// ---- any order

/// Whatever is asked for in whatever order: no incident ends with a required step left, none is lost, and what the ledger holds
/// gives the same incident again.
TEST(Incident, TenThousandRandomActionsNeverEndItWithAStepLeftAndReplayTheSame)
{
    std::mt19937 random(20261122);
    const auto upTo = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
    int ended = 0;
    for (int round = 0; round < 250; ++round) {
        Case one(round % 2 == 0 ? std::vector{kFever} : std::vector{kCough});
        for (int i = 0; i < 40 && !one.open.empty(); ++i) {
            AlertActionEntry entry;
            entry.action = static_cast<AlertAction>(upTo(7));
            entry.step = one.plan().alertSteps[static_cast<std::size_t>(upTo(9))].id;
            entry.reason = upTo(4) == 0 ? "" : "x";
            entry.checkedBy = upTo(2) == 0 ? "" : "y";
            entry.when = upTo(2) == 0 ? std::optional<WallTime>() : WallTime{5s};
            if (entry.action == AlertAction::HandedOver) {
                entry.when = WallTime{5s}; // as the station sees to it
            }
            if (entry.action == AlertAction::FalseAlarm && upTo(6) != 0) {
                continue; // or few would come far
            }
            if (upTo(2) == 0) {
                entry.second = SecondReading{Celsius{33.0 + upTo(80) / 10.0}, TakenAt::Mouth};
            }
            entry.present = PresentList{WallTime{1s}, WallTime{2s}, 1};
            const Alert before = one.alert();
            const bool recorded = one.act(entry).empty();
            if (!recorded) {
                ASSERT_EQ(one.open.size(), 1U);
                continue;
            }
            if (one.open.empty()) {
                ++ended;
                ASSERT_TRUE(before.acknowledgedAt || before.handedOver);
                if (entry.action == AlertAction::Closed) {
                    ASSERT_THAT(stepsLeft(before), IsEmpty());
                } else {
                    ASSERT_EQ(entry.action, AlertAction::FalseAlarm);
                    ASSERT_FALSE(before.handedOver);
                }
            }
        }
        Case again(round % 2 == 0 ? std::vector{kFever} : std::vector{kCough});
        for (const auto &[entry, receipt] : one.history) {
            again.open = withAction(std::move(again.open), entry, receipt, "guard");
        }
        ASSERT_EQ(again.open.size(), one.open.size());
        if (!one.open.empty()) {
            ASSERT_EQ(stepsLeft(again.alert()), stepsLeft(one.alert()));
            ASSERT_EQ(again.alert().lastAt, one.alert().lastAt);
            ASSERT_EQ(again.alert().handedOver.has_value(), one.alert().handedOver.has_value());
        }
        for (const Alert &alert : one.open) { // Q8, however it came about
            const auto step = [&](StepKind kind) {
                return *std::ranges::find_if(alert.steps, [&](const AlertStepState &s) { return s.step.kind == kind; });
            };
            if (step(StepKind::AirOn).doneAt && !step(StepKind::AirOn).skipped) {
                ASSERT_TRUE(step(StepKind::Disinfection).doneAt && !step(StepKind::Disinfection).skipped);
                ASSERT_TRUE(step(StepKind::AirOff).doneAt && !step(StepKind::AirOff).skipped);
            }
        }
    }
    EXPECT_GT(ended, 20);
}
