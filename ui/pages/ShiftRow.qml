// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// A shift of the day that is looked at: who has it, and what is wrong with that.
Rectangle {
    id: root

    required property Theme theme
    required property int index
    required property string shift
    required property string times
    required property string who
    required property string word
    required property int sign
    required property bool busy
    signal personAsked
    signal editAsked

    implicitHeight: column.implicitHeight + 2 * theme.s(10)
    radius: theme.s(10)
    color: sign === SignIcon.Pass || sign === SignIcon.None ? theme.raised : theme.tint(sign)

    ColumnLayout {
        id: column

        spacing: root.theme.s(6)
        anchors {
            left: parent.left
            right: parent.right
            verticalCenter: parent.verticalCenter
            margins: root.theme.s(12)
        }

        RowLayout {
            spacing: root.theme.s(10)

            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true

                Label {
                    objectName: "shiftName" + root.index
                    theme: root.theme
                    text: root.shift
                    font.bold: true
                    Layout.fillWidth: true
                }
                FieldLabel {
                    theme: root.theme
                    text: root.times
                    Layout.fillWidth: true
                }
            }
            ActionButton {
                theme: root.theme
                objectName: "shiftEdit" + root.index
                look: ActionButton.Quiet
                enabled: !root.busy
                text: qsTr("Times…")
                onClicked: root.editAsked()
            }
        }
        RowLayout {
            spacing: root.theme.s(10)

            Sign {
                theme: root.theme
                visible: root.sign !== SignIcon.None
                sign: root.sign
                size: root.theme.s(22)
            }
            Label {
                objectName: "shiftWho" + root.index
                theme: root.theme
                text: root.who.length > 0 && root.word.length > 0 ? root.who + " · " + root.word : root.who + root.word
                color: root.sign === SignIcon.Pass ? root.theme.ink : root.theme.tone(root.sign)
                Layout.fillWidth: true
            }
            ActionButton {
                theme: root.theme
                objectName: "shiftPerson" + root.index
                enabled: !root.busy
                text: root.who.length > 0 ? qsTr("Change…") : qsTr("Choose…")
                onClicked: root.personAsked()
            }
        }
    }
}
