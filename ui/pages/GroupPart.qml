// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// The people of the leading group, its office and the CDC's lines; a tap opens somebody's form.
ColumnLayout {
    id: root

    required property Theme theme
    required property GroupDesk group
    required property TransferDesk transfer
    required property bool portrait

    spacing: theme.gap

    NoticeBox {
        theme: root.theme
        textName: "groupTrouble"
        sign: SignIcon.Refuse
        text: root.group.trouble
        Layout.fillWidth: true
    }
    NoticeBox {
        theme: root.theme
        textName: "groupProblems"
        text: root.group.problems
        Layout.fillWidth: true
    }
    Card {
        theme: root.theme
        implicitHeight: list.implicitHeight + 2 * root.theme.gap
        Layout.fillWidth: true

        ColumnLayout {
            id: list

            spacing: root.theme.s(4)
            anchors {
                left: parent.left
                right: parent.right
                top: parent.top
                margins: root.theme.gap
            }

            RowLayout {
                spacing: root.theme.half
                Layout.fillWidth: true
                Layout.bottomMargin: root.theme.half

                FieldLabel {
                    theme: root.theme
                    text: qsTr("Leading group, its office, the CDC")
                    Layout.fillWidth: true
                }
                ActionButton {
                    theme: root.theme
                    objectName: "groupAdd"
                    enabled: !root.group.busy && root.group.trouble.length === 0
                    text: qsTr("Add…")
                    onClicked: root.group.add()
                }
            }
            Repeater {
                model: root.group.people

                GroupRow {
                    theme: root.theme
                    wide: !root.portrait
                    objectName: "groupRow" + person
                    Layout.fillWidth: true
                    onClicked: root.group.edit(person)
                }
            }
            EmptyNote {
                theme: root.theme
                visible: root.group.people.count === 0 && root.group.trouble.length === 0
                sign: SignIcon.Unknown
                textName: "groupEmpty"
                text: qsTr("Nobody is entered yet. Add people here, or export the template, fill it in and import it.")
                Layout.fillWidth: true
                Layout.topMargin: root.theme.gap
                Layout.bottomMargin: root.theme.gap
            }
            RegisterButtons {
                theme: root.theme
                transfer: root.transfer
                roster: false
                busy: root.group.busy
                mayUndo: root.group.mayUndo
                message: root.group.message
                failed: root.group.failed
                Layout.fillWidth: true
                Layout.topMargin: root.theme.half
                onUndoAsked: root.group.undo()
            }
        }
    }
}
