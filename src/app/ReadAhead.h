// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"
#include "menshen/core/Units.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace menshen {

/// Reads page after page on a thread of its own, at most `kPages` before they are asked for: so reading (and unsealing) goes
/// on while somebody writes what was read, and memory stays bounded. The thread has ended when the destructor returns.
template <typename Row>
class ReadAhead {
public:
    using Page = Result<std::vector<Row>>;
    /// The rows after `after`; an empty page: there are no more. Called on the thread.
    using Read = std::function<Page(EntrySeq after)>;

    static constexpr std::size_t kPages = 2;

    explicit ReadAhead(Read read) : m_read(std::move(read)), m_thread([this](const std::stop_token &stop) { run(stop); }) {}

    /// The next page, in order. Not to be called again after an empty one or an error.
    [[nodiscard]] Page next()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_pages.empty(); });
        Page page = std::move(m_pages.front());
        m_pages.pop_front();
        m_changed.notify_all();
        return page;
    }

private:
    void run(const std::stop_token &stop)
    {
        EntrySeq after;
        for (bool more = true; more && !stop.stop_requested();) {
            Page page = m_read(after);
            more = page && !page->empty();
            if (more)
                after = page->back().seq;
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [this] { return m_pages.size() < kPages; }))
                return;
            m_pages.push_back(std::move(page));
            m_changed.notify_all();
        }
    }

    const Read m_read;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Page> m_pages;
    std::jthread m_thread; ///< last: it uses all of the above
};

} // namespace menshen
