// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// One visit as a row of a table, masked; document and phone only where there is room.
ActionButton {
    id: root

    required property int index
    required property double seq
    required property string time
    required property string name
    required property string document
    required property string phone
    required property string temperature
    required property string outcome
    required property int outcomeSign
    required property string verdict
    required property int verdictSign
    required property bool corrected
    required property bool readable
    required property string afterwards

    property bool wide: true
    property bool chosen: false
    property real timeShare: 0.8

    // Not a layout of its own: a nested one is as high as its words would be in a narrower column.
    component Whose: Item {
        implicitHeight: words.implicitHeight + (mark.visible ? mark.implicitHeight : 0)

        TableCell {
            id: words

            theme: root.theme
            width: parent.width
            text: root.name
            font.bold: root.readable
            color: root.readable ? root.theme.ink : root.theme.muted
        }
        TableCell {
            id: mark

            theme: root.theme
            y: words.implicitHeight
            width: parent.width
            visible: text.length > 0
            text: root.afterwards + (root.corrected && root.afterwards.length > 0 ? " · " : "") + (root.corrected ? qsTr("corrected") : "")
            font.pixelSize: root.theme.s(13)
            color: root.theme.tone(SignIcon.Attention)
        }
    }

    implicitHeight: Math.max(theme.s(52), implicitContentHeight + theme.half)
    leftPadding: theme.s(12)
    rightPadding: theme.s(12)

    background: Rectangle {
        radius: root.theme.half
        color: root.chosen ? (root.theme.dark ? "#22384d" : "#dfeaf6") : root.index % 2 ? root.theme.raised : "transparent"
        border.width: root.visualFocus ? 2 : 0
        border.color: root.theme.accent
    }
    contentItem: RowLayout {
        spacing: root.theme.s(12)

        TableCell {
            theme: root.theme
            share: root.timeShare
            text: root.time
            color: root.theme.muted
        }
        Whose {
            Layout.fillWidth: true
            Layout.preferredWidth: root.theme.s(130)
        }
        TableCell {
            theme: root.theme
            visible: root.wide
            share: 1.6
            text: root.document
            wrapMode: Text.WrapAnywhere
        }
        TableCell {
            theme: root.theme
            visible: root.wide
            share: 1.1
            text: root.phone
            wrapMode: Text.WrapAnywhere
        }
        TableCell {
            theme: root.theme
            share: 0.5
            text: root.temperature
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: root.theme.s(140)
            spacing: root.theme.s(6)

            Sign {
                theme: root.theme
                sign: root.verdictSign
                size: root.theme.s(18)
            }
            TableCell {
                theme: root.theme
                text: root.verdict
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: root.theme.s(120)
            spacing: root.theme.s(6)

            Sign {
                theme: root.theme
                sign: root.outcomeSign
                size: root.theme.s(18)
            }
            TableCell {
                theme: root.theme
                text: root.outcome
            }
        }
    }
}
