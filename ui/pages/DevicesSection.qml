// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// The devices: the camera's live picture, what it says, and how its picture is taken. Cards of others go into the column.
GridLayout {
    id: root

    required property Theme theme
    required property CameraDesk camera
    required property FrameSource frames
    required property bool portrait

    columns: portrait ? 1 : 2
    columnSpacing: theme.gap
    rowSpacing: theme.gap

    Item {
        objectName: "cameraPicture"
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: root.theme.s(720)
        Layout.preferredHeight: root.theme.s(520)
        Layout.minimumHeight: root.theme.s(240)

        Rectangle {
            anchors.fill: parent
            color: root.theme.dark ? "#05080b" : "#1b2631"
            radius: root.theme.radius
        }
        LiveView {
            id: live

            anchors.fill: parent
            source: root.frames
        }
        CameraTrouble {
            anchors.fill: parent
            theme: root.theme
            frames: root.frames
        }
        ZoneFrame {
            objectName: "zoneFrame"
            theme: root.theme
            visible: root.camera.zoneOpen && live.pictureRect.width > 0
            x: live.pictureRect.x
            y: live.pictureRect.y
            width: live.pictureRect.width
            height: live.pictureRect.height
            zone: root.camera.zone
            onMoved: zone => root.camera.zone = zone
            onSettled: root.camera.keepZone()
        }
    }
    FormScroll {
        objectName: "devicesScroll"
        theme: root.theme
        keyboardTop: Infinity // nothing is typed here
        contentHeight: column.implicitHeight
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: root.theme.s(460)
        Layout.preferredHeight: root.theme.s(520)
        Layout.maximumWidth: root.portrait ? Infinity : root.theme.s(480)

        ColumnLayout {
            id: column

            width: parent.width - root.theme.s(8) // beside it runs the scroll mark
            spacing: root.theme.gap

            Card {
                theme: root.theme
                Layout.fillWidth: true
                implicitHeight: facts.implicitHeight + 2 * root.theme.gap

                ColumnLayout {
                    id: facts

                    anchors {
                        left: parent.left
                        right: parent.right
                        verticalCenter: parent.verticalCenter
                        leftMargin: root.theme.s(20)
                        rightMargin: root.theme.s(20)
                    }
                    spacing: root.theme.s(4)

                    FieldLabel {
                        theme: root.theme
                        text: qsTr("Camera")
                        Layout.fillWidth: true
                    }
                    Label {
                        objectName: "cameraNone"
                        theme: root.theme
                        visible: !root.camera.present
                        text: qsTr("The settings name no camera: masks are judged by the guard.")
                        Layout.fillWidth: true
                    }
                    Repeater {
                        model: root.camera.present ? root.camera.facts : null

                        RowLayout {
                            id: fact

                            required property int index
                            required property string label
                            required property string value
                            required property int sign

                            spacing: root.theme.s(12)
                            Layout.fillWidth: true

                            Label {
                                theme: root.theme
                                text: fact.label
                                color: root.theme.muted
                                font.pixelSize: root.theme.s(15)
                                Layout.fillWidth: true
                                Layout.preferredWidth: root.theme.s(140)
                                Layout.alignment: Qt.AlignTop
                            }
                            RowLayout {
                                Layout.fillWidth: true
                                Layout.preferredWidth: root.theme.s(260)
                                spacing: root.theme.s(6)

                                Sign {
                                    theme: root.theme
                                    visible: fact.sign !== SignIcon.None
                                    sign: fact.sign
                                    size: root.theme.s(20)
                                    Layout.alignment: Qt.AlignTop
                                }
                                Label {
                                    objectName: "cameraFact" + fact.index
                                    theme: root.theme
                                    text: fact.value
                                    font.pixelSize: root.theme.s(15)
                                    color: fact.sign === SignIcon.Refuse ? root.theme.tone(SignIcon.Refuse) : root.theme.ink
                                    wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                                    Layout.fillWidth: true
                                }
                            }
                        }
                    }
                }
            }
            CameraControls {
                theme: root.theme
                camera: root.camera
                visible: root.camera.present
                Layout.fillWidth: true
            }
        }
    }
}
