// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <mutex>
#include <vector>

class QQuickWindow;

namespace menshen {

/// Measures how evenly the window shows pictures: the first one since the program began, and the intervals between
/// all that follow. What a person at the door sees, so it is taken where the window swaps.
class FramePace {
public:
    using Steady = std::chrono::steady_clock;

    explicit FramePace(Steady::time_point programBegan) : m_began(programBegan) {}

    void watch(QQuickWindow &window);
    /// The camera has delivered: swaps count from here on. A gap before it goes into the log. On the camera's thread.
    void cameraDelivers();
    /// Writes median, 99th percentile and longest interval into the log.
    void report();

private:
    void swapped();

    const Steady::time_point m_began;
    std::atomic<bool> m_live = false;
    Steady::time_point m_delivered; ///< of the camera's thread
    std::mutex m_mutex;
    Steady::time_point m_last;
    std::vector<float> m_intervals; ///< ms; the newest kKept of them
    std::size_t m_next = 0;
};

} // namespace menshen
