// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/camera/PictureWatch.h"

#include "tests/drivers/camera/TestPictures.h"

#include <gtest/gtest.h>

namespace menshen {
namespace {

constexpr auto at(Micros time) { return MonoTime(time); }

TEST(PictureWatch, AnEmptyPictureIsAnErrorAtOnce)
{
    PictureWatch watch(PictureWatch::Kind::Live);
    EXPECT_EQ(watch.check(cv::Mat(), at(0s)).error().code, ErrorCode::DeviceProtocol);
    EXPECT_FALSE(watch.check(cv::Mat(4, 4, CV_8UC1, cv::Scalar(90)), at(0s)));
}

TEST(PictureWatch, TheSameBytesForMoreThanTwoSecondsAreFrozen)
{
    PictureWatch watch(PictureWatch::Kind::Live);
    for (const auto time : {0ms, 500ms, 1500ms, 2400ms})
        EXPECT_TRUE(watch.check(test::numbered(1), at(time))) << time.count();
    const auto frozen = watch.check(test::numbered(1), at(2600ms));
    ASSERT_FALSE(frozen);
    EXPECT_NE(frozen.error().detail.find("frozen"), std::string::npos);
}

TEST(PictureWatch, OneDifferentPixelIsLife)
{
    PictureWatch watch(PictureWatch::Kind::Live);
    for (int i = 0; i < 60; ++i) {
        cv::Mat picture = test::numbered(1);
        picture.at<cv::Vec3b>(479, 639)[2] = static_cast<std::uint8_t>(200 + i % 2);
        EXPECT_TRUE(watch.check(picture, at(100ms * i)));
    }
}

TEST(PictureWatch, ARecordingMayStandStill)
{
    PictureWatch watch(PictureWatch::Kind::Played);
    for (int i = 0; i < 60; ++i)
        EXPECT_TRUE(watch.check(test::numbered(1), at(100ms * i)));
}

TEST(PictureWatch, BlackForMoreThanTwoSecondsIsAnErrorEvenWithNoise)
{
    PictureWatch watch(PictureWatch::Kind::Live);
    const auto dark = [](int i) { return cv::Mat(48, 64, CV_8UC3, cv::Scalar::all(2 + i % 2)); };
    EXPECT_TRUE(watch.check(dark(0), at(0s)));
    EXPECT_TRUE(watch.check(dark(1), at(2s)));
    const auto black = watch.check(dark(2), at(2001ms));
    ASSERT_FALSE(black);
    EXPECT_NE(black.error().detail.find("black"), std::string::npos);
}

TEST(PictureWatch, AMomentOfLightBeginsTheCountAnew)
{
    PictureWatch watch(PictureWatch::Kind::Live);
    const cv::Mat dark(48, 64, CV_8UC3, cv::Scalar::all(0));
    EXPECT_TRUE(watch.check(dark, at(0s)));
    EXPECT_TRUE(watch.check(test::numbered(3, {64, 48}), at(1900ms)));
    EXPECT_TRUE(watch.check(dark, at(2500ms)));
    EXPECT_TRUE(watch.check(dark, at(4000ms)));
    EXPECT_FALSE(watch.check(dark, at(5000ms)));
}

} // namespace
} // namespace menshen
