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
    settings.mirror = false;
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
    EXPECT_EQ(error->code, ErrorCode::DeviceProtocol);
    EXPECT_NE(error->detail.find("frozen"), std::string::npos) << error->detail;

    frozen = false;
    EXPECT_TRUE(recovers(camera, 5s));
    clock.advance(2100ms);
    EXPECT_TRUE(camera.grab());
}

TEST(UrlCamera, ABlackPictureIsAnError)
{
    const std::string black = test::jpegOf(cv::Mat(480, 640, CV_8UC3, cv::Scalar::all(1)));
    const test::MjpegServer server([&](int) { return black; }, kRate);
    test::ManualClock clock;
    OpenCvCamera camera(settingsFor(server.url()), clock);
    ASSERT_TRUE(camera.grab());
    clock.advance(2100ms);
    const auto error = firstError(camera, 5s);
    ASSERT_TRUE(error);
    EXPECT_NE(error->detail.find("black"), std::string::npos) << error->detail;
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
