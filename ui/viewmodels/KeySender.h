// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace menshen {

/// Types into the item that has the focus, as an input method does; so the item can tell it from a real keyboard.
class KeySender : public QObject {
    Q_OBJECT
    QML_ELEMENT
public:
    using QObject::QObject;

    Q_INVOKABLE void type(const QString &text);
    Q_INVOKABLE void erase(); ///< the character before the cursor, or what is selected
    Q_INVOKABLE void enter();
};

} // namespace menshen
