// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// A day with a step back and a step forward.
RowLayout {
    id: root

    required property Theme theme
    property string day
    property string name
    signal moved(days: int)

    spacing: theme.s(4)

    ActionButton {
        theme: root.theme
        objectName: root.name + "Back"
        look: ActionButton.Quiet
        leftPadding: 0
        rightPadding: 0
        size: root.theme.large
        text: "‹"
        onClicked: root.moved(-1)
    }
    Label {
        objectName: root.name
        theme: root.theme
        text: root.day
        wrapMode: Text.NoWrap
        horizontalAlignment: Text.AlignHCenter
        Layout.minimumWidth: root.theme.s(96)
    }
    ActionButton {
        theme: root.theme
        objectName: root.name + "Forward"
        look: ActionButton.Quiet
        leftPadding: 0
        rightPadding: 0
        size: root.theme.large
        text: "›"
        onClicked: root.moved(1)
    }
}
