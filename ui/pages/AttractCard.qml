// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// Nobody there: welcome, the plan's notice, the privacy notice.
Card {
    id: root

    required property DoorModel door

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: root.theme.s(32)
        spacing: root.theme.gap

        Label {
            theme: root.theme
            text: qsTr("Welcome")
            font.pixelSize: root.theme.s(44)
            font.bold: true
            Layout.fillWidth: true
        }
        Label {
            theme: root.theme
            text: qsTr("Please stand in front of the camera with your mask on.")
            font.pixelSize: root.theme.s(22)
            color: root.theme.muted
            Layout.fillWidth: true
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.topMargin: root.theme.half
            visible: root.door.notice.length > 0
            implicitHeight: notice.implicitHeight + root.theme.s(40)
            radius: root.theme.s(12)
            color: root.theme.dark ? "#1b3147" : "#e4effa"

            Label {
                id: notice

                objectName: "notice"
                theme: root.theme
                anchors.centerIn: parent
                width: parent.width - root.theme.s(40)
                text: root.door.notice
                font.pixelSize: root.theme.large
                lineHeight: 1.2
            }
        }
        NoticeBox {
            theme: root.theme
            textName: "warmNotice"
            text: root.door.notices.warmEmpty
            Layout.fillWidth: true
        }
        NoticeBox {
            theme: root.theme
            textName: "instrumentNotice"
            sign: SignIcon.Refuse
            text: root.door.notices.instrument
            Layout.fillWidth: true
        }
        Item {
            Layout.fillHeight: true
        }
        FieldLabel {
            objectName: "privacyNotice"
            theme: root.theme
            visible: text.length > 0
            text: root.door.privacyNotice
            lineHeight: 1.15
            Layout.fillWidth: true
        }
        RowLayout {
            Layout.topMargin: root.theme.half
            spacing: root.theme.gap

            FieldLabel {
                theme: root.theme
                text: qsTr("Plan: %1").arg(root.door.planName)
                Layout.fillWidth: true
            }
            ActionButton {
                theme: root.theme
                objectName: "startByHand"
                text: qsTr("Start by hand")
                onClicked: root.door.startByHand()
            }
        }
    }
}
