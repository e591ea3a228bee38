// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Menshen

/// A day of the roster's calendar: its number, who is on duty, and by colour and word whether something is wrong.
T.Button {
    id: root

    required property Theme theme
    required property string number
    required property string word
    required property int sign
    required property bool inMonth
    required property bool chosen
    required property bool today

    implicitWidth: theme.touch
    implicitHeight: Math.max(theme.s(72), implicitContentHeight + theme.s(10))
    focusPolicy: Qt.TabFocus

    background: Rectangle {
        radius: root.theme.s(8)
        color: root.sign === SignIcon.None ? root.chosen ? root.theme.raised : "transparent" : root.theme.tint(root.sign)
        border.width: root.chosen || root.visualFocus ? root.theme.s(3) : 1
        border.color: root.chosen || root.visualFocus ? root.theme.accent : root.theme.line
        opacity: root.inMonth || root.chosen ? 1 : 0.55
    }
    contentItem: Column {
        Label {
            theme: root.theme
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.today ? qsTr("%1 today").arg(root.number) : root.number
            color: root.today ? root.theme.accent : root.theme.ink
            font.bold: root.chosen || root.today
            font.pixelSize: root.today ? root.theme.small : root.theme.body
        }
        Label {
            theme: root.theme
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.word
            color: root.sign === SignIcon.None ? root.theme.ink : root.theme.tone(root.sign)
            font.pixelSize: root.theme.s(13)
        }
    }
}
