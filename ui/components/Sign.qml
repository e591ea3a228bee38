// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Menshen

/// A sign in its own colour.
SignIcon {
    id: root

    required property Theme theme
    property int sign: SignIcon.None
    property int size: theme.s(24)

    implicitWidth: size
    implicitHeight: size
    kind: sign
    color: theme.tone(sign)
    glyphColor: theme.onTone(sign)
}
