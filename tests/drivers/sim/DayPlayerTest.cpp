// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/sim/DayPlayer.h"

#include <gtest/gtest.h>

#include <future>

namespace menshen {
namespace {

using Steady = std::chrono::steady_clock;

DayScript twoPeople()
{
    DayScript day;
    day.ambient = Celsius{21.0};
    for (const char *id : {"a", "b"}) {
        DayPerson person;
        person.id = id;
        person.figures = {{MannequinFace::Mask, 1, 0.45, 0.5}};
        person.forehead = Celsius{35.0};
        day.people.push_back(person);
    }
    return day;
}

template <typename Condition>
bool comesTrue(const Condition &condition)
{
    const auto deadline = Steady::now() + 10s;
    while (!condition()) {
        if (Steady::now() > deadline) {
            return false;
        }
        std::this_thread::yield();
    }
    return true;
}

TEST(DayPlayer, DoesNotKnowStrangers)
{
    SimWorld world;
    DayPlayer player(twoPeople(), world);
    EXPECT_EQ(player.present("c").error().code, ErrorCode::NotFound);
    EXPECT_TRUE(world.scene().figures.empty());
}

TEST(DayPlayer, PutsAPersonBeforeTheDevicesAndTakesHimAway)
{
    SimWorld world;
    world.update([](SimScene &scene) { scene.cameraFault = CameraFault::Black; });
    DayPlayer player(twoPeople(), world);
    ASSERT_TRUE(player.present("b"));
    EXPECT_EQ(player.presentId(), "b");
    EXPECT_EQ(world.scene().forehead, Celsius{35.0});
    EXPECT_EQ(world.scene().figures.size(), 1U);
    EXPECT_EQ(world.scene().cameraFault, CameraFault::Black); // the camera's faults are not the people's
    player.leave();
    EXPECT_EQ(player.presentId(), "");
    EXPECT_FALSE(world.scene().forehead);
    EXPECT_EQ(world.scene().ambient, Celsius{21.0});
}

TEST(DayPlayer, PlaysTheActsOneAfterTheOther)
{
    DayScript day = twoPeople();
    DayAct far;
    far.lasts = 30ms;
    far.figures = {{MannequinFace::Mask, 1, 0.1, 0.5}};
    day.people[0].before = {far};
    SimWorld world;
    DayPlayer player(day, world);
    const auto before = Steady::now();
    ASSERT_TRUE(player.present("a"));
    EXPECT_TRUE(comesTrue([&] { return world.scene().figures.at(0).height > 0.4; }));
    EXPECT_GE(Steady::now() - before, 30ms);
    EXPECT_EQ(world.scene().forehead, Celsius{35.0});
}

TEST(DayPlayer, WhoSwapsTakesThePlaceWithoutAMomentInWhichNobodyIsThere)
{
    DayScript day = twoPeople();
    day.people[1].arrival = DayArrival::Swap;
    day.people[1].forehead = Celsius{37.5};
    day.people[1].figures[0].variant = 2;
    SimWorld world;
    DayPlayer player(day, world);
    ASSERT_TRUE(player.present("a"));
    std::atomic<bool> stop = false, mixed = false;
    std::jthread watcher([&] { // picture and temperature are always one and the same person's
        while (!stop) {
            const SimScene scene = world.scene();
            const bool second = scene.figures.size() == 1 && scene.figures[0].variant == 2;
            mixed = mixed || scene.figures.size() != 1 || scene.forehead != Celsius{second ? 37.5 : 35.0};
        }
    });
    for (int i = 0; i < 200; ++i) {
        ASSERT_TRUE(player.present(i % 2 == 0 ? "b" : "a"));
    }
    stop = true;
    watcher.join();
    EXPECT_FALSE(mixed);
}

TEST(DayPlayer, AGapIsEmptyAndAsLongAsTheDaySays)
{
    DayScript day = twoPeople();
    day.people[1].arrival = DayArrival::Swap;
    day.people[1].gap = 30ms;
    SimWorld world;
    DayPlayer player(day, world);
    ASSERT_TRUE(player.present("a"));
    const auto before = Steady::now();
    ASSERT_TRUE(player.present("b"));
    EXPECT_TRUE(world.scene().figures.empty() || Steady::now() - before >= 30ms);
    EXPECT_TRUE(comesTrue([&] { return !world.scene().figures.empty(); }));
    EXPECT_GE(Steady::now() - before, 30ms);
    EXPECT_EQ(player.presentId(), "b");
}

TEST(DayPlayer, WhoJoinsStandsBesideTheOtherOneFirst)
{
    DayScript day = twoPeople();
    day.people[1].arrival = DayArrival::Joins;
    day.people[1].beside = 30ms;
    day.people[1].forehead = Celsius{37.5};
    SimWorld world;
    DayPlayer player(day, world);
    ASSERT_TRUE(player.present("a"));
    const auto before = Steady::now();
    ASSERT_TRUE(player.present("b"));
    const SimScene both = world.scene();
    EXPECT_TRUE((both.figures.size() == 2 && both.forehead == Celsius{35.0}) || Steady::now() - before >= 30ms);
    EXPECT_TRUE(comesTrue([&] { return world.scene().figures.size() == 1; }));
    EXPECT_GE(Steady::now() - before, 30ms);
    EXPECT_EQ(world.scene().forehead, Celsius{37.5});
}

TEST(DayPlayer, OfWhoIsOnlyNamedNothingIsSeen)
{
    DayScript day = twoPeople();
    day.people[1].arrival = DayArrival::Stays;
    day.people[1].forehead = Celsius{37.5};
    SimWorld world;
    DayPlayer player(day, world);
    ASSERT_TRUE(player.present("a"));
    ASSERT_TRUE(player.present("b"));
    EXPECT_EQ(player.presentId(), "b");
    EXPECT_EQ(world.scene().forehead, Celsius{35.0});
}

TEST(DayPlayer, InADayThatPlaysByItselfAFollowerComesWithoutAPause)
{
    DayScript day = twoPeople();
    day.people[0].stays = 5ms;
    day.people[1].arrival = DayArrival::Swap;
    SimWorld world;
    DayPlayer player(day, world);
    std::atomic<int> came = 0;
    player.playAll({1h, 1ms}, [&](const DayPerson &) { ++came; });
    EXPECT_TRUE(comesTrue([&] { return came == 2; })); // neither the hour nor an opened gate was waited for
    EXPECT_FALSE(player.finished());
    world.countGatePulse();
    EXPECT_TRUE(comesTrue([&] { return player.finished(); }));
}

TEST(DayPlayer, TheNextOneComesWhenTheGateHasOpenedOrThePatienceIsOver)
{
    SimWorld world;
    DayPlayer player(twoPeople(), world);
    std::promise<void> firstCame;
    std::atomic<int> came = 0;
    player.playAll({1h, 1ms}, [&](const DayPerson &) {
        if (++came == 1) {
            firstCame.set_value();
        }
    });
    firstCame.get_future().wait();
    EXPECT_FALSE(player.finished());
    world.countGatePulse();
    EXPECT_TRUE(comesTrue([&] { return came == 2; })); // long before the hour is over
    EXPECT_FALSE(player.finished());
    world.countGatePulse();
    EXPECT_TRUE(comesTrue([&] { return player.finished(); }));

    came = 1; // nobody opens the gate this time
    player.playAll({1ms, 1ms}, [&](const DayPerson &) { ++came; });
    EXPECT_TRUE(comesTrue([&] { return player.finished(); }));
    EXPECT_EQ(came, 3);
}

} // namespace
} // namespace menshen
