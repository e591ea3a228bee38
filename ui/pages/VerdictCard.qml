// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// The verdict: colour and word and shape, with its reasons; the temperature and the mask beside it.
Rectangle {
    id: root

    required property Theme theme
    required property DoorModel door
    readonly property int sign: door.verdictSign
    readonly property bool decided: sign !== SignIcon.Measuring
    readonly property color inkColor: decided ? theme.onFill : theme.ink

    implicitHeight: Math.max(theme.s(136), row.implicitHeight + theme.s(24))
    radius: theme.radius
    color: decided ? theme.fill(sign) : theme.card
    border.width: decided ? 0 : 1
    border.color: theme.line

    component Pill: Rectangle {
        id: pill

        property int sign
        property string text
        property string name

        implicitWidth: pillRow.implicitWidth + 2 * root.theme.s(12)
        implicitHeight: root.theme.s(32)
        radius: height / 2
        color: root.theme.card
        border.width: root.decided ? 0 : 1
        border.color: root.theme.line

        Row {
            id: pillRow

            anchors.centerIn: parent
            spacing: root.theme.s(6)

            Sign {
                theme: root.theme
                anchors.verticalCenter: parent.verticalCenter
                sign: pill.sign
                size: root.theme.s(18)
            }
            Label {
                objectName: pill.name
                theme: root.theme
                wrapMode: Text.NoWrap
                font.pixelSize: root.theme.small
                text: pill.text
            }
        }
    }

    RowLayout {
        id: row

        anchors {
            left: parent.left
            right: parent.right
            verticalCenter: parent.verticalCenter
            leftMargin: root.theme.s(20)
            rightMargin: root.theme.s(20)
        }
        spacing: root.theme.s(20)

        SignIcon {
            Layout.preferredWidth: root.theme.s(80)
            Layout.preferredHeight: root.theme.s(80)
            kind: root.sign
            color: root.decided ? root.inkColor : root.theme.accent
            glyphColor: root.color
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: root.theme.s(4)

            Label {
                objectName: "verdictWord"
                theme: root.theme
                text: root.door.verdictWord
                color: root.inkColor
                font.pixelSize: root.theme.huge
                font.bold: true
                Layout.fillWidth: true
            }
            Label {
                objectName: "verdictReasons"
                theme: root.theme
                visible: text.length > 0
                text: root.door.reasonsText
                color: root.inkColor
                font.pixelSize: root.theme.s(17)
                font.bold: true
                Layout.fillWidth: true
            }
            Label {
                objectName: "verdictMissing"
                theme: root.theme
                visible: text.length > 0
                text: root.door.missingText
                color: root.inkColor
                font.pixelSize: root.theme.s(15)
                Layout.fillWidth: true
            }
        }
        ColumnLayout {
            Layout.alignment: Qt.AlignVCenter
            spacing: root.theme.s(4)

            RowLayout {
                Layout.alignment: Qt.AlignRight
                spacing: root.theme.s(12)

                Pill {
                    visible: root.door.defaultCorrection
                    name: "defaultCorrection"
                    sign: SignIcon.Attention
                    text: qsTr("default correction")
                }
                Label {
                    objectName: "temperature"
                    theme: root.theme
                    wrapMode: Text.NoWrap
                    text: root.door.temperature.length > 0 ? root.door.temperature + " °C" : "– °C"
                    color: root.inkColor
                    font.pixelSize: root.theme.s(40)
                    font.bold: true
                    lineHeight: 0.9
                }
            }
            Pill {
                Layout.alignment: Qt.AlignRight
                visible: root.door.temperatureDetail.length > 0
                name: "temperatureDetail"
                sign: root.door.temperatureSign
                text: root.door.temperatureDetail
            }
            Pill {
                Layout.alignment: Qt.AlignRight
                name: "maskWord"
                sign: root.door.maskSign
                text: root.door.maskWord
            }
        }
    }
}
