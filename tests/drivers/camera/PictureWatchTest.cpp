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

TEST(PictureWatch, TheSameBytesForAlmostTwoSecondsAreFrozen)
{
    PictureWatch watch(PictureWatch::Kind::Live);
    for (const auto time : {0ms, 500ms, 1500ms, 2100ms})
        EXPECT_TRUE(watch.check(test::numbered(1), at(time))) << time.count();
    const auto frozen = watch.check(test::numbered(1), at(2101ms));
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

TEST(PictureWatch, BlackForAlmostTwoSecondsIsATroubleEvenWithNoise)
{
    PictureWatch watch(PictureWatch::Kind::Live);
    const auto dark = [](int i) { return cv::Mat(48, 64, CV_8UC3, cv::Scalar::all(2 + i % 2)); };
    EXPECT_TRUE(watch.check(dark(0), at(0s)));
    EXPECT_TRUE(watch.check(dark(1), at(1600ms)));
    EXPECT_FALSE(watch.trouble());
    EXPECT_TRUE(watch.check(dark(2), at(1601ms))) << "it is shown: somebody may want to see";
    ASSERT_TRUE(watch.trouble());
    EXPECT_EQ(watch.trouble()->code, ErrorCode::PictureBlack);
    EXPECT_EQ(watch.light(), PictureLight::TooDark);
}

/// A glaring picture of which `dark` shares of a hundred are not saturated.
cv::Mat glaring(int dark, int noise = 0)
{
    cv::Mat picture(100, 100, CV_8UC3, cv::Scalar::all(255 - noise));
    picture.rowRange(0, dark).setTo(cv::Scalar::all(60));
    return picture;
}

TEST(PictureWatch, AlmostAllWhiteForAlmostTwoSecondsIsOverexposed)
{
    PictureWatch watch(PictureWatch::Kind::Live);
    for (const auto time : {0ms, 1000ms, 1600ms})
        EXPECT_TRUE(watch.check(glaring(3, static_cast<int>(time.count() / 1000)), at(time)));
    EXPECT_FALSE(watch.trouble());
    EXPECT_EQ(watch.light(), PictureLight::TooBright);
    EXPECT_TRUE(watch.check(glaring(3), at(2100ms)));
    ASSERT_TRUE(watch.trouble());
    EXPECT_EQ(watch.trouble()->code, ErrorCode::PictureOverexposed);
    EXPECT_TRUE(watch.check(glaring(10), at(2200ms)));
    EXPECT_FALSE(watch.trouble()) << "a tenth of it can be seen again";
    EXPECT_EQ(watch.light(), PictureLight::TooBright) << "and yet it is too bright";
}

TEST(PictureWatch, ABrightWallIsNotOverexposed)
{
    PictureWatch watch(PictureWatch::Kind::Live);
    for (int i = 0; i < 60; ++i)
        EXPECT_TRUE(watch.check(cv::Mat(48, 64, CV_8UC3, cv::Scalar::all(230 + i % 2)), at(100ms * i)));
    EXPECT_FALSE(watch.trouble());
}

TEST(PictureWatch, WhiteThatIsTheSameToTheByteIsTooBrightNotFrozenUntilTheDriverIsSuspected)
{
    for (const auto &[picture, code] : {std::pair{glaring(0), ErrorCode::PictureOverexposed},
                                        std::pair{cv::Mat(100, 100, CV_8UC3, cv::Scalar::all(0)), ErrorCode::PictureBlack}}) {
        PictureWatch watch(PictureWatch::Kind::Live);
        for (int second = 0; second <= 11; ++second)
            EXPECT_TRUE(watch.check(picture, at(1s * second))) << second;
        const auto suspected = watch.check(picture, at(12s));
        ASSERT_FALSE(suspected) << "the source is opened anew now and then";
        EXPECT_EQ(suspected.error().code, code);
        EXPECT_TRUE(watch.check(picture, at(13s)));
        EXPECT_TRUE(watch.trouble()) << "and until there is light it is still the same outage";
    }
}

TEST(PictureWatch, AFrozenPictureIsStillFrozenAfterTheSourceWasOpenedAnew)
{
    PictureWatch watch(PictureWatch::Kind::Live);
    for (const auto time : {0s, 1s, 2s})
        EXPECT_TRUE(watch.check(test::numbered(1), at(time)));
    EXPECT_EQ(watch.check(test::numbered(1), at(3s)).error().code, ErrorCode::PictureFrozen);
    EXPECT_FALSE(watch.check(test::numbered(1), at(9s))) << "one report an outage: nothing has moved in between";
    EXPECT_TRUE(watch.check(test::numbered(2), at(9100ms)));
}

TEST(PictureWatch, AStreamThatFreezesAtEachOpeningIsOneOutageUntilSomethingMoves)
{
    PictureWatch watch(PictureWatch::Kind::Live);
    for (const auto time : {0s, 1s, 2s})
        EXPECT_TRUE(watch.check(test::numbered(1), at(time)));
    EXPECT_FALSE(watch.check(test::numbered(1), at(3s)));
    watch.opened();
    EXPECT_TRUE(watch.check(test::numbered(2), at(3100ms))) << "another picture, and yet nobody has seen it move";
    ASSERT_TRUE(watch.trouble());
    EXPECT_EQ(watch.trouble()->code, ErrorCode::PictureFrozen);
    EXPECT_EQ(watch.check(test::numbered(2), at(3200ms)).error().code, ErrorCode::PictureFrozen);
    watch.opened();
    EXPECT_TRUE(watch.check(test::numbered(3), at(5s)));
    EXPECT_TRUE(watch.trouble());
    EXPECT_TRUE(watch.check(test::numbered(4), at(5100ms)));
    EXPECT_FALSE(watch.trouble());
}

TEST(PictureWatch, AMomentOfLightBeginsTheCountAnew)
{
    PictureWatch watch(PictureWatch::Kind::Live);
    const cv::Mat dark(48, 64, CV_8UC3, cv::Scalar::all(0));
    const auto troubled = [&](const cv::Mat &picture, Micros time) {
        EXPECT_TRUE(watch.check(picture, at(time)));
        return watch.trouble().has_value();
    };
    EXPECT_FALSE(troubled(dark, 0s));
    EXPECT_FALSE(troubled(test::numbered(3, {64, 48}), 1900ms));
    EXPECT_EQ(watch.light(), PictureLight::Good);
    EXPECT_FALSE(troubled(dark, 2500ms));
    EXPECT_FALSE(troubled(dark, 4000ms));
    EXPECT_TRUE(troubled(dark, 5000ms));
}

TEST(PictureWatch, TheLightOfFourThousandPixelsIsSeenInAMoment)
{
    PictureWatch watch(PictureWatch::Kind::Live);
    const cv::Mat first(2160, 3840, CV_8UC3, cv::Scalar::all(120)), second(2160, 3840, CV_8UC3, cv::Scalar::all(121));
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < 50; ++i)
        EXPECT_TRUE(watch.check(i % 2 == 0 ? first : second, at(33ms * i)));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 500ms) << "10 ms each would be a third of a picture's time";
}

} // namespace
} // namespace menshen
