// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/People.h"

#include <gtest/gtest.h>

using namespace menshen;
using namespace menshen::test;

namespace {

/// Pictures of 640 × 480, one every 66 ms unless said otherwise.
class Pictures {
public:
    SubjectTracker::Seen see(const std::vector<Face> &faces, Micros after = 66ms)
    {
        m_at += after;
        return m_tracker.see(faces, {640, 480}, m_at, MaskRules{}, SubjectRules{});
    }

private:
    SubjectTracker m_tracker;
    MonoTime m_at{10s};
};

} // namespace

TEST(SubjectTracker, NobodyIsNobody)
{
    Pictures pictures;
    EXPECT_EQ(pictures.see({}).how, Continuity::Nobody);
    EXPECT_EQ(pictures.see({faceOf(MaskState::Mask, 60)}).how, Continuity::Nobody) << "too far away";
}

TEST(SubjectTracker, WhoStandsOrSwaysOrComesNearerStaysTheSame)
{
    Pictures pictures;
    const SubjectId first = pictures.see({faceOf(MaskState::Mask, 120, 100)}).subject;
    for (int i = 1; i < 40; ++i) {
        const auto seen = pictures.see({faceOf(MaskState::Mask, 120 + 3 * i, 100 + 5 * i)});
        ASSERT_EQ(seen.how, Continuity::Same) << i;
        ASSERT_EQ(seen.subject, first);
    }
}

TEST(SubjectTracker, APictureWithoutHimIsForgivenAGapIsNot)
{
    Pictures pictures;
    const Face face = faceOf(MaskState::Mask);
    const SubjectId first = pictures.see({face}).subject;
    pictures.see({});
    EXPECT_EQ(pictures.see({face}).how, Continuity::Same);
    EXPECT_EQ(pictures.see({face}, 500ms).how, Continuity::Other) << "no picture at all tells nothing";
    pictures.see({}, 300ms);
    EXPECT_NE(pictures.see({face}, 300ms).subject, first);
}

TEST(SubjectTracker, AJumpAnotherSizeOrOtherColoursAreAnother)
{
    Face face = faceOf(MaskState::Mask);
    face.look = lookOf(1);
    Face jumped = face, grown = face, other = face;
    jumped.box.x += 120;
    grown.box.h *= 1.6;
    grown.box.w *= 1.6;
    other.look = lookOf(2);
    for (const Face &next : {jumped, grown, other}) {
        Pictures pictures;
        pictures.see({face});
        ASSERT_EQ(pictures.see({face}).how, Continuity::Same);
        EXPECT_EQ(pictures.see({next}).how, Continuity::Other);
    }
}

TEST(SubjectTracker, ColoursOnlySeparate)
{
    Pictures pictures;
    Face face = faceOf(MaskState::Mask);
    face.look = lookOf(1);
    const SubjectId first = pictures.see({face}).subject;
    face.box.x += 200;
    EXPECT_NE(pictures.see({face}).subject, first) << "the same colours elsewhere are somebody else";
}

TEST(SubjectTracker, AChangeOfCountLeavesDoubtOfTheSameFace)
{
    Pictures pictures;
    const Face face = faceOf(MaskState::Mask);
    const Face beside = faceOf(MaskState::Mask, 180, 440);
    const SubjectId first = pictures.see({face}).subject;
    const auto two = pictures.see({face, beside});
    EXPECT_EQ(two.near, 2);
    EXPECT_EQ(two.how, Continuity::Unsure);
    const auto one = pictures.see({face});
    EXPECT_EQ(one.subject, first);
    EXPECT_EQ(one.how, Continuity::Unsure);
    EXPECT_EQ(pictures.see({face}).how, Continuity::Unsure) << "the other one may only have been missed";
    for (int i = 0; i < 6; ++i) {
        static_cast<void>(pictures.see({face}));
    }
    EXPECT_EQ(pictures.see({face}).how, Continuity::Same);
}

TEST(SubjectTracker, TheOneWhoStaysBehindOfTwoIsNotTheFirst)
{
    Pictures pictures;
    const Face face = faceOf(MaskState::Mask), beside = faceOf(MaskState::Mask, 180, 440);
    const SubjectId first = pictures.see({face}).subject;
    pictures.see({face, beside});
    const auto left = pictures.see({beside});
    EXPECT_NE(left.subject, first);
    EXPECT_EQ(left.how, Continuity::Other);
}

TEST(SubjectTracker, WhoCrossesAnotherIsNoLongerSure)
{
    Pictures pictures;
    const Face face = faceOf(MaskState::Mask);
    const SubjectId first = pictures.see({face, faceOf(MaskState::Mask, 190, 460)}).subject;
    for (const double x : {420.0, 380.0, 340.0, 300.0, 260.0}) {
        pictures.see({face, faceOf(MaskState::Mask, 190, x)});
    }
    const auto after = pictures.see({face});
    EXPECT_EQ(after.how, Continuity::Other);
    EXPECT_NE(after.subject, first);
}

TEST(SubjectTracker, WhoWasFurtherAwayIsDoubted)
{
    Pictures pictures;
    const SubjectId first = pictures.see({faceOf(MaskState::Mask, 110)}).subject;
    pictures.see({faceOf(MaskState::Mask, 100)});
    const auto back = pictures.see({faceOf(MaskState::Mask, 110)});
    EXPECT_EQ(back.subject, first);
    EXPECT_EQ(back.how, Continuity::Unsure);
}

TEST(SubjectTracker, AfterALossWhoeverIsSeenIsAnother)
{
    SubjectTracker tracker;
    const Face face = faceOf(MaskState::Mask);
    const auto first = tracker.see({face}, {640, 480}, MonoTime{1s}, {}, {});
    tracker.lose();
    EXPECT_NE(tracker.see({face}, {640, 480}, MonoTime{1s + 50ms}, {}, {}).subject, first.subject);
}
