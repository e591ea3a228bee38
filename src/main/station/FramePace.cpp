// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/station/FramePace.h"

#include <QQuickWindow>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace menshen {

namespace {

constexpr FramePace::Steady::duration kGap = std::chrono::milliseconds(500); ///< a person sees it
constexpr std::size_t kKept = 20'000;                                        ///< more than ten minutes at 30 pictures a second, 80 kB

float milliseconds(FramePace::Steady::duration duration) { return std::chrono::duration<float, std::milli>(duration).count(); }

} // namespace

void FramePace::watch(QQuickWindow &window)
{
    // Direct: the signal comes on the render thread, at the very moment.
    QObject::connect(
        &window, &QQuickWindow::frameSwapped, &window, [this] { swapped(); }, Qt::DirectConnection);
}

void FramePace::cameraDelivers()
{
    const auto now = Steady::now();
    if (m_live && now - m_delivered > kGap) {
        spdlog::info("pictures: none for {:.0f} ms", milliseconds(now - m_delivered));
    }
    m_delivered = now;
    m_live = true;
}

void FramePace::swapped()
{
    if (!m_live) {
        return;
    }
    const std::scoped_lock lock(m_mutex);
    const auto now = Steady::now();
    if (m_last == Steady::time_point{}) {
        spdlog::info("first live picture after {:.0f} ms", milliseconds(now - m_began));
    } else if (m_intervals.size() < kKept) {
        m_intervals.push_back(milliseconds(now - m_last));
    } else {
        m_intervals[m_next++ % kKept] = milliseconds(now - m_last);
    }
    m_last = now;
}

void FramePace::report()
{
    const std::scoped_lock lock(m_mutex);
    if (m_intervals.empty()) {
        return;
    }
    std::sort(m_intervals.begin(), m_intervals.end());
    const auto at = [&](double share) {
        return m_intervals[static_cast<std::size_t>(share * static_cast<double>(m_intervals.size() - 1))];
    };
    spdlog::info("pictures shown: {}; interval median {:.0f} ms, p99 {:.0f} ms, longest {:.0f} ms", m_intervals.size() + 1, at(0.5),
                 at(0.99), at(1.0));
    m_intervals.clear();
}

} // namespace menshen
