// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/camera/Framing.h"

#include "tests/drivers/camera/TestPictures.h"

#include <gtest/gtest.h>

namespace menshen {
namespace {

CameraView viewOf(int rotation, bool mirror, PictureZone zone = {})
{
    CameraView view;
    view.rotation = rotation;
    view.mirror = mirror;
    view.zone = zone;
    return view;
}

/// Every pixel tells where it stood: its column in the blue channel, its row in the green one.
cv::Mat places(cv::Size size)
{
    cv::Mat picture(size, CV_8UC3);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            picture.at<cv::Vec3b>(y, x) = cv::Vec3b(static_cast<std::uint8_t>(x), static_cast<std::uint8_t>(y), 128);
    return picture;
}

/// What turning, then cutting, then mirroring gives, one after the other.
cv::Mat stepByStep(const cv::Mat &picture, const CameraView &view)
{
    cv::Mat turned = picture.clone();
    for (int degrees = 0; degrees < view.rotation; degrees += 90)
        cv::rotate(turned.clone(), turned, cv::ROTATE_90_CLOCKWISE);
    const auto share = [](double part, int side) { return cvRound(part * side); };
    const PictureZone &zone = view.zone;
    const cv::Rect box(share(zone.x, turned.cols), share(zone.y, turned.rows), share(zone.w, turned.cols), share(zone.h, turned.rows));
    cv::Mat cut = turned(box).clone();
    if (view.mirror)
        cv::flip(cut.clone(), cut, 1);
    return cut;
}

TEST(Framing, EveryWayOfTurningCuttingAndMirroringIsWhatOneAfterTheOtherGives)
{
    const cv::Mat picture = places({80, 60});
    for (const int rotation : {0, 90, 180, 270})
        for (const bool mirror : {false, true})
            for (const PictureZone &zone : {PictureZone{}, PictureZone{0.1, 0.2, 0.5, 0.6}, PictureZone{0.5, 0, 0.5, 1}}) {
                const CameraView view = viewOf(rotation, mirror, zone);
                const cv::Mat shown = asShown(zoneOf(picture, view), view);
                const cv::Mat expected = stepByStep(picture, view);
                ASSERT_EQ(shown.size(), expected.size()) << rotation << mirror << zone.x;
                EXPECT_EQ(cv::norm(shown, expected, cv::NORM_INF), 0) << rotation << mirror << zone.x;
            }
}

TEST(Framing, NothingIsCopiedThatNeedNotBe)
{
    const cv::Mat picture = places({80, 60});
    EXPECT_EQ((*asBgr(picture)).data, picture.data);
    const CameraView asItIs = viewOf(0, false);
    EXPECT_EQ(asShown(zoneOf(picture, asItIs), asItIs).data, picture.data);
    const CameraView cut = viewOf(0, false, {0.5, 0.5, 0.5, 0.5});
    EXPECT_EQ(asShown(zoneOf(picture, cut), cut).data, picture.ptr(30, 40)) << "a zone is a look into the same memory";
}

TEST(Framing, TheSourcesPictureIsNeverWrittenTo)
{
    const cv::Mat picture = places({80, 60}), before = picture.clone();
    for (const int rotation : {0, 90, 180, 270})
        (void)asShown(zoneOf(picture, viewOf(rotation, true)), viewOf(rotation, true));
    EXPECT_EQ(cv::norm(picture, before, cv::NORM_INF), 0);
}

TEST(Framing, FourThousandPixelsAreShrunkOnceToTheWorkingSize)
{
    const cv::Mat huge = test::numbered(30, {3840, 2160});
    const cv::Mat upright = asShown(zoneOf(huge, viewOf(0, false)), viewOf(0, false));
    EXPECT_EQ(upright.size(), cv::Size(1280, 720));
    EXPECT_EQ(test::numberOf(upright), 30);
    EXPECT_EQ(asShown(huge, viewOf(90, true)).size(), cv::Size(720, 1280));
    const CameraView zone = viewOf(0, false, {0.5, 0, 0.25, 0.5});
    EXPECT_EQ(asShown(zoneOf(huge, zone), zone).size(), cv::Size(960, 1080)) << "a zone keeps the details that the whole has no room for";
}

TEST(Framing, AZoneOfATinyPictureHasAPixelAtLeast)
{
    const cv::Mat tiny = places({4, 3});
    const CameraView corner = viewOf(0, false, {0.9, 0.9, 0.1, 0.1});
    EXPECT_EQ(zoneOf(tiny, corner).size(), cv::Size(1, 1));
}

TEST(Framing, GreyAlphaAndSixteenBitsBecomeBgr)
{
    const cv::Mat expected(4, 6, CV_8UC3, cv::Scalar::all(90));
    const cv::Mat pictures[] = {cv::Mat(4, 6, CV_8UC1, cv::Scalar(90)), cv::Mat(4, 6, CV_8UC4, cv::Scalar(90, 90, 90, 7)),
                                cv::Mat(4, 6, CV_16UC1, cv::Scalar(90 * 257)), cv::Mat(4, 6, CV_16UC3, cv::Scalar::all(90 * 257)),
                                cv::Mat(4, 6, CV_16UC4, cv::Scalar::all(90 * 257))};
    for (const cv::Mat &picture : pictures) {
        const auto bgr = asBgr(picture);
        ASSERT_TRUE(bgr) << bgr.error().detail;
        ASSERT_EQ((*bgr).type(), CV_8UC3);
        EXPECT_EQ(cv::norm(*bgr, expected, cv::NORM_INF), 0) << cv::typeToString(picture.type());
    }
}

TEST(Framing, AFormatThatNobodyCanReadIsNamed)
{
    for (const cv::Mat &picture : {cv::Mat(4, 6, CV_32FC3, cv::Scalar::all(0.5)), cv::Mat(4, 6, CV_8UC2, cv::Scalar::all(90))}) {
        const auto bgr = asBgr(picture);
        ASSERT_FALSE(bgr);
        EXPECT_EQ(bgr.error().code, ErrorCode::DeviceProtocol);
        EXPECT_NE(bgr.error().detail.find(std::to_string(picture.channels()) + " channels of "), std::string::npos) << bgr.error().detail;
    }
    EXPECT_EQ(asBgr(cv::Mat()).error().code, ErrorCode::DeviceProtocol);
}

TEST(PictureZone, TurnsWithThePictureAndMirrorsBack)
{
    const PictureZone zone{0.1, 0.2, 0.3, 0.4};
    for (const int degrees : {0, 90, 180, 270}) {
        const PictureZone back = zone.turned(degrees).turned((360 - degrees) % 360);
        EXPECT_NEAR(back.x, zone.x, 1e-12) << degrees;
        EXPECT_NEAR(back.y, zone.y, 1e-12) << degrees;
        EXPECT_NEAR(back.w, zone.w, 1e-12) << degrees;
    }
    EXPECT_NEAR(zone.mirrored().x, 0.6, 1e-12);
    EXPECT_TRUE(zone.isSound());
    EXPECT_FALSE((PictureZone{0.8, 0, 0.3, 1}.isSound()));
    EXPECT_FALSE((PictureZone{0, 0, 0.05, 1}.isSound()));
    EXPECT_TRUE((PictureZone{0.1, 0, 0.9, 1}.isSound())) << "0.1 + 0.9 need not be exactly 1";
}

} // namespace
} // namespace menshen
