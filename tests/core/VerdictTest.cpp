// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/People.h"

#include <gtest/gtest.h>

using namespace menshen;
using namespace menshen::test;

namespace {

TemperatureReading infrared(double value)
{
    TemperatureReading reading;
    reading.body = BodyTemperature{Celsius{value}, Celsius{0.3}, CalibrationId{"default"}, true};
    reading.zone = zoneOf(*reading.body, TemperatureRules{});
    return reading;
}

Evidence fine()
{
    Evidence evidence;
    evidence.infrared = infrared(36.5);
    evidence.mask = MaskState::Mask;
    evidence.faces = 1;
    return evidence;
}

std::vector<ReasonCode> codes(const std::vector<Reason> &reasons)
{
    std::vector<ReasonCode> result;
    for (const Reason &reason : reasons) {
        result.push_back(reason.code);
    }
    return result;
}

const std::vector<Answer> kNo{Answer::No};

} // namespace

TEST(Verdict, AllChecksPassed)
{
    const Assessment result = assess(fine(), zhang(), kNo, 0, smallPlan(), kToday);
    EXPECT_EQ(result.verdict, Verdict::Pass);
    EXPECT_TRUE(result.mayAdmit);
    EXPECT_TRUE(result.reasons.empty());
}

TEST(Verdict, NotAskedIsNeverNo)
{
    const Assessment result = assess(fine(), zhang(), {Answer::NotAsked}, 0, smallPlan(), kToday);
    EXPECT_FALSE(result.verdict);
    EXPECT_EQ(codes(result.missing), std::vector{ReasonCode::QuestionsOpen});
    EXPECT_FALSE(assess(fine(), zhang(), {}, 0, smallPlan(), kToday).mayAdmit) << "no answers at all are not no's";
}

TEST(Verdict, ASymptomRefusesAndNamesTheQuestion)
{
    const Assessment result = assess(fine(), zhang(), {Answer::Yes}, 0, smallPlan(), kToday);
    EXPECT_EQ(result.verdict, Verdict::Refuse);
    ASSERT_EQ(result.reasons.size(), 1U);
    EXPECT_EQ(result.reasons[0].detail, "cough");
    EXPECT_TRUE(isAlerting(result.reasons, smallPlan()));
}

TEST(Verdict, EveryReasonIsNamedHardestFirst)
{
    Plan plan = smallPlan();
    plan.maskCheck = CheckLevel::Soft;
    Evidence evidence = fine();
    evidence.mask = MaskState::NoMask;
    evidence.infrared = infrared(38.4);
    const Assessment result = assess(evidence, zhang(), kNo, 0, plan, kToday);
    EXPECT_EQ(codes(result.reasons), (std::vector{ReasonCode::Fever, ReasonCode::NoMask}));
}

TEST(Verdict, ASoftFailureMayBeOverriddenWithAReason)
{
    Plan plan = smallPlan();
    plan.maskCheck = CheckLevel::Soft;
    Evidence evidence = fine();
    evidence.mask = MaskState::NoMask;
    const Assessment result = assess(evidence, zhang(), kNo, 0, plan, kToday);
    EXPECT_EQ(result.verdict, Verdict::Recheck);
    EXPECT_FALSE(result.mayAdmit);
    EXPECT_TRUE(result.mayOverride);
}

TEST(Verdict, ACheckThatIsOffIsNotLookedAt)
{
    Plan plan = smallPlan();
    plan.maskCheck = plan.temperatureCheck = plan.identityCheck = CheckLevel::Off;
    plan.questions.clear();
    EXPECT_TRUE(assess(Evidence{}, {}, {}, 0, plan, kToday).mayAdmit);
}

TEST(Verdict, NoTemperatureIsNoPass)
{
    Evidence evidence = fine();
    evidence.infrared.reset();
    for (const auto why :
         {NoTemperature::DeviceDown, NoTemperature::WarmingUp, NoTemperature::SensorFault, NoTemperature::AmbientOutOfRange,
          NoTemperature::Stale, NoTemperature::MoreThanOneFace, NoTemperature::Unsteady, NoTemperature::SensorOutOfRange,
          NoTemperature::BelowFloor, NoTemperature::CalibrationOverdue, NoTemperature::CalibrationOutOfLimits}) {
        evidence.attempt.noResult = why;
        const Assessment result = assess(evidence, zhang(), kNo, 0, smallPlan(), kToday);
        EXPECT_EQ(result.verdict, Verdict::NoResult) << static_cast<int>(why);
        EXPECT_FALSE(result.mayAdmit);
        ASSERT_FALSE(result.reasons.empty());
        EXPECT_EQ(result.reasons[0].noTemperature, why);
    }
    evidence.attempt.noResult = NoTemperature::TooFewSamples;
    EXPECT_TRUE(assess(evidence, zhang(), kNo, 0, smallPlan(), kToday).measuring);
}

TEST(Verdict, TheContactThermometerDecidesOverInfrared)
{
    Evidence evidence = fine();
    evidence.contact = contactReading(Celsius{38.0}, MonoTime{}, TemperatureRules{});
    EXPECT_EQ(assess(evidence, zhang(), kNo, 0, smallPlan(), kToday).verdict, Verdict::Refuse);
}

TEST(Identity, RequiredFieldsAreNamedWhenMissing)
{
    EXPECT_EQ(codes(identityProblems({}, smallPlan(), kToday)),
              (std::vector{ReasonCode::NameMissing, ReasonCode::DocumentMissing, ReasonCode::PhoneMissing}));
    IdentityDraft draft = zhang();
    draft.document = "110105194912310021";
    draft.phone = "138";
    EXPECT_EQ(codes(identityProblems(draft, smallPlan(), kToday)), (std::vector{ReasonCode::DocumentInvalid, ReasonCode::PhoneInvalid}));
}

TEST(Identity, AWrongCheckCharacterMayBeKeptAsUnverifiedWithAReason)
{
    IdentityDraft draft = zhang();
    draft.document = "110105194912310021";
    draft.unverifiedReason = "card is worn, read by eye";
    const Assessment result = assess(fine(), draft, kNo, 0, smallPlan(), kToday);
    EXPECT_TRUE(result.mayAdmit);
    EXPECT_EQ(codes(result.reasons), std::vector{ReasonCode::DocumentUnverified}) << "and it is said with the entry";
}

TEST(Identity, AnElderWithoutPhoneOrPapersStillGetsIn)
{
    IdentityDraft draft;
    draft.name = "李奶奶";
    draft.documentType = DocumentType::None;
    draft.unverifiedReason = "no papers with her, known to the community";
    draft.phoneNote = "daughter waits outside";
    EXPECT_TRUE(assess(fine(), draft, kNo, 0, smallPlan(), kToday).mayAdmit);
}

TEST(Identity, AnOptionalFieldIsCheckedOnlyWhenFilled)
{
    Plan plan = smallPlan();
    plan.documentField = plan.phoneField = FieldRule::Optional;
    IdentityDraft draft;
    draft.name = "张三";
    EXPECT_TRUE(identityProblems(draft, plan, kToday).empty());
    draft.document = "123";
    EXPECT_EQ(codes(identityProblems(draft, plan, kToday)), std::vector{ReasonCode::DocumentInvalid});
}

TEST(Identity, AFieldThatIsOffIsNotAskedFor)
{
    Plan plan = smallPlan();
    plan.nameField = plan.documentField = plan.phoneField = plan.purposeField = FieldRule::Off;
    EXPECT_TRUE(assess(fine(), {}, kNo, 0, plan, kToday).mayAdmit);
}
