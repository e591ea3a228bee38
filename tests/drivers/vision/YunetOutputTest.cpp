// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/YunetOutput.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace menshen {
namespace {

using namespace yunet;

constexpr FrameSize kPadded{320, 256};

/// The answer of a model that sees nothing, and a way to put a face into it.
struct Answer {
    struct Numbers {
        std::vector<float> faces, objects, boxes;
    };
    std::array<Numbers, kStrides.size()> maps;

    Answer()
    {
        for (std::size_t i = 0; i < maps.size(); ++i) {
            const auto cells = cellsOf(kPadded, kStrides[i]);
            maps[i] = {std::vector<float>(cells), std::vector<float>(cells), std::vector<float>(cells * kBoxNumbers)};
        }
    }
    void put(std::size_t map, int column, int row, float face, float object)
    {
        const auto cell = static_cast<std::size_t>(row * (kPadded.width / kStrides[map]) + column);
        maps[map].faces[cell] = face;
        maps[map].objects[cell] = object;
    }
    [[nodiscard]] Result<std::vector<detector::Candidate>> faces(double minScore = 0.5) const
    {
        std::array<Map, kStrides.size()> views;
        for (std::size_t i = 0; i < maps.size(); ++i)
            views[i] = {maps[i].faces, maps[i].objects, maps[i].boxes};
        return readFaces(views, kPadded, minScore);
    }
};

TEST(YunetOutput, SizesArePaddedToTheCoarsestCell)
{
    EXPECT_EQ(paddedSize({320, 240}).height, 256);
    EXPECT_EQ(paddedSize({320, 240}).width, 320);
    EXPECT_EQ(paddedSize({1, 0}).width, 32);
    EXPECT_EQ(paddedSize({1, 0}).height, 32);
    EXPECT_EQ(cellsOf(kPadded, 8), 40U * 32U);
}

TEST(YunetOutput, MapsOfAnotherSizeAreAnError)
{
    EXPECT_EQ(readFaces({}, kPadded, 0.5).error().code, ErrorCode::DeviceProtocol);
    for (std::size_t map = 0; map < kStrides.size(); ++map) {
        Answer answer;
        answer.maps[map].boxes.pop_back();
        EXPECT_EQ(answer.faces().error().code, ErrorCode::DeviceProtocol);
    }
}

TEST(YunetOutput, NumbersThatAreNotFiniteAreAnError)
{
    for (const float nonsense : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
        Answer score, object, box;
        score.maps[0].faces[3] = object.maps[1].objects[3] = box.maps[2].boxes[3] = nonsense;
        for (const Answer &answer : {score, object, box})
            EXPECT_EQ(answer.faces().error().code, ErrorCode::DeviceProtocol);
    }
}

TEST(YunetOutput, NothingAboveTheScoreIsNoFaceAndNothingAtAllNever)
{
    Answer answer;
    answer.put(0, 3, 3, 0.4F, 0.4F);
    EXPECT_TRUE(answer.faces().value().empty());
    EXPECT_EQ(answer.faces(0).value().size(), 1U);
}

TEST(YunetOutput, ACellGivesItsBoxInTheModelsPixels)
{
    Answer answer;
    answer.put(1, 7, 5, 0.9F, 0.4F);
    const std::size_t cell = (5 * 20 + 7) * kBoxNumbers;
    answer.maps[1].boxes[cell] = 0.5F;
    answer.maps[1].boxes[cell + 1] = -0.25F;
    answer.maps[1].boxes[cell + 2] = std::log(3.0F);
    answer.maps[1].boxes[cell + 3] = std::log(4.0F);
    const auto faces = answer.faces();
    ASSERT_TRUE(faces);
    ASSERT_EQ(faces->size(), 1U);
    const auto &[box, score] = faces->front();
    EXPECT_NEAR(score, 0.6, 1e-6);
    EXPECT_NEAR(box.x + box.w / 2, 7.5 * 16, 1e-4);
    EXPECT_NEAR(box.y + box.h / 2, 4.75 * 16, 1e-4);
    EXPECT_NEAR(box.w, 48, 1e-4);
    EXPECT_NEAR(box.h, 64, 1e-4);
}

TEST(YunetOutput, ScoresBeyondTheirEndsAreTheEnds)
{
    Answer answer;
    answer.put(2, 1, 1, 1.5F, 1.0F);
    answer.put(0, 20, 20, -1.0F, -1.0F);
    const auto faces = answer.faces(0.1);
    ASSERT_EQ(faces->size(), 1U);
    EXPECT_EQ(faces->front().score, 1);
}

TEST(YunetOutput, OverlappingBoxesAreOneFaceAcrossMaps)
{
    Answer answer;
    answer.put(2, 2, 2, 0.6F, 0.6F); // 32 pixels around (64, 64)
    answer.put(1, 4, 4, 0.9F, 0.9F); // 16 pixels around the same
    answer.maps[1].boxes[(4 * 20 + 4) * kBoxNumbers + 2] = answer.maps[1].boxes[(4 * 20 + 4) * kBoxNumbers + 3] = std::log(2.0F);
    const auto faces = answer.faces();
    ASSERT_EQ(faces->size(), 1U);
    EXPECT_NEAR(faces->front().score, 0.9, 1e-6);
}

TEST(YunetOutput, HugeNumbersStayFiniteBoxesAndAMadModelIsBounded)
{
    Answer answer;
    for (auto &map : answer.maps) {
        std::ranges::fill(map.faces, 1e30F);
        std::ranges::fill(map.objects, 1e30F);
        std::ranges::fill(map.boxes, -1e30F);
    }
    const auto faces = answer.faces();
    ASSERT_TRUE(faces);
    EXPECT_LE(faces->size(), 400U);
    for (const auto &face : *faces)
        EXPECT_TRUE(std::isfinite(face.box.x) && face.box.w > 0);
}

} // namespace
} // namespace menshen
