// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/pictures/Pictures.h"
#include "drivers/pictures/FrameMat.h"

#include "tests/support/TestFolder.h"

#include <gtest/gtest.h>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace menshen {
namespace {

std::string encoded(const std::string &extension, const cv::Mat &picture)
{
    std::vector<std::uint8_t> bytes;
    EXPECT_TRUE(cv::imencode(extension, picture, bytes));
    return {bytes.begin(), bytes.end()};
}

cv::Mat gradient(int type, cv::Size size = {64, 48})
{
    cv::Mat picture(size, CV_8U);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            picture.at<std::uint8_t>(y, x) = static_cast<std::uint8_t>((x * 3 + y) % 256);
    cv::Mat typed;
    picture.convertTo(typed, CV_MAT_DEPTH(type), CV_MAT_DEPTH(type) == CV_16U ? 257 : 1);
    if (CV_MAT_CN(type) > 1)
        cv::merge(std::vector<cv::Mat>(static_cast<std::size_t>(CV_MAT_CN(type)), typed), typed);
    return typed;
}

class Pictures : public testing::Test {
protected:
    test::TestFolder m_folder;
};

TEST_F(Pictures, AMissingFileIsNotFound)
{
    EXPECT_EQ(loadPicture(m_folder / "nobody.jpg").error().code, ErrorCode::NotFound);
    EXPECT_EQ(loadPicture(m_folder.path()).error().code, ErrorCode::NotFound);
}

TEST_F(Pictures, AnEmptyFileAndATextAreNoPictures)
{
    EXPECT_EQ(loadPicture(m_folder.write("empty.png", "")).error().code, ErrorCode::BadInput);
    EXPECT_EQ(loadPicture(m_folder.write("text.jpg", "this is not a picture")).error().code, ErrorCode::BadInput);
}

TEST_F(Pictures, ACutPictureIsAnErrorInEveryFormat)
{
    for (const std::string extension : {".jpg", ".png", ".webp"}) {
        const std::string whole = encoded(extension, gradient(CV_8UC3, {320, 240}));
        const auto frame = loadPicture(m_folder.write("cut" + extension, whole.substr(0, whole.size() / 2)));
        ASSERT_FALSE(frame) << extension;
        EXPECT_EQ(frame.error().code, ErrorCode::BadInput) << extension;
    }
}

TEST_F(Pictures, EveryDepthAndChannelCountBecomesEightBitColour)
{
    for (const int type : {CV_8UC1, CV_8UC3, CV_8UC4, CV_16UC1, CV_16UC3, CV_16UC4}) {
        const auto frame = loadPicture(m_folder.write("picture.png", encoded(".png", gradient(type))));
        ASSERT_TRUE(frame) << type << ' ' << frame.error().detail;
        EXPECT_EQ(frame->size.width, 64);
        EXPECT_EQ(frame->size.height, 48);
        const auto picture = matOf(*frame);
        ASSERT_TRUE(picture);
        EXPECT_NEAR((*picture).at<cv::Vec3b>(10, 20)[1], 70, 1) << type;
    }
}

TEST_F(Pictures, OnePixelIsAPicture)
{
    const auto frame = loadPicture(m_folder.write("dot.png", encoded(".png", cv::Mat(1, 1, CV_8UC3, cv::Scalar(1, 2, 3)))));
    ASSERT_TRUE(frame);
    EXPECT_EQ(frame->size.width, 1);
    EXPECT_EQ(frame->data.get()[2], 3);
}

TEST_F(Pictures, AHeaderThatClaimsATerabyteIsAnErrorNotACrash)
{
    std::string header = encoded(".png", gradient(CV_8UC3));
    header.replace(16, 8, std::string("\x00\x0F\x00\x00\x00\x0F\x00\x00", 8)); // width and height of IHDR
    const auto frame = loadPicture(m_folder.write("huge.png", header));
    ASSERT_FALSE(frame);
    EXPECT_EQ(frame.error().code, ErrorCode::BadInput);
}

TEST_F(Pictures, AListHoldsPicturesOfAllLevelsInNameOrderAndNothingElse)
{
    for (const std::string name : {"b.JPG", "a.png", "sub/c.jpeg", "notes.txt", "jpg"})
        m_folder.write(name, "x");
    const auto files = listPictures(m_folder.path());
    ASSERT_TRUE(files);
    EXPECT_EQ(*files, (std::vector<std::filesystem::path>{m_folder / "a.png", m_folder / "b.JPG", m_folder / "sub/c.jpeg"}));
    EXPECT_EQ(listPictures(m_folder / "nowhere").error().code, ErrorCode::NotFound);
}

TEST_F(Pictures, AFrameKeepsItsPictureAliveAndIsNotCopied)
{
    cv::Mat picture = gradient(CV_8UC3);
    const std::uint8_t *pixels = picture.data;
    const Frame frame = frameOf(std::move(picture), MonoTime{});
    EXPECT_EQ(frame.data.get(), pixels);
    EXPECT_EQ(matOf(frame)->data, pixels);
    EXPECT_TRUE(frameOf(cv::Mat(), MonoTime{}).empty());
    EXPECT_FALSE(matOf(Frame{}));
}

} // namespace
} // namespace menshen
