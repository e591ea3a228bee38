// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/couriers/RateLimit.h"

#include <algorithm>
#include <utility>

namespace menshen {

RateLimit::RateLimit(std::vector<RateWindow> windows) : m_windows(std::move(windows))
{
    for (const auto &window : m_windows)
        m_longest = std::max(m_longest, window.count);
}

Micros RateLimit::wait(MonoTime now) const
{
    auto from = std::max(now, m_heldUntil);
    for (const auto &window : m_windows) {
        if (m_ends.size() >= window.count)
            from = std::max(from, m_ends[m_ends.size() - window.count] + window.span);
    }
    return from - now;
}

void RateLimit::note(MonoTime end)
{
    m_ends.push_back(end);
    if (m_ends.size() > m_longest)
        m_ends.pop_front();
}

void RateLimit::holdUntil(MonoTime until) { m_heldUntil = std::max(m_heldUntil, until); }

} // namespace menshen
