// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/People.h"

#include <gtest/gtest.h>

#include <random>

using namespace menshen;
using namespace menshen::test;

namespace {

bool hasReason(const std::vector<Reason> &reasons, ReasonCode code)
{
    return std::any_of(reasons.begin(), reasons.end(), [&](const Reason &r) { return r.code == code; });
}

} // namespace

TEST(Screening, TheGateIsNeverOpenedBeforeTheReceipt)
{
    DoorBench door;
    door.standsFine();
    door.send(GuardAdmits{});
    ASSERT_EQ(door.effects<RecordVisit>().size(), 1U);
    EXPECT_EQ(door.state().phase, Phase::Recording);
    EXPECT_TRUE(door.effects<OpenGate>().empty());
    door.durable(7);
    ASSERT_EQ(door.effects<OpenGate>().size(), 1U);
    EXPECT_EQ(door.effects<OpenGate>().front().entry, EntrySeq{7});
    EXPECT_EQ(door.state().inside, 1);
}

TEST(Screening, AFailedEntryStopsAdmissionAndKeepsEverythingTyped)
{
    DoorBench door;
    door.standsFine();
    door.send(GuardAdmits{});
    door.send(VisitNotDurable{{ErrorCode::DiskFull, "disk is full"}});
    EXPECT_TRUE(door.state().ledgerDown);
    EXPECT_EQ(door.state().phase, Phase::Screening);
    EXPECT_EQ(door.state().draft, zhang());
    door.send(GuardAdmits{});
    EXPECT_EQ(door.effects<RecordVisit>().size(), 1U) << "nobody is admitted while the ledger is down";
    EXPECT_TRUE(door.effects<OpenGate>().empty());
    door.send(LedgerUp{true});
    door.send(GuardAdmits{});
    EXPECT_EQ(door.effects<RecordVisit>().size(), 2U);
}

TEST(Screening, AReceiptThatNobodyWaitsForOpensNothing)
{
    DoorBench door;
    door.durable(3);
    EXPECT_TRUE(door.effects<OpenGate>().empty());
    EXPECT_EQ(door.state().inside, 0);
}

TEST(Screening, AdmitIsIgnoredWhileAnythingIsMissing)
{
    DoorBench door;
    door.stand({faceOf(MaskState::Mask)}, Celsius{35.4});
    door.send(GuardAdmits{});
    door.send(IdentityEdited{zhang()});
    door.send(GuardAdmits{});
    EXPECT_TRUE(door.effects<RecordVisit>().empty()) << "questions have not been asked";
    door.answer();
    EXPECT_TRUE(door.assessment().mayAdmit);
}

TEST(Screening, ColdForeheadIsNoResultAndKeepsThePlaceInTheQueue)
{
    DoorBench door;
    door.stand({faceOf(MaskState::Mask)}, Celsius{33.2});
    door.send(IdentityEdited{zhang()});
    door.answer();
    EXPECT_EQ(door.assessment().verdict, Verdict::NoResult);
    EXPECT_FALSE(door.assessment().mayAdmit);
    EXPECT_EQ(door.state().prompt, Prompt::WarmUp);
    door.stand({faceOf(MaskState::Mask)}, Celsius{35.3});
    EXPECT_EQ(door.assessment().verdict, Verdict::Pass);
    EXPECT_EQ(door.state().draft, zhang());
}

TEST(Screening, Q4_AFeverIsToldAtOnceAndItsVisitNamesTheAlert)
{
    DoorBench door;
    door.stand({faceOf(MaskState::Mask)}, Celsius{37.4});
    EXPECT_EQ(door.assessment().verdict, Verdict::Refuse) << "a fever does not wait for the form";
    ASSERT_EQ(door.effects<RaiseFinding>().size(), 1U) << "nor does the leading group wait for the guard";
    EXPECT_TRUE(hasReason(door.effects<RaiseFinding>().front().found.reasons, ReasonCode::Fever));
    EXPECT_TRUE(door.effects<RaiseFinding>().front().found.evidence.infrared);
    door.send(IdentityEdited{zhang()});
    door.send(GuardAdmits{"because"});
    EXPECT_TRUE(door.effects<RecordVisit>().empty()) << "a hard failure cannot be overridden";
    door.send(GuardRefuses{"sent to the isolation room"});
    EXPECT_TRUE(door.effects<RecordVisit>().empty()) << "the alert has no number yet that the visit could name";
    door.alarmDurable(4);
    ASSERT_EQ(door.effects<RecordVisit>().size(), 1U);
    EXPECT_EQ(door.effects<RecordVisit>().front().entry.finding, EntrySeq{4});
    EXPECT_FALSE(door.effects<RecordVisit>().front().found) << "one finding, one alert";
    door.durable(5);
    EXPECT_TRUE(door.effects<OpenGate>().empty());
    EXPECT_EQ(door.effects<RaiseFinding>().size(), 1U);
}

TEST(Screening, BetweenTheZonesOnlyTheContactThermometerDecides)
{
    DoorBench door;
    door.stand({faceOf(MaskState::Mask)}, Celsius{36.1});
    door.send(IdentityEdited{zhang()});
    door.answer();
    EXPECT_EQ(door.assessment().verdict, Verdict::Recheck);
    EXPECT_FALSE(door.assessment().mayAdmit);
    EXPECT_FALSE(door.assessment().mayOverride);
    door.send(ContactTemperatureTyped{Celsius{36.7}});
    EXPECT_EQ(door.assessment().verdict, Verdict::Pass);
    door.send(GuardAdmits{});
    const auto recorded = door.effects<RecordVisit>();
    ASSERT_EQ(recorded.size(), 1U);
    EXPECT_TRUE(recorded.front().entry.evidence.infrared && recorded.front().entry.evidence.contact) << "one linked record";
}

TEST(Screening, MeasuringAgainDoesNotLaunderAFever)
{
    DoorBench door;
    door.stand({faceOf(MaskState::Mask)}, Celsius{37.4});
    door.send(MeasureAgain{});
    door.stand({faceOf(MaskState::Mask)}, Celsius{35.0});
    EXPECT_EQ(door.assessment().verdict, Verdict::Refuse);
    EXPECT_EQ(door.state().evidence.earlier.size(), 1U);
}

TEST(Screening, SteppingAsideAndBackDoesNotLaunderAFever)
{
    DoorBench door;
    door.stand({faceOf(MaskState::Mask)}, Celsius{37.4});
    door.alarmDurable(3);
    door.stand({}, Celsius{23}, 2s);
    door.stand({faceOf(MaskState::Mask)}, Celsius{35.0});
    door.send(IdentityEdited{zhang()});
    door.answer();
    EXPECT_TRUE(door.assessment().whose);
    EXPECT_FALSE(door.assessment().mayAdmit) << "before the guard has said who it is";
    door.send(IdentityEdited{});
    door.answer(Answer::NotAsked);
    ASSERT_NE(askedAbout(door.state()), nullptr);
    door.send(SamePerson{askedAbout(door.state())->subject});
    EXPECT_EQ(door.assessment().verdict, Verdict::Refuse);
    EXPECT_EQ(door.effects<RaiseFinding>().size(), 1U) << "one person, one incident";
    door.send(GuardRefuses{});
    ASSERT_EQ(door.effects<RecordVisit>().size(), 1U);
    EXPECT_EQ(door.effects<RecordVisit>().front().entry.finding, EntrySeq{3});
    EXPECT_TRUE(door.effects<RecordVisit>().front().entry.vouchedSame);
}

TEST(Screening, AFeverishPersonWhoWalksOffIsRecordedAsLeft)
{
    DoorBench door;
    door.stand({faceOf(MaskState::Mask)}, Celsius{37.4});
    door.alarmDurable(3);
    const SubjectId who = door.state().subject;
    door.stand({}, Celsius{23}, 9s);
    const auto recorded = door.effects<RecordVisit>();
    ASSERT_EQ(recorded.size(), 1U);
    EXPECT_EQ(recorded.front().entry.outcome, Outcome::Left);
    EXPECT_EQ(recorded.front().entry.finding, EntrySeq{3});
    EXPECT_EQ(door.state().phase, Phase::Waiting) << "the door is free while it is written";
    EXPECT_TRUE(door.state().evidence.earlier.empty()) << "the next person starts clean";
    door.send(VisitDurable{{EntrySeq{4}, {}}, who});
    EXPECT_TRUE(door.state().aside.empty());
    EXPECT_EQ(door.effects<RecordVisit>().size(), 1U);
}

TEST(Screening, AHealthyPersonWhoWalksOffLeavesNothing)
{
    DoorBench door;
    door.stand({faceOf(MaskState::Mask)}, Celsius{35.4});
    door.stand({}, Celsius{23}, 2s);
    EXPECT_TRUE(door.effects<RecordVisit>().empty());
    EXPECT_EQ(door.state().phase, Phase::Waiting);
    EXPECT_FALSE(door.state().evidence.infrared);
}

TEST(Screening, WhatTheGuardTypedStaysWhenTheVisitorTurnsAway)
{
    DoorBench door;
    door.stand({faceOf(MaskState::Mask)}, Celsius{35.4});
    door.send(IdentityEdited{zhang()});
    door.stand({}, Celsius{23}, 70s);
    EXPECT_EQ(door.state().draft, zhang());
    EXPECT_FALSE(door.state().evidence.infrared) << "but the measurement is too old to stand for anybody";
}

TEST(Screening, ANewFaceIsMeasuredAnewEvenWhileTheFormIsOpen)
{
    DoorBench door;
    door.standsFine();
    ASSERT_TRUE(door.assessment().mayAdmit);
    door.stand({}, Celsius{23}, 2s);
    door.stand({faceOf(MaskState::NoMask)}, Celsius{35.4});
    EXPECT_EQ(door.state().evidence.mask, MaskState::NoMask);
    EXPECT_FALSE(door.assessment().mayAdmit);
    EXPECT_EQ(door.state().draft, IdentityDraft{}) << "what was typed waits aside for the guard's word";
    ASSERT_NE(askedAbout(door.state()), nullptr);
    EXPECT_EQ(askedAbout(door.state())->draft, zhang());
}

TEST(Screening, TwoFacesGiveNoTemperatureAndAskForOnePerson)
{
    DoorBench door;
    door.stand({faceOf(MaskState::Mask), faceOf(MaskState::Mask, 190, 420)}, Celsius{35.4});
    EXPECT_FALSE(door.state().evidence.infrared);
    EXPECT_EQ(door.state().evidence.attempt.noResult, NoTemperature::MoreThanOneFace);
    EXPECT_EQ(door.state().prompt, Prompt::OnePerson);
    EXPECT_FALSE(door.state().evidence.mask) << "nobody knows whose mask it is";
}

TEST(Screening, AFarFaceIsAskedCloserAndNotMeasured)
{
    DoorBench door;
    door.stand({faceOf(MaskState::Mask, 60)}, Celsius{35.4});
    EXPECT_EQ(door.state().phase, Phase::Waiting);
    EXPECT_EQ(door.state().prompt, Prompt::ComeCloser);
}

TEST(Screening, NoMaskIsRefusedUntilItIsPutOn)
{
    DoorBench door;
    door.stand({faceOf(MaskState::NoMask)}, Celsius{35.4});
    EXPECT_EQ(door.assessment().verdict, Verdict::Refuse);
    EXPECT_EQ(door.state().prompt, Prompt::WearMask);
    door.stand({faceOf(MaskState::Mask)}, Celsius{35.4});
    door.send(IdentityEdited{zhang()});
    door.answer();
    EXPECT_TRUE(door.assessment().mayAdmit);
}

TEST(Screening, ANoseOutIsRefusedWithItsOwnPrompt)
{
    DoorBench door;
    door.stand({faceOf(MaskState::Incorrect)}, Celsius{35.4});
    EXPECT_EQ(door.assessment().verdict, Verdict::Refuse);
    EXPECT_EQ(door.state().prompt, Prompt::CoverNose);
}

TEST(Screening, AnUnsureMaskNeedsTheGuardsReason)
{
    DoorBench door;
    door.stand({faceOf(MaskState::Unsure)}, Celsius{35.4});
    door.send(IdentityEdited{zhang()});
    door.answer();
    EXPECT_EQ(door.assessment().verdict, Verdict::Recheck);
    door.send(GuardAdmits{});
    EXPECT_TRUE(door.effects<RecordVisit>().empty());
    door.send(GuardAdmits{"veil, mask seen below"});
    ASSERT_EQ(door.effects<RecordVisit>().size(), 1U);
    EXPECT_EQ(door.effects<RecordVisit>().front().entry.overrideReason, "veil, mask seen below");
}

TEST(Screening, ADeadThermometerGoesOnByHand)
{
    DoorBench door;
    door.send(ThermometerUp{false});
    door.stand({faceOf(MaskState::Mask)}, std::nullopt);
    door.send(IdentityEdited{zhang()});
    door.answer();
    EXPECT_EQ(door.assessment().verdict, Verdict::NoResult);
    EXPECT_EQ(door.state().prompt, Prompt::MeasureByHand);
    door.send(ContactTemperatureTyped{Celsius{36.6}});
    EXPECT_TRUE(door.assessment().mayAdmit);
}

TEST(Screening, ADeadThermometerStopsTheDoorWhenThePlanForbidsTyping)
{
    Plan plan = smallPlan();
    plan.temperature.manualAllowed = false;
    DoorBench door(plan);
    door.send(ThermometerUp{false});
    door.stand({faceOf(MaskState::Mask)}, std::nullopt);
    door.send(IdentityEdited{zhang()});
    door.answer();
    door.send(ContactTemperatureTyped{Celsius{36.6}});
    EXPECT_FALSE(door.assessment().mayAdmit);
    EXPECT_FALSE(door.assessment().mayOverride);
}

TEST(Screening, ATypedTemperatureThatNobodyCanHaveIsNotTaken)
{
    DoorBench door;
    door.standsFine();
    door.send(ContactTemperatureTyped{Celsius{366}});
    EXPECT_FALSE(door.state().evidence.contact);
}

TEST(Screening, ADeadCameraLeavesTheMaskToTheGuard)
{
    DoorBench door;
    door.send(CameraUp{false});
    door.send(IdentityEdited{zhang()});
    door.stand({}, Celsius{35.4});
    door.answer();
    EXPECT_EQ(door.state().evidence.mask, MaskState::Unsure);
    EXPECT_FALSE(door.assessment().mayAdmit);
    EXPECT_TRUE(door.assessment().mayOverride);
}

TEST(Screening, AFullHallRefuses)
{
    Plan plan = smallPlan();
    plan.capacity = 1;
    DoorBench door(plan);
    door.send(InsideCounted{1});
    door.standsFine();
    EXPECT_EQ(door.assessment().verdict, Verdict::Refuse);
    door.send(InsideCounted{0});
    EXPECT_EQ(door.assessment().verdict, Verdict::Pass);
}

TEST(Screening, S1_LevelOneClosesTheHallToVisitorsInPrinciple)
{
    Plan plan = smallPlan();
    plan.responseLevel = 1;
    DoorBench door(plan);
    door.standsFine();
    EXPECT_TRUE(hasReason(door.assessment().reasons, ReasonCode::ClosedToPublic));
    EXPECT_FALSE(door.assessment().mayAdmit);
    EXPECT_TRUE(door.assessment().mayOverride) << "an appointment, a medical or supply case";
    plan.closedCheck = CheckLevel::Hard;
    DoorBench shut(plan);
    shut.standsFine();
    EXPECT_FALSE(shut.assessment().mayOverride);
}

TEST(Screening, TheSamePersonIsNotScreenedTwiceUntilHisFaceHasGone)
{
    DoorBench door;
    door.standsFine();
    door.send(GuardAdmits{});
    door.durable();
    door.stand({faceOf(MaskState::Mask)}, Celsius{35.4}, 3s);
    EXPECT_EQ(door.state().phase, Phase::Finished);
    door.stand({}, Celsius{23}, 2s);
    EXPECT_EQ(door.state().phase, Phase::Waiting);
    EXPECT_EQ(door.state().draft, IdentityDraft{});
}

TEST(Screening, ALateEditOfAClearedFormStartsNobody)
{
    DoorBench door;
    door.standsFine();
    door.send(GuardAdmits{});
    door.durable();
    door.send(IdentityEdited{});
    EXPECT_EQ(door.state().phase, Phase::Finished);
}

TEST(Screening, AnswersStartAsNotAskedForEveryPerson)
{
    DoorBench door;
    door.standsFine();
    door.send(GuardAdmits{});
    door.durable();
    EXPECT_EQ(door.state().answers, std::vector<Answer>{Answer::NotAsked});
}

TEST(Screening, ClearingTheDoorWithAFeverRecordsItFirst)
{
    DoorBench door;
    door.stand({faceOf(MaskState::Mask)}, Celsius{37.4});
    const SubjectId who = door.state().subject;
    door.send(DoorCleared{});
    EXPECT_TRUE(door.effects<RecordVisit>().empty()) << "its alert has no number yet";
    door.send(FindingDurable{EntrySeq{3}, who});
    ASSERT_EQ(door.effects<RecordVisit>().size(), 1U);
    EXPECT_EQ(door.effects<RecordVisit>().front().entry.outcome, Outcome::Left);
}

TEST(Screening, WhatTheScreenKeepsOfADecisionHoldsNoIdentity)
{
    DoorBench door;
    door.standsFine();
    door.send(GuardAdmits{});
    door.durable();
    ASSERT_TRUE(door.state().decided);
    EXPECT_EQ(door.state().decided->identity, IdentityDraft{});
}

TEST(Screening, VerdictComesWithinASecondAtTenHertzAndFifteenFrames)
{
    DoorBench door;
    door.stand({faceOf(MaskState::Mask)}, Celsius{35.4}, 60ms);
    door.send(IdentityEdited{zhang()});
    door.answer();
    Micros spent = 60ms;
    while (!door.assessment().verdict && spent < 3s) {
        door.stand({faceOf(MaskState::Mask)}, Celsius{35.4}, 100ms);
        spent += 100ms;
    }
    EXPECT_LE(spent, 1s);
}

/// Whatever comes in whatever order: no gate without a receipt of its own, no admission over a hard failure.
TEST(Screening, RandomEventsNeverOpenTheGateWithoutAReceipt)
{
    std::mt19937 random(20261122);
    const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    DoorBench door;
    std::size_t receipts = 0, raised = 0;
    const auto mostly = [&](int n) { return pick(n) != 0; };
    for (int i = 0; i < 5000; ++i) {
        const auto mask = mostly(3) ? MaskState::Mask : static_cast<MaskState>(pick(4));
        const Celsius skin{mostly(3) ? 35.0 + 0.1 * pick(8) : 33.0 + 0.1 * pick(50)};
        switch (pick(15)) {
        case 0:
            door.standsFine();
            break;
        case 1:
            door.stand({faceOf(mask)}, skin, 700ms);
            break;
        case 2:
            door.stand({}, Celsius{23}, Micros{pick(4) * 1'000'000});
            break;
        case 3:
            door.send(IdentityEdited{mostly(4) ? zhang() : IdentityDraft{}});
            break;
        case 4:
            door.answer(mostly(4) ? Answer::No : static_cast<Answer>(pick(3)));
            break;
        case 5:
            door.send(ContactTemperatureTyped{Celsius{35.0 + 0.1 * pick(50)}});
            break;
        case 6:
            door.send(MeasureAgain{});
            break;
        case 7:
        case 8:
            door.send(GuardAdmits{mostly(2) ? "reason" : ""});
            break;
        case 9:
            door.send(GuardRefuses{"note"});
            break;
        case 10:
            door.send(DoorCleared{});
            break;
        case 11:
            door.send(LedgerUp{mostly(3)});
            break;
        case 13:
            if (const KeptAside *kept = askedAbout(door.state())) {
                mostly(2) ? door.send(SamePerson{kept->subject}) : door.send(AnotherPerson{kept->subject});
            }
            break;
        case 12:
            door.send(CameraUp{mostly(3)});
            break;
        default:
            door.send(ThermometerUp{mostly(3)});
            break;
        }
        for (; raised < door.effects<RaiseFinding>().size(); ++raised) {
            door.send(FindingDurable{EntrySeq{mostly(3) ? i + 1 : 0}, door.effects<RaiseFinding>()[raised].subject});
        }
        if (door.state().phase == Phase::Recording && !door.state().awaitsFinding && mostly(3)) {
            receipts += door.state().deciding->outcome == Outcome::Admitted ? 1 : 0;
            door.durable(i + 1);
        }
        ASSERT_EQ(door.gatesOpened(), receipts);
    }
    ASSERT_GT(receipts, 10U) << "the walk must reach admissions to prove anything";
    for (const RecordVisit &recorded : door.effects<RecordVisit>()) {
        if (recorded.entry.outcome == Outcome::Admitted) {
            for (const Reason &reason : recorded.entry.reasons) {
                ASSERT_NE(reason.level, CheckLevel::Hard);
            }
        }
    }
}
