// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// Something to be noticed: sign, colour and words, and beside them what can be done. No text, no box.
Rectangle {
    id: root

    required property Theme theme
    property int sign: SignIcon.Attention
    property string text
    property string textName
    default property alias actions: row.data

    visible: text.length > 0
    implicitHeight: row.implicitHeight + 2 * theme.s(10)
    radius: theme.s(10)
    color: theme.tint(sign)

    RowLayout {
        id: row

        anchors {
            left: parent.left
            right: parent.right
            verticalCenter: parent.verticalCenter
            margins: root.theme.s(12)
        }
        spacing: root.theme.s(10)

        Sign {
            theme: root.theme
            sign: root.sign
            size: root.theme.s(22)
            Layout.alignment: row.children.length > 2 ? Qt.AlignVCenter : Qt.AlignTop
        }
        Label {
            objectName: root.textName
            theme: root.theme
            text: root.text
            color: root.sign === SignIcon.Refuse ? root.theme.tone(SignIcon.Refuse) : root.theme.ink
            Layout.fillWidth: true
        }
    }
}
