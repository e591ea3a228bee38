// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/AizooOutput.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace menshen {
namespace {

using namespace aizoo;

/// The answer of a model that sees nothing, and a way to put a face into it.
struct Answer {
    std::vector<float> boxes = std::vector<float>(kAnchors * kBoxNumbers, 0.0F);
    std::vector<float> scores = std::vector<float>(kAnchors * kClasses, 0.0F);

    void put(std::size_t anchor, float mask, float noMask)
    {
        scores[anchor * kClasses] = mask;
        scores[anchor * kClasses + 1] = noMask;
    }
    [[nodiscard]] Result<std::vector<Found>> faces(double minScore = 0.5) const { return readFaces(boxes, scores, minScore); }
};

constexpr std::size_t kLastMap = kAnchors - 4u * 9u; ///< 3 × 3 cells

TEST(AizooOutput, AnswersOfAnotherSizeAreAnError)
{
    const Answer answer;
    EXPECT_EQ(readFaces({}, answer.scores, 0.5).error().code, ErrorCode::DeviceProtocol);
    EXPECT_EQ(readFaces(answer.boxes, std::span(answer.scores).first(10), 0.5).error().code, ErrorCode::DeviceProtocol);
}

TEST(AizooOutput, NumbersThatAreNotWhatTheyShouldBeAreAnError)
{
    for (const float nonsense : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(), 1.01F, -0.01F}) {
        Answer answer;
        answer.scores[7] = nonsense;
        EXPECT_EQ(answer.faces().error().code, ErrorCode::DeviceProtocol) << nonsense;
    }
    Answer answer;
    answer.boxes[7] = std::numeric_limits<float>::quiet_NaN();
    EXPECT_EQ(answer.faces().error().code, ErrorCode::DeviceProtocol);
}

TEST(AizooOutput, NothingAboveTheScoreIsNoFaceAndNothingAtAllNever)
{
    Answer answer;
    answer.put(5, 0.4F, 0.3F);
    ASSERT_TRUE(answer.faces());
    EXPECT_TRUE(answer.faces()->empty());
    EXPECT_EQ(answer.faces(0).value().size(), 1U) << "a score of 0 is no face";
}

TEST(AizooOutput, AnAnchorGivesItsBoxInSharesOfThePicture)
{
    Answer answer;
    const std::size_t middle = kLastMap + 4 * 4;
    answer.put(middle, 0.9F, 0.1F); // the first of the middle cell's four: ratio 1 of 0.64
    const auto faces = answer.faces();
    ASSERT_TRUE(faces);
    ASSERT_EQ(faces->size(), 1U);
    const Found &face = faces->front();
    EXPECT_NEAR(face.score, 0.9, 1e-6);
    EXPECT_NEAR(face.state.mask, 0.9, 1e-6);
    EXPECT_NEAR(face.state.noMask, 0.1, 1e-6);
    EXPECT_EQ(face.state.incorrect, 0);
    EXPECT_NEAR(face.box.x, 0.5 - 0.32, 1e-6);
    EXPECT_NEAR(face.box.y, 0.5 - 0.32, 1e-6);
    EXPECT_NEAR(face.box.w, 0.64, 1e-6);
    EXPECT_NEAR(face.box.h, 0.64, 1e-6);
}

TEST(AizooOutput, AnchorsFollowEachOtherByRowColumnSizeAndRatio)
{
    Answer answer;
    answer.put(1 * 4 + 2, 0, 0.8F); // first map, second column: 0.04 at ratio 0.62
    const auto faces = answer.faces();
    ASSERT_EQ(faces->size(), 1U);
    const PixelBox &box = faces->front().box;
    EXPECT_NEAR(box.x + box.w / 2, 1.5 / 33, 1e-6);
    EXPECT_NEAR(box.y + box.h / 2, 0.5 / 33, 1e-6);
    EXPECT_NEAR(box.w, 0.04 * std::sqrt(0.62), 1e-6);
    EXPECT_NEAR(box.h, 0.04 / std::sqrt(0.62), 1e-6);
    EXPECT_NEAR(faces->front().state.noMask, 1, 1e-9);
}

TEST(AizooOutput, BoxesMoveAndGrowByTheirVariances)
{
    Answer answer;
    const std::size_t middle = kLastMap + 4 * 4;
    answer.put(middle, 0.9F, 0);
    answer.boxes[middle * 4] = 1;
    answer.boxes[middle * 4 + 3] = -2;
    const auto faces = answer.faces();
    const PixelBox &box = faces->front().box;
    EXPECT_NEAR(box.x + box.w / 2, 0.5 + 0.1 * 0.64, 1e-6);
    EXPECT_NEAR(box.y + box.h / 2, 0.5, 1e-6);
    EXPECT_NEAR(box.h, 0.64 * std::exp(-0.4), 1e-6);
}

TEST(AizooOutput, OverlappingBoxesAreOneFaceTheBestFirst)
{
    Answer answer;
    answer.put(kLastMap, 0.6F, 0); // two sizes of one cell
    answer.put(kLastMap + 1, 0.7F, 0);
    answer.put(0, 0, 0.9F);
    const auto faces = answer.faces();
    ASSERT_EQ(faces->size(), 2U);
    EXPECT_NEAR((*faces)[0].score, 0.9, 1e-6);
    EXPECT_NEAR((*faces)[1].score, 0.7, 1e-6);
}

TEST(AizooOutput, HugeNumbersStayFiniteBoxesAndAMadModelIsBounded)
{
    Answer answer;
    std::ranges::fill(answer.boxes, 1e30F);
    std::ranges::fill(answer.scores, 1.0F);
    auto faces = answer.faces();
    ASSERT_TRUE(faces);
    for (const Found &face : *faces)
        EXPECT_TRUE(std::isfinite(face.box.x) && std::isfinite(face.box.w) && face.box.w < 1000);
    std::ranges::fill(answer.boxes, -1e30F);
    faces = answer.faces();
    ASSERT_TRUE(faces);
    EXPECT_LE(faces->size(), 400U);
}

} // namespace
} // namespace menshen
