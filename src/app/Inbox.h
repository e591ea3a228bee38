// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Units.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>

namespace menshen {

/// Many threads post, one thread takes, in order. Nothing is ever dropped.
template <typename T>
class Inbox {
public:
    void post(T message)
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_messages.push_back(std::move(message));
        }
        m_arrived.notify_one();
    }

    /// Everything that has arrived; waits for the first message, `patience` at most. Empty: nothing came, or stop.
    [[nodiscard]] std::deque<T> takeAll(std::stop_token stop, Micros patience)
    {
        std::unique_lock lock(m_mutex);
        m_arrived.wait_for(lock, stop, patience, [this] { return !m_messages.empty(); });
        return std::exchange(m_messages, {});
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_arrived;
    std::deque<T> m_messages;
};

/// One place for the newest value: a slow taker sees the latest, stale ones are replaced and counted.
template <typename T>
class Mailbox {
public:
    /// True when an older value that nobody took was replaced.
    bool put(T value)
    {
        bool replaced = false;
        {
            const std::scoped_lock lock(m_mutex);
            replaced = m_value.has_value();
            m_value = std::move(value);
        }
        m_arrived.notify_one();
        return replaced;
    }

    [[nodiscard]] std::optional<T> take(std::stop_token stop, Micros patience)
    {
        std::unique_lock lock(m_mutex);
        m_arrived.wait_for(lock, stop, patience, [this] { return m_value.has_value(); });
        return std::exchange(m_value, std::nullopt);
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_arrived;
    std::optional<T> m_value;
};

} // namespace menshen
