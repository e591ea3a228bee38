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

    /// As Camera::grab. DeviceUnavailable: cannot be opened or has gone; Denied, DeviceBusy: why not; DeviceTimeout: silent
    /// for 1.5 s; DeviceProtocol: an empty picture or one that cannot be used; PictureFrozen; BadConfig: the settings make no
    /// sense. PictureBlack and PictureOverexposed only now and then, when the source is opened anew because of them.
    [[nodiscard]] Result<Frame> grab() override;
    [[nodiscard]] Result<void> adjust(const CameraView &view) override;
    [[nodiscard]] CameraReport report() const override;

private:
    [[nodiscard]] OpenedSource open();
    [[nodiscard]] Result<Frame> grabOpened();
    void close();
    void count();

    CameraSettings m_settings;
    const Clock &m_clock;
    PictureWatch m_watch;
    CameraReport m_report;
    std::weak_ptr<const void> m_reader;      ///< of the live source that was opened last
    std::unique_ptr<PictureSource> m_source; ///< absent while closed

    PictureCounts m_before;              ///< of the sources before this one
    std::optional<MonoTime> m_rateSince; ///< the rate is counted from here
    std::uint64_t m_rateFrom = 0;        ///< pictures that had come by then
};

} // namespace menshen
