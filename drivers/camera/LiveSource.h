// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/camera/PictureSource.h"

#include <opencv2/videoio.hpp>

#include <functional>
#include <thread>

namespace menshen {

/// Opens what is read from. Called once, on the reader's thread.
using OpenCapture = std::function<Result<std::unique_ptr<cv::VideoCapture>>()>;

/// A camera that goes on whether anybody looks or not (V4L2, RTSP, MJPEG). A thread of its own opens it, takes every picture
/// as it comes and keeps only the newest, so that a slow reader never lags behind: neither FFmpeg nor the kernel drops
/// pictures that nobody fetched.
///
/// No call here waits longer than it says, whatever the driver or the network does: a thread that hangs in either is left
/// behind, touches nothing of ours any more, and ends when the call that it hangs in does.
class LiveSource final : public PictureSource {
public:
    /// Stands for the reader's thread: expired once that has ended and let go of the device.
    using Reader = std::weak_ptr<const void>;

    /// As open(). DeviceUnavailable, DeviceBusy, Denied with what was tried; BadConfig for an address that is none.
    [[nodiscard]] static OpenedSource openDevice(const CameraSettings &settings, const Clock &clock, Reader &reader);
    [[nodiscard]] static OpenedSource openUrl(const CameraSettings &settings, const Clock &clock, Reader &reader);

    /// Within 2.5 s; DeviceTimeout after that, and at once while the thread behind `reader`, the last one, still hangs.
    /// `exposure` says whether it may be tried to set it. The new thread is put into `reader`.
    [[nodiscard]] static OpenedSource open(OpenCapture capture, ExposureControl exposure, const Clock &clock, Reader &reader);

    ~LiveSource() override; ///< within 1 s
    LiveSource(const LiveSource &) = delete;
    LiveSource &operator=(const LiveSource &) = delete;

    /// A picture newer than the last one. DeviceTimeout after 2 s of silence, DeviceUnavailable when the stream ended.
    [[nodiscard]] Result<Picture> next() override;
    [[nodiscard]] PictureCounts counts() const override;
    void setExposure(std::optional<Micros> exposure) override;
    [[nodiscard]] ExposureControl exposureControl() const override;

private:
    struct Shared;
    LiveSource(OpenCapture capture, ExposureControl exposure, const Clock &clock);
    [[nodiscard]] Result<void> awaitOpened();
    static void run(Shared &shared, const OpenCapture &open);

    std::shared_ptr<Shared> m_shared; ///< with the thread, which may outlive us
    std::thread m_thread;
};

} // namespace menshen
