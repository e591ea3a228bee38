// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/KeySender.h"

#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>

namespace menshen {

namespace {

void sendKey(Qt::Key key)
{
    if (QObject *focus = QGuiApplication::focusObject()) {
        QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
        QKeyEvent release(QEvent::KeyRelease, key, Qt::NoModifier);
        QCoreApplication::sendEvent(focus, &press);
        QCoreApplication::sendEvent(focus, &release);
    }
}

} // namespace

void KeySender::type(const QString &text)
{
    if (QObject *focus = QGuiApplication::focusObject()) {
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(focus, &event);
    }
}

void KeySender::erase() { sendKey(Qt::Key_Backspace); }
void KeySender::enter() { sendKey(Qt::Key_Return); }

} // namespace menshen
