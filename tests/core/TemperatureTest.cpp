// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Temperature.h"

#include <gtest/gtest.h>

#include <limits>

using namespace menshen;

namespace {

BodyTemperature body(double value, double uncertainty = 0.3)
{
    return {Celsius{value}, Celsius{uncertainty}, CalibrationId{"test"}, false};
}

/// Ten samples, 100 ms apart, and the reading 50 ms after the last.
struct Bench {
    TemperatureRules rules;
    Calibration calibration;
    TemperatureWindow window;
    MonoTime now{100s};
    WallTime wall{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22}};

    Bench() { rules.warmUp = 0s; }

    void feed(double object, int count = 10, std::vector<SensorFault> faults = {}, std::optional<Celsius> ambient = Celsius{23})
    {
        for (int i = 0; i < count; ++i) {
            now += 100ms;
            window.add({now, Celsius{object}, ambient, faults}, rules);
        }
    }
    TemperatureReading read(int faces = 1) { return window.reading(now + 50ms, wall, faces, calibration, rules); }
};

} // namespace

TEST(Zones, PassNeedsTheWholeUncertaintyBelowTheLine)
{
    const TemperatureRules rules;
    EXPECT_EQ(zoneOf(body(36.9), rules), Zone::Pass);
    EXPECT_EQ(zoneOf(body(37.0), rules), Zone::Recheck) << "37.0 + 0.3 is the line itself";
    EXPECT_EQ(zoneOf(body(37.5), rules), Zone::Recheck);
    EXPECT_EQ(zoneOf(body(37.6), rules), Zone::Refer);
}

TEST(Zones, TheDirectionAtTheLineIsConfiguration)
{
    TemperatureRules rules;
    rules.feverAtLine = false;
    EXPECT_EQ(zoneOf(body(37.0), rules), Zone::Pass);
    EXPECT_EQ(zoneOf(body(37.6), rules), Zone::Recheck);
    EXPECT_EQ(zoneOf(body(37.7), rules), Zone::Refer);
    EXPECT_EQ(zoneOf(body(37.3, 0.0), rules), Zone::Pass);
    rules.feverAtLine = true;
    EXPECT_EQ(zoneOf(body(37.3, 0.0), rules), Zone::Refer);
}

TEST(Correction, FollowsOffsetSlopeAndAmbient)
{
    Calibration site;
    site.id = {"site-1"};
    site.isDefault = false;
    site.offset = Celsius{1.0};
    site.slope = 1.02;
    site.ambientSlope = -0.1;
    site.ambientReference = Celsius{23};
    const BodyTemperature result = corrected(Celsius{35}, Celsius{20}, site);
    EXPECT_NEAR(result.value.degrees, 1.0 + 1.02 * 35 - 0.1 * (20 - 23), 1e-12);
    EXPECT_EQ(result.calibration.value, "site-1");
    EXPECT_FALSE(result.defaultCalibration);
    EXPECT_NEAR(corrected(Celsius{35}, std::nullopt, site).value.degrees, 1.0 + 1.02 * 35, 1e-12);
}

TEST(NoResult, WithoutAnySampleTheDeviceIsDown)
{
    Bench bench;
    EXPECT_EQ(bench.read().noResult, NoTemperature::DeviceDown);
}

TEST(NoResult, WhileWarmingUp)
{
    Bench bench;
    bench.rules.warmUp = 15min;
    bench.feed(35.4);
    EXPECT_EQ(bench.read().noResult, NoTemperature::WarmingUp);
    bench.now += 15min;
    bench.feed(35.4);
    EXPECT_TRUE(bench.read().body);
    bench.window.deviceLost();
    bench.feed(35.4);
    EXPECT_EQ(bench.read().noResult, NoTemperature::WarmingUp) << "after an outage it warms up anew";
}

TEST(NoResult, OnAnyStatusBit)
{
    Bench bench;
    bench.feed(35.4, 10, {SensorFault::ObjectLow});
    EXPECT_EQ(bench.read().noResult, NoTemperature::SensorFault);
}

TEST(NoResult, WhenTheSensorItselfIsTooColdOrTooHot)
{
    Bench bench;
    bench.feed(35.4, 10, {}, Celsius{15.9});
    EXPECT_EQ(bench.read().noResult, NoTemperature::AmbientOutOfRange);
    bench.feed(35.4, 10, {}, Celsius{35.1});
    EXPECT_EQ(bench.read().noResult, NoTemperature::AmbientOutOfRange);
}

TEST(NoResult, WhenTheNewestSampleIsOld)
{
    Bench bench;
    bench.feed(35.4);
    bench.now += 1100ms;
    EXPECT_EQ(bench.read().noResult, NoTemperature::Stale);
}

TEST(NoResult, WithNobodyOrMoreThanOneFace)
{
    Bench bench;
    bench.feed(35.4);
    EXPECT_EQ(bench.read(0).noResult, NoTemperature::Nobody);
    EXPECT_EQ(bench.read(2).noResult, NoTemperature::MoreThanOneFace);
}

TEST(NoResult, WhenTheWindowIsUnsteady)
{
    Bench bench;
    bench.feed(35.4);
    bench.feed(35.65, 1);
    EXPECT_EQ(bench.read().noResult, NoTemperature::Unsteady);
    bench.feed(35.65);
    EXPECT_TRUE(bench.read().body) << "the step has left the window";
}

TEST(NoResult, WithTooFewSamplesOfThisPerson)
{
    Bench bench;
    bench.feed(23.0);
    bench.window.clearPerson();
    bench.feed(35.4, 4);
    EXPECT_EQ(bench.read().noResult, NoTemperature::TooFewSamples);
    bench.feed(35.4, 1);
    EXPECT_TRUE(bench.read().body);
}

TEST(NoResult, OutsideWhatTheSensorMaySee)
{
    Bench bench;
    bench.feed(31.9);
    EXPECT_EQ(bench.read().noResult, NoTemperature::SensorOutOfRange);
    bench.feed(43.1);
    EXPECT_EQ(bench.read().noResult, NoTemperature::SensorOutOfRange);
}

TEST(NoResult, BelowTheFloorIsNeverAPass)
{
    Bench bench;
    bench.feed(33.8); // 34.95 corrected
    const auto reading = bench.read();
    EXPECT_EQ(reading.noResult, NoTemperature::BelowFloor);
    EXPECT_FALSE(reading.zone);
    EXPECT_NEAR(reading.rawObject->degrees, 33.8, 1e-9) << "the raw value is kept all the same";
}

TEST(NoResult, WhenTheCalibrationIsOverdueOrImplausible)
{
    Bench bench;
    bench.feed(35.4);
    bench.calibration.made = std::chrono::sys_days{std::chrono::year{2025} / 1 / 1};
    EXPECT_EQ(bench.read().noResult, NoTemperature::CalibrationOverdue);
    bench.calibration.made = std::chrono::sys_days{std::chrono::year{2026} / 11 / 1};
    EXPECT_TRUE(bench.read().body);
    bench.calibration.slope = 0.5; // a pinning sensor
    EXPECT_EQ(bench.read().noResult, NoTemperature::CalibrationOutOfLimits);
}

TEST(Reading, TakesTheMedianAndKeepsRawAndCorrection)
{
    Bench bench;
    bench.feed(35.4);
    const auto reading = bench.read();
    ASSERT_TRUE(reading.body);
    EXPECT_NEAR(reading.body->value.degrees, 36.55, 1e-9);
    EXPECT_TRUE(reading.body->defaultCalibration);
    EXPECT_EQ(reading.zone, Zone::Pass);
    EXPECT_NEAR(reading.rawObject->degrees, 35.4, 1e-9);
    EXPECT_NEAR(reading.rawAmbient->degrees, 23, 1e-9);
    EXPECT_FALSE(reading.noResult);
}

TEST(Contact, OnlyWhatAThermometerCanShow)
{
    const TemperatureRules rules;
    EXPECT_FALSE(contactReading(Celsius{33.9}, MonoTime{}, rules));
    EXPECT_FALSE(contactReading(Celsius{43.1}, MonoTime{}, rules));
    EXPECT_FALSE(contactReading(Celsius{std::numeric_limits<double>::quiet_NaN()}, MonoTime{}, rules));
    const auto fever = contactReading(Celsius{38.2}, MonoTime{}, rules);
    ASSERT_TRUE(fever);
    EXPECT_EQ(fever->zone, Zone::Refer);
    EXPECT_EQ(fever->instrument, Instrument::Contact);
}
