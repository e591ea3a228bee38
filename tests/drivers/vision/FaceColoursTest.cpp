// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/FaceColours.h"

#include "drivers/sim/Mannequin.h"
#include "drivers/vision/FaceMeasure.h"
#include "menshen/core/Subject.h"

#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <numeric>

namespace menshen {
namespace {

constexpr std::size_t kHair = 0, kFace = 1, kClothes = 2;
const cv::Size kCamera(640, 480);
const PixelBox kMiddle{230, 125, 180, 220}; ///< of a mannequin of the usual height, in the middle

int sumOf(const FaceLook &look, std::size_t zone) { return std::accumulate(look.share[zone].begin(), look.share[zone].end(), 0); }

cv::Mat throughJpeg(const cv::Mat &picture)
{
    std::vector<std::uint8_t> jpeg;
    cv::imencode(".jpg", picture, jpeg, {cv::IMWRITE_JPEG_QUALITY, 85});
    return cv::imdecode(jpeg, cv::IMREAD_COLOR);
}

TEST(FaceColours, AZoneOutsideThePictureIsAllZero)
{
    const cv::Mat picture(kCamera, CV_8UC3, cv::Scalar(40, 90, 200));
    const FaceLook above = coloursOf(picture, {200, 10, 200, 240});
    EXPECT_GT(sumOf(above, kHair), 0) << "a part of it is seen";
    const FaceLook cut = coloursOf(picture, {200, 0, 200, 480});
    EXPECT_EQ(sumOf(cut, kClothes), 0);
    EXPECT_GT(sumOf(cut, kFace), 0);
    EXPECT_EQ(coloursOf(picture, {2000, 2000, 100, 100}), FaceLook{});
    EXPECT_EQ(coloursOf(picture, {-500, -500, 10, 10}), FaceLook{});
    EXPECT_EQ(coloursOf(picture, {10, 10, 0, 0}), FaceLook{});
}

TEST(FaceColours, OddPicturesAndBoxesDoNoHarm)
{
    for (const cv::Size size : {cv::Size(1, 1), cv::Size(3, 400), cv::Size(400, 2)})
        for (const PixelBox &box : {PixelBox{0, 0, 1, 1}, PixelBox{-3, -3, 900, 900}, PixelBox{0.4, 0.4, 0.2, 0.2}})
            (void)coloursOf(cv::Mat(size, CV_8UC3, cv::Scalar::all(9)), box);
}

TEST(FaceColours, TheSharesOfAZoneAddUp)
{
    cv::Mat picture(kCamera, CV_8UC3);
    cv::randu(picture, 0, 256);
    const FaceLook look = coloursOf(picture, kMiddle);
    for (std::size_t zone = 0; zone < FaceLook::kZones; ++zone)
        EXPECT_NEAR(sumOf(look, zone), 255, 6);
}

TEST(FaceColours, ColoursAreApartAndSoAreGreys)
{
    const std::vector<cv::Scalar> colours{{20, 20, 200}, {200, 20, 20},   {20, 200, 20},  {20, 200, 200},
                                          {0, 0, 0},     {128, 128, 128}, {255, 255, 255}};
    for (std::size_t a = 0; a < colours.size(); ++a)
        for (std::size_t b = a + 1; b < colours.size(); ++b)
            EXPECT_GT(differenceOf(coloursOf(cv::Mat(kCamera, CV_8UC3, colours[a]), kMiddle),
                                   coloursOf(cv::Mat(kCamera, CV_8UC3, colours[b]), kMiddle)),
                      0.5)
                << a << ' ' << b;
}

TEST(FaceColours, ALittleMoreLightIsNoOtherPerson)
{
    for (int grey = 0; grey <= 220; grey += 5) {
        const cv::Scalar colour(grey, grey * 0.9, std::min(255, grey + 12));
        const FaceLook before = coloursOf(cv::Mat(kCamera, CV_8UC3, colour), kMiddle);
        EXPECT_LT(differenceOf(before, coloursOf(cv::Mat(kCamera, CV_8UC3, colour * 1.08), kMiddle)), 0.3) << grey;
    }
}

TEST(FaceColours, ASwayingBlinkingFigureStaysWhatItWas)
{
    for (std::uint32_t variant = 0; variant < 12; ++variant) {
        FaceLook last = coloursOf(throughJpeg(drawScene({{MannequinFace::NoMask, variant}}, kCamera, variant)), kMiddle);
        for (int frame = 1; frame < 30; ++frame) {
            const FaceLook now =
                coloursOf(throughJpeg(drawScene({{MannequinFace::NoMask, variant}}, kCamera, variant + frame / 15.0)), kMiddle);
            EXPECT_LT(differenceOf(last, now), 0.15) << variant << " frame " << frame;
            last = now;
        }
    }
}

TEST(FaceColours, PuttingOnAMaskMakesNobodyAnother)
{
    for (std::uint32_t variant = 0; variant < 12; ++variant)
        for (const MannequinFace worn : {MannequinFace::Mask, MannequinFace::NoseOut, MannequinFace::Chin})
            EXPECT_LT(differenceOf(coloursOf(drawScene({{MannequinFace::NoMask, variant}}, kCamera, 1), kMiddle),
                                   coloursOf(drawScene({{worn, variant}}, kCamera, 1), kMiddle)),
                      0.15)
                << variant;
}

TEST(FaceColours, OtherFiguresAreToldApartUnlessTheyWearTheSame)
{
    int apart = 0, pairs = 0;
    std::vector<FaceLook> looks;
    for (std::uint32_t variant = 0; variant < 20; ++variant)
        looks.push_back(coloursOf(drawScene({{MannequinFace::Mask, variant}}, kCamera, 1), kMiddle));
    for (std::size_t a = 0; a < looks.size(); ++a)
        for (std::size_t b = a + 1; b < looks.size(); ++b) {
            ++pairs;
            apart += differenceOf(looks[a], looks[b]) > 0.3 ? 1 : 0;
        }
    EXPECT_GE(apart, pairs * 4 / 5) << pairs;

    MannequinLook first{MannequinFace::Mask, 44}, second{MannequinFace::Mask, 45};
    first.uniform = second.uniform = 2;
    const FaceLook one = coloursOf(drawScene({first}, kCamera, 1), kMiddle), other = coloursOf(drawScene({second}, kCamera, 1), kMiddle);
    EXPECT_LT(differenceOf(one, other), 0.3) << "alike in all that colours can tell";
}

TEST(FaceColours, OnlyLargeFacesAreLookedAt)
{
    const cv::Mat picture = drawScene({{MannequinFace::Mask, 1}}, kCamera, 1);
    Face near{kMiddle, 1, {}, 0, 0}, far{{300, 200, 30, 40}, 1, {}, 0, 0};
    measure(picture, near);
    measure(picture, far);
    EXPECT_TRUE(near.look);
    EXPECT_FALSE(far.look) << "a crowd costs nothing";
}

} // namespace
} // namespace menshen
