// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/camera/PictureSource.h"
#include "drivers/camera/PictureWatch.h"

namespace menshen {

/// Any camera that OpenCV reads: V4L2, a video file, a folder of pictures, RTSP or MJPEG.
///
/// The first one of a process sets OpenCV's environment variables (select timeout, FFmpeg options): open it before
/// other threads look at the environment.
class OpenCvCamera final : public Camera {
public:
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
