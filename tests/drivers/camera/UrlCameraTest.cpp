// SPDX-License-Identifier: GPL-3.0-or-later
// The camera against a real MJPEG server on the loopback.
#include "drivers/camera/OpenCvCamera.h"
#include "drivers/pictures/FrameMat.h"

#include "tests/drivers/camera/MjpegServer.h"
#include "tests/drivers/camera/TestPictures.h"
#include "tests/support/TestClocks.h"

#include <gtest/gtest.h>

#include <atomic>
#include <optional>

namespace menshen {
namespace {

constexpr double kRate = 15;

CameraSettings settingsFor(const std::string &url)
{
    CameraSettings settings;
    settings.kind = CameraKind::Url;
    settings.source = url;
    settings.view.mirror = false;
    return settings;
}

std::string movingPicture(int number) { return test::jpegOf(test::numbered(number)); }

double millisSince(MonoTime begin, const Clock &clock) { return std::chrono::duration<double, std::milli>(clock.mono() - begin).count(); }

/// Grabs until an error comes, for `limit` of real time at most.
std::optional<Error> firstError(Camera &camera, Micros limit)
{
    const test::RealClock clock;
    const MonoTime deadline = clock.mono() + limit;
    while (clock.mono() < deadline)
        if (const auto frame = camera.grab(); !frame)
            return frame.error();
    return std::nullopt;
}

/// Grabs until a picture comes.
bool recovers(Camera &camera, Micros limit)
{
    const test::RealClock clock;
    const MonoTime deadline = clock.mono() + limit;
    while (clock.mono() < deadline)
        if (camera.grab())
            return true;
    return false;
}

TEST(UrlCamera, AnAddressThatIsNoneIsRefusedAndAPasswordIsNotTold)
{
    const test::RealClock clock;
    EXPECT_EQ(OpenCvCamera(settingsFor("ftp://camera"), clock).grab().error().code, ErrorCode::BadConfig);
    const auto frame = OpenCvCamera(settingsFor("http://guard:secret@127.0.0.1:1/camera.mjpg"), clock).grab();
    ASSERT_FALSE(frame);
    EXPECT_EQ(frame.error().code, ErrorCode::DeviceUnavailable);
    EXPECT_EQ(frame.error().detail.find("secret"), std::string::npos) << frame.error().detail;
    EXPECT_NE(frame.error().detail.find("127.0.0.1:1"), std::string::npos) << frame.error().detail;
}

TEST(UrlCamera, AServerThatAnswersNoPictureIsUnavailableWithinThreeSeconds)
{
    const test::MjpegServer silent([](int) { return std::string(); }, kRate);
    const test::RealClock clock;
    OpenCvCamera camera(settingsFor(silent.url()), clock);
    const MonoTime begin = clock.mono();
    EXPECT_EQ(camera.grab().error().code, ErrorCode::DeviceUnavailable);
    EXPECT_LT(millisSince(begin, clock), 3000);
}

TEST(UrlCamera, TheFirstPictureComesInLessThanSevenTenthsOfASecond)
{
    const test::MjpegServer server(movingPicture, kRate);
    const test::RealClock clock;
    OpenCvCamera camera(settingsFor(server.url()), clock);
    const MonoTime begin = clock.mono();
    const auto frame = camera.grab();
    const double millis = millisSince(begin, clock);
    ASSERT_TRUE(frame) << frame.error().detail;
    std::printf("first picture after %.0f ms\n", millis);
    EXPECT_LT(millis, 700);
    EXPECT_EQ(frame->size.width, 640);
    EXPECT_EQ(frame->size.height, 480);
}

TEST(UrlCamera, ASlowReaderAlwaysGetsTheNewestPicture)
{
    std::atomic<int> sent = 0;
    const test::MjpegServer server(
        [&](int number) {
            sent = number;
            return movingPicture(number);
        },
        30);
    const test::RealClock clock;
    OpenCvCamera camera(settingsFor(server.url()), clock);
    ASSERT_TRUE(camera.grab());
    for (int round = 0; round < 3; ++round) {
        // Dawdle until 15 more pictures were sent.
        const int until = sent + 15;
        const MonoTime deadline = clock.mono() + 10s;
        while (sent < until && clock.mono() < deadline)
            std::this_thread::yield();
        ASSERT_GE(sent, until);
        const auto frame = camera.grab();
        ASSERT_TRUE(frame);
        EXPECT_LE(sent - test::numberOf(*matOf(*frame)), 4) << "pictures behind";
    }
}

TEST(UrlCamera, AServerThatStopsIsAnErrorAndOneThatReturnsIsUsedAgain)
{
    auto server = std::make_unique<test::MjpegServer>(movingPicture, kRate);
    const int port = server->port();
    const test::RealClock clock;
    OpenCvCamera camera(settingsFor(server->url()), clock);
    ASSERT_TRUE(camera.grab());

    server.reset();
    const auto error = firstError(camera, 5s);
    ASSERT_TRUE(error) << "the pictures of a dead server go on";
    EXPECT_TRUE(error->code == ErrorCode::DeviceUnavailable || error->code == ErrorCode::DeviceTimeout) << error->detail;
    EXPECT_EQ(camera.grab().error().code, ErrorCode::DeviceUnavailable);

    const test::MjpegServer again(movingPicture, kRate, port);
    EXPECT_TRUE(recovers(camera, 5s));
}

TEST(UrlCamera, AStreamThatFallsSilentIsAnErrorWithinThreeSeconds)
{
    const test::MjpegServer server([](int number) { return number < 10 ? movingPicture(number) : std::string(); }, kRate);
    const test::RealClock clock;
    OpenCvCamera camera(settingsFor(server.url()), clock);
    ASSERT_TRUE(camera.grab());
    const MonoTime begin = clock.mono();
    const auto error = firstError(camera, 6s);
    ASSERT_TRUE(error);
    EXPECT_LT(millisSince(begin, clock), 4500);
}

TEST(UrlCamera, AFrozenPictureIsAnErrorAndLifeRecoversIt)
{
    std::atomic<bool> frozen = true;
    const std::string still = movingPicture(7);
    const test::MjpegServer server([&](int number) { return frozen ? still : movingPicture(number); }, kRate);
    test::ManualClock clock;
    OpenCvCamera camera(settingsFor(server.url()), clock);
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(camera.grab());
    clock.advance(2100ms);
    const auto error = firstError(camera, 5s);
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, ErrorCode::PictureFrozen);
    EXPECT_NE(error->detail.find("frozen"), std::string::npos) << error->detail;

    frozen = false;
    EXPECT_TRUE(recovers(camera, 5s));
    clock.advance(2100ms);
    EXPECT_TRUE(camera.grab());
}

TEST(UrlCamera, ABlackAndAWhitePictureAreShownAndSaid)
{
    for (const auto &[grey, code] : {std::pair{1, ErrorCode::PictureBlack}, std::pair{255, ErrorCode::PictureOverexposed}}) {
        std::atomic<bool> light = false;
        const std::string useless = test::jpegOf(cv::Mat(480, 640, CV_8UC3, cv::Scalar::all(grey)));
        const test::MjpegServer server([&](int number) { return light ? movingPicture(number) : useless; }, kRate);
        test::ManualClock clock;
        OpenCvCamera camera(settingsFor(server.url()), clock);
        ASSERT_TRUE(camera.grab());
        EXPECT_FALSE(camera.report().trouble);
        clock.advance(2100ms);
        ASSERT_TRUE(camera.grab()) << "the picture goes on";
        ASSERT_TRUE(camera.report().trouble);
        EXPECT_EQ(camera.report().trouble->code, code);

        light = true;
        bool cleared = false;
        for (int i = 0; i < 30 && !cleared; ++i)
            cleared = camera.grab() && !camera.report().trouble;
        EXPECT_TRUE(cleared);
    }
}

TEST(UrlCamera, FivePicturesASecondAreNoStall)
{
    const test::MjpegServer server(movingPicture, 5);
    const test::RealClock clock;
    OpenCvCamera camera(settingsFor(server.url()), clock);
    ASSERT_TRUE(camera.grab());
    EXPECT_FALSE(firstError(camera, 3s));
    EXPECT_NEAR(camera.report().picturesPerSecond, 5, 1);
}

TEST(UrlCamera, OfSixtyPicturesASecondASlowReaderGetsTheNewestAndTheOthersAreCounted)
{
    std::atomic<int> sent = 0;
    const test::MjpegServer server(
        [&](int number) {
            sent = number;
            return movingPicture(number);
        },
        60);
    const test::RealClock clock;
    OpenCvCamera camera(settingsFor(server.url()), clock);
    ASSERT_TRUE(camera.grab());
    for (int round = 0; round < 3; ++round) {
        const int until = sent + 30;
        const MonoTime deadline = clock.mono() + 10s;
        while (sent < until && clock.mono() < deadline)
            std::this_thread::yield();
        const auto frame = camera.grab();
        ASSERT_TRUE(frame);
        EXPECT_LE((sent - test::numberOf(*matOf(*frame))) % 100, 6) << "pictures behind: a tenth of a second";
    }
    EXPECT_GE(camera.report().dropped, 3 * 20U);
}

TEST(UrlCamera, AFourThousandPixelStreamIsShownAtTheWorkingSizeWithoutFallingBehind)
{
    // Drawn and compressed beforehand: the server must not be what is measured.
    constexpr int kinds = 5;
    std::vector<std::string> pictures;
    for (int i = 0; i < kinds; ++i)
        pictures.push_back(test::jpegOf(test::numbered(10 * i, {3840, 2160})));
    std::atomic<int> sent = 0;
    const test::MjpegServer server(
        [&](int number) {
            sent = number;
            return pictures[static_cast<std::size_t>(number % kinds)];
        },
        3);
    const test::RealClock clock;
    OpenCvCamera camera(settingsFor(server.url()), clock);
    for (int i = 0; i < 8; ++i) {
        const auto frame = camera.grab();
        ASSERT_TRUE(frame) << frame.error().detail;
        EXPECT_EQ(frame->size.width, 1280);
        EXPECT_EQ(frame->size.height, 720);
        const int behind = (sent % kinds - test::numberOf(*matOf(*frame)) / 10 + kinds) % kinds;
        EXPECT_LE(behind, 2) << "FFmpeg decodes with as many threads as there are cores, and each holds a picture";
    }
    EXPECT_EQ(camera.report().sent.width, 3840);
    EXPECT_EQ(camera.report().shown.width, 1280);
}

TEST(UrlCamera, GarbageBetweenThePicturesIsSurvived)
{
    const test::MjpegServer server(
        [](int number) {
            const std::string picture = movingPicture(number);
            if (number % 5 == 2)
                return std::string(4000, '\x5a');
            return number % 5 == 3 ? picture.substr(0, picture.size() / 2) : picture;
        },
        kRate);
    const test::RealClock clock;
    OpenCvCamera camera(settingsFor(server.url()), clock);
    int good = 0;
    const MonoTime deadline = clock.mono() + 20s;
    while (good < 30 && clock.mono() < deadline)
        good += camera.grab() ? 1 : 0;
    EXPECT_EQ(good, 30);
}

TEST(UrlCamera, TheViewIsChangedWhileTheStreamRuns)
{
    const test::MjpegServer server(movingPicture, kRate);
    const test::RealClock clock;
    OpenCvCamera camera(settingsFor(server.url()), clock);
    ASSERT_TRUE(camera.grab());
    CameraView view;
    view.mirror = false;
    view.rotation = 90;
    view.zone = {0, 0, 0.5, 1};
    ASSERT_TRUE(camera.adjust(view));
    const auto frame = camera.grab();
    ASSERT_TRUE(frame);
    EXPECT_EQ(frame->size.width, 240);
    EXPECT_EQ(frame->size.height, 640);
    EXPECT_EQ(camera.report().view, view);
    EXPECT_EQ(camera.report().exposure, ExposureControl::None) << "no network camera lets itself be told";

    view.zone.w = 1.5;
    EXPECT_EQ(camera.adjust(view).error().code, ErrorCode::BadConfig);
    EXPECT_EQ(camera.report().view.zone.w, 0.5) << "what was in force stays";
    EXPECT_TRUE(camera.grab());
}

TEST(UrlCamera, ClosingDoesNotWaitForASilentServer)
{
    const test::MjpegServer server([](int number) { return number < 10 ? movingPicture(number) : std::string(); }, kRate);
    const test::RealClock clock;
    auto camera = std::make_unique<OpenCvCamera>(settingsFor(server.url()), clock);
    ASSERT_TRUE(camera->grab());
    const MonoTime begin = clock.mono();
    camera.reset();
    EXPECT_LT(millisSince(begin, clock), 3000);
}

} // namespace
} // namespace menshen
