// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/Upright.h"

#include <gtest/gtest.h>

#include <array>

namespace menshen {
namespace {

using detector::evidenceOfTurn;
using detector::isUpright;
using detector::SecondLook;

const SecondLook kMask{0.99, {0.96, 0.01, 0.01, 0.02}}, kBare{0.99, {0.01, 0.96, 0.02, 0.01}}, kNothing{0.02, {0.3, 0.2, 0.1, 0.4}};
const PixelBox kBox{100, 100, 200, 240};
constexpr MonoTime kNow{10s};

TEST(Upright, ABareFaceOnItsSideIsNoMask)
{
    const std::array turned{kNothing, kNothing, kBare};
    EXPECT_FALSE(isUpright(evidenceOfTurn({0.9, {0.8, 0.1, 0.05, 0.05}}, turned), MaskState::Mask));
    EXPECT_FALSE(isUpright(evidenceOfTurn(kNothing, turned), MaskState::NoMask));
}

TEST(Upright, AMaskedFaceUpsideDownIsNotUprightEither)
{
    EXPECT_FALSE(isUpright(evidenceOfTurn({0.9, {0.8, 0.1, 0.05, 0.05}}, std::array{kNothing, kMask, kNothing}), MaskState::Mask));
}

TEST(Upright, AFaceThatIsNoneInAnyOtherWayIsUpright)
{
    const std::array turned{kNothing, kNothing, kNothing};
    EXPECT_TRUE(isUpright(evidenceOfTurn(kMask, turned), MaskState::Mask));
    EXPECT_TRUE(isUpright(evidenceOfTurn(kBare, turned), MaskState::NoMask));
}

TEST(Upright, WhatHidesAFaceIsNoSignOfOne)
{
    const SecondLook covered{0.99, {0.01, 0.01, 0.01, 0.97}};
    EXPECT_TRUE(isUpright(evidenceOfTurn(kMask, std::array{covered, covered, covered}), MaskState::Mask));
}

TEST(Upright, AMaskMustLeaveLessDoubtThanABareFace)
{
    const std::array turned{kNothing, kNothing, SecondLook{0.9, {0.05, 0.9, 0.04, 0.01}}};
    const double evidence = evidenceOfTurn({0.99, {}}, turned);
    EXPECT_FALSE(isUpright(evidence, MaskState::Mask));
    EXPECT_TRUE(isUpright(evidence, MaskState::NoMask));
}

TEST(TurnedLooks, NothingIsKnownOfAFaceElsewhereOrLongAgo)
{
    TurnedLooks looks;
    EXPECT_FALSE(looks.lately(kBox, kNow));
    looks.keep(kBox, kNow, -9);
    EXPECT_FALSE(looks.lately(kBox, kNow)) << "another picture, whatever its time says: those of a folder all have the same";
    EXPECT_FALSE(looks.lately(kBox, kNow - 1ms));
    EXPECT_FALSE(looks.lately(kBox, kNow + 150ms));
    EXPECT_FALSE(looks.lately({400, 100, 200, 240}, kNow + 60ms));
    EXPECT_EQ(looks.lately(kBox, kNow + 60ms), -9);
}

TEST(TurnedLooks, ALookIsNotBelievedLongerBecauseItWasUsed)
{
    TurnedLooks looks;
    looks.keep(kBox, kNow, -9);
    for (auto later = 10ms; later < 150ms; later += 10ms)
        EXPECT_TRUE(looks.lately(kBox, kNow + later));
    EXPECT_FALSE(looks.lately(kBox, kNow + 150ms));
}

TEST(TurnedLooks, TheNewestLookAtAFaceCounts)
{
    TurnedLooks looks;
    looks.keep(kBox, kNow, -9);
    looks.keep({400, 100, 200, 240}, kNow + 66ms, -8);
    looks.keep(kBox, kNow + 70ms, 1);
    EXPECT_EQ(looks.lately(kBox, kNow + 100ms), 1);
    EXPECT_EQ(looks.lately({400, 100, 200, 240}, kNow + 100ms), -8);
}

} // namespace
} // namespace menshen
