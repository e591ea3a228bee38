// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/sim/SimDevice.h"

#include "tests/drivers/modbus/ShippedProfiles.h"

#include <gmock/gmock.h>

#include <cmath>

namespace menshen {
namespace {

using test::shippedThermometer;
using testing::ElementsAre;

constexpr std::uint8_t kIllegalFunction = 1, kIllegalAddress = 2, kIllegalValue = 3;

SimScene quietScene()
{
    SimScene scene;
    scene.forehead = Celsius{36.6};
    scene.noise = Celsius{0.0};
    return scene;
}

/// A device before which a scene without noise stands.
struct Stand {
    explicit Stand(const char *profile) : device((world.set(quietScene()), shippedThermometer(profile)), world, 1) {}
    Pdu ask(Pdu request) { return device.answer(request); }

    SimWorld world;
    SimDevice device;
};

TEST(SimDevice, RefusesWhatItDoesNotHave)
{
    Stand omega("omega-os-miniusb");
    EXPECT_THAT(omega.ask({3, 0, 0x0D, 0, 1}), ElementsAre(0x83, kIllegalAddress));
    EXPECT_THAT(omega.ask({3, 0, 0x0E, 0, 5}), ElementsAre(0x83, kIllegalAddress));
    EXPECT_THAT(omega.ask({3, 0, 0x0E, 0, 0}), ElementsAre(0x83, kIllegalValue));
    EXPECT_THAT(omega.ask({4, 0, 0x0E, 0, 1}), ElementsAre(0x84, kIllegalAddress));
    EXPECT_THAT(omega.ask({2, 0, 0, 0, 1}), ElementsAre(0x82, kIllegalAddress));
    EXPECT_THAT(omega.ask({7}), ElementsAre(0x87, kIllegalFunction));
    EXPECT_THAT(omega.ask({43, 14, 1, 0, 0}), ElementsAre(0x80 | 43, kIllegalFunction));
}

TEST(SimDevice, AnswersRegistersAsTheMapsSay)
{
    Stand omega("omega-os-miniusb");
    EXPECT_THAT(omega.ask({3, 0, 0x0E, 0, 4}), ElementsAre(3, 8, 0x01, 0x6E, 0x01, 0x6E, 0x00, 0xE6, 0, 0));
    Stand raytek("raytek-mi3");
    EXPECT_THAT(raytek.ask({4, 0x04, 0x38, 0, 2}), ElementsAre(4, 4, 0x42, 0x12, 0x66, 0x66));
}

TEST(SimDevice, AnswersStatusBitsAsDiscreteInputs)
{
    Stand raytek("raytek-mi3");
    raytek.world.update([](SimScene &scene) { scene.statusBits = 0b100110; });
    EXPECT_THAT(raytek.ask({2, 0x03, 0xED, 0, 8}), ElementsAre(2, 1, 0b100110));
}

TEST(SimDevice, SeesTheWallWhenNobodyIsThere)
{
    Stand mq("mq485a");
    mq.world.update([](SimScene &scene) {
        scene.forehead.reset();
        scene.ambient = Celsius{-1.5};
    });
    EXPECT_THAT(mq.ask({3, 0, 0, 0, 2}), ElementsAre(3, 4, 0x80, 0x96, 0x80, 0x96));
}

TEST(SimDevice, AWallCanBeAsWarmAsABody)
{
    Stand mq("mq485a");
    mq.world.update([](SimScene &scene) {
        scene.forehead.reset();
        scene.wall = Celsius{36.5};
    });
    const Pdu wall = mq.ask({3, 0, 0, 0, 1});
    EXPECT_EQ((wall[2] << 8) | wall[3], 3650);
    mq.world.update([](SimScene &scene) { scene.forehead = Celsius{35.0}; });
    const Pdu person = mq.ask({3, 0, 0, 0, 1});
    EXPECT_EQ((person[2] << 8) | person[3], 3500);
}

TEST(SimDevice, AFrozenRegisterKeepsTheFormerPersonsValue)
{
    Stand mq("mq485a");
    mq.world.update([](SimScene &scene) {
        scene.thermometerFault = ThermometerFault::StuckValue;
        scene.forehead = Celsius{38.9};
    });
    const Pdu stuck = mq.ask({3, 0, 0, 0, 1});
    EXPECT_EQ((stuck[2] << 8) | stuck[3], 3660);
}

TEST(SimDevice, IsAsNoisyAsItIsToldAndRepeatsItsNoise)
{
    const auto values = [](std::uint32_t seed) {
        SimWorld world;
        SimScene scene = quietScene();
        scene.noise = Celsius{0.1};
        world.set(scene);
        SimDevice device(shippedThermometer("mq485a"), world, seed);
        std::vector<double> read;
        for (int i = 0; i < 2000; ++i) {
            const Pdu answer = device.answer(Pdu{3, 0, 0, 0, 1});
            read.push_back(((answer[2] << 8) | answer[3]) * 0.01);
        }
        return read;
    };
    const auto read = values(7);
    double sum = 0, squares = 0;
    for (const double value : read) {
        sum += value - 36.6;
        squares += (value - 36.6) * (value - 36.6);
    }
    EXPECT_NEAR(sum / 2000.0, 0.0, 0.01);
    EXPECT_NEAR(std::sqrt(squares / 2000.0), 0.1, 0.01);
    EXPECT_EQ(read, values(7));
    EXPECT_NE(read, values(8));
}

TEST(SimDevice, CountsOnlyPulses)
{
    Stand stand("mq485a");
    EXPECT_THAT(stand.ask({5, 2, 0, 0xFF, 0}), ElementsAre(0x85, kIllegalValue)); // on for good
    EXPECT_THAT(stand.ask({5, 2, 0, 0, 0}), ElementsAre(0x85, kIllegalValue));    // off
    EXPECT_THAT(stand.ask({5, 2, 8, 0, 7}), ElementsAre(0x85, kIllegalAddress));
    EXPECT_THAT(stand.ask({16, 0, 4, 0, 2, 4, 0, 2, 0, 7}), ElementsAre(0x90, kIllegalAddress));
    EXPECT_THAT(stand.ask({16, 0, 3, 0, 2, 4, 0, 1, 0, 7}), ElementsAre(0x90, kIllegalValue));
    EXPECT_THAT(stand.ask({16, 0, 3, 0, 2, 4, 0, 2}), ElementsAre(0x90, kIllegalValue));
    EXPECT_EQ(stand.world.gatePulses(), 0);
    EXPECT_THAT(stand.ask({5, 2, 7, 0, 7}), ElementsAre(5, 2, 7, 0, 7));
    EXPECT_THAT(stand.ask({16, 0, 38, 0, 2, 4, 0, 2, 0, 7}), ElementsAre(16, 0, 38, 0, 2));
    EXPECT_EQ(stand.world.gatePulses(), 2);
}

} // namespace
} // namespace menshen
