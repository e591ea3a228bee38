// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/pictures/FaceBlur.h"

#include "drivers/vision/OpenDetector.h"
#include "tests/drivers/pictures/Detail.h"

#include <gtest/gtest.h>

#include <limits>

namespace menshen::test {

namespace {

const PixelBox kFace{250, 120, 130, 170};

cv::Mat hidden(const cv::Mat &picture, const std::vector<PixelBox> &faces)
{
    auto safe = withoutFaces(frameOf(picture.clone(), {}), faces);
    EXPECT_TRUE(safe) << safe.error().detail;
    return safe ? *safe : cv::Mat();
}

/// The mannequin has no pores and no eyelashes; noise of the finest kind stands for all that a camera sees.
cv::Mat noisy()
{
    cv::Mat picture = somebody();
    cv::Mat noise(picture.size(), picture.type());
    cv::setRNGSeed(7);
    cv::randu(noise, 0, 60);
    return picture + noise;
}

} // namespace

TEST(FaceBlur, LeavesNothingOfAFaceByWhichItCouldBeTold)
{
    const cv::Mat picture = noisy();
    const cv::Mat safe = hidden(picture, {kFace});
    const cv::Rect face{250, 120, 130, 170};
    const cv::Mat before = detailOf(picture)(face).clone(), after = detailOf(safe)(face).clone();
    EXPECT_LT(energyOf(after), 0.02 * energyOf(before));
    EXPECT_LT(std::abs(likeness(before, after)), 0.25);
}

TEST(FaceBlur, LeavesTheRestOfThePictureAsItIs)
{
    const cv::Mat picture = noisy();
    const cv::Mat safe = hidden(picture, {kFace});
    cv::Mat rest(picture.size(), CV_8U, cv::Scalar(255));
    rest(hiddenAround(kFace, picture.size())) = 0;
    EXPECT_EQ(cv::norm(picture, safe, cv::NORM_INF, rest), 0);
    EXPECT_GT(cv::norm(picture, safe, cv::NORM_INF), 50);
}

TEST(FaceBlur, TouchesACopyOnly)
{
    const cv::Mat picture = noisy();
    const Frame frame = frameOf(picture.clone(), {});
    ASSERT_TRUE(withoutFaces(frame, {kFace}));
    EXPECT_EQ(cv::norm(picture, *matOf(frame), cv::NORM_INF), 0) << "others look at this frame";
}

TEST(FaceBlur, HidesAThirdMoreToEachSideAndStaysInThePicture)
{
    EXPECT_EQ(hiddenAround({100, 100, 100, 200}, kHall), cv::Rect(70, 40, 160, 320));
    EXPECT_EQ(hiddenAround({-50, -50, 100, 100}, kHall), cv::Rect(0, 0, 80, 80));
    EXPECT_EQ(hiddenAround({600, 400, 1e9, 1e9}, kHall).br(), cv::Point(640, 480));
    EXPECT_TRUE(hiddenAround({1000, 1000, 10, 10}, kHall).empty());
    EXPECT_EQ(hiddenAround({100, 100, -5, -5}, kHall).area(), 0);
}

TEST(FaceBlur, HidesFacesAtTheEdgeTinyOnesAndOnesThatOverlap)
{
    const cv::Mat picture = noisy();
    const std::vector<PixelBox> faces{{-40, 300, 120, 150}, {10, 10, 1, 1}, {300, 100, 100, 120}, {350, 150, 100, 120}, {1e6, 1e6, 9, 9}};
    const cv::Mat safe = hidden(picture, faces);
    for (const PixelBox &face : faces) {
        const cv::Rect inner =
            cv::Rect(static_cast<int>(face.x), static_cast<int>(face.y), static_cast<int>(face.w), static_cast<int>(face.h)) &
            cv::Rect({}, picture.size());
        if (inner.area() > 100) {
            EXPECT_LT(energyOf(detailOf(safe)(inner)), 0.05 * energyOf(detailOf(picture)(inner))) << face.x;
        }
    }
}

TEST(FaceBlur, WhereNobodyWasFoundAllOfItIsCoarse)
{
    const cv::Mat picture = noisy();
    const cv::Mat safe = hidden(picture, {});
    EXPECT_LT(energyOf(detailOf(safe)), 0.05 * energyOf(detailOf(picture)));
    EXPECT_LT(cv::norm(cv::mean(picture) - cv::mean(safe)), 3) << "how light the hall is can still be told";
}

TEST(FaceBlur, AFaceWhosePlaceIsUnknownIsNoReasonToShowIt)
{
    EXPECT_EQ(withoutFaces(frameOf(noisy(), {}), {{std::numeric_limits<double>::quiet_NaN(), 0, 10, 10}}).error().code,
              ErrorCode::BadInput);
    EXPECT_EQ(withoutFaces(frameOf(noisy(), {}), {{0, 0, std::numeric_limits<double>::infinity(), 10}}).error().code, ErrorCode::BadInput);
    EXPECT_EQ(withoutFaces(Frame{}, {}).error().code, ErrorCode::BadInput);
}

TEST(FaceBlur, TheDetectorItselfFindsNobodyAnyMore)
{
    DetectorSettings settings;
    settings.faceModel = MENSHEN_SOURCE_DIR "/config/models/face-detector.onnx";
    settings.stateModel = MENSHEN_SOURCE_DIR "/config/models/mask-state.onnx";
    const auto detector = openDetector(settings);
    ASSERT_TRUE(detector) << detector.error().detail;
    for (const MannequinFace kind : {MannequinFace::Mask, MannequinFace::NoMask, MannequinFace::NoseOut}) {
        for (std::uint32_t variant = 0; variant < 4; ++variant) {
            const Frame picture = frameOf(drawScene({{kind, variant, 0.45, 0.5}}, kHall, 1.0), {});
            const auto seen = (*detector)->detect(picture);
            ASSERT_TRUE(seen);
            ASSERT_FALSE(seen->empty()) << variant;
            std::vector<PixelBox> boxes;
            for (const Face &face : *seen) {
                boxes.push_back(face.box);
            }
            const auto safe = withoutFaces(picture, boxes);
            ASSERT_TRUE(safe);
            const auto left = (*detector)->detect(frameOf(*safe, {}));
            ASSERT_TRUE(left);
            EXPECT_TRUE(countedFaces({{}, {kHall.width, kHall.height}, *left}, MaskRules{}).empty()) << variant;
        }
    }
}

} // namespace menshen::test
