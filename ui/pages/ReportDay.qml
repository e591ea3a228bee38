// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Menshen

/// A day of the calendar of reports: its number, and in a word and a colour how its report stands.
T.Button {
    id: root

    required property Theme theme
    required property string number
    required property string word
    required property int sign
    required property bool inMonth
    required property bool chosen

    implicitWidth: theme.touch
    implicitHeight: Math.max(theme.s(56), implicitContentHeight + theme.s(10))
    focusPolicy: Qt.TabFocus

    background: Rectangle {
        radius: root.theme.s(8)
        color: root.sign === SignIcon.None ? root.chosen ? root.theme.raised : "transparent" : root.theme.tint(root.sign)
        border.width: root.chosen ? root.theme.s(3) : 1
        border.color: root.chosen ? root.theme.accent : root.theme.line
        opacity: root.inMonth || root.chosen ? 1 : 0.55
    }
    contentItem: Column {
        Label {
            theme: root.theme
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.number
            color: root.enabled ? root.theme.ink : root.theme.muted
            font.bold: root.chosen
        }
        Label {
            theme: root.theme
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.word
            color: root.theme.tone(root.sign)
            font.pixelSize: root.theme.s(12)
        }
    }
}
