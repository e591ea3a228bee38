// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/Evaluation.h"

#include <gmock/gmock.h>

#include <limits>

namespace menshen {
namespace {

using namespace evaluation;
using testing::ElementsAre;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

LabelledFace truth(const PixelBox &box, MaskState state = MaskState::Mask) { return {box, state}; }

/// Sharp and bright, so that only its probabilities say what it is.
Face found(const PixelBox &box, double score, const MaskProbabilities &state = {0.9, 0.05, 0.05}) { return {box, score, state, 100, 120}; }

std::vector<Judged> judged(const std::vector<LabelledFace> &faces, const std::vector<Face> &seen) { return judge(faces, seen, Rules{}); }

Tally tallied(const std::vector<LabelledFace> &faces, const std::vector<Face> &seen)
{
    Tally tally;
    tally.add(judged(faces, seen), Rules{});
    return tally;
}

TEST(Evaluation, NothingAnywhereIsAPictureAndNothingElse)
{
    EXPECT_TRUE(judged({}, {}).empty());
    const auto tally = tallied({}, {});
    EXPECT_EQ(tally.pictures, 1);
    EXPECT_EQ(tally.falseFaces, 0);
    for (const auto &size : tally.rows)
        for (const auto &row : size)
            EXPECT_EQ(sumOf(row), 0);
}

TEST(Evaluation, WithoutDetectionsEveryFaceIsNotFound)
{
    const auto all = judged({truth({0, 0, 30, 30}), truth({50, 0, 30, 30}, MaskState::NoMask)}, {});
    ASSERT_EQ(all.size(), 2U);
    for (const auto &each : all)
        EXPECT_TRUE(each.truth && !each.found && !each.right());
    EXPECT_THAT(tallied({truth({0, 0, 30, 30})}, {}).row(Sizes::All, MaskState::Mask), ElementsAre(0, 0, 0, 0, 1));
}

TEST(Evaluation, WithoutFacesEveryDetectionOfASizeIsFalse)
{
    const auto tally = tallied({}, {found({0, 0, 24, 10}, 0.5), found({50, 0, 23, 23}, 0.9), found({90, 0, 40, 40}, 0.49)});
    EXPECT_EQ(tally.falseFaces, 1) << "the longer side counts; small ones and those below the score do not";
    EXPECT_EQ(tally.secondBoxes, 0);
}

TEST(Evaluation, AnOverlapBelowTheLimitIsNotTheFace)
{
    const auto all = judged({truth({0, 0, 100, 100})}, {found({60, 0, 100, 100}, 0.9)}); // 40 of 160
    ASSERT_EQ(all.size(), 2U);
    EXPECT_FALSE(all[0].found);
    EXPECT_FALSE(all[1].truth || all[1].second);
}

TEST(Evaluation, OfTwoBoxesOnAFaceTheBetterScoreHasItAndTheOtherIsFalse)
{
    const auto all = judged({truth({0, 0, 100, 100})}, {found({0, 0, 100, 100}, 0.6), found({5, 0, 100, 100}, 0.9)});
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].found->score, 0.9);
    EXPECT_EQ(all[1].found->score, 0.6);
    EXPECT_TRUE(all[1].second);
    const auto tally = tallied({truth({0, 0, 100, 100})}, {found({0, 0, 100, 100}, 0.6), found({5, 0, 100, 100}, 0.9)});
    EXPECT_EQ(tally.falseFaces, 1);
    EXPECT_EQ(tally.secondBoxes, 1);
}

TEST(Evaluation, ABoxBetweenTwoFacesTakesTheOneThatIsLeft)
{
    // Both lie on both faces well enough; the better one takes its own, the other one must not take it too.
    const auto all =
        judged({truth({0, 0, 100, 100}), truth({30, 0, 100, 100})}, {found({2, 0, 100, 100}, 0.9), found({10, 0, 100, 100}, 0.8)});
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].found->score, 0.9);
    EXPECT_EQ(all[1].found->score, 0.8);
}

TEST(Evaluation, LabelsThatAreTheSameTwiceNeedTwoBoxes)
{
    const auto all = judged({truth({0, 0, 50, 50}), truth({0, 0, 50, 50})}, {found({0, 0, 50, 50}, 0.9)});
    ASSERT_EQ(all.size(), 2U);
    EXPECT_TRUE(all[0].found && !all[1].found);
}

TEST(Evaluation, BoxesWithoutASizeMatchNothingAndCountNowhere)
{
    const auto all = judged({truth({10, 10, 50, 50})}, {found({20, 20, 0, 0}, 0.9), found({20, 20, -30, -30}, 0.9)});
    ASSERT_EQ(all.size(), 1U);
    EXPECT_FALSE(all[0].found);
    const auto none = judged({truth({10, 10, 0, 0})}, {found({10, 10, 0, 0}, 0.9)});
    ASSERT_EQ(none.size(), 1U);
    EXPECT_FALSE(none[0].found);
}

TEST(Evaluation, NumbersThatAreNoneAreNothing)
{
    const auto all = judged({truth({10, 10, 50, 50})}, {found({10, 10, 50, 50}, kNan), found({kNan, 10, kNan, 50}, 0.9)});
    EXPECT_FALSE(all[0].found);
    const auto tally = tallied({truth({10, 10, 50, 50})}, {found({10, 10, 50, 50}, 0.9, {kNan, 0.5, 0.5})});
    for (const auto &bin : tally.reliability)
        EXPECT_EQ(bin.faces, 0);
    EXPECT_EQ(likelyState({0.2, kNan, 0.3}).state, MaskState::Unsure);
}

TEST(Evaluation, AFaceOfWhichNobodyCanSayIsNeitherRightNorWrong)
{
    LabelledFace ignored = truth({10, 10, 50, 50});
    ignored.counts = false;
    for (const std::vector<Face> &seen : {std::vector<Face>{}, {found({10, 10, 50, 50}, 0.9, {0.1, 0.9, 0})}}) {
        const auto all = judged({ignored}, seen);
        ASSERT_EQ(all.size(), 1U);
        EXPECT_TRUE(all[0].right());
        const auto tally = tallied({ignored}, seen);
        EXPECT_EQ(tally.falseFaces, 0);
        for (const auto state : {MaskState::Mask, MaskState::NoMask, MaskState::Incorrect, MaskState::Unsure})
            EXPECT_EQ(sumOf(tally.row(Sizes::All, state)), 0);
    }
}

TEST(Evaluation, WhatIsToldFollowsTheRules)
{
    const std::vector<LabelledFace> face{truth({0, 0, 50, 50}, MaskState::NoMask)};
    const auto row = [&](const Face &seen) { return tallied(face, {seen}).row(Sizes::All, MaskState::NoMask); };
    EXPECT_THAT(row(found({0, 0, 50, 50}, 0.9, {0.9, 0.1, 0})), ElementsAre(1, 0, 0, 0, 0));
    EXPECT_THAT(row(found({0, 0, 50, 50}, 0.9, {0.1, 0.9, 0})), ElementsAre(0, 1, 0, 0, 0));
    EXPECT_THAT(row(found({0, 0, 50, 50}, 0.9, {0.1, 0.1, 0.8})), ElementsAre(0, 0, 1, 0, 0));
    EXPECT_THAT(row(found({0, 0, 50, 50}, 0.9, {0.4, 0.45, 0.15})), ElementsAre(0, 0, 0, 1, 0));
    Face dark = found({0, 0, 50, 50}, 0.9, {0, 1, 0});
    dark.brightness = 1;
    EXPECT_THAT(row(dark), ElementsAre(0, 0, 0, 1, 0));
    Rules asItStands;
    asItStands.told.minBrightness = 0;
    EXPECT_TRUE(judge(face, std::vector{dark}, asItStands)[0].right());
}

TEST(Evaluation, OfACoveredFaceOnlyUnsureIsRight)
{
    const std::vector<LabelledFace> face{truth({0, 0, 50, 50}, MaskState::Unsure)};
    EXPECT_TRUE(judged(face, {found({0, 0, 50, 50}, 0.9, {0.4, 0.45, 0.15})})[0].right());
    EXPECT_FALSE(judged(face, {found({0, 0, 50, 50}, 0.9, {0.9, 0.1, 0})})[0].right());
    EXPECT_FALSE(judged(face, {})[0].right()) << "not found is not unsure";
}

TEST(Evaluation, FacesAreCountedByBothSides)
{
    const auto tally = tallied({truth({0, 0, 30, 30}), truth({100, 0, 20, 24}), truth({200, 0, 20, 20})}, {});
    EXPECT_EQ(sumOf(tally.row(Sizes::All, MaskState::Mask)), 3);
    EXPECT_EQ(sumOf(tally.row(Sizes::LongerSide, MaskState::Mask)), 2);
    EXPECT_EQ(sumOf(tally.row(Sizes::ShorterSide, MaskState::Mask)), 1);
}

TEST(Evaluation, TheWinnersProbabilityFallsIntoItsTenth)
{
    const std::vector<LabelledFace> face{truth({0, 0, 50, 50})};
    Tally tally;
    for (const auto &state : {MaskProbabilities{1, 0, 0}, MaskProbabilities{0.95, 0.05, 0}, MaskProbabilities{0.04, 0.96, 0},
                              MaskProbabilities{0.55, 0.45, 0}, MaskProbabilities{0.3, 0.36, 0.34}})
        tally.add(judged(face, {found({0, 0, 50, 50}, 0.9, state)}), Rules{});
    EXPECT_EQ(tally.reliability[9].faces, 3) << "1 is in the last tenth";
    EXPECT_EQ(tally.reliability[9].right, 2);
    EXPECT_EQ(tally.reliability[5].faces, 1) << "however unsure it is told to be";
    EXPECT_EQ(tally.reliability[5].right, 1);
    EXPECT_EQ(tally.reliability[3].faces, 1);
    EXPECT_EQ(tally.reliability[3].right, 0);
}

TEST(Evaluation, TheSurestMistakeIsTheWorst)
{
    const PixelBox box{0, 0, 50, 50};
    const auto bare = truth(box, MaskState::NoMask);
    std::vector<Judged> all{{bare, {}, MaskState::Unsure, false},
                            {bare, found(box, 0.9, {0.5, 0.5, 0}), MaskState::Unsure, false},
                            {bare, found(box, 0.9, {0.7, 0.3, 0}), MaskState::Mask, false},
                            {{}, found(box, 0.8), MaskState::Mask, false},
                            {bare, found(box, 0.9, {0.99, 0.01, 0}), MaskState::Mask, false}};
    std::ranges::stable_sort(all, worse);
    EXPECT_EQ(all[0].found->state.mask, 0.99);
    EXPECT_FALSE(all[1].truth);
    EXPECT_EQ(all[2].found->state.mask, 0.7);
    EXPECT_EQ(all[3].told, MaskState::Unsure);
    EXPECT_FALSE(all[4].found);
}

} // namespace
} // namespace menshen
