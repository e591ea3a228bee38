// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// A line across the window, above every page: sign, words, and beside them what can be done. It pulses, unless it is quiet.
Rectangle {
    id: root

    required property Theme theme
    property int sign: SignIcon.Refuse ///< its colour
    property bool quiet: false ///< words on a tint, and lower
    property bool pulses: !quiet
    property string text
    property string textName
    default property alias actions: row.data

    implicitHeight: Math.max(theme.s(quiet ? 40 : 56), row.implicitHeight + theme.half)
    color: quiet ? theme.tint(sign) : theme.fill(sign)

    SequentialAnimation on opacity {
        running: root.visible && root.pulses
        loops: Animation.Infinite

        NumberAnimation {
            from: 1
            to: 0.78
            duration: 900
        }
        NumberAnimation {
            from: 0.78
            to: 1
            duration: 900
        }
    }

    // Two of one colour must not look like one.
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Qt.darker(root.color, 1.3)
    }
    RowLayout {
        id: row

        anchors {
            left: parent.left
            right: parent.right
            verticalCenter: parent.verticalCenter
            leftMargin: root.theme.s(20)
            rightMargin: root.theme.half
        }
        spacing: root.quiet ? root.theme.s(10) : root.theme.gap

        SignIcon {
            readonly property int size: root.theme.s(root.quiet ? 22 : 32)

            Layout.preferredWidth: size
            Layout.preferredHeight: size
            kind: SignIcon.Attention
            color: root.quiet ? root.theme.tone(root.sign) : root.theme.onFill
            glyphColor: root.quiet ? root.theme.onTone(root.sign) : root.theme.fill(root.sign)
        }
        Label {
            objectName: root.textName
            theme: root.theme
            text: root.text
            color: root.quiet ? root.theme.ink : root.theme.onFill
            font.pixelSize: root.quiet ? root.theme.body : root.theme.s(18)
            font.bold: !root.quiet
            Layout.fillWidth: true
        }
    }
}
