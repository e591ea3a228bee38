// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped models against the simulator's mannequin: what the station's vote says after 600 ms at 15 pictures a second.
#include "drivers/pictures/FrameMat.h"
#include "drivers/sim/Mannequin.h"

#include "tests/drivers/vision/ShippedModels.h"

#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace menshen {
namespace {

constexpr std::uint32_t kVariants = 16;
constexpr double kNearHeights[] = {0.35, 0.5};
constexpr auto kFrameInterval = 66667us;

class MannequinReading : public testing::Test {
protected:
    static void SetUpTestSuite() { s_detector = test::shippedDetector(); }
    static void TearDownTestSuite() { s_detector.reset(); }

    static std::vector<Face> faces(const std::vector<MannequinLook> &figures, double seconds)
    {
        // Through a JPEG, as the simulator's camera sends it.
        std::vector<std::uint8_t> jpeg;
        cv::imencode(".jpg", drawScene(figures, {640, 480}, seconds), jpeg, {cv::IMWRITE_JPEG_QUALITY, 85});
        const MonoTime at{std::chrono::duration_cast<Micros>(std::chrono::duration<double>(seconds))};
        const Frame frame = frameOf(cv::imdecode(jpeg, cv::IMREAD_COLOR), at);
        const auto found = s_detector->detect(frame);
        EXPECT_TRUE(found) << found.error().detail;
        return found ? countedFaces({frame.at, frame.size, *found}, MaskRules{}) : std::vector<Face>{};
    }

    /// Watches one figure for a vote's window; absent when it was not seen as exactly one near face in every picture.
    static std::optional<MaskState> vote(const MannequinLook &look, double begin)
    {
        const MaskRules rules;
        MaskVote vote;
        MonoTime at{};
        for (double t = begin; at.time_since_epoch() < rules.window; at += kFrameInterval, t += 1 / 15.0) {
            const auto seen = faces({look}, t);
            if (seen.size() != 1 || !isNear(seen.front(), {640, 480}, rules))
                return std::nullopt;
            vote.add(at, stateOf(seen.front(), rules), rules);
        }
        return vote.result(at - kFrameInterval, rules);
    }

    static void expectVote(MannequinFace face, MaskState expected)
    {
        for (std::uint32_t variant = 0; variant < kVariants; ++variant)
            for (const double height : kNearHeights)
                EXPECT_EQ(vote({face, variant, height, 0.5}, 0.4 * variant), expected) << "variant " << variant << " height " << height;
    }

    static std::unique_ptr<MaskDetector> s_detector;
};

std::unique_ptr<MaskDetector> MannequinReading::s_detector;

TEST_F(MannequinReading, AHandBeforeTheMouthIsNeverReadAsAMaskInAnySinglePicture)
{
    for (std::uint32_t variant = 0; variant < kVariants; ++variant)
        for (const double height : kNearHeights)
            for (double t = 0; t < 4; t += 0.5)
                for (const Face &face : faces({{MannequinFace::HandBeforeMouth, variant, height, 0.5}}, t))
                    EXPECT_NE(stateOf(face, MaskRules{}), MaskState::Mask) << "variant " << variant << " height " << height;
}

TEST_F(MannequinReading, ABareFaceVotesNoMask) { expectVote(MannequinFace::NoMask, MaskState::NoMask); }

TEST_F(MannequinReading, AMaskWornWellVotesMask) { expectVote(MannequinFace::Mask, MaskState::Mask); }

TEST_F(MannequinReading, ANoseAboveTheMaskVotesIncorrect) { expectVote(MannequinFace::NoseOut, MaskState::Incorrect); }

TEST_F(MannequinReading, AMaskOnTheChinVotesIncorrect) { expectVote(MannequinFace::Chin, MaskState::Incorrect); }

TEST_F(MannequinReading, ABareFaceThatIsNotUprightIsNeverReadAsAMaskInAnySinglePicture)
{
    int found = 0, notUpright = 0;
    for (const double roll : {90.0, 180.0, 270.0})
        for (std::uint32_t variant = 0; variant < kVariants; ++variant)
            for (const double height : kNearHeights) {
                MannequinLook look{MannequinFace::NoMask, variant, height, 0.5};
                look.roll = roll;
                for (const Face &face : faces({look}, 0.4 * variant)) {
                    ++found;
                    notUpright += face.upright ? 0 : 1;
                    EXPECT_NE(stateOf(face, MaskRules{}), MaskState::Mask) << "roll " << roll << " variant " << variant;
                    EXPECT_FALSE(face.upright && likelyState(face.state).state == MaskState::Mask)
                        << "roll " << roll << " variant " << variant;
                }
            }
    std::printf("bare faces turned by 90, 180, 270: %d found, %d of them told not to be upright\n", found, notUpright);
    EXPECT_GE(found, 20);
    EXPECT_GE(notUpright, found / 2);
}

TEST_F(MannequinReading, ATurnedFigureNeverVotesMask)
{
    for (const double roll : {90.0, 180.0, 270.0})
        for (std::uint32_t variant = 0; variant < kVariants; variant += 2) {
            MannequinLook look{MannequinFace::NoMask, variant, 0.45, 0.5};
            look.roll = roll;
            EXPECT_NE(vote(look, 0.4 * variant), MaskState::Mask) << "roll " << roll << " variant " << variant;
        }
}

// A known weakness: the model tells a mask from any side, and of some that it sees upside down it is as sure as of an upright one.
TEST_F(MannequinReading, AMaskUpsideDownIsMostlyUnsure)
{
    int told = 0, found = 0;
    for (std::uint32_t variant = 0; variant < kVariants; ++variant) {
        MannequinLook look{MannequinFace::Mask, variant, 0.45, 0.5};
        look.roll = 180;
        for (const Face &face : faces({look}, 0.4 * variant)) {
            ++found;
            told += stateOf(face, MaskRules{}) == MaskState::Mask ? 1 : 0;
        }
    }
    std::printf("masks upside down: %d found, %d of them told as masks\n", found, told);
    EXPECT_LE(told, found / 4);
}

TEST_F(MannequinReading, UprightFiguresAreUpright)
{
    for (const MannequinFace face : {MannequinFace::Mask, MannequinFace::NoMask, MannequinFace::NoseOut, MannequinFace::Chin})
        for (std::uint32_t variant = 0; variant < kVariants; ++variant)
            for (const Face &seen : faces({{face, variant, 0.45, 0.5}}, 0.4 * variant))
                EXPECT_TRUE(seen.upright) << static_cast<int>(face) << " variant " << variant;
}

TEST_F(MannequinReading, UnderAVeilAndFromBehindNoFaceIsFound)
{
    for (const MannequinFace face : {MannequinFace::Veiled, MannequinFace::FromBehind})
        for (std::uint32_t variant = 0; variant < kVariants; ++variant)
            for (const double height : kNearHeights)
                for (const Face &seen : faces({{face, variant, height, 0.5}}, 0.4 * variant))
                    EXPECT_FALSE(isNear(seen, {640, 480}, MaskRules{})) << static_cast<int>(face) << " variant " << variant;
}

TEST_F(MannequinReading, AChildsFaceIsReadWhereItIs)
{
    MannequinLook child{MannequinFace::Mask, 5, 0.3, 0.5};
    child.y = 0.25;
    const auto seen = faces({child}, 1);
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(stateOf(seen.front(), MaskRules{}), MaskState::Mask);
    EXPECT_GT(seen.front().box.y + seen.front().box.h / 2, 0.65 * 480);
}

TEST_F(MannequinReading, AnEmptyHallHoldsNoFace)
{
    for (double t = 0; t < 3; t += 0.1)
        EXPECT_TRUE(faces({}, t).empty());
}

TEST_F(MannequinReading, TwoPeopleAreTwoFaces)
{
    for (std::uint32_t variant = 0; variant < kVariants; ++variant)
        EXPECT_EQ(faces({{MannequinFace::Mask, variant, 0.4, 0.3}, {MannequinFace::NoMask, variant + 7, 0.36, 0.7}}, variant).size(), 2U)
            << variant;
}

TEST_F(MannequinReading, SomebodyFarAwayIsSeenAndIsNotNear)
{
    int seen = 0;
    for (std::uint32_t variant = 0; variant < kVariants; ++variant)
        for (const Face &face : faces({{MannequinFace::Mask, variant, 0.12, 0.5}}, variant)) {
            ++seen;
            EXPECT_FALSE(isNear(face, {640, 480}, MaskRules{})) << variant;
        }
    EXPECT_GE(seen, static_cast<int>(kVariants) * 3 / 4);
}

// A known weakness of these models: now and then head and shoulders of somebody a little too far away are taken for
// one large face. This keeps it from getting worse; a better face model should bring the limit down to none.
TEST_F(MannequinReading, SomebodyALittleTooFarAwayIsRarelyTakenForNear)
{
    int near = 0, frames = 0;
    for (std::uint32_t variant = 0; variant < 40; ++variant)
        for (const double height : {0.14, 0.16})
            for (const double later : {0.0, 1.0, 2.0}) {
                ++frames;
                for (const Face &face : faces({{MannequinFace::Mask, variant, height, 0.5}}, variant + later))
                    near += isNear(face, {640, 480}, MaskRules{}) ? 1 : 0;
            }
    std::printf("a little too far away, taken for near: %d of %d pictures\n", near, frames);
    EXPECT_LE(near, frames / 10);
}

TEST_F(MannequinReading, TheBoxLiesOnTheFace)
{
    for (std::uint32_t variant = 0; variant < kVariants; ++variant) {
        const auto seen = faces({{MannequinFace::NoMask, variant, 0.45, 0.35}}, 1);
        ASSERT_EQ(seen.size(), 1U) << variant;
        const PixelBox &box = seen.front().box;
        EXPECT_NEAR(box.x + box.w / 2, 0.35 * 640, 30) << variant;
        EXPECT_NEAR(box.y + box.h / 2, 0.48 * 480, 40) << variant;
        EXPECT_NEAR(box.h, 0.45 * 480, 50) << variant;
    }
}

TEST_F(MannequinReading, TimeAPictureIsPrinted)
{
    Frame frame = frameOf(drawScene({{MannequinFace::Mask, 3, 0.45, 0.5}}, {640, 480}, 1), MonoTime{});
    std::vector<double> millis;
    for (int i = 0; i < 50; ++i) {
        frame.at += kFrameInterval;
        const auto begin = std::chrono::steady_clock::now();
        ASSERT_TRUE(s_detector->detect(frame));
        millis.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    std::ranges::sort(millis);
    std::printf("detection of one face in 640x480, one thread: median %.1f ms, slowest %.1f ms\n", millis[25], millis.back());
}

} // namespace
} // namespace menshen
