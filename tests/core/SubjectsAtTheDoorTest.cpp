// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/People.h"

#include <gtest/gtest.h>

using namespace menshen;
using namespace menshen::test;

namespace {

Face of(unsigned person, double x = 220, double height = 200, std::optional<unsigned> uniform = std::nullopt)
{
    Face face = faceOf(MaskState::Mask, height, x);
    face.look = lookOf(person, uniform);
    return face;
}

constexpr double kWell = 35.05;    // 36.2 °C corrected
constexpr double kFeverish = 37.6; // 38.75 °C

} // namespace

// ---- The four cases that a hard look from outside found -----------------------------------------------------------

TEST(OneReadingOnePerson, AFeverishOneWhoStepsBesideAMeasuredOneNeverStandsThereWithHisReading)
{
    DoorBench door;
    door.stand({of(1)}, Celsius{kWell});
    ASSERT_TRUE(door.state().evidence.infrared);
    const SubjectId first = door.state().subject;
    door.stand({of(1), of(2, 400)}, Celsius{kWell}, 600ms);
    door.stand({of(2, 400)}, Celsius{kFeverish}, 120ms);
    EXPECT_NE(door.state().subject, first);
    EXPECT_FALSE(door.state().evidence.infrared) << "36.2 °C was somebody else's";
    door.stand({of(2, 400)}, Celsius{kFeverish}, 1s);
    EXPECT_EQ(door.assessment().verdict, Verdict::Refuse);
}

TEST(OneReadingOnePerson, OneFaceForAnotherFromOnePictureToTheNextIsAnotherPerson)
{
    for (const Face &second : {of(2), of(1, 300), of(1, 220, 140)}) { // other colours, another place, another size
        DoorBench door;
        door.stand({of(1)}, Celsius{kWell});
        ASSERT_TRUE(door.state().evidence.infrared);
        door.see({second});
        EXPECT_FALSE(door.state().evidence.infrared);
        EXPECT_FALSE(door.state().evidence.mask);
        door.stand({second}, Celsius{kFeverish}, 1s);
        EXPECT_EQ(door.assessment().verdict, Verdict::Refuse);
    }
}

TEST(OneReadingOnePerson, AClockInAfterAnothersIsMeasuredOfWhoeverStandsThere)
{
    const StaffMember a{"1001", "王芳", "窗口"}, b{"1002", "李强", "保洁"};
    DoorBench door;
    door.send(PunchAsked{a, PunchDirection::In});
    door.stand({of(1)}, Celsius{kWell + 0.05});
    door.send(StaffProved{door.state().subject});
    door.durable(1);
    ASSERT_EQ(door.gatesOpened(), 1U);
    door.stand({of(2)}, Celsius{kFeverish}, 60ms); // within a second, without a gap
    door.send(PunchAsked{b, PunchDirection::In});
    door.send(StaffProved{door.state().subject});
    door.stand({of(2)}, Celsius{kFeverish}, 1s);
    EXPECT_EQ(door.effects<RecordPunch>().size(), 1U) << "nothing is recorded on the first one's temperature";
    EXPECT_EQ(door.gatesOpened(), 1U);
    EXPECT_EQ(door.effects<RaiseFinding>().size(), 1U);
}

TEST(OneReadingOnePerson, AVisitorsFeverIsNotTheStaffMembersAndEndsInAnEntryOfItsOwn)
{
    DoorBench door;
    door.stand({of(1)}, Celsius{kFeverish});
    const SubjectId visitor = door.state().subject;
    door.alarmDurable(3);
    door.send(PunchAsked{{"1001", "王芳", "窗口"}, PunchDirection::In});
    door.stand({of(2, 260)}, Celsius{kWell});
    door.send(StaffProved{door.state().subject});
    EXPECT_TRUE(door.assessment().whose) << "the guard says first that she is not the one who stood there";
    door.send(AnotherPerson{visitor});
    ASSERT_EQ(door.effects<RecordPunch>().size(), 1U);
    EXPECT_EQ(door.effects<RecordPunch>().front().entry.verdict, Verdict::Pass);
    EXPECT_EQ(door.effects<RecordPunch>().front().entry.finding, EntrySeq{});
    ASSERT_EQ(door.effects<RecordVisit>().size(), 1U);
    EXPECT_EQ(door.effects<RecordVisit>().front().entry.outcome, Outcome::Left);
    EXPECT_EQ(door.effects<RecordVisit>().front().entry.finding, EntrySeq{3});
}

TEST(OneReadingOnePerson, AContactValueGoesWithItsPerson)
{
    DoorBench door;
    door.stand({of(1)}, Celsius{36.1});
    door.send(ContactTemperatureTyped{36.5_degC});
    ASSERT_EQ(decidingReading(door.state().evidence)->instrument, Instrument::Contact);
    door.stand({}, Celsius{23}, 90s);
    door.stand({of(2)}, Celsius{kFeverish + 0.2});
    EXPECT_FALSE(door.state().evidence.contact);
    EXPECT_EQ(door.assessment().verdict, Verdict::Refuse);
}

TEST(OneReadingOnePerson, MeasuringAgainAndClearingForgetANormalContactValue)
{
    DoorBench door;
    door.stand({of(1)}, Celsius{36.1});
    door.send(ContactTemperatureTyped{36.5_degC});
    door.send(MeasureAgain{});
    EXPECT_FALSE(door.state().evidence.contact);
    door.send(ContactTemperatureTyped{36.5_degC});
    door.send(DoorCleared{});
    EXPECT_FALSE(door.state().evidence.contact);
}

TEST(OneReadingOnePerson, NameAndAnswersStayBehindWhenThePersonChanges)
{
    DoorBench door;
    door.stand({of(1)}, Celsius{kWell});
    door.send(IdentityEdited{zhang()});
    door.answer();
    const SubjectId first = door.state().subject;
    door.stand({of(2)}, Celsius{kWell}, 1s);
    EXPECT_EQ(door.state().draft, IdentityDraft{});
    EXPECT_EQ(door.state().answers, std::vector<Answer>{Answer::NotAsked});
    EXPECT_FALSE(door.assessment().mayAdmit);
    door.send(GuardAdmits{{}, first});
    EXPECT_TRUE(door.effects<RecordVisit>().empty()) << "the tap was meant for who has gone";
}

// ---- What else belongs to it ---------------------------------------------------------------------------------------

TEST(OneReadingOnePerson, AKeyThatCrossesWithAChangeOfPersonFallsIntoTheFormItWasMeantFor)
{
    DoorBench door;
    door.stand({of(1)}, Celsius{kWell});
    const SubjectId first = door.state().subject;
    IdentityDraft typing = zhang();
    typing.phone = "138";
    door.send(IdentityEdited{typing, first});
    door.stand({of(2)}, Celsius{kWell}, 120ms);
    typing.phone = "1380";
    door.send(IdentityEdited{typing, first});
    door.send(AnswerGiven{0, Answer::Yes, first});
    EXPECT_EQ(door.state().draft, IdentityDraft{});
    EXPECT_EQ(door.state().answers.front(), Answer::NotAsked);
    ASSERT_EQ(door.state().aside.size(), 1U);
    EXPECT_EQ(door.state().aside.front().draft.phone, "1380");
    EXPECT_EQ(door.state().aside.front().answers.front(), Answer::Yes);
}

TEST(OneReadingOnePerson, OneTapBringsTheFormBackAndTheTemperatureIsTakenAnew)
{
    DoorBench door;
    door.standsFine();
    const SubjectId first = door.state().subject;
    door.stand({}, Celsius{23}, 700ms);
    door.stand({faceOf(MaskState::Mask)}, Celsius{35.4}, 120ms);
    ASSERT_NE(askedAbout(door.state()), nullptr);
    door.send(SamePerson{first});
    EXPECT_EQ(door.state().draft, zhang());
    EXPECT_FALSE(door.assessment().mayAdmit) << "the guard vouches for papers, not for temperatures";
    door.stand({faceOf(MaskState::Mask)}, Celsius{35.4});
    EXPECT_TRUE(door.assessment().mayAdmit);
    door.send(GuardAdmits{});
    EXPECT_TRUE(door.effects<RecordVisit>().front().entry.vouchedSame);
}

TEST(OneReadingOnePerson, AfterNextPersonTheFormCanStillBeBroughtBackForAWhile)
{
    DoorBench door;
    door.standsFine();
    const SubjectId first = door.state().subject;
    door.stand({of(2)}, Celsius{kWell}, 1s);
    door.send(AnotherPerson{first});
    EXPECT_EQ(askedAbout(door.state()), nullptr);
    door.send(SamePerson{first});
    EXPECT_EQ(door.state().draft, zhang());
}

TEST(OneReadingOnePerson, AFormThatNobodyAsksForIsForgotten)
{
    DoorBench door;
    door.stand({of(1)}, Celsius{kWell}, 1s);
    door.send(IdentityEdited{zhang()});
    door.stand({of(2)}, Celsius{kWell}, 1s);
    ASSERT_EQ(door.state().aside.size(), 1U);
    door.wait(6min);
    EXPECT_TRUE(door.state().aside.empty());
}

TEST(OneReadingOnePerson, TheSameFaceAmongOthersIsMeasuredAnewAndTheFormStays)
{
    DoorBench door;
    door.standsFine();
    const SubjectId first = door.state().subject;
    door.stand({faceOf(MaskState::Mask), of(2, 420, 150)}, Celsius{35.4}, 300ms);
    EXPECT_TRUE(door.assessment().notAlone);
    EXPECT_FALSE(door.assessment().mayAdmit) << "both readings were latched before";
    door.stand({faceOf(MaskState::Mask)}, Celsius{35.4}, 60ms);
    EXPECT_EQ(door.state().subject, first);
    EXPECT_EQ(door.state().prompt, Prompt::NotSurelySame);
    EXPECT_FALSE(door.assessment().mayAdmit);
    door.stand({faceOf(MaskState::Mask)}, Celsius{35.4}, 1s);
    EXPECT_EQ(door.state().draft, zhang());
    EXPECT_TRUE(door.assessment().mayAdmit);
}

TEST(OneReadingOnePerson, TwoSuccessiveWorseReadingsReopenTheQuestionAndOneDoesNot)
{
    DoorBench door;
    door.standsFine();
    ASSERT_TRUE(door.assessment().mayAdmit);
    door.stand({faceOf(MaskState::Mask)}, Celsius{37.4}, 600ms); // one window's worth
    door.stand({faceOf(MaskState::Mask)}, Celsius{35.4}, 1200ms);
    EXPECT_TRUE(door.assessment().mayAdmit) << "noise";
    door.stand({faceOf(MaskState::Mask)}, Celsius{37.4}, 2s);
    EXPECT_EQ(door.assessment().verdict, Verdict::Refuse);
}

TEST(OneReadingOnePerson, WhoWasLetInAndStandsThereHotIsScreenedAgain)
{
    DoorBench door;
    door.standsFine();
    door.send(GuardAdmits{});
    door.durable(1);
    door.stand({faceOf(MaskState::Mask)}, Celsius{37.6}, 2s);
    EXPECT_EQ(door.state().phase, Phase::Screening);
    EXPECT_EQ(door.assessment().verdict, Verdict::Refuse);
    EXPECT_EQ(door.effects<RaiseFinding>().size(), 1U);
    EXPECT_EQ(door.gatesOpened(), 1U);
}

TEST(OneReadingOnePerson, WhatAContactThermometerSettledStaysSettledWhileHeStandsThere)
{
    DoorBench door;
    door.stand({of(1)}, Celsius{36.1});
    door.send(IdentityEdited{zhang()});
    door.answer();
    door.send(ContactTemperatureTyped{36.5_degC});
    door.send(GuardAdmits{});
    door.durable(1);
    door.stand({of(1)}, Celsius{36.1}, 5s);
    EXPECT_EQ(door.state().phase, Phase::Finished);
    EXPECT_EQ(door.effects<RecordVisit>().size(), 1U);
}

TEST(OneReadingOnePerson, SamplesBetweenTwoPersonsPicturesAreNobodys)
{
    DoorBench door;
    for (int i = 0; i < 4; ++i) { // four samples of the first, the fifth comes between the pictures
        door.see({of(1)});
        door.wait(50ms);
        door.warm(Celsius{kWell});
        door.wait(50ms);
    }
    door.see({of(1)});
    door.wait(50ms);
    door.warm(Celsius{kWell}); // the person changes about here
    door.wait(20ms);
    door.see({of(2)});
    door.wait(20ms);
    EXPECT_FALSE(door.state().evidence.infrared);
}

TEST(OneReadingOnePerson, WhoLingersAfterHisEntryIsNotMeasuredForTheFormOfTheNext)
{
    DoorBench door;
    door.standsFine();
    door.send(GuardAdmits{});
    door.durable(1);
    IdentityDraft next = zhang();
    next.name = "李四";
    door.send(IdentityEdited{next});
    door.answer();
    door.stand({faceOf(MaskState::Mask)}, Celsius{35.4}, 3s);
    EXPECT_EQ(door.state().draft.name, "李四");
    EXPECT_FALSE(door.state().evidence.infrared);
    EXPECT_FALSE(door.state().evidence.mask);
    EXPECT_FALSE(door.assessment().mayAdmit);
}

TEST(NobodyIsStuck, AFaceThatIsNeverFoundLeavesMaskAndTemperatureToTheGuard)
{
    DoorBench door;
    door.send(StartByHand{});
    door.send(IdentityEdited{zhang()});
    door.answer();
    door.stand({}, Celsius{34.0}, 2s);
    EXPECT_FALSE(door.assessment().verdict) << "he may be about to step up";
    door.stand({}, Celsius{34.0}, 5s);
    EXPECT_EQ(door.state().prompt, Prompt::FaceNotFound);
    EXPECT_FALSE(door.assessment().mayAdmit || door.assessment().mayOverride);
    door.send(ContactTemperatureTyped{36.6_degC});
    door.send(MaskJudged{MaskState::Mask});
    EXPECT_TRUE(door.assessment().mayAdmit);
    door.send(GuardAdmits{});
    ASSERT_EQ(door.effects<RecordVisit>().size(), 1U);
    EXPECT_TRUE(door.effects<RecordVisit>().front().entry.evidence.maskByGuard);
    EXPECT_FALSE(door.effects<RecordVisit>().front().entry.evidence.infrared) << "the sensor saw nobody knows whom";
}

TEST(NobodyIsStuck, RefusingAfterStartingByHandWorksWithNothingTyped)
{
    DoorBench door;
    door.send(StartByHand{});
    door.send(GuardRefuses{"drunk"});
    ASSERT_EQ(door.effects<RecordVisit>().size(), 1U);
    EXPECT_EQ(door.effects<RecordVisit>().front().entry.outcome, Outcome::Refused);
}

TEST(NobodyIsStuck, AFrozenRegisterIsAFaultAndNeverAPass)
{
    DoorBench door;
    door.stand({}, Celsius{35.4}, 5s);
    EXPECT_TRUE(door.state().warmEmpty) << "a body's temperature where nobody is";
    door.stand({faceOf(MaskState::Mask)}, Celsius{35.4}, 3s);
    EXPECT_FALSE(door.state().evidence.infrared);
    EXPECT_EQ(door.state().evidence.attempt.noResult, NoTemperature::SensorFault);
    EXPECT_EQ(door.assessment().verdict, Verdict::NoResult);
    door.stand({faceOf(MaskState::Mask)}, Celsius{35.3}, 1s);
    EXPECT_TRUE(door.state().evidence.infrared) << "it moves again";
}

TEST(NobodyIsStuck, EqualValuesForSecondsAreNoFault)
{
    DoorBench door;
    door.stand({}, Celsius{24.1}, 5s);
    door.stand({faceOf(MaskState::Mask)}, Celsius{35.4}, 5s);
    EXPECT_TRUE(door.state().evidence.infrared);
    EXPECT_FALSE(door.state().frozen.stuck);
}

TEST(NobodyIsStuck, AFaceThatIsNotUprightIsUnsureAndVotesDoNotHelp)
{
    DoorBench door;
    Face lying = faceOf(MaskState::Mask);
    lying.upright = false;
    door.stand({lying}, Celsius{35.4}, 2s);
    EXPECT_EQ(door.state().evidence.mask, MaskState::Unsure);
}

TEST(FullDisk, AFailedAdmissionLeavesRefusalsAndAlarmsPossible)
{
    DoorBench door;
    door.standsFine();
    door.send(GuardAdmits{});
    door.send(VisitNotDurable{{ErrorCode::DiskFull, "disk is full"}, door.state().subject});
    door.send(GuardAdmits{});
    EXPECT_EQ(door.effects<RecordVisit>().size(), 1U);
    door.send(GuardRefuses{});
    ASSERT_EQ(door.effects<RecordVisit>().size(), 2U);
    EXPECT_EQ(door.effects<RecordVisit>().back().entry.outcome, Outcome::Refused);
    door.durable(4);
    door.stand({}, Celsius{23}, 2s);
    door.stand({of(3)}, Celsius{kFeverish});
    EXPECT_EQ(door.effects<RaiseFinding>().size(), 1U);
}

TEST(Finding, Y2_TheGuardAsksAndVerifiesFirstWhereThePlanSaysSo)
{
    Plan plan = smallPlan();
    plan.confirmFor = 120s;
    DoorBench door(plan);
    door.stand({of(1)}, Celsius{37.4}, 3s);
    EXPECT_TRUE(door.effects<RaiseFinding>().empty());
    door.send(ContactTemperatureTyped{36.6_degC});
    door.stand({of(1)}, Celsius{37.4}, 130s);
    EXPECT_TRUE(door.effects<RaiseFinding>().empty()) << "the contact thermometer settled it";

    DoorBench still(plan);
    still.stand({of(1)}, Celsius{37.4}, 121s);
    still.stand({of(1)}, Celsius{37.4}, 2s);
    EXPECT_EQ(still.effects<RaiseFinding>().size(), 1U) << "nobody settled it";
}

TEST(Finding, AContactFeverStandsAtOnceAtTheLineItself)
{
    Plan plan = smallPlan();
    plan.confirmFor = 120s;
    DoorBench door(plan);
    door.stand({of(1)}, Celsius{36.1});
    door.send(ContactTemperatureTyped{37.3_degC});
    EXPECT_EQ(door.assessment().verdict, Verdict::Refuse);
    EXPECT_EQ(door.effects<RaiseFinding>().size(), 1U);
}

TEST(Finding, ARecheckThatIsRefusedOrLeftIsToldTogetherWithItsEntry)
{
    DoorBench refused;
    refused.stand({of(1)}, Celsius{36.1});
    EXPECT_TRUE(refused.effects<RaiseFinding>().empty());
    refused.send(GuardRefuses{});
    ASSERT_EQ(refused.effects<RecordVisit>().size(), 1U);
    EXPECT_TRUE(refused.effects<RecordVisit>().front().found);
    EXPECT_EQ(refused.effects<RecordVisit>().front().entry.finding, kEntryBefore);

    DoorBench left;
    left.stand({of(1)}, Celsius{36.1});
    left.stand({}, Celsius{23}, 9s);
    ASSERT_EQ(left.effects<RecordVisit>().size(), 1U);
    EXPECT_TRUE(left.effects<RecordVisit>().front().found);
}

TEST(Finding, AYesThatSlippedCanBeTakenBackOneThatStandsIsTold)
{
    DoorBench door;
    door.stand({of(1)}, Celsius{kWell});
    door.answer(Answer::Yes);
    door.wait(500ms);
    door.answer(Answer::No);
    door.wait(5s);
    EXPECT_TRUE(door.effects<RaiseFinding>().empty());
    door.answer(Answer::Yes);
    door.wait(2s);
    EXPECT_EQ(door.effects<RaiseFinding>().size(), 1U);
}

TEST(Finding, AnAlertThatTheLedgerDidNotTakeIsRaisedAgain)
{
    DoorBench door;
    door.stand({of(1)}, Celsius{kFeverish});
    door.send(FindingDurable{{}, door.state().subject});
    door.stand({of(1)}, Celsius{kFeverish}, 4s);
    EXPECT_EQ(door.effects<RaiseFinding>().size(), 2U);
}

TEST(Finding, AnAlertThatTheLedgerDidNotTakeComesWithTheRefusal)
{
    DoorBench door;
    door.stand({of(1)}, Celsius{kFeverish});
    door.send(GuardRefuses{});
    EXPECT_TRUE(door.effects<RecordVisit>().empty());
    door.send(FindingDurable{{}, door.state().subject});
    ASSERT_EQ(door.effects<RecordVisit>().size(), 1U);
    EXPECT_TRUE(door.effects<RecordVisit>().front().found);
}

TEST(Finding, TheSamePersonSeenAgainIsOneIncident)
{
    DoorBench door;
    door.stand({of(1)}, Celsius{kFeverish});
    door.alarmDurable(3);
    door.send(GuardRefuses{});
    door.durable(4);
    door.stand({}, Celsius{23}, 20s);
    door.stand({of(1)}, Celsius{kFeverish});
    EXPECT_EQ(door.effects<RaiseFinding>().size(), 1U) << "no second ladder";
    EXPECT_TRUE(door.state().finding.joined);
    EXPECT_EQ(door.state().finding.alert, EntrySeq{3});
    door.send(AnotherIncident{door.state().subject});
    door.wait(20ms);
    EXPECT_EQ(door.effects<RaiseFinding>().size(), 2U) << "the guard says that it is another person";
}

TEST(Finding, OtherPapersAreAnotherPerson)
{
    DoorBench door;
    door.stand({of(1)}, Celsius{kFeverish});
    door.alarmDurable(3);
    door.send(IdentityEdited{zhang()});
    door.send(GuardRefuses{});
    door.durable(4);
    door.stand({}, Celsius{23}, 20s);
    door.stand({of(2)}, Celsius{kFeverish});
    ASSERT_TRUE(door.state().finding.joined);
    IdentityDraft li = zhang();
    li.document = "440524188905050289";
    door.send(IdentityEdited{li});
    door.send(GuardRefuses{});
    ASSERT_EQ(door.effects<RecordVisit>().size(), 2U);
    EXPECT_TRUE(door.effects<RecordVisit>().back().found);
}

TEST(Finding, AfterTheIncidentIsOverTheNextFeverIsANewOne)
{
    DoorBench door;
    door.stand({of(1)}, Celsius{kFeverish});
    door.alarmDurable(3);
    door.send(GuardRefuses{});
    door.durable(4);
    door.send(IncidentOver{EntrySeq{3}});
    door.stand({}, Celsius{23}, 20s);
    door.stand({of(2)}, Celsius{kFeverish});
    EXPECT_EQ(door.effects<RaiseFinding>().size(), 2U);
}

TEST(Finding, WhoeverIsRecordedAfterHisIncidentIsOverLeavesNoOpenOneBehind)
{
    DoorBench door;
    door.stand({of(1)}, Celsius{kFeverish});
    door.alarmDurable(3);
    door.send(IncidentOver{EntrySeq{3}});
    door.send(GuardRefuses{});
    door.durable(4);
    door.stand({}, Celsius{23}, 20s);
    door.stand({of(2)}, Celsius{kFeverish});
    EXPECT_EQ(door.effects<RaiseFinding>().size(), 2U) << "the next one's fever is told, it joins nothing that is closed";
}

TEST(Finding, WhatWasKeptAsideAndCouldNotBeWrittenIsTriedAgain)
{
    DoorBench door;
    door.stand({of(1)}, Celsius{36.1});
    const SubjectId first = door.state().subject;
    door.stand({}, Celsius{23}, 9s);
    ASSERT_EQ(door.effects<RecordVisit>().size(), 1U);
    door.send(VisitNotDurable{{ErrorCode::Storage, "gone"}, first});
    door.stand({}, Celsius{23}, 4s);
    EXPECT_EQ(door.effects<RecordVisit>().size(), 2U);
    EXPECT_TRUE(door.effects<RecordVisit>().back().found);
}
