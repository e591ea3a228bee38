// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/camera/PictureSource.h"
#include "drivers/camera/PictureWatch.h"

namespace menshen {

/// Any camera that OpenCV reads: V4L2, a video file, a folder of pictures, RTSP or MJPEG.
class OpenCvCamera final : public Camera {
public:
    /// Sets what OpenCV's backends read from the environment (select timeout, FFmpeg options); what the operator has set
    /// there is kept. Call it before the program's first other thread: a write to the environment beside a reader, and
    /// OpenCV's thread pool is one, crashes the program.
    static void prepareEnvironment();

    /// Opens nothing yet. `clock` must outlive the camera; it stamps the frames and times black and frozen pictures.
    OpenCvCamera(CameraSettings settings, const Clock &clock);

    /// As Camera::grab. DeviceUnavailable: cannot be opened or has gone; DeviceTimeout: silent for 2 s; DeviceProtocol:
    /// an empty, black or frozen picture; BadConfig: the settings make no sense.
    [[nodiscard]] Result<Frame> grab() override;

private:
    [[nodiscard]] OpenedSource open() const;
    [[nodiscard]] Result<Frame> grabOpened();
    [[nodiscard]] cv::Mat turned(const cv::Mat &picture) const;

    CameraSettings m_settings;
    const Clock &m_clock;
    PictureWatch m_watch;
    std::unique_ptr<PictureSource> m_source; ///< absent while closed
};

} // namespace menshen
