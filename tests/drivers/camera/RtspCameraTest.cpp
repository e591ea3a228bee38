// SPDX-License-Identifier: GPL-3.0-or-later
// The camera against a real RTSP server, GStreamer's. Not installed: the tests are skipped and say so.
#include "drivers/camera/OpenCvCamera.h"

#include "tests/support/Subprocess.h"
#include "tests/support/TestClocks.h"

#include <gtest/gtest.h>

#include <csignal>
#include <memory>
#include <optional>

namespace menshen {
namespace {

/// As in the station, before the program's first other thread.
[[maybe_unused]] const bool prepared = [] {
    OpenCvCamera::prepareEnvironment();
    return true;
}();

class RtspCamera : public testing::Test {
protected:
    void SetUp() override
    {
        if (!serve("0"))
            GTEST_SKIP() << "no RTSP server to test with: " << m_said;
    }

    /// On `port`, "0" for any free one; false when there is no such server.
    bool serve(const std::string &port)
    {
        m_server = std::make_unique<test::Subprocess>(
            std::vector<std::string>{"/usr/bin/python3", MENSHEN_SOURCE_DIR "/tests/drivers/camera/rtsp_server.py", port});
        m_said = m_server->line();
        if (!m_said.starts_with("port "))
            return false;
        m_port = m_said.substr(5);
        return true;
    }

    CameraSettings settings() const
    {
        CameraSettings settings;
        settings.kind = CameraKind::Url;
        settings.source = "rtsp://127.0.0.1:" + m_port + "/camera";
        return settings;
    }

    /// Grabs until an error comes, for `limit` at most.
    std::optional<Error> firstError(Camera &camera, Micros limit) const
    {
        const MonoTime deadline = m_clock.mono() + limit;
        while (m_clock.mono() < deadline)
            if (const auto frame = camera.grab(); !frame)
                return frame.error();
        return std::nullopt;
    }

    bool recovers(Camera &camera, Micros limit) const
    {
        const MonoTime deadline = m_clock.mono() + limit;
        while (m_clock.mono() < deadline)
            if (camera.grab())
                return true;
        return false;
    }

    test::RealClock m_clock;
    std::unique_ptr<test::Subprocess> m_server;
    std::string m_said, m_port;
};

TEST_F(RtspCamera, ShowsPicturesAndCountsThem)
{
    OpenCvCamera camera(settings(), m_clock);
    ASSERT_TRUE(recovers(camera, 10s));
    EXPECT_FALSE(firstError(camera, 2500ms));
    EXPECT_EQ(camera.report().sent.width, 640);
    EXPECT_NEAR(camera.report().picturesPerSecond, 15, 4);
}

TEST_F(RtspCamera, AStreamThatStallsWhileConnectedIsSeenWithinTwoSecondsAndRecovers)
{
    OpenCvCamera camera(settings(), m_clock);
    ASSERT_TRUE(recovers(camera, 10s));
    m_server->signal(SIGUSR1);
    const MonoTime begin = m_clock.mono();
    const auto error = firstError(camera, 10s);
    const auto seen = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.mono() - begin);
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, ErrorCode::DeviceTimeout) << error->detail;
    std::printf("stall seen after %d ms\n", static_cast<int>(seen.count()));
    EXPECT_LT(seen, 3200ms) << "2 s of silence, and at most 1 s to take the stream down";
    m_server->signal(SIGUSR2);
    EXPECT_TRUE(recovers(camera, 10s));
}

TEST_F(RtspCamera, AServerThatDiesAndReturnsIsUsedAgain)
{
    OpenCvCamera camera(settings(), m_clock);
    ASSERT_TRUE(recovers(camera, 10s));
    m_server->signal(SIGKILL);
    const MonoTime begin = m_clock.mono();
    ASSERT_TRUE(firstError(camera, 10s));
    EXPECT_LT(m_clock.mono() - begin, 3200ms);
    ASSERT_TRUE(serve(m_port)) << m_said;
    EXPECT_TRUE(recovers(camera, 10s));
}

} // namespace
} // namespace menshen
