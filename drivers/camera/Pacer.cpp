// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/camera/Pacer.h"

#include <algorithm>
#include <cmath>
#include <thread>

namespace menshen {
namespace {

constexpr double kDefaultRate = 15;
constexpr Micros kLongPause = 1s;

Micros periodOf(double rate)
{
    if (!std::isfinite(rate) || rate <= 0)
        rate = kDefaultRate;
    return Micros(static_cast<Micros::rep>(1e6 / std::clamp(rate, 0.1, 240.0)));
}

} // namespace

Pacer::Pacer(const Clock &clock, double framesPerSecond) : m_clock(clock), m_period(periodOf(framesPerSecond)) {}

int Pacer::await()
{
    const MonoTime now = m_clock.mono();
    if (!m_due || now - *m_due > kLongPause) {
        m_due = now + m_period;
        return 1;
    }
    if (now < *m_due) {
        std::this_thread::sleep_for(std::min<Micros>(*m_due - now, m_period));
        m_due = *m_due + m_period;
        return 1;
    }
    const auto passed = (now - *m_due) / m_period + 1;
    m_due = *m_due + passed * m_period;
    return static_cast<int>(passed);
}

} // namespace menshen
