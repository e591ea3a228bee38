// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/config/ConfigFiles.h"
#include "menshen/core/Alerts.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <set>

namespace menshen {
namespace {

namespace fs = std::filesystem;

const fs::path kConfig = fs::path(MENSHEN_SOURCE_DIR) / "config";

std::vector<fs::path> tomlFiles(const char *folder)
{
    std::vector<fs::path> files;
    for (const auto &entry : fs::directory_iterator(kConfig / folder)) {
        if (entry.path().extension() == ".toml")
            files.push_back(entry.path());
    }
    return files;
}

TEST(ShippedFiles, EveryPlanLoadsUnderTheIdOfItsFile)
{
    const auto files = tomlFiles("plans");
    EXPECT_EQ(files.size(), 4U);
    for (const auto &file : files) {
        const auto plan = loadPlan(file);
        ASSERT_TRUE(plan) << plan.error().detail;
        EXPECT_EQ(plan->id, file.stem());
        EXPECT_EQ(plan->temperature.feverLine.degrees, 37.3) << file;
        EXPECT_EQ(plan->temperature.warmUp, 15min) << file;
        EXPECT_EQ(plan->temperatureCheck, CheckLevel::Hard) << file;
        EXPECT_EQ(plan->maskCheck, CheckLevel::Hard) << file;
        EXPECT_TRUE(plan->feverAlerts) << file;
    }
}

Plan shipped(const std::string &id)
{
    const auto plan = loadPlan(kConfig / "plans" / (id + ".toml"));
    if (!plan)
        ADD_FAILURE() << plan.error().detail;
    return plan ? *plan : Plan{};
}

const AlertStep *stepOf(const Plan &plan, StepKind kind)
{
    const auto step = std::ranges::find(plan.alertSteps, kind, &AlertStep::kind);
    return step == plan.alertSteps.end() ? nullptr : &*step;
}

std::vector<std::string> dutiesOf(const Plan &plan)
{
    std::vector<std::string> ids;
    for (const auto &step : plan.alertSteps) {
        if (step.required)
            ids.push_back(step.id);
    }
    return ids;
}

TEST(ShippedFiles, EveryPlanDisinfectsCalmsAndCallsNobodyAContact)
{
    for (const auto &file : tomlFiles("plans")) {
        const auto plan = loadPlan(file);
        ASSERT_TRUE(plan) << plan.error().detail;
        for (const auto &step : plan->alertSteps) {
            EXPECT_EQ(step.text.zh.find("密切接触"), std::string::npos) << file << ": a door's ledger does not know that";
            EXPECT_EQ(step.text.en.find("close contact"), std::string::npos) << file;
        }
        EXPECT_TRUE(stepOf(*plan, StepKind::Disinfection)) << file;
        EXPECT_EQ(stepOf(*plan, StepKind::Isolation) != nullptr, plan->incident.isolationPlaces > 0) << file;
        EXPECT_FALSE(plan->incident.calm.zh.empty() || plan->incident.calm.en.empty()) << file << ": (S7)";
    }
}

TEST(ShippedFiles, Y2_YiyangVerifiesTellsTheLeadingGroupAndHandsNobodyOverToACdcThatItDoesNotName)
{
    const Plan plan = shipped("yiyang");
    EXPECT_THAT(dutiesOf(plan), testing::ElementsAre("verified", "office_told"));
    EXPECT_FALSE(stepOf(plan, StepKind::HandOver));
    for (const auto &step : plan.alertSteps)
        EXPECT_EQ(step.text.zh.find("疾控"), std::string::npos) << step.id;
    EXPECT_GT(plan.confirmFor, 0s) << "asks and verifies first";
    EXPECT_TRUE(plan.unmaskedTold);
    EXPECT_TRUE(plan.staff.questions);
}

TEST(ShippedFiles, S6_S7_ShantingReportsToTheDistrictHoldsInPlaceAndHandsOver)
{
    const Plan plan = shipped("shanting");
    EXPECT_THAT(dutiesOf(plan), testing::ElementsAre("keep_here", "district_told", "cdc_told", "handed_over"));
    EXPECT_EQ(plan.incident.isolationPlaces, 0) << "he stays where he is";
    EXPECT_EQ(plan.confirmFor, 0s) << "urgent ones at once";
    EXPECT_FALSE(plan.unmaskedTold);
}

TEST(ShippedFiles, Q4_QufuIsolatesTellsOfficeAndCdcAtOnceAndHandsOver)
{
    const Plan plan = shipped("qufu");
    EXPECT_THAT(dutiesOf(plan),
                testing::ElementsAre("keep_here", "isolation_room", "office_told", "cdc_told", "handed_over", "disinfected"));
    EXPECT_EQ(plan.confirmFor, 0s);
    EXPECT_FALSE(plan.unmaskedTold);
}

TEST(ShippedFiles, Q8_TheAirGoesOffOnASuspectedCaseOnlyAndAnIncidentIsClosedWithoutIt)
{
    for (const char *id : {"qufu", "default"}) {
        const Plan plan = shipped(id);
        const AlertStep *off = stepOf(plan, StepKind::AirOff);
        const AlertStep *on = stepOf(plan, StepKind::AirOn);
        ASSERT_TRUE(off && on) << id;
        EXPECT_TRUE(off->text.zh.starts_with("确诊或疑似病例时：")) << id;
        EXPECT_TRUE(off->text.en.starts_with("On a confirmed or suspected case: ")) << id;
        EXPECT_FALSE(off->required || on->required) << id;
        auto open = withRaised({}, AlertRaisedEntry{}, {EntrySeq{5}, WallTime{1s}}, plan);
        const auto act = [&](AlertActionEntry entry) {
            entry.alert = EntrySeq{5};
            const auto problem = alertActionProblem(open, entry, plan);
            EXPECT_EQ(problem, "") << id << ' ' << entry.step;
            open = withAction(std::move(open), entry, {EntrySeq{6}, WallTime{2s}}, "guard");
        };
        act({{}, AlertAction::Acknowledged, {}, {}});
        for (const auto &step : plan.alertSteps) {
            if (step.kind == StepKind::HandOver) {
                AlertActionEntry handOver{{}, AlertAction::HandedOver, {}, "CDC"};
                handOver.when = WallTime{2s};
                act(handOver);
            } else if (step.required) {
                act({{}, AlertAction::StepDone, step.id, {}});
            }
        }
        ASSERT_EQ(open.size(), 1U);
        EXPECT_TRUE(mayClose(open[0])) << id;
    }
    for (const char *id : {"yiyang", "shanting"})
        EXPECT_FALSE(stepOf(shipped(id), StepKind::AirOff)) << id << " has no such rule";
}

TEST(ShippedFiles, S1_LevelOneHasAWayInForWhatMustBeDoneThere)
{
    for (const char *id : {"default", "shanting", "yiyang", "qufu"})
        EXPECT_EQ(shipped(id).closedCheck, CheckLevel::Soft) << id;
}

TEST(ShippedFiles, Q14_NumbersThatAPlanLeavesOpenStayAndAreMarkedAsOurs)
{
    for (const char *id : {"default", "shanting", "yiyang", "qufu"}) {
        std::ifstream file(kConfig / "plans" / (std::string(id) + ".toml"));
        const std::string text((std::istreambuf_iterator<char>(file)), {});
        EXPECT_NE(text.find("ours"), std::string::npos) << id;
    }
    EXPECT_EQ(shipped("qufu").capacity, 80);
    EXPECT_EQ(shipped("shanting").incident.presentBefore, 60min);
}

TEST(ShippedFiles, EveryPlanAsksForTheSymptomsOfRuleY2)
{
    for (const auto &file : tomlFiles("plans")) {
        const auto plan = loadPlan(file);
        ASSERT_TRUE(plan) << plan.error().detail;
        std::set<std::string> telling;
        for (const auto &question : plan->questions) {
            if (question.alerts && question.level == CheckLevel::Hard)
                telling.insert(question.id);
        }
        for (const auto *id : {"fever", "cold", "cough", "respiratory"})
            EXPECT_TRUE(telling.contains(id)) << file << ' ' << id;
    }
}

TEST(ShippedFiles, TheDefaultPlanWritesOutThePlansOwnDefaults)
{
    const auto plan = loadPlan(kConfig / "plans/default.toml");
    ASSERT_TRUE(plan) << plan.error().detail;
    const Plan fresh;
    EXPECT_EQ(plan->temperature.floor, fresh.temperature.floor);
    EXPECT_EQ(plan->temperature.window, fresh.temperature.window);
    EXPECT_EQ(plan->temperature.offsetLimit, fresh.temperature.offsetLimit);
    EXPECT_EQ(plan->mask.agreement, fresh.mask.agreement);
    EXPECT_EQ(plan->mask.minProbability, fresh.mask.minProbability);
    EXPECT_EQ(plan->mask.minSharpness, fresh.mask.minSharpness);
    EXPECT_EQ(plan->mask.minBrightness, fresh.mask.minBrightness);
    EXPECT_EQ(plan->faceGone, fresh.faceGone);
    EXPECT_EQ(plan->leaveAfter, fresh.leaveAfter);
    EXPECT_EQ(plan->retentionDays, fresh.retentionDays);
    EXPECT_EQ(plan->faceNotFound, fresh.faceNotFound);
    EXPECT_EQ(plan->evidenceHold, fresh.evidenceHold);
    EXPECT_EQ(plan->formHold, fresh.formHold);
    EXPECT_EQ(plan->subject.maxGap, fresh.subject.maxGap);
    EXPECT_EQ(plan->subject.minOverlap, fresh.subject.minOverlap);
    EXPECT_EQ(plan->subject.maxSizeRatio, fresh.subject.maxSizeRatio);
    EXPECT_EQ(plan->subject.maxLookDifference, fresh.subject.maxLookDifference);
    EXPECT_EQ(plan->closedCheck, fresh.closedCheck);
    EXPECT_EQ(plan->confirmFor, fresh.confirmFor);
    EXPECT_EQ(plan->unmaskedTold, fresh.unmaskedTold);
    EXPECT_EQ(plan->incident.samePersonFor, fresh.incident.samePersonFor);
    EXPECT_EQ(plan->staff.questions, fresh.staff.questions);
    EXPECT_EQ(plan->showResult, fresh.showResult);
}

TEST(ShippedFiles, EveryThermometerProfileLoadsUnderTheIdOfItsFile)
{
    const auto files = tomlFiles("thermometers");
    EXPECT_GE(files.size(), 5U);
    for (const auto &file : files) {
        const auto profile = loadThermometerProfile(file);
        ASSERT_TRUE(profile) << profile.error().detail;
        EXPECT_EQ(profile->id, file.stem());
    }
}

TEST(ShippedFiles, TheMapOfTheRaytekIsWhatItsManualSays)
{
    const auto profile = loadThermometerProfile(kConfig / "thermometers/raytek-mi3.toml");
    ASSERT_TRUE(profile) << profile.error().detail;
    EXPECT_EQ(profile->serial.parity, 'E');
    EXPECT_EQ(profile->object.address, 1080);
    EXPECT_EQ(profile->object.type, RegisterType::Float32);
    EXPECT_EQ(profile->object.order, ByteOrder::Abcd);
    ASSERT_TRUE(profile->status);
    EXPECT_EQ(profile->status->table, RegisterTable::Discrete);
    EXPECT_EQ(profile->status->count, 8);
}

TEST(ShippedFiles, EveryRelayProfileLoadsUnderTheIdOfItsFile)
{
    const auto files = tomlFiles("relays");
    EXPECT_GE(files.size(), 2U);
    for (const auto &file : files) {
        const auto profile = loadRelayProfile(file);
        ASSERT_TRUE(profile) << profile.error().detail;
        EXPECT_EQ(profile->id, file.stem());
    }
}

TEST(ShippedFiles, ANewInstallationStartsWithTheSimulatorsDevices)
{
    const auto config = loadStationConfig(kConfig / "station.toml");
    ASSERT_TRUE(config) << config.error().detail;
    EXPECT_EQ(config->plan.id, "default");
    ASSERT_TRUE(config->thermometer && config->thermometer->line.tcp);
    EXPECT_EQ(config->thermometer->line.tcp->host, "127.0.0.1");
    EXPECT_EQ(config->thermometer->line.tcp->port, 1502);
    EXPECT_EQ(config->plan.temperature.warmUp, 0s);
    ASSERT_TRUE(config->camera);
    EXPECT_EQ(config->camera->kind, CameraKind::Url);
    EXPECT_FALSE(config->gate);
    EXPECT_TRUE(config->calibration.isDefault);
    EXPECT_GE(config->staff.size(), 6U);
    EXPECT_EQ(config->ledgerFile, fs::path(MENSHEN_SOURCE_DIR) / "var/ledger.db");
    EXPECT_TRUE(fs::exists(config->detector.faceModel));
}

} // namespace
} // namespace menshen
