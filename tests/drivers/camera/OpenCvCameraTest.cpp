// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/camera/OpenCvCamera.h"
#include "drivers/pictures/FrameMat.h"

#include "tests/drivers/camera/TestPictures.h"
#include "tests/support/TestClocks.h"
#include "tests/support/TestFolder.h"

#include <gtest/gtest.h>

#include <opencv2/videoio.hpp>

#include <set>

namespace menshen {
namespace {

class PlayedCamera : public testing::Test {
protected:
    CameraSettings settings(CameraKind kind, const std::string &source) const
    {
        CameraSettings wanted;
        wanted.kind = kind;
        wanted.source = source;
        wanted.view.mirror = false;
        wanted.framesPerSecond = 200; // the test need not wait long
        return wanted;
    }

    std::string video(const std::string &name, int frames, double rate) const
    {
        cv::VideoWriter writer((m_folder / name).string(), cv::CAP_FFMPEG, cv::VideoWriter::fourcc('M', 'J', 'P', 'G'), rate, {320, 240});
        EXPECT_TRUE(writer.isOpened());
        for (int i = 0; i < frames; ++i)
            writer.write(test::numbered(i * 10, {320, 240}));
        return (m_folder / name).string();
    }

    void pictures(int count) const
    {
        for (int i = 0; i < count; ++i)
            cv::imwrite((m_folder / ("p" + std::to_string(i) + ".png")).string(), test::numbered(i * 10, {64, 48}));
    }

    static int number(const Result<Frame> &frame)
    {
        EXPECT_TRUE(frame) << frame.error().detail;
        return frame ? test::numberOf(*matOf(*frame)) : -1;
    }

    test::TestFolder m_folder;
    test::RealClock m_clock;
};

TEST_F(PlayedCamera, WhatCannotBeOpenedSaysWhatWasTried)
{
    const std::vector<std::pair<CameraKind, std::string>> sources{{CameraKind::Device, "977"},
                                                                  {CameraKind::Device, (m_folder / "video0").string()},
                                                                  {CameraKind::File, (m_folder / "film.avi").string()},
                                                                  {CameraKind::Folder, (m_folder / "pictures").string()},
                                                                  {CameraKind::Folder, m_folder.path().string()}};
    for (const auto &[kind, source] : sources) {
        OpenCvCamera camera(settings(kind, source), m_clock);
        const auto frame = camera.grab();
        ASSERT_FALSE(frame) << source;
        EXPECT_EQ(frame.error().code, ErrorCode::DeviceUnavailable);
        EXPECT_NE(frame.error().detail.find(source), std::string::npos) << frame.error().detail;
    }
}

TEST_F(PlayedCamera, AFileThatIsNoDeviceOrNoVideoIsRefused)
{
    const std::string text = m_folder.write("text.avi", "this is not a film").string();
    for (const CameraKind kind : {CameraKind::Device, CameraKind::File}) {
        OpenCvCamera camera(settings(kind, text), m_clock);
        EXPECT_EQ(camera.grab().error().code, ErrorCode::DeviceUnavailable);
    }
}

TEST_F(PlayedCamera, ARotationThatIsNoneIsRefused)
{
    pictures(1);
    CameraSettings odd = settings(CameraKind::Folder, m_folder.path().string());
    odd.view.rotation = 45;
    EXPECT_EQ(OpenCvCamera(odd, m_clock).grab().error().code, ErrorCode::BadConfig);
}

TEST_F(PlayedCamera, AFolderIsPlayedInNameOrderAndInALoop)
{
    pictures(3);
    OpenCvCamera camera(settings(CameraKind::Folder, m_folder.path().string()), m_clock);
    for (const int expected : {0, 10, 20, 0, 10, 20, 0})
        EXPECT_EQ(number(camera.grab()), expected);
}

TEST_F(PlayedCamera, UnreadablePicturesOfAFolderAreSkippedUnlessAllAre)
{
    m_folder.write("p1.png", "broken");
    OpenCvCamera broken(settings(CameraKind::Folder, m_folder.path().string()), m_clock);
    const auto frame = broken.grab();
    ASSERT_FALSE(frame);
    EXPECT_EQ(frame.error().code, ErrorCode::DeviceProtocol);
    EXPECT_NE(frame.error().detail.find("p1.png"), std::string::npos);

    pictures(3);
    m_folder.write("p1.png", "broken");
    for (const int expected : {0, 20, 0, 20})
        EXPECT_EQ(number(broken.grab()), expected);
}

TEST_F(PlayedCamera, ABlackPictureIsShownAndSaidAfterTwoSeconds)
{
    cv::imwrite((m_folder / "black.png").string(), cv::Mat(48, 64, CV_8UC3, cv::Scalar::all(0)));
    test::ManualClock clock;
    OpenCvCamera camera(settings(CameraKind::Folder, m_folder.path().string()), clock);
    EXPECT_TRUE(camera.grab());
    EXPECT_FALSE(camera.report().trouble);
    EXPECT_EQ(camera.report().light, PictureLight::TooDark);
    clock.advance(2100ms);
    EXPECT_TRUE(camera.grab()) << "somebody may want to see what is wrong";
    ASSERT_TRUE(camera.report().trouble);
    EXPECT_EQ(camera.report().trouble->code, ErrorCode::PictureBlack);
}

TEST_F(PlayedCamera, AVideoIsPlayedInALoop)
{
    OpenCvCamera camera(settings(CameraKind::File, video("film.avi", 4, 100)), m_clock);
    std::set<int> seen;
    bool looped = false;
    int last = -1;
    for (int i = 0; i < 12; ++i) {
        const int now = number(camera.grab());
        looped = looped || now < last;
        seen.insert(last = now);
    }
    EXPECT_TRUE(looped);
    EXPECT_GE(seen.size(), 3U);
}

TEST_F(PlayedCamera, AVideoIsPlayedAtItsOwnPace)
{
    OpenCvCamera camera(settings(CameraKind::File, video("film.avi", 30, 25)), m_clock);
    ASSERT_TRUE(camera.grab());
    const MonoTime begin = m_clock.mono();
    for (int i = 0; i < 10; ++i)
        ASSERT_TRUE(camera.grab());
    EXPECT_GE(m_clock.mono() - begin, 320ms);
}

TEST_F(PlayedCamera, ASlowReaderOfAVideoSkipsWhatIsPast)
{
    test::ManualClock clock;
    OpenCvCamera camera(settings(CameraKind::File, video("film.avi", 9, 10)), clock);
    EXPECT_EQ(number(camera.grab()), 0);
    clock.advance(450ms); // due: 100, 200, 300 and 400 ms
    EXPECT_EQ(number(camera.grab()), 40);
}

TEST_F(PlayedCamera, RotationAndMirrorTurnThePictureAsAPersonSeesIt)
{
    cv::imwrite((m_folder / "p.png").string(), test::numbered(10, {64, 48}));
    struct Case {
        int rotation;
        bool mirror;
        cv::Size size;
        cv::Point2d blue; ///< where the upper right quarter comes to lie, as shares of the picture
    };
    const Case cases[] = {{0, false, {64, 48}, {0.75, 0.25}},   {0, true, {64, 48}, {0.25, 0.25}},    {90, false, {48, 64}, {0.75, 0.75}},
                          {90, true, {48, 64}, {0.25, 0.75}},   {180, false, {64, 48}, {0.25, 0.75}}, {180, true, {64, 48}, {0.75, 0.75}},
                          {270, false, {48, 64}, {0.25, 0.25}}, {270, true, {48, 64}, {0.75, 0.25}}};
    for (const Case &c : cases) {
        CameraSettings wanted = settings(CameraKind::Folder, m_folder.path().string());
        wanted.view.rotation = c.rotation;
        wanted.view.mirror = c.mirror;
        const auto frame = OpenCvCamera(wanted, m_clock).grab();
        ASSERT_TRUE(frame);
        EXPECT_EQ(frame->size.width, c.size.width);
        EXPECT_EQ(frame->size.height, c.size.height);
        const cv::Point at(static_cast<int>(c.blue.x * c.size.width), static_cast<int>(c.blue.y * c.size.height));
        const auto picture = matOf(*frame);
        EXPECT_EQ((*picture).at<cv::Vec3b>(at), cv::Vec3b(220, 40, 40)) << c.rotation << c.mirror;
    }
}

TEST_F(PlayedCamera, AFrameOutlivesTheCamera)
{
    pictures(1);
    Frame frame;
    {
        OpenCvCamera camera(settings(CameraKind::Folder, m_folder.path().string()), m_clock);
        frame = *camera.grab();
        (void)camera.grab();
    }
    EXPECT_EQ(test::numberOf(*matOf(frame)), 0);
}

} // namespace
} // namespace menshen
