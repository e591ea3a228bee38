// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// In the middle of a list that shows nothing: why, and a way out when somebody waits.
ColumnLayout {
    id: root

    required property Theme theme
    property int sign: SignIcon.None
    property string text
    property string textName
    property bool cancellable: false
    property string cancelName
    signal cancelled

    spacing: theme.gap

    Sign {
        theme: root.theme
        Layout.alignment: Qt.AlignHCenter
        sign: root.sign
        size: root.theme.s(48)
    }
    Label {
        objectName: root.textName
        theme: root.theme
        horizontalAlignment: Text.AlignHCenter
        font.pixelSize: root.theme.large
        color: root.theme.muted
        text: root.text
        Layout.fillWidth: true
    }
    ActionButton {
        theme: root.theme
        objectName: root.cancelName
        visible: root.cancellable
        look: ActionButton.Danger
        text: qsTr("Stop looking")
        Layout.alignment: Qt.AlignHCenter
        onClicked: root.cancelled()
    }
}
