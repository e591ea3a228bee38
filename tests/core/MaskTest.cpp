// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/People.h"

#include <gtest/gtest.h>

#include <limits>

using namespace menshen;
using namespace menshen::test;

namespace {

struct Voting {
    MaskRules rules;
    MaskVote vote;
    MonoTime now{5s};

    void frames(MaskState state, int count)
    {
        for (int i = 0; i < count; ++i) {
            now += 66ms;
            vote.add(now, state, rules);
        }
    }
    auto result() { return vote.result(now, rules); }
};

} // namespace

TEST(MaskVote, ASingleFrameIsNeverAnAnswer)
{
    Voting voting;
    voting.frames(MaskState::Mask, 1);
    EXPECT_FALSE(voting.result());
    voting.frames(MaskState::Mask, 3);
    EXPECT_FALSE(voting.result());
    voting.frames(MaskState::Mask, 1);
    EXPECT_EQ(voting.result(), MaskState::Mask);
}

TEST(MaskVote, DisagreementIsUnsure)
{
    Voting voting;
    voting.frames(MaskState::Mask, 5);
    voting.frames(MaskState::Incorrect, 4);
    EXPECT_EQ(voting.result(), MaskState::Unsure);
}

TEST(MaskVote, OneOddFrameDoesNotMatter)
{
    Voting voting;
    voting.frames(MaskState::Mask, 6);
    voting.frames(MaskState::NoMask, 1);
    voting.frames(MaskState::Mask, 1);
    EXPECT_EQ(voting.result(), MaskState::Mask);
}

TEST(MaskVote, OldFramesDoNotCount)
{
    Voting voting;
    voting.frames(MaskState::Mask, 9);
    voting.now += 2s;
    EXPECT_FALSE(voting.result());
}

TEST(MaskVote, TakingTheMaskOffIsSeenWithinTheWindow)
{
    Voting voting;
    voting.frames(MaskState::Mask, 20);
    voting.frames(MaskState::NoMask, 10);
    EXPECT_EQ(voting.result(), MaskState::NoMask);
}

TEST(FaceState, WhatCannotBeJudgedIsUnsure)
{
    const MaskRules rules;
    Face face = faceOf(MaskState::Mask);
    EXPECT_EQ(stateOf(face, rules), MaskState::Mask);
    Face dark = face;
    dark.brightness = 20;
    EXPECT_EQ(stateOf(dark, rules), MaskState::Unsure);
    Face blurred = face;
    blurred.sharpness = 1;
    EXPECT_EQ(stateOf(blurred, rules), MaskState::Unsure);
    Face narrow = face;
    narrow.state = {0.45, 0.4, 0.15};
    EXPECT_EQ(stateOf(narrow, rules), MaskState::Unsure);
    Face covered = face;
    covered.state = {0.2, 0.0, 0.0, 0.8};
    EXPECT_EQ(stateOf(covered, rules), MaskState::Unsure);
    Face broken = face;
    broken.state = {std::numeric_limits<double>::quiet_NaN(), 0, 0};
    EXPECT_EQ(stateOf(broken, rules), MaskState::Unsure);
    broken = face;
    broken.sharpness = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(stateOf(broken, rules), MaskState::Unsure);
}

TEST(Faces, WeakDetectionsAreNoFacesAndTheNearestComesFirst)
{
    const MaskRules rules;
    FacesSeen seen{MonoTime{}, {640, 480}, {faceOf(MaskState::Mask, 60), faceOf(MaskState::NoMask, 200)}};
    Face ghost = faceOf(MaskState::Mask, 300);
    ghost.score = 0.3;
    seen.faces.push_back(ghost);
    const auto faces = countedFaces(seen, rules);
    ASSERT_EQ(faces.size(), 2U);
    EXPECT_DOUBLE_EQ(faces.front().box.h, 200);
    EXPECT_TRUE(isNear(faces[0], seen.frame, rules));
    EXPECT_FALSE(isNear(faces[1], seen.frame, rules));
    EXPECT_FALSE(isNear(faces[0], FrameSize{}, rules));
}
