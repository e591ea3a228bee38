// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// A member of staff is screened like everybody; the guard says who he is. Nothing is recorded, and the gate stays shut, before.
ColumnLayout {
    id: root

    required property Theme theme
    required property StaffDesk staff
    required property DoorModel door
    required property real keyboardTop
    signal contactAsked
    signal refuseAsked

    spacing: theme.gap

    VerdictCard {
        theme: root.theme
        door: root.door
        Layout.fillWidth: true
    }
    DoorNotes {
        theme: root.theme
        door: root.door
        Layout.fillWidth: true
        onContactAsked: root.contactAsked()
    }
    Card {
        theme: root.theme
        Layout.fillWidth: true
        Layout.fillHeight: true

        FormScroll {
            theme: root.theme
            keyboardTop: root.keyboardTop
            anchors.fill: parent
            anchors.margins: root.theme.gap
            contentHeight: column.implicitHeight

            ColumnLayout {
                id: column

                width: parent.width
                spacing: root.theme.s(12)

                RowLayout {
                    spacing: root.theme.gap

                    ColumnLayout {
                        spacing: 0
                        Layout.fillWidth: true

                        Label {
                            objectName: "staffName"
                            theme: root.theme
                            text: root.staff.who
                            font.pixelSize: root.theme.s(32)
                            font.bold: true
                            Layout.fillWidth: true
                        }
                        Label {
                            theme: root.theme
                            text: root.staff.department
                            color: root.theme.muted
                            Layout.fillWidth: true
                        }
                    }
                    Label {
                        objectName: "staffWish"
                        theme: root.theme
                        text: root.staff.wish
                        font.pixelSize: root.theme.title
                        font.bold: true
                        color: root.theme.accent
                        wrapMode: Text.NoWrap
                        Layout.alignment: Qt.AlignTop
                    }
                }
                AsideCard {
                    theme: root.theme
                    aside: root.door.aside
                    visible: root.door.aside.asks
                    Layout.fillWidth: true
                }
                FieldLabel {
                    objectName: "staffVisitorKept"
                    theme: root.theme
                    visible: root.staff.visitorKept && !root.door.aside.asks
                    text: qsTr("A visitor's form is kept aside: the door asks about it afterwards.")
                    Layout.fillWidth: true
                }
                QuestionsCard {
                    theme: root.theme
                    door: root.door
                    visible: root.door.questions.count > 0
                    Layout.fillWidth: true
                }
                NoticeBox {
                    theme: root.theme
                    textName: "staffProved"
                    sign: SignIcon.Pass
                    text: root.staff.proved ? qsTr("The guard has confirmed who it is.") : ""
                    Layout.fillWidth: true
                }
                Rectangle {
                    visible: !root.staff.proved && !root.staff.recording
                    Layout.fillWidth: true
                    implicitHeight: proof.implicitHeight + 2 * root.theme.s(12)
                    radius: root.theme.s(12)
                    color: root.theme.raised
                    border.width: 1
                    border.color: root.theme.line

                    RowLayout {
                        id: proof

                        anchors {
                            left: parent.left
                            right: parent.right
                            verticalCenter: parent.verticalCenter
                            margins: root.theme.gap
                        }
                        spacing: root.theme.gap

                        ColumnLayout {
                            spacing: root.theme.s(2)
                            Layout.fillWidth: true

                            Label {
                                objectName: "staffProofQuestion"
                                theme: root.theme
                                text: qsTr("Guard: is this %1?").arg(root.staff.who)
                                font.bold: true
                                font.pixelSize: root.theme.large
                                Layout.fillWidth: true
                            }
                            FieldLabel {
                                theme: root.theme
                                text: qsTr("Only the guard may confirm it. Until then nothing is recorded and the gate stays shut.")
                                Layout.fillWidth: true
                            }
                        }
                        ActionButton {
                            theme: root.theme
                            objectName: "staffProve"
                            look: ActionButton.Primary
                            implicitHeight: root.theme.s(72)
                            size: root.theme.large
                            enabled: root.staff.mayProve
                            text: qsTr("Yes, this is the person")
                            onClicked: root.staff.prove()
                        }
                    }
                }
            }
        }
    }
    Label {
        objectName: "staffProblem"
        theme: root.theme
        visible: text.length > 0
        text: root.door.problem
        color: root.theme.tone(SignIcon.Attention)
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: root.theme.s(12)

        ActionButton {
            theme: root.theme
            objectName: "staffCancel"
            look: ActionButton.Quiet
            implicitHeight: root.theme.s(64)
            enabled: !root.staff.recording
            text: qsTr("Cancel")
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            onClicked: root.staff.cancel()
        }
        ActionButton {
            theme: root.theme
            objectName: "staffMeasureAgain"
            look: ActionButton.Quiet
            implicitHeight: root.theme.s(64)
            enabled: !root.staff.recording
            text: qsTr("Measure again")
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            onClicked: root.door.measureAgain()
        }
        ActionButton {
            theme: root.theme
            objectName: "staffContactButton"
            visible: root.staff.contactWanted
            implicitHeight: root.theme.s(64)
            text: qsTr("Contact thermometer…")
            Layout.fillWidth: true
            Layout.preferredWidth: 3
            onClicked: root.contactAsked()
        }
        ActionButton {
            theme: root.theme
            objectName: "staffRefuse"
            look: ActionButton.Danger
            implicitHeight: root.theme.s(64)
            size: root.theme.large
            enabled: !root.staff.recording
            text: qsTr("Refuse") + "  ▾"
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            onClicked: root.refuseAsked()
        }
    }
}
