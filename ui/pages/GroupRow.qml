// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// Somebody of the leading group as a row, the phone masked.
ActionButton {
    id: root

    required property int index
    required property string person
    required property string name
    required property string role
    required property string phone
    required property string pin
    required property int pinSign
    required property string note
    property bool wide: true

    implicitHeight: Math.max(theme.s(52), implicitContentHeight + theme.half)
    leftPadding: theme.s(12)
    rightPadding: theme.s(12)

    background: Rectangle {
        radius: root.theme.half
        color: root.index % 2 ? root.theme.raised : "transparent"
        border.width: root.visualFocus ? 2 : 0
        border.color: root.theme.accent
    }
    contentItem: RowLayout {
        spacing: root.theme.s(12)

        TableCell {
            theme: root.theme
            share: 1.2
            text: root.name
            font.bold: true
        }
        TableCell {
            theme: root.theme
            share: 1.2
            text: root.role
        }
        TableCell {
            theme: root.theme
            share: 1.2
            text: root.phone
            wrapMode: Text.WrapAnywhere
        }
        RowLayout {
            spacing: root.theme.s(6)
            Layout.fillWidth: true
            Layout.preferredWidth: root.theme.s(120)

            Sign {
                theme: root.theme
                visible: root.pinSign !== SignIcon.None
                sign: root.pinSign
                size: root.theme.s(18)
            }
            TableCell {
                theme: root.theme
                text: root.pin
            }
        }
        TableCell {
            theme: root.theme
            visible: root.wide || text.length > 0
            share: 1.8
            text: root.note
            color: root.theme.tone(SignIcon.Attention)
        }
    }
}
