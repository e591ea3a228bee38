// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// A value with its word, a step less and a step more.
RowLayout {
    id: root

    required property Theme theme
    property string label
    property string value
    property string name
    signal stepped(steps: int)

    spacing: theme.half

    Label {
        theme: root.theme
        text: root.label
        color: root.enabled ? root.theme.ink : root.theme.muted
        Layout.fillWidth: true
    }
    ActionButton {
        theme: root.theme
        objectName: root.name + "Less"
        look: ActionButton.Quiet
        leftPadding: 0
        rightPadding: 0
        size: root.theme.large
        text: "−"
        autoRepeat: true
        onClicked: root.stepped(-1)
    }
    Label {
        objectName: root.name
        theme: root.theme
        text: root.value
        color: root.enabled ? root.theme.ink : root.theme.muted
        wrapMode: Text.NoWrap
        horizontalAlignment: Text.AlignHCenter
        Layout.preferredWidth: root.theme.s(76)
    }
    ActionButton {
        theme: root.theme
        objectName: root.name + "More"
        look: ActionButton.Quiet
        leftPadding: 0
        rightPadding: 0
        size: root.theme.large
        text: "+"
        autoRepeat: true
        onClicked: root.stepped(1)
    }
}
