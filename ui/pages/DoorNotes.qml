// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// What has to be noticed about whoever stands at the door, and what the guard can do about it. The same for visitors and staff.
ColumnLayout {
    id: root

    required property Theme theme
    required property DoorModel door
    readonly property DoorNotices notices: door.notices
    property bool low: false ///< little room: only what cannot wait
    signal contactAsked

    // By the texts: what stands in something that is not visible is never visible itself.
    visible: notices.held.length + notices.who.length + notices.instrument.length + (low ? 0 : notices.warmEmpty.length + notices.face.length) > 0
    spacing: theme.half

    NoticeBox {
        theme: root.theme
        textName: "heldNotice"
        sign: SignIcon.Refuse
        text: root.notices.held
        Layout.fillWidth: true

        ActionButton {
            theme: root.theme
            objectName: "anotherIncidentButton"
            visible: root.notices.mayBeAnother
            text: qsTr("Another person")
            onClicked: root.notices.anotherIncident()
        }
    }
    NoticeBox {
        theme: root.theme
        textName: "whoNotice"
        text: root.notices.who
        Layout.fillWidth: true
    }
    NoticeBox {
        theme: root.theme
        textName: "instrumentNotice"
        sign: SignIcon.Refuse
        text: root.notices.instrument
        Layout.fillWidth: true
    }
    NoticeBox {
        theme: root.theme
        textName: "warmNotice"
        text: root.low ? "" : root.notices.warmEmpty
        Layout.fillWidth: true
    }
    Rectangle {
        visible: root.notices.face.length > 0 && !root.low
        Layout.fillWidth: true
        implicitHeight: looked.implicitHeight + 2 * root.theme.s(10)
        radius: root.theme.s(10)
        color: root.theme.tint(SignIcon.Unknown)

        ColumnLayout {
            id: looked

            anchors {
                left: parent.left
                right: parent.right
                verticalCenter: parent.verticalCenter
                margins: root.theme.s(12)
            }
            spacing: root.theme.half

            RowLayout {
                spacing: root.theme.s(10)

                Sign {
                    theme: root.theme
                    sign: SignIcon.Unknown
                    size: root.theme.s(22)
                    Layout.alignment: Qt.AlignTop
                }
                Label {
                    objectName: "faceNotice"
                    theme: root.theme
                    text: root.notices.face
                    Layout.fillWidth: true
                }
            }
            RowLayout {
                spacing: root.theme.half

                // In the order of MaskState, but the wrong way of wearing stands beside the right one.
                Repeater {
                    model: [
                        {
                            "state": 0,
                            "word": qsTr("I see: worn properly")
                        },
                        {
                            "state": 2,
                            "word": qsTr("Worn wrongly")
                        },
                        {
                            "state": 1,
                            "word": qsTr("No mask")
                        }
                    ]

                    ActionButton {
                        required property var modelData
                        readonly property bool chosen: root.door.maskJudged === modelData.state

                        theme: root.theme
                        objectName: "maskJudged" + modelData.state
                        look: chosen ? ActionButton.Tonal : ActionButton.Quiet
                        text: modelData.word
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        onClicked: root.door.judgeMask(modelData.state)
                    }
                }
                ActionButton {
                    theme: root.theme
                    objectName: "judgeContactButton"
                    look: ActionButton.Quiet
                    visible: root.door.contactAllowed
                    text: qsTr("Temperature…")
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    onClicked: root.contactAsked()
                }
            }
        }
    }
}
