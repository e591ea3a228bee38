// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// How the leading group is being told: whose turn it is, what happens next and when, and what became of each message.
ColumnLayout {
    id: root

    required property Theme theme
    required property AlertModel alert
    signal silenceAsked

    spacing: theme.half

    Label {
        theme: root.theme
        font.pixelSize: root.theme.large
        font.bold: true
        text: qsTr("Who is told")
        Layout.fillWidth: true
    }
    Label {
        objectName: "alertTurn"
        theme: root.theme
        text: root.alert.turnText
        Layout.fillWidth: true
    }
    Label {
        objectName: "alertNext"
        theme: root.theme
        visible: text.length > 0
        text: root.alert.nextText
        font.bold: true
        Layout.fillWidth: true
    }
    ActionButton {
        theme: root.theme
        objectName: "alertSilence"
        visible: root.alert.maySilence
        look: ActionButton.Quiet
        text: qsTr("Silence for 15 min…")
        Layout.fillWidth: true
        onClicked: root.silenceAsked()
    }
    Repeater {
        model: root.alert.told

        RowLayout {
            id: note

            required property int index
            required property int sign
            required property string title
            required property string text
            required property string when

            spacing: root.theme.half
            Layout.fillWidth: true

            Sign {
                theme: root.theme
                sign: note.sign
                size: root.theme.s(20)
                Layout.alignment: Qt.AlignTop
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true

                Label {
                    objectName: "alertTold" + note.index
                    theme: root.theme
                    text: qsTr("%1 · %2").arg(note.when).arg(note.title)
                    font.pixelSize: root.theme.s(15)
                    Layout.fillWidth: true
                }
                Label {
                    theme: root.theme
                    visible: text.length > 0
                    text: note.text
                    color: root.theme.muted
                    font.pixelSize: root.theme.small
                    Layout.fillWidth: true
                }
            }
        }
    }
}
