// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/Station.h"

#include <QObject>

#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace menshen {

/// What other threads have for the GUI thread: the only place where anything crosses over. Putting never blocks, and only
/// the newest snapshot and the newest frame wait.
class GuiInbox {
public:
    struct Delivery {
        SnapshotPtr snapshot; ///< null: no new one
        std::optional<Frame> frame;
        std::vector<std::function<void()>> results; ///< of finished work, to be run in order
    };
    using Receiver = std::function<void(Delivery)>;

    /// `receiver` runs on `context`'s thread.
    GuiInbox(QObject *context, Receiver receiver) : m_context(context), m_receiver(std::move(receiver)) {}

    void put(SnapshotPtr snapshot);
    void put(Frame frame);
    void put(std::function<void()> result);
    /// Nothing is delivered from now on. GUI thread.
    void close();

private:
    void wake(); ///< with the lock held
    void deliver();

    std::mutex m_mutex;
    QObject *m_context;
    Receiver m_receiver;
    Delivery m_waiting;
    bool m_woken = false;
};

} // namespace menshen
