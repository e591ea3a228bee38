// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewmodels/GuiInbox.h"

#include <QThreadPool>

#include <memory>

namespace menshen {

/// Where the screens' slow work is done (PIN hashing, ledger queries, exports), so that the window never waits.
class BackOffice {
public:
    explicit BackOffice(std::shared_ptr<GuiInbox> inbox) : m_inbox(std::move(inbox)) { m_pool.setMaxThreadCount(kThreads); }
    ~BackOffice() { m_pool.waitForDone(); }
    BackOffice(const BackOffice &) = delete;
    BackOffice &operator=(const BackOffice &) = delete;

    /// `work` runs on a worker thread, `done` with its result on the GUI thread; not at all once the window has gone.
    template <typename Work, typename Done>
    void run(Work work, Done done)
    {
        m_pool.start([work = std::move(work), done = std::move(done), inbox = m_inbox]() mutable {
            auto result = std::make_shared<decltype(work())>(work());
            inbox->put(std::function<void()>([result, done = std::move(done)]() mutable { done(std::move(*result)); }));
        });
    }

    /// For whoever answers later, on whatever thread and even after the window has gone: `done` runs on the GUI thread.
    template <typename Value, typename Done>
    [[nodiscard]] std::function<void(const Value &)> answer(Done done) const
    {
        return [inbox = m_inbox, done = std::move(done)](const Value &value) {
            inbox->put(std::function<void()>([done, value] { done(value); }));
        };
    }

    /// Tells the GUI thread something from within `work`.
    void tell(std::function<void()> news) { m_inbox->put(std::move(news)); }

private:
    /// More than the long tasks that can be under way at once, so that a PIN never waits behind a search.
    static constexpr int kThreads = 8;

    std::shared_ptr<GuiInbox> m_inbox;
    QThreadPool m_pool;
};

} // namespace menshen
