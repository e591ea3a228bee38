// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/config/ConfigFiles.h"

#include <gmock/gmock.h>

namespace menshen {
namespace {

using testing::HasSubstr;

const std::string kTop = "id = \"p\"\nname = { zh = \"甲\", en = \"P\" }\n";
const std::string kRest = "[alert]\n[[alert.step]]\nid = \"keep\"\nzh = \"留\"\nen = \"Keep\"\n"
                          "[notice]\nzh = \"告\"\nen = \"N\"\n[privacy]\nzh = \"隐\"\nen = \"Pr\"\n";

std::string problemOf(const std::string &text)
{
    const auto plan = parsePlan(text, "p.toml");
    return plan ? "no problem" : plan.error().detail;
}

TEST(PlanFile, AFeverLineThatNobodyWouldMeanIsRefused)
{
    EXPECT_EQ(problemOf(kTop + "[temperature]\nfever_line = 98.6\n" + kRest),
              "p.toml:4: temperature.fever_line: 98.6: a number from 36 to 40");
}

TEST(PlanFile, AFloorAboveTheFeverLineIsRefused)
{
    EXPECT_THAT(problemOf(kTop + "[temperature]\nfever_line = 36.2\nfloor = 36.4\n" + kRest),
                HasSubstr("p.toml:4: temperature.fever_line: 36.2: a number above its lower end"));
}

TEST(PlanFile, AMaskMayNeverBeJudgedByASingleFrame)
{
    EXPECT_EQ(problemOf(kTop + "[mask]\nmin_frames = 1\n" + kRest), "p.toml:4: mask.min_frames: 1: a whole number from 2 to 1000");
}

TEST(PlanFile, TwoQuestionsOfOneIdAreRefused)
{
    const std::string question = "[[question]]\nid = \"q\"\nzh = \"问\"\nen = \"Q\"\n";
    EXPECT_EQ(problemOf(kTop + question + question + kRest), "p.toml:8: question[2].id: 'q': an id that no other one of this file has");
}

TEST(PlanFile, AQuestionIsAskedInBothLanguages)
{
    EXPECT_EQ(problemOf(kTop + "[[question]]\nid = \"q\"\nzh = \"问\"\n" + kRest),
              "p.toml:3: question[1].en: (missing): add it: a text in quotes, not empty");
}

TEST(PlanFile, APlanWithoutWhatToDoOnAnAlertIsRefused)
{
    EXPECT_THAT(problemOf(kTop + "[alert]\nfever = true\n[notice]\nzh = \"告\"\nen = \"N\"\n[privacy]\nzh = \"隐\"\nen = \"Pr\"\n"),
                HasSubstr("p.toml:3: alert.step: (missing): add it: sections [[alert.step]]"));
}

TEST(PlanFile, ARetentionThatNobodyWouldMeanIsRefused)
{
    for (const std::string days : {"-1", "3651", "30.0", "\"30\"", "true"})
        EXPECT_THAT(problemOf(kTop + kRest + "retention_days = " + days + "\n"), HasSubstr("p.toml:14: privacy.retention_days: ")) << days;
}

TEST(PlanFile, PersonalDataStaysThirtyDaysUnlessThePlanSaysOtherwise)
{
    EXPECT_EQ(parsePlan(kTop + kRest, "p.toml")->retentionDays, 30);
    EXPECT_EQ(parsePlan(kTop + kRest + "retention_days = 0\n", "p.toml")->retentionDays, 0);
    EXPECT_EQ(parsePlan(kTop + kRest + "retention_days = 3650\n", "p.toml")->retentionDays, 3650);
}

TEST(PlanFile, TheNoticeSaysHowLongPersonalDataIsKept)
{
    std::string rest = kRest;
    const auto at = rest.find("[privacy]");
    ASSERT_NE(at, std::string::npos);
    const auto open = rest.find('"', rest.find("en", at));
    rest.insert(open + 1, "kept {days} days; ");
    const auto plan = parsePlan(kTop + rest + "retention_days = 21\n", "p.toml");
    ASSERT_TRUE(plan) << plan.error().detail;
    EXPECT_THAT(plan->privacyNotice.en, HasSubstr("kept 21 days; "));
    EXPECT_THAT(problemOf(kTop + rest + "retention_days = 0\n"), HasSubstr("must not promise"));
}

TEST(PlanFile, AMisspeltCheckNamesTheWordsThatThereAre)
{
    EXPECT_EQ(problemOf(kTop + "[identity]\nphone = \"needed\"\n" + kRest),
              "p.toml:4: identity.phone: 'needed': one of \"required\", \"optional\", \"off\"");
}

std::string alertOf(const std::string &steps) // in the place of kRest
{
    return kTop + "[alert]\n" + steps + "[notice]\nzh = \"告\"\nen = \"N\"\n[privacy]\nzh = \"隐\"\nen = \"Pr\"\n";
}
std::string stepOf(const std::string &id, const std::string &more = {})
{
    return "[[alert.step]]\nid = \"" + id + "\"\nzh = \"留\"\nen = \"Keep\"\n" + more;
}

TEST(PlanFile, AStepOfOldSaysByItsIdWhatItIs)
{
    const auto plan = parsePlan(alertOf(stepOf("isolation_room") + stepOf("handed_over") + stepOf("air_conditioning_off") +
                                        stepOf("disinfected") + stepOf("air_conditioning_on") + stepOf("else")),
                                "p.toml");
    ASSERT_TRUE(plan) << plan.error().detail;
    using enum StepKind;
    std::vector<StepKind> kinds;
    for (const AlertStep &step : plan->alertSteps) {
        kinds.push_back(step.kind);
        EXPECT_TRUE(step.required) << step.id;
    }
    EXPECT_EQ(kinds, (std::vector{Isolation, HandOver, AirOff, Disinfection, AirOn, Task}));
    EXPECT_EQ(plan->incident.isolationPlaces, 1);
    EXPECT_TRUE(plan->incident.doorGoesOn);
    EXPECT_TRUE(plan->incident.calm.zh.empty());
}

TEST(PlanFile, AStepWaitsOnlyForStepsAboveIt)
{
    for (const char *after : {"b", "nowhere", "a"})
        EXPECT_THAT(problemOf(alertOf(stepOf("a", "after = [\"" + std::string(after) + "\"]\n") + stepOf("b"))),
                    HasSubstr("ids of steps above this one"))
            << after;
    EXPECT_EQ(problemOf(alertOf(stepOf("a") + stepOf("b", "after = [\"a\"]\nrequired = false\n"))), "no problem");
}

TEST(PlanFile, TheStepThatTheReportCountsAsIsolatedHasItsOwnId)
{
    EXPECT_THAT(problemOf(alertOf(stepOf("room", "kind = \"isolation\"\n"))), HasSubstr("the daily report counts it"));
    EXPECT_THAT(problemOf(alertOf(stepOf("isolation_room", "kind = \"task\"\n"))), HasSubstr("the daily report counts it"));
    EXPECT_THAT(problemOf(alertOf(stepOf("a", "kind = \"dance\"\n"))), HasSubstr("one of \"task\", \"isolation\""));
}

TEST(PlanFile, AnIncidentsRulesReachThePlan)
{
    const auto plan = parsePlan(alertOf("isolation_places = 2\npresent_before_min = 120\npresent_after_min = 0\ndoor_goes_on = false\n"
                                        "[alert.calm]\nzh = \"安\"\nen = \"Calm\"\n" +
                                        stepOf("a")),
                                "p.toml");
    ASSERT_TRUE(plan) << plan.error().detail;
    EXPECT_EQ(plan->incident.isolationPlaces, 2);
    EXPECT_EQ(plan->incident.presentBefore, 2h);
    EXPECT_EQ(plan->incident.presentAfter, 0min);
    EXPECT_FALSE(plan->incident.doorGoesOn);
    EXPECT_EQ(plan->incident.calm.en, "Calm");
    EXPECT_THAT(problemOf(alertOf("present_before_min = 1441\n" + stepOf("a"))), HasSubstr("a whole number from 0 to 1440"));
    EXPECT_THAT(problemOf(alertOf("[alert.calm]\nzh = \"安\"\n" + stepOf("a"))), HasSubstr("alert.calm.en"));
}

TEST(PlanFile, TheReportIsDueAtATimeOfDay)
{
    for (const std::string time : {"24:00", "9:15", "09:60", "noon"})
        EXPECT_EQ(problemOf(kTop + "[report]\ndue = \"" + time + "\"\n" + kRest),
                  "p.toml:4: report.due: '" + time + "': a time of day such as \"02:30\"");
    EXPECT_THAT(problemOf(kTop + "[report]\nnag_before_min = 1441\n" + kRest), HasSubstr("a whole number from 0 to 1440"));
    EXPECT_EQ(parsePlan(kTop + kRest, "p.toml")->report.due, 17h + 30min);
}

TEST(PlanFile, APinOrABadgeOfStaffIsRefusedByNameAsNotThereYet)
{
    for (const std::string proof : {"pin", "badge"})
        EXPECT_EQ(problemOf(kTop + "[staff]\nproof = \"" + proof + "\"\n" + kRest),
                  "p.toml:4: staff.proof: '" + proof + "': \"guard\": PINs and badges of staff are not there yet");
    EXPECT_EQ(problemOf(kTop + "[staff]\nproof = \"trust\"\n" + kRest), "p.toml:4: staff.proof: 'trust': \"guard\"");
    EXPECT_EQ(problemOf(kTop + "[staff]\nproof = \"guard\"\n" + kRest), "no problem");
}

TEST(PlanFile, S1_LevelOneIsNeverOff)
{
    EXPECT_EQ(problemOf(kTop + "closed_check = \"off\"\n" + kRest), "p.toml:3: closed_check: 'off': one of \"soft\", \"hard\"");
    EXPECT_EQ(parsePlan(kTop + kRest, "p.toml")->closedCheck, CheckLevel::Soft) << "in principle nobody (S1)";
}

TEST(PlanFile, LimitsOfASubjectThatNobodyWouldMeanAreRefused)
{
    for (const std::string line : {"max_gap_ms = 99", "max_gap_ms = 2001", "min_overlap = 0.05", "min_overlap = 0.95",
                                   "max_size_ratio = 1.0", "max_look_difference = 0", "max_look_difference = 1.1"})
        EXPECT_THAT(problemOf(kTop + "[subject]\n" + line + "\n" + kRest), HasSubstr("p.toml:4: subject." + line.substr(0, line.find(' '))))
            << line;
}

TEST(PlanFile, AFaceIsNotGoneBeforeItMayBeSomebodyElses)
{
    EXPECT_EQ(problemOf(kTop + "[subject]\nmax_gap_ms = 900\n[timing]\nface_gone_ms = 800\n" + kRest),
              "p.toml:6: timing.face_gone_ms: 800: at least subject.max_gap_ms, which is 900");
    EXPECT_THAT(problemOf(kTop + "[timing]\nface_gone_ms = 20000\nevidence_hold_ms = 10000\n" + kRest),
                HasSubstr("p.toml:5: timing.evidence_hold_ms: 10000: at least face_gone_ms, which is 20000"));
}

TEST(PlanFile, HowLongSomethingMayTakeHasLimits)
{
    for (const std::string line : {"face_not_found_ms = 999", "evidence_hold_ms = 4999", "form_hold_s = 3601"})
        EXPECT_THAT(problemOf(kTop + "[timing]\n" + line + "\n" + kRest), HasSubstr("p.toml:4: timing." + line.substr(0, line.find(' '))))
            << line;
    EXPECT_THAT(problemOf(alertOf("confirm_s = 601\n" + stepOf("a"))),
                HasSubstr("p.toml:4: alert.confirm_s: 601: a whole number from 0 to 600"));
    EXPECT_THAT(problemOf(alertOf("same_person_min = 121\n" + stepOf("a"))), HasSubstr("p.toml:4: alert.same_person_min: 121"));
}

TEST(PlanFile, Y2_WhoIsToldAndHowSoonReachesThePlan)
{
    const auto plan = parsePlan(alertOf("confirm_s = 120\nunmasked = false\nsame_person_min = 25\n" + stepOf("a")), "p.toml");
    ASSERT_TRUE(plan) << plan.error().detail;
    EXPECT_EQ(plan->confirmFor, 2min);
    EXPECT_FALSE(plan->unmaskedTold);
    EXPECT_EQ(plan->incident.samePersonFor, 25min);
    const auto fresh = parsePlan(kTop + kRest, "p.toml");
    EXPECT_EQ(fresh->confirmFor, 0s);
    EXPECT_TRUE(fresh->unmaskedTold);
}

TEST(PlanFile, EverySwitchReachesThePlan)
{
    const auto plan =
        parsePlan(kTop +
                      "response_level = 1\nclosed_check = \"hard\"\ncapacity = 80\n"
                      "[temperature]\ncheck = \"soft\"\nfever_line = 37.5\nfever_at_line = false\nfloor = 34.5\nsensor_min = 31\n"
                      "sensor_max = 44\nambient_min = 10\nambient_max = 40\nmax_spread = 0.3\nwindow_ms = 700\nmin_samples = 7\n"
                      "max_age_ms = 1500\nwarm_up_s = 60\ncalibration_valid_days = 30\nslope_min = 0.9\nslope_max = 1.1\n"
                      "offset_limit = 2\nmanual_allowed = false\ncontact_uncertainty = 0.05\ncontact_min = 33\ncontact_max = 44\n"
                      "[mask]\ncheck = \"off\"\nmin_score = 0.4\nmin_face_height = 0.3\nmin_probability = 0.7\nmin_sharpness = 20\n"
                      "min_brightness = 40\nmax_brightness = 200\nwindow_ms = 800\nmin_frames = 6\nagreement = 0.9\n"
                      "[identity]\ncheck = \"soft\"\nname = \"off\"\ndocument = \"optional\"\nphone = \"off\"\npurpose = \"required\"\n"
                      "[staff]\nmask = \"soft\"\ntemperature = \"off\"\nquestions = false\nproof = \"guard\"\n"
                      "[[question]]\nid = \"q\"\nzh = \"问\"\nen = \"Q\"\nlevel = \"soft\"\nalerts = true\n"
                      "[subject]\nmax_gap_ms = 500\nmin_overlap = 0.4\nmax_size_ratio = 1.5\nmax_look_difference = 0.3\n"
                      "[timing]\nface_gone_ms = 900\nface_not_found_ms = 5000\nleave_after_ms = 7000\nevidence_hold_ms = 45000\n"
                      "form_hold_s = 120\nshow_result_ms = 3000\n"
                      "[report]\ndue = \"09:15\"\nnag_before_min = 30\n" +
                      kRest,
                  "p.toml");
    ASSERT_TRUE(plan) << plan.error().detail;
    EXPECT_EQ(plan->id, "p");
    EXPECT_EQ(plan->name.zh, "甲");
    EXPECT_EQ(plan->responseLevel, 1);
    EXPECT_EQ(plan->capacity, 80);
    const auto &t = plan->temperature;
    EXPECT_EQ(plan->temperatureCheck, CheckLevel::Soft);
    EXPECT_EQ(t.feverLine.degrees, 37.5);
    EXPECT_FALSE(t.feverAtLine);
    EXPECT_EQ(t.floor.degrees, 34.5);
    EXPECT_EQ(t.sensorMin.degrees, 31);
    EXPECT_EQ(t.sensorMax.degrees, 44);
    EXPECT_EQ(t.ambientMin.degrees, 10);
    EXPECT_EQ(t.ambientMax.degrees, 40);
    EXPECT_EQ(t.maxSpread.degrees, 0.3);
    EXPECT_EQ(t.window, 700ms);
    EXPECT_EQ(t.minSamples, 7);
    EXPECT_EQ(t.maxAge, 1500ms);
    EXPECT_EQ(t.warmUp, 1min);
    EXPECT_EQ(t.calibrationValidFor, std::chrono::days(30));
    EXPECT_EQ(t.slopeMin, 0.9);
    EXPECT_EQ(t.slopeMax, 1.1);
    EXPECT_EQ(t.offsetLimit.degrees, 2);
    EXPECT_FALSE(t.manualAllowed);
    EXPECT_EQ(t.contactUncertainty.degrees, 0.05);
    EXPECT_EQ(t.contactMin.degrees, 33);
    EXPECT_EQ(t.contactMax.degrees, 44);
    const auto &m = plan->mask;
    EXPECT_EQ(plan->maskCheck, CheckLevel::Off);
    EXPECT_EQ(m.minScore, 0.4);
    EXPECT_EQ(m.minFaceHeight, 0.3);
    EXPECT_EQ(m.minProbability, 0.7);
    EXPECT_EQ(m.minSharpness, 20);
    EXPECT_EQ(m.minBrightness, 40);
    EXPECT_EQ(m.maxBrightness, 200);
    EXPECT_EQ(m.window, 800ms);
    EXPECT_EQ(m.minFrames, 6);
    EXPECT_EQ(m.agreement, 0.9);
    EXPECT_EQ(plan->identityCheck, CheckLevel::Soft);
    EXPECT_EQ(plan->nameField, FieldRule::Off);
    EXPECT_EQ(plan->documentField, FieldRule::Optional);
    EXPECT_EQ(plan->phoneField, FieldRule::Off);
    EXPECT_EQ(plan->purposeField, FieldRule::Required);
    EXPECT_EQ(plan->staff.mask, CheckLevel::Soft);
    EXPECT_EQ(plan->staff.temperature, CheckLevel::Off);
    ASSERT_EQ(plan->questions.size(), 1U);
    EXPECT_EQ(plan->questions[0].level, CheckLevel::Soft);
    EXPECT_TRUE(plan->questions[0].alerts);
    ASSERT_EQ(plan->alertSteps.size(), 1U);
    EXPECT_EQ(plan->alertSteps[0].text.en, "Keep");
    EXPECT_EQ(plan->notice.zh, "告");
    EXPECT_EQ(plan->privacyNotice.en, "Pr");
    EXPECT_EQ(plan->closedCheck, CheckLevel::Hard);
    EXPECT_FALSE(plan->staff.questions);
    EXPECT_EQ(plan->staff.proof, StaffProof::Guard);
    EXPECT_EQ(plan->subject.maxGap, 500ms);
    EXPECT_EQ(plan->subject.minOverlap, 0.4);
    EXPECT_EQ(plan->subject.maxSizeRatio, 1.5);
    EXPECT_EQ(plan->subject.maxLookDifference, 0.3);
    EXPECT_EQ(plan->faceNotFound, 5s);
    EXPECT_EQ(plan->evidenceHold, 45s);
    EXPECT_EQ(plan->formHold, 2min);
    EXPECT_EQ(plan->faceGone, 900ms);
    EXPECT_EQ(plan->leaveAfter, 7s);
    EXPECT_EQ(plan->showResult, 3s);
    EXPECT_EQ(plan->report.due, 9h + 15min);
    EXPECT_EQ(plan->report.nagBefore, 30min);
}

} // namespace
} // namespace menshen
