// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/GuiInbox.h"

#include <QMetaObject>

#include <utility>

namespace menshen {

void GuiInbox::put(SnapshotPtr snapshot)
{
    const std::scoped_lock lock(m_mutex);
    m_waiting.snapshot = std::move(snapshot);
    wake();
}

void GuiInbox::put(Frame frame)
{
    const std::scoped_lock lock(m_mutex);
    m_waiting.frame = std::move(frame);
    wake();
}

void GuiInbox::put(std::function<void()> result)
{
    const std::scoped_lock lock(m_mutex);
    m_waiting.results.push_back(std::move(result));
    wake();
}

void GuiInbox::close()
{
    const std::scoped_lock lock(m_mutex);
    m_context = nullptr;
    m_receiver = nullptr;
    m_waiting = {};
}

void GuiInbox::wake()
{
    if (m_context && !std::exchange(m_woken, true)) {
        QMetaObject::invokeMethod(
            m_context, [this] { deliver(); }, Qt::QueuedConnection);
    }
}

void GuiInbox::deliver()
{
    Receiver receiver;
    Delivery delivery;
    {
        const std::scoped_lock lock(m_mutex);
        m_woken = false;
        receiver = m_receiver;
        delivery = std::exchange(m_waiting, {});
    }
    if (receiver) {
        receiver(std::move(delivery));
    }
}

} // namespace menshen
