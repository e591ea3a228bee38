// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/GuiInbox.h"

#include <QMetaObject>

#include <utility>

namespace menshen {

namespace {

/// The form of the person before must not stay when another one begins.
bool anotherBegins(Phase before, Phase now)
{
    return (now == Phase::Waiting && before != Phase::Waiting) || (now == Phase::Screening && before == Phase::Finished);
}

} // namespace

void GuiInbox::put(SnapshotPtr snapshot)
{
    const std::scoped_lock lock(m_mutex);
    if (anotherBegins(m_phase, snapshot->door.phase)) {
        ++m_waiting.person;
    }
    m_phase = snapshot->door.phase;
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
        delivery = std::exchange(m_waiting, Delivery{.snapshot = nullptr, .person = m_waiting.person, .frame = {}, .results = {}});
    }
    if (receiver) {
        receiver(std::move(delivery));
    }
}

} // namespace menshen
