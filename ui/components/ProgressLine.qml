// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Menshen

/// How far something that takes a while has come; 0…1.
Rectangle {
    id: root

    required property Theme theme
    property real progress: 0
    property string barName

    implicitHeight: theme.s(12)
    radius: height / 2
    color: theme.raised
    border.width: 1
    border.color: theme.line

    Rectangle {
        objectName: root.barName
        width: parent.width * Math.max(0, Math.min(1, root.progress))
        height: parent.height
        radius: parent.radius
        color: root.theme.accent
    }
}
