// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/DetectorOutput.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <utility>

namespace menshen {
namespace {

using namespace detector;

constexpr FrameSize kGrid = gridOf({320, 240});
constexpr std::size_t kCells = 40u * 30u;

/// The maps of a model that sees nothing, and a way to put faces into them.
struct Maps {
    std::vector<float> heat = std::vector<float>(kCells, -9.0F);
    std::vector<float> box = std::vector<float>(kBoxChannels * kCells, 0.0F);

    void put(int x, int y, float logit, double width, double height)
    {
        const auto cell = static_cast<std::size_t>(y * kGrid.width + x);
        heat[cell] = logit;
        box[2 * kCells + cell] = static_cast<float>(std::log(width / kCell));
        box[3 * kCells + cell] = static_cast<float>(std::log(height / kCell));
    }
};

TEST(DetectorOutput, NumbersThatAreNotFiniteAreAnErrorNotACrash)
{
    for (const float nonsense : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
        Maps maps;
        maps.heat[17] = nonsense;
        EXPECT_EQ(readFaces(maps.heat, maps.box, kGrid, 0.3).error().code, ErrorCode::DeviceProtocol);
        Maps other;
        other.box[4000] = nonsense;
        EXPECT_EQ(readFaces(other.heat, other.box, kGrid, 0.3).error().code, ErrorCode::DeviceProtocol);
        EXPECT_EQ(readState(std::vector{0.0F, nonsense, 0.0F, 0.0F, 0.0F}).error().code, ErrorCode::DeviceProtocol);
    }
}

TEST(DetectorOutput, MapsOfAnotherSizeAreAnError)
{
    const Maps maps;
    EXPECT_FALSE(readFaces(std::span(maps.heat).first(10), maps.box, kGrid, 0.3));
    EXPECT_FALSE(readFaces(maps.heat, {}, kGrid, 0.3));
    EXPECT_FALSE(readFaces(maps.heat, maps.box, {30, 30}, 0.3));
    EXPECT_FALSE(readFaces(maps.heat, maps.box, {-40, -30}, 0.3));
    EXPECT_FALSE(readState(std::vector{1.0F, 2.0F, 3.0F, 4.0F}));
    EXPECT_FALSE(readState({}));
}

TEST(DetectorOutput, NothingAboveTheScoreIsNoFace)
{
    Maps maps;
    maps.put(10, 10, -2.0F, 60, 80);
    const auto faces = readFaces(maps.heat, maps.box, kGrid, 0.3);
    ASSERT_TRUE(faces);
    EXPECT_TRUE(faces->empty());
}

TEST(DetectorOutput, APeakGivesItsBoxInTheModelsPixels)
{
    Maps maps;
    maps.put(20, 15, 2.0F, 64, 80);
    const auto faces = readFaces(maps.heat, maps.box, kGrid, 0.3);
    ASSERT_TRUE(faces);
    ASSERT_EQ(faces->size(), 1U);
    const Candidate &face = faces->front();
    EXPECT_NEAR(face.score, 1 / (1 + std::exp(-2.0)), 1e-3);
    EXPECT_NEAR(face.box.x + face.box.w / 2, 20.5 * kCell, 1e-3);
    EXPECT_NEAR(face.box.y + face.box.h / 2, 15.5 * kCell, 1e-3);
    EXPECT_NEAR(face.box.w, 64, 1e-3);
    EXPECT_NEAR(face.box.h, 80, 1e-3);
}

TEST(DetectorOutput, TheEdgesOfTheMapsHoldFacesToo)
{
    Maps maps;
    maps.put(0, 0, 2.0F, 64, 80);
    maps.put(39, 29, 2.0F, 64, 80);
    const auto faces = readFaces(maps.heat, maps.box, kGrid, 0.3);
    ASSERT_TRUE(faces);
    EXPECT_EQ(faces->size(), 2U);
}

TEST(DetectorOutput, OverlappingBoxesAreOneFaceAndNeighboursAreTwo)
{
    Maps maps;
    maps.put(8, 15, 1.0F, 64, 80);
    maps.put(10, 15, 2.0F, 64, 80);
    maps.put(30, 15, 1.5F, 64, 80);
    const auto faces = readFaces(maps.heat, maps.box, kGrid, 0.3);
    ASSERT_TRUE(faces);
    EXPECT_EQ(faces->size(), 3U);
    const auto kept = withoutOverlaps(*faces);
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_NEAR(kept[0].box.x + kept[0].box.w / 2, 10.5 * kCell, 1e-3);
    EXPECT_NEAR(kept[1].box.x + kept[1].box.w / 2, 30.5 * kCell, 1e-3);
}

TEST(DetectorOutput, AFaceInsideAFaceIsNoSecondFace)
{
    const auto kept = withoutOverlaps({{{0, 0, 100, 100}, 0.9}, {{30, 30, 20, 20}, 0.8}});
    EXPECT_EQ(kept.size(), 1U);
}

TEST(DetectorOutput, HugeNumbersStayFiniteBoxes)
{
    Maps maps;
    maps.put(20, 15, 1e30F, 64, 80);
    for (std::size_t channel = 0; channel < kBoxChannels; ++channel)
        maps.box[channel * kCells + 15 * 40 + 20] = 1e30F;
    const auto faces = readFaces(maps.heat, maps.box, kGrid, 0.3);
    ASSERT_TRUE(faces);
    ASSERT_EQ(faces->size(), 1U);
    EXPECT_TRUE(std::isfinite(faces->front().box.w) && std::isfinite(faces->front().box.x));
    EXPECT_LT(faces->front().box.w, 10000);
}

TEST(DetectorOutput, StateIsASoftmaxInTheOrderMaskNoMaskIncorrectCoveredOfWhatIsAFace)
{
    const auto look = readState(std::vector{1000.0F, 999.0F, 0.0F, 998.0F, 1000.0F});
    ASSERT_TRUE(look);
    EXPECT_NEAR(look->face, 0.601, 1e-3);
    const MaskProbabilities *state = &look->state;
    EXPECT_NEAR(state->mask, 0.665, 1e-3);
    EXPECT_NEAR(state->noMask, 0.245, 1e-3);
    EXPECT_NEAR(state->incorrect, 0, 1e-3);
    EXPECT_NEAR(state->covered, 0.090, 1e-3);
    EXPECT_NEAR(state->mask + state->noMask + state->incorrect + state->covered, 1, 1e-9);
}

TEST(DetectorOutput, WhatIsSurelyNothingHasNoStateAndNoNonsense)
{
    const auto look = readState(std::vector{-2000.0F, -2000.0F, -2000.0F, -2000.0F, 2000.0F});
    ASSERT_TRUE(look);
    EXPECT_EQ(look->face, 0);
    EXPECT_NEAR(look->state.mask + look->state.noMask + look->state.incorrect + look->state.covered, 1, 1e-9);
    EXPECT_LT(scoreOf(0.9, look->face), 0.5);
}

TEST(DetectorOutput, TheSecondLookLiftsAndRefusesAndIsFiniteAtTheEnds)
{
    EXPECT_GT(scoreOf(0.35, 0.99), 0.5);
    EXPECT_LT(scoreOf(0.6, 0.05), 0.5);
    for (const double first : {0.0, 1.0})
        for (const double second : {0.0, 1.0}) {
            EXPECT_GE(scoreOf(first, second), 0);
            EXPECT_LE(scoreOf(first, second), 1);
        }
    EXPECT_LT(scoreOf(0.4, 0.5), scoreOf(0.4, 0.6));
}

/// As tools/train/candidates.py chooses it.
TEST(DetectorOutput, TheModelsPictureHasAboutTheCamerasProportions)
{
    const auto sizeFor = [](int width, int height) {
        const FrameSize size = inputSizeFor({width, height});
        return std::pair(size.width, size.height);
    };
    EXPECT_EQ(sizeFor(640, 480), std::pair(384, 288));
    EXPECT_EQ(sizeFor(3840, 2160), std::pair(448, 256));
    EXPECT_EQ(sizeFor(301, 400), std::pair(288, 384));
    EXPECT_EQ(sizeFor(1, 1), std::pair(320, 320));
    EXPECT_EQ(sizeFor(1, 5000), std::pair(32, 768));
    EXPECT_EQ(sizeFor(0, -3), std::pair(320, 320));
}

} // namespace
} // namespace menshen
