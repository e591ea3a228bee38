// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// What was decided, once it is on the disk.
Rectangle {
    id: root

    required property Theme theme
    required property DoorModel door
    readonly property bool recording: door.recording
    readonly property color inkColor: recording ? theme.ink : theme.onFill

    radius: theme.radius
    color: recording ? theme.card : theme.fill(door.resultSign)

    ColumnLayout {
        anchors.centerIn: parent
        width: parent.width - root.theme.s(64)
        spacing: root.theme.gap

        SignIcon {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: root.theme.s(144)
            Layout.preferredHeight: root.theme.s(144)
            kind: root.recording ? SignIcon.Measuring : root.door.resultSign
            color: root.recording ? root.theme.accent : root.inkColor
            glyphColor: root.color
        }
        Label {
            objectName: "resultWord"
            theme: root.theme
            text: root.recording ? qsTr("Recording…") : root.door.resultWord
            color: root.inkColor
            font.pixelSize: root.theme.s(56)
            font.bold: true
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Label {
            theme: root.theme
            visible: text.length > 0 && !root.recording
            text: root.door.resultReasons
            color: root.inkColor
            font.pixelSize: root.theme.large
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Label {
            objectName: "resultReceipt"
            theme: root.theme
            visible: !root.recording
            text: root.door.resultReceipt
            color: root.inkColor
            font.pixelSize: root.theme.large
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        ActionButton {
            theme: root.theme
            objectName: "nextButton"
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: root.theme.gap
            visible: !root.recording
            implicitHeight: root.theme.s(64)
            leftPadding: root.theme.s(40)
            rightPadding: root.theme.s(40)
            size: root.theme.large
            text: qsTr("Next person")
            onClicked: root.door.nextPerson()
        }
    }
}
