// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace menshen::test {

/// Holds a worker until the test lets it go on.
class Turnstile {
public:
    void pass() { pass({}); }
    /// Also goes on when `stop` is requested.
    void pass(std::stop_token stop)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, std::move(stop), [this] { return m_open; });
    }
    void set(bool open)
    {
        const std::scoped_lock lock(m_mutex);
        m_open = open;
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_open = true;
};

} // namespace menshen::test
