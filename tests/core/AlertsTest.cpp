// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Alerts.h"
#include "tests/support/People.h"

#include <gtest/gtest.h>

using namespace menshen;
using namespace menshen::test;

namespace {

std::vector<Alert> oneOpen()
{
    return withRaised({}, {EntrySeq{4}, {Reason{ReasonCode::Fever, CheckLevel::Hard, {}, {}}}, "张*"}, {EntrySeq{5}, WallTime{1s}},
                      smallPlan());
}

AlertActionEntry action(AlertAction kind, std::string step = {}, std::string reason = {}, EntrySeq alert = EntrySeq{5})
{
    return {alert, kind, std::move(step), std::move(reason)};
}

} // namespace

TEST(Alerts, BringTheStepsOfThePlan)
{
    const auto open = oneOpen();
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open[0].id, EntrySeq{5});
    ASSERT_EQ(open[0].steps.size(), 2U);
    EXPECT_FALSE(open[0].steps[0].doneAt);
}

TEST(Alerts, CannotBeClosedBeforeAnybodyAcknowledged)
{
    const auto open = oneOpen();
    EXPECT_EQ(alertActionProblem(open, action(AlertAction::FalseAlarm, {}, "36.5 by contact")), "not acknowledged yet");
    EXPECT_EQ(alertActionProblem(open, action(AlertAction::HandedOver, {}, "CDC")), "not acknowledged yet");
}

TEST(Alerts, CannotBeClosedWithoutAReason)
{
    const auto open = withAction(oneOpen(), action(AlertAction::Acknowledged), {EntrySeq{6}, WallTime{2s}}, "office");
    EXPECT_FALSE(alertActionProblem(open, action(AlertAction::FalseAlarm)).empty());
    EXPECT_TRUE(alertActionProblem(open, action(AlertAction::FalseAlarm, {}, "36.5 by contact")).empty());
}

TEST(Alerts, AreAcknowledgedOnceWithNameAndTime)
{
    const auto open = withAction(oneOpen(), action(AlertAction::Acknowledged), {EntrySeq{6}, WallTime{2s}}, "office");
    EXPECT_EQ(open[0].acknowledgedBy, "office");
    EXPECT_EQ(open[0].acknowledgedAt, WallTime{2s});
    EXPECT_FALSE(alertActionProblem(open, action(AlertAction::Acknowledged)).empty());
}

TEST(Alerts, StepsAreConfirmedOnce)
{
    const auto open = withAction(oneOpen(), action(AlertAction::StepDone, "hold"), {EntrySeq{6}, WallTime{3s}}, "guard");
    EXPECT_EQ(open[0].steps[0].doneAt, WallTime{3s});
    EXPECT_EQ(open[0].steps[0].doneBy, "guard");
    EXPECT_FALSE(open[0].steps[1].doneAt);
    EXPECT_FALSE(alertActionProblem(open, action(AlertAction::StepDone, "hold")).empty());
    EXPECT_FALSE(alertActionProblem(open, action(AlertAction::StepDone, "dance")).empty());
}

TEST(Alerts, HandingOverEndsThem)
{
    auto open = withAction(oneOpen(), action(AlertAction::Acknowledged), {EntrySeq{6}, WallTime{2s}}, "office");
    open = withAction(std::move(open), action(AlertAction::HandedOver, {}, "district CDC"), {EntrySeq{7}, WallTime{4s}}, "office");
    EXPECT_TRUE(open.empty());
}

TEST(Alerts, AnUnknownOneChangesNothing)
{
    const auto foreign = action(AlertAction::Acknowledged, {}, {}, EntrySeq{99});
    EXPECT_FALSE(alertActionProblem(oneOpen(), foreign).empty());
    EXPECT_FALSE(withAction(oneOpen(), foreign, {EntrySeq{6}, WallTime{2s}}, "office")[0].acknowledgedAt);
}
