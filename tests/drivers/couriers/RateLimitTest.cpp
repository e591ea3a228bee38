// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/couriers/RateLimit.h"

#include <gmock/gmock.h>

#include <random>

namespace menshen {
namespace {

constexpr MonoTime kStart{Micros{1'000'000'000}};

TEST(RateLimit, LetsAsManyBeginAsTheWindowHoldsAndThenSaysWhenTheNextMay)
{
    RateLimit limit({{3, 60s}});
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(limit.wait(kStart + i * 10s), Micros{});
        limit.note(kStart + i * 10s);
    }
    EXPECT_EQ(limit.wait(kStart + 20s), 40s);
    EXPECT_EQ(limit.wait(kStart + 60s - 1us), 1us);
    EXPECT_EQ(limit.wait(kStart + 60s), Micros{});
}

TEST(RateLimit, TheTighterOfTwoWindowsCounts)
{
    RateLimit limit({{100, 60s}, {5, 1s}});
    for (int i = 0; i < 5; ++i)
        limit.note(kStart);
    EXPECT_EQ(limit.wait(kStart), 1s);
    for (int i = 0; i < 95; ++i)
        limit.note(kStart + 1s);
    EXPECT_EQ(limit.wait(kStart + 2s), 58s);
}

TEST(RateLimit, APauseThatTheProviderAskedForHoldsAndIsNotShortened)
{
    RateLimit limit({{20, 60s}});
    limit.holdUntil(kStart + 600s);
    limit.holdUntil(kStart + 10s);
    EXPECT_EQ(limit.wait(kStart), 600s);
    EXPECT_EQ(limit.wait(kStart + 600s), Micros{});
}

TEST(RateLimit, NoSpanEverSeesMoreArriveHoweverTheNetworkDelays)
{
    std::mt19937 random(1);
    std::uniform_int_distribution<int> delay(0, 20'000), pause(0, 3'000);
    for (int round = 0; round < 50; ++round) {
        RateLimit limit({{20, 60s}});
        std::vector<MonoTime> arrivals;
        auto now = kStart;
        while (arrivals.size() < 200) {
            now += limit.wait(now);
            ASSERT_EQ(limit.wait(now), Micros{});
            const auto took = std::chrono::milliseconds(delay(random));
            arrivals.push_back(now + std::chrono::milliseconds(std::uniform_int_distribution<std::int64_t>(0, took.count())(random)));
            now += took;
            limit.note(now);
            now += std::chrono::milliseconds(pause(random));
        }
        for (std::size_t i = 20; i < arrivals.size(); ++i)
            ASSERT_GE(arrivals[i] - arrivals[i - 20], 60s) << "round " << round << ", message " << i;
    }
}

} // namespace
} // namespace menshen
