// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/camera/PictureSource.h"

#include <opencv2/videoio.hpp>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace menshen {

/// A camera that goes on whether anybody looks or not (V4L2, RTSP, MJPEG). A thread of its own takes every picture as
/// it comes and keeps only the newest, so that a slow reader never lags behind: neither FFmpeg nor the kernel drops
/// pictures that nobody fetched.
class LiveSource final : public PictureSource {
public:
    /// DeviceUnavailable with what was tried, within about 2 s.
    [[nodiscard]] static OpenedSource openDevice(const CameraSettings &settings, const Clock &clock);
    [[nodiscard]] static OpenedSource openUrl(const CameraSettings &settings, const Clock &clock);

    LiveSource(const cv::VideoCapture &capture, const Clock &clock);

    /// A picture newer than the last one. DeviceTimeout after 2 s of silence, DeviceUnavailable when the stream ended.
    [[nodiscard]] Result<Picture> next() override;

private:
    void run(const std::stop_token &stop);

    cv::VideoCapture m_capture; ///< the thread's alone once that runs
    const Clock &m_clock;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    Picture m_newest; ///< empty when taken
    bool m_ended = false;
    std::jthread m_thread; ///< last: it stops before the rest goes
};

} // namespace menshen
