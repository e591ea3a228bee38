// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/sim/SimWorld.h"
#include "menshen/core/Mask.h"

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace menshen {

/// The pictures of the simulated camera as parts of an MJPEG stream. Thread-safe: each viewer has a Viewer of its own.
class SimCamera {
public:
    SimCamera(SimWorld &world, FrameSize size, double framesPerSecond);

    /// One viewer's place in time.
    struct Viewer {
        std::chrono::steady_clock::time_point due{};
        std::optional<std::vector<std::uint8_t>> frozen; ///< the picture that a frozen camera repeats
    };

    /// Waits until the next picture is due and returns it as a part: header, JPEG, line end. Empty while the camera
    /// stalls. Absent when the stream is to end: the camera is disconnected or stop() was called.
    [[nodiscard]] std::optional<std::string> nextPart(Viewer &viewer);

    [[nodiscard]] bool isConnected() const { return m_world.scene().cameraFault != CameraFault::Disconnect; }
    void stop();

private:
    [[nodiscard]] bool waitUntil(std::chrono::steady_clock::time_point due);
    [[nodiscard]] std::vector<std::uint8_t> picture(const SimScene &scene) const;

    SimWorld &m_world;
    const FrameSize m_size;
    const std::chrono::nanoseconds m_period;
    const std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    std::mutex m_mutex;
    std::condition_variable m_stopping;
    bool m_stopped = false;
};

/// The stream's content type; its boundary is the one that nextPart() writes.
[[nodiscard]] std::string streamContentType();

} // namespace menshen
