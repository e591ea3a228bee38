// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// An acknowledged alert made small: it pulses, and a tap brings the dialog back.
Rectangle {
    id: root

    required property Theme theme
    required property AlertModel alert

    implicitHeight: theme.s(56)
    color: theme.fill(SignIcon.Refuse)

    SequentialAnimation on opacity {
        running: root.visible
        loops: Animation.Infinite

        NumberAnimation {
            from: 1
            to: 0.78
            duration: 900
        }
        NumberAnimation {
            from: 0.78
            to: 1
            duration: 900
        }
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: root.theme.s(20)
        anchors.rightMargin: root.theme.half
        spacing: root.theme.gap

        SignIcon {
            Layout.preferredWidth: root.theme.s(32)
            Layout.preferredHeight: root.theme.s(32)
            kind: SignIcon.Attention
            color: root.theme.onFill
            glyphColor: root.theme.fill(SignIcon.Refuse)
        }
        Label {
            theme: root.theme
            color: root.theme.onFill
            font.pixelSize: root.theme.s(18)
            font.bold: true
            text: qsTr("Alert open for %1: %2 · %3").arg(root.alert.elapsed).arg(root.alert.who).arg(root.alert.why)
            Layout.fillWidth: true
        }
        ActionButton {
            theme: root.theme
            objectName: "alertRestore"
            text: qsTr("Show")
            onClicked: root.alert.minimised = false
        }
    }
}
