// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of plug once, without waiting longer than it takes; tools/soak does the same for half an hour.
#include "tests/e2e/Soak.h"
#include "tests/support/TestFolder.h"

#include <gmock/gmock.h>

#include <iostream>

using namespace menshen::test;
using testing::IsEmpty;

TEST(Soak, APulledPlugIsSeenAndComesBackWithoutLeavingAThreadOrAFileOpen)
{
    const TestFolder folder;
    SoakSettings settings;
    settings.station = MENSHEN_STATION;
    settings.simulator = MENSHEN_SIM;
    settings.ctl = MENSHEN_CTL;
    settings.source = MENSHEN_SOURCE_DIR;
    settings.out = folder.path();
    settings.lasts = settings.every = settings.outFor = Seconds{0};
    settings.warmUp = Seconds{3600}; // too short to say anything about memory
    settings.light = Seconds{4};     // beside other tests; tools/soak says 2
    Soak soak(settings);
    soak.run(std::cout);
    soak.report(std::cout);
    EXPECT_THAT(soak.broken(), IsEmpty());
}

TEST(Soak, ALeakIsSeenInTheLineThroughItsSamples)
{
    std::vector<std::pair<double, double>> leaking, flat;
    for (int i = 0; i < 300; ++i) {
        const double minute = i / 12.0, noise = (i * 7919 % 101 - 50) * 20.0;
        leaking.emplace_back(minute, 150'000 + 80 * minute + noise);
        flat.emplace_back(minute, 150'000 + noise);
    }
    EXPECT_NEAR(trendOf(leaking).slope, 80, 10);
    EXPECT_NEAR(trendOf(flat).slope, 0, 10);
    EXPECT_NEAR(trendOf(flat).deviation, 580, 60);
    EXPECT_EQ(trendOf({{1, 1}}).slope, 0);
}
