// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// How many are inside, and the day's counts.
Card {
    id: root

    required property DoorModel door
    readonly property bool full: door.capacity > 0 && door.inside >= door.capacity

    implicitHeight: column.implicitHeight + 2 * theme.gap

    component Count: ColumnLayout {
        property alias label: word.text
        property alias value: number.text
        property alias name: number.objectName

        spacing: 0
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop

        Label {
            id: number

            theme: root.theme
            font.pixelSize: root.theme.title
            font.bold: true
            wrapMode: Text.NoWrap
        }
        FieldLabel {
            id: word

            theme: root.theme
            Layout.fillWidth: true
        }
    }

    ColumnLayout {
        id: column

        anchors {
            left: parent.left
            right: parent.right
            verticalCenter: parent.verticalCenter
            margins: root.theme.gap
        }
        spacing: root.theme.s(12)

        GridLayout {
            columns: root.width < root.theme.s(400) ? 1 : 2
            columnSpacing: root.theme.gap
            rowSpacing: root.theme.s(12)

            ColumnLayout {
                spacing: root.theme.s(4)
                Layout.fillWidth: true

                Label {
                    objectName: "insideCount"
                    theme: root.theme
                    text: root.door.capacity > 0 ? qsTr("Inside %1 / %2").arg(root.door.inside).arg(root.door.capacity) : qsTr("Inside %1").arg(root.door.inside)
                    font.pixelSize: root.theme.title
                    font.bold: true
                    color: root.full ? root.theme.tone(SignIcon.Refuse) : root.theme.ink
                    Layout.fillWidth: true
                }
                Rectangle {
                    visible: root.door.capacity > 0
                    Layout.fillWidth: true
                    implicitHeight: root.theme.half
                    radius: height / 2
                    color: root.theme.raised

                    Rectangle {
                        width: parent.width * Math.min(1, root.door.inside / Math.max(1, root.door.capacity))
                        height: parent.height
                        radius: parent.radius
                        color: root.full ? root.theme.tone(SignIcon.Refuse) : root.theme.accent
                    }
                }
            }
            ActionButton {
                theme: root.theme
                objectName: "someoneLeftButton"
                enabled: root.door.inside > 0
                text: qsTr("Someone left")
                Layout.fillWidth: root.width < root.theme.s(400)
                onClicked: root.door.someoneLeft()
            }
        }
        RowLayout {
            spacing: root.theme.half

            Count {
                name: "admittedCount"
                label: qsTr("admitted today")
                value: root.door.admitted
            }
            Count {
                name: "refusedCount"
                label: qsTr("refused")
                value: root.door.refused
            }
            Count {
                name: "leftCount"
                label: qsTr("walked away")
                value: root.door.left
            }
        }
        FieldLabel {
            objectName: "lastEntry"
            theme: root.theme
            visible: text.length > 0
            text: root.door.lastEntry
            Layout.fillWidth: true
        }
    }
}
