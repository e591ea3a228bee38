// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// One step of a visit's story: what, when, who, why, and where in the journal.
RowLayout {
    id: root

    required property Theme theme
    required property int index
    required property double seq
    required property int sign
    required property string title
    required property string who
    required property string when
    required property string body
    required property string reason
    required property string place
    required property bool canPutBack
    signal putBack(entry: double)

    spacing: theme.s(12)

    Sign {
        theme: root.theme
        sign: root.sign
        size: root.theme.s(22)
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: root.theme.s(2)
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: root.theme.s(2)

        Label {
            objectName: "storyTitle" + root.index
            theme: root.theme
            text: root.title
            font.bold: true
            Layout.fillWidth: true
        }
        FieldLabel {
            theme: root.theme
            text: qsTr("%1 · %2").arg(root.when).arg(root.who)
            Layout.fillWidth: true
        }
        Label {
            objectName: "storyBody" + root.index
            theme: root.theme
            visible: text.length > 0
            text: root.body
            font.pixelSize: root.theme.s(15)
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Label {
            objectName: "storyReason" + root.index
            theme: root.theme
            visible: text.length > 0
            text: root.reason
            font.pixelSize: root.theme.s(15)
            Layout.fillWidth: true
        }
        FieldLabel {
            theme: root.theme
            text: root.place
            Layout.fillWidth: true
        }
        ActionButton {
            theme: root.theme
            objectName: "putBack" + root.index
            visible: root.canPutBack
            look: ActionButton.Quiet
            text: qsTr("Put back what was there before…")
            Layout.topMargin: root.theme.s(4)
            onClicked: root.putBack(root.seq)
        }
    }
}
