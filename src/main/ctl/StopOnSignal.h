// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <thread>

namespace menshen::ctl {

/// The first SIGINT or SIGTERM asks the command to stop, so that nothing is left half-written; a second one ends the
/// program at once. Make it before any other thread: they inherit the blocked signals.
class StopOnSignal {
public:
    StopOnSignal();
    ~StopOnSignal();
    StopOnSignal(const StopOnSignal &) = delete;
    StopOnSignal &operator=(const StopOnSignal &) = delete;

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
    int m_signals = -1; ///< signalfd
    int m_end = -1;     ///< eventfd, written by the destructor
    std::thread m_thread;
};

} // namespace menshen::ctl
