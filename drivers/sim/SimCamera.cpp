// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/sim/SimCamera.h"

#include <opencv2/imgcodecs.hpp>

#include <algorithm>

namespace menshen {

namespace {

using Steady = std::chrono::steady_clock;
constexpr const char *kBoundary = "menshen-frame";
constexpr int kJpegQuality = 85;

/// With its length in each part a reader knows a picture's end without looking for the next boundary.
std::string partOf(const std::vector<std::uint8_t> &jpeg)
{
    std::string part =
        std::string{"--"} + kBoundary + "\r\nContent-Type: image/jpeg\r\nContent-Length: " + std::to_string(jpeg.size()) + "\r\n\r\n";
    part.append(jpeg.begin(), jpeg.end());
    return part + "\r\n";
}

} // namespace

std::string streamContentType() { return std::string{"multipart/x-mixed-replace; boundary="} + kBoundary; }

SimCamera::SimCamera(SimWorld &world, FrameSize size, double framesPerSecond)
    : m_world(world), m_size(size),
      m_period(std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::duration<double>(1.0 / framesPerSecond)))
{
}

void SimCamera::stop()
{
    const std::scoped_lock lock(m_mutex);
    m_stopped = true;
    m_stopping.notify_all();
}

std::optional<std::string> SimCamera::nextPart(Viewer &viewer)
{
    if (!waitUntil(viewer.due)) {
        return std::nullopt;
    }
    viewer.due = std::max(viewer.due + m_period, Steady::now());
    const SimScene scene = m_world.scene();
    switch (scene.cameraFault) {
    case CameraFault::Disconnect:
        return std::nullopt;
    case CameraFault::Stall:
        return std::string{};
    case CameraFault::Frozen:
        viewer.frozen = viewer.frozen ? viewer.frozen : picture(scene);
        return partOf(*viewer.frozen);
    case CameraFault::None:
    case CameraFault::Black:
        break;
    }
    viewer.frozen.reset();
    return partOf(picture(scene));
}

bool SimCamera::waitUntil(Steady::time_point due)
{
    std::unique_lock lock(m_mutex);
    return !m_stopping.wait_until(lock, due, [this] { return m_stopped; });
}

std::vector<std::uint8_t> SimCamera::picture(const SimScene &scene) const
{
    const cv::Size size{m_size.width, m_size.height};
    const double seconds = std::chrono::duration<double>(Steady::now() - m_start).count();
    const cv::Mat drawn = scene.cameraFault == CameraFault::Black ? cv::Mat::zeros(size, CV_8UC3) : drawScene(scene.figures, size, seconds);
    std::vector<std::uint8_t> jpeg;
    cv::imencode(".jpg", drawn, jpeg, {cv::IMWRITE_JPEG_QUALITY, kJpegQuality});
    return jpeg;
}

} // namespace menshen
