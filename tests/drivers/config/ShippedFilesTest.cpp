// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/config/ConfigFiles.h"

#include <gmock/gmock.h>

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
        EXPECT_EQ(plan->alertSteps.front().id, "keep_here") << file;
    }
}

TEST(ShippedFiles, EveryPlanHandsOverDisinfectsCalmsAndCallsNobodyAContact)
{
    for (const auto &file : tomlFiles("plans")) {
        const auto plan = loadPlan(file);
        ASSERT_TRUE(plan) << plan.error().detail;
        std::set<StepKind> kinds;
        for (const auto &step : plan->alertSteps) {
            kinds.insert(step.kind);
            EXPECT_EQ(step.text.zh.find("密切接触"), std::string::npos) << file << ": a door's ledger does not know that";
            EXPECT_EQ(step.text.en.find("close contact"), std::string::npos) << file;
        }
        EXPECT_TRUE(kinds.contains(StepKind::HandOver) && kinds.contains(StepKind::Disinfection)) << file;
        EXPECT_EQ(kinds.contains(StepKind::AirOff), kinds.contains(StepKind::AirOn)) << file << ": (Q8)";
        EXPECT_EQ(kinds.contains(StepKind::Isolation), plan->incident.isolationPlaces > 0) << file;
        EXPECT_FALSE(plan->incident.calm.zh.empty() || plan->incident.calm.en.empty()) << file << ": (S7)";
    }
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
