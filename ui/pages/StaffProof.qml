// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// Who is being screened, and the guard's word that it is he. Nothing is recorded, and the gate stays shut, before.
Card {
    id: root

    required property StaffDesk staff
    property bool asked: false ///< the question about what is kept aside is on the page already

    implicitHeight: column.implicitHeight + 2 * theme.gap

    ColumnLayout {
        id: column

        anchors {
            left: parent.left
            right: parent.right
            top: parent.top
            margins: root.theme.gap
        }
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
        FieldLabel {
            objectName: "staffVisitorKept"
            theme: root.theme
            visible: root.staff.visitorKept && !root.asked
            text: qsTr("A visitor's form is kept aside: the door asks about it afterwards.")
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
