// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Staff.h"
#include "tests/support/People.h"

#include <gtest/gtest.h>

using namespace menshen;
using namespace menshen::test;

namespace {

const StaffMember kWang{"1001", "王芳", "窗口"};

/// A member of staff who taps his name and steps up.
class StaffBench : public DoorBench {
public:
    using DoorBench::DoorBench;

    void asks(PunchDirection direction = PunchDirection::In, bool firstToday = false)
    {
        send(PunchAsked{kWang, direction, firstToday, ++m_request});
    }
    void proved() { send(StaffProved{state().subject}); }
    void clocks(MaskState mask, double object, PunchDirection direction = PunchDirection::In)
    {
        asks(direction);
        stand({faceOf(mask)}, Celsius{object});
        proved();
    }

private:
    std::uint64_t m_request = 0;
};

} // namespace

TEST(StaffAtTheDoor, WaitsWhileStillMeasuring)
{
    StaffBench door;
    door.asks();
    door.wait(1s);
    EXPECT_TRUE(door.effects<RecordPunch>().empty());
    EXPECT_TRUE(door.state().staff);
}

TEST(StaffAtTheDoor, NobodyIsClockedInBeforeTheGuardHasLooked)
{
    StaffBench door;
    door.asks();
    door.stand({faceOf(MaskState::Mask)}, Celsius{35.4}, 3s);
    EXPECT_TRUE(door.effects<RecordPunch>().empty()) << "anybody can tap a name";
    door.send(StaffProved{SubjectId{door.state().subject.value + 7}});
    EXPECT_TRUE(door.effects<RecordPunch>().empty()) << "the guard looked at somebody else";
    door.proved();
    ASSERT_EQ(door.effects<RecordPunch>().size(), 1U);
    EXPECT_EQ(door.effects<RecordPunch>().front().entry.proof, StaffProof::Guard);
    EXPECT_TRUE(door.effects<OpenGate>().empty());
    door.durable();
    EXPECT_EQ(door.gatesOpened(), 1U);
}

TEST(StaffAtTheDoor, Y3_ClocksInWithTemperatureAndMask)
{
    StaffBench door;
    door.clocks(MaskState::Mask, 35.4);
    ASSERT_EQ(door.effects<RecordPunch>().size(), 1U);
    const StaffPunchEntry punch = door.effects<RecordPunch>().front().entry;
    EXPECT_EQ(punch.verdict, Verdict::Pass);
    EXPECT_EQ(punch.outcome, Outcome::Admitted);
    EXPECT_EQ(punch.number, "1001");
    EXPECT_TRUE(punch.evidence.infrared);
}

TEST(StaffAtTheDoor, Q3_NeedsAMaskBeforeEnteringOnly)
{
    StaffBench in;
    in.clocks(MaskState::NoMask, 35.4);
    EXPECT_TRUE(in.effects<RecordPunch>().empty());
    EXPECT_EQ(in.assessment().verdict, Verdict::Refuse);
    in.send(GuardRefuses{});
    ASSERT_EQ(in.effects<RecordPunch>().size(), 1U);
    EXPECT_EQ(in.effects<RecordPunch>().front().entry.outcome, Outcome::Refused) << "refused at the door, not on duty";
    in.durable();
    EXPECT_EQ(in.gatesOpened(), 0U);

    StaffBench out;
    out.clocks(MaskState::NoMask, 35.4, PunchDirection::Out);
    ASSERT_EQ(out.effects<RecordPunch>().size(), 1U);
    EXPECT_EQ(out.effects<RecordPunch>().front().entry.verdict, Verdict::Pass);
}

TEST(StaffAtTheDoor, Y2_AFeverIsToldOnTheWayInAndOut)
{
    for (const auto direction : {PunchDirection::In, PunchDirection::Out}) {
        StaffBench door;
        door.clocks(MaskState::Mask, 37.8, direction);
        ASSERT_EQ(door.effects<RaiseFinding>().size(), 1U);
        door.alarmDurable(9);
        if (direction == PunchDirection::In) {
            EXPECT_TRUE(door.effects<RecordPunch>().empty());
            door.send(GuardRefuses{});
        }
        ASSERT_EQ(door.effects<RecordPunch>().size(), 1U);
        EXPECT_EQ(door.effects<RecordPunch>().front().entry.finding, EntrySeq{9});
        EXPECT_EQ(door.gatesOpened(), 0U);
    }
}

TEST(StaffAtTheDoor, ARecheckIsSettledByAContactThermometer)
{
    StaffBench door;
    door.clocks(MaskState::Mask, 36.1);
    EXPECT_EQ(door.assessment().verdict, Verdict::Recheck);
    EXPECT_TRUE(door.effects<RecordPunch>().empty());
    door.send(ContactTemperatureTyped{Celsius{36.6}, door.state().subject});
    ASSERT_EQ(door.effects<RecordPunch>().size(), 1U);
    EXPECT_EQ(door.effects<RecordPunch>().front().entry.verdict, Verdict::Pass);
}

TEST(StaffAtTheDoor, ADeadCameraLetsTheGuardJudgeTheMask)
{
    StaffBench door;
    door.send(CameraUp{false});
    door.asks();
    door.stand({}, Celsius{35.4});
    door.proved();
    EXPECT_TRUE(door.effects<RecordPunch>().empty());
    door.send(MaskJudged{MaskState::NoMask, door.state().subject});
    EXPECT_TRUE(door.effects<RecordPunch>().empty());
    door.send(MaskJudged{MaskState::Mask, door.state().subject});
    ASSERT_EQ(door.effects<RecordPunch>().size(), 1U);
    EXPECT_TRUE(door.effects<RecordPunch>().front().entry.evidence.maskByGuard);
}

TEST(StaffAtTheDoor, Y2_TheQuestionsAreAskedAtTheFirstClockInOfTheDay)
{
    StaffBench door;
    door.asks(PunchDirection::In, true);
    door.stand({faceOf(MaskState::Mask)}, Celsius{35.4});
    door.proved();
    EXPECT_TRUE(door.effects<RecordPunch>().empty()) << "not asked yet";
    door.answer(Answer::Yes);
    door.wait(3s);
    EXPECT_EQ(door.effects<RaiseFinding>().size(), 1U);

    StaffBench well;
    well.asks(PunchDirection::In, true);
    well.stand({faceOf(MaskState::Mask)}, Celsius{35.4});
    well.proved();
    well.answer();
    ASSERT_EQ(well.effects<RecordPunch>().size(), 1U);
    EXPECT_EQ(well.effects<RecordPunch>().front().entry.answers.size(), 1U);
}

TEST(StaffAtTheDoor, AnAnswerOfOneIsNotTheNextOnes)
{
    StaffBench door;
    door.asks(PunchDirection::In, true);
    door.stand({faceOf(MaskState::Mask)}, Celsius{35.4});
    door.answer();
    door.stand({}, Celsius{23}, 600ms);
    door.stand({faceOf(MaskState::Mask)}, Celsius{35.4});
    door.proved();
    EXPECT_TRUE(door.effects<RecordPunch>().empty()) << "somebody else steps up: asked again";
}

TEST(StaffAtTheDoor, AVisitorsScreeningIsKeptAsideAndComesBack)
{
    StaffBench door;
    door.standsFine();
    const SubjectId visitor = door.state().subject;
    door.asks();
    EXPECT_TRUE(door.state().staff);
    EXPECT_EQ(door.state().draft, IdentityDraft{});
    EXPECT_FALSE(door.state().evidence.infrared) << "the visitor's reading is not the punch's";
    ASSERT_EQ(door.state().aside.size(), 1U);
    door.stand({}, Celsius{23}, 600ms);
    door.stand({faceOf(MaskState::Mask, 210, 260)}, Celsius{35.2});
    door.proved();
    door.durable(1);
    EXPECT_EQ(door.effects<RecordPunch>().size(), 1U);
    door.stand({}, Celsius{23}, 1200ms);
    door.stand({faceOf(MaskState::Mask)}, Celsius{35.4});
    door.send(SamePerson{visitor});
    EXPECT_EQ(door.state().draft, zhang());
    EXPECT_TRUE(door.assessment().mayAdmit);
}

TEST(StaffAtTheDoor, ACancelledClockInLeavesNothing)
{
    StaffBench door;
    door.asks();
    door.stand({faceOf(MaskState::Mask)}, Celsius{35.4}, 200ms);
    door.send(PunchCancelled{});
    EXPECT_FALSE(door.state().staff);
    EXPECT_TRUE(door.effects<RecordPunch>().empty());
}

TEST(StaffAtTheDoor, WhoTapsInAVisitorsPlaceHasTimeToStepUp)
{
    StaffBench door;
    door.standsFine();
    door.asks();
    door.stand({faceOf(MaskState::Mask)}, Celsius{35.4}, 500ms);
    door.stand({}, Celsius{23}, 4s);
    EXPECT_TRUE(door.state().staff) << "the visitor has gone, she has not come yet";
    door.stand({faceOf(MaskState::Mask, 200, 300)}, Celsius{35.2});
    door.proved();
    EXPECT_EQ(door.effects<RecordPunch>().size(), 1U);
}

TEST(StaffAtTheDoor, AClockInThatNobodyStepsUpForIsGivenUp)
{
    StaffBench door;
    door.asks();
    door.stand({}, Celsius{23}, 16s);
    EXPECT_FALSE(door.state().staff);
    EXPECT_EQ(door.state().phase, Phase::Waiting);
}

TEST(StaffAtTheDoor, S1_IsNotStoppedByWhatConcernsVisitors)
{
    Plan plan = smallPlan();
    plan.responseLevel = 1;
    plan.capacity = 1;
    StaffBench door(plan);
    door.send(InsideCounted{1});
    door.clocks(MaskState::Mask, 35.4);
    ASSERT_EQ(door.effects<RecordPunch>().size(), 1U);
    EXPECT_EQ(door.effects<RecordPunch>().front().entry.verdict, Verdict::Pass);
}

TEST(StaffAtTheDoor, AFeverOfBeforeIsHisWhenTheGuardSaysSo)
{
    StaffBench door;
    door.stand({faceOf(MaskState::Mask)}, Celsius{37.8});
    door.alarmDurable(5);
    const SubjectId before = door.state().subject;
    door.stand({}, Celsius{23}, 700ms);
    door.asks();
    door.stand({faceOf(MaskState::Mask)}, Celsius{35.2});
    door.proved();
    EXPECT_TRUE(door.effects<RecordPunch>().empty()) << "nobody has said that it was another";
    door.send(SamePerson{before});
    EXPECT_EQ(door.assessment().verdict, Verdict::Refuse);
    door.send(GuardRefuses{});
    ASSERT_EQ(door.effects<RecordPunch>().size(), 1U);
    EXPECT_EQ(door.effects<RecordPunch>().front().entry.finding, EntrySeq{5});
}
