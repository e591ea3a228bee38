// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// A dialog over the whole window: what is behind is dimmed and takes no touch. It stands above the keyboard.
FocusScope {
    id: root

    required property Theme theme
    required property real keyboardTop
    property string title
    property real wantedWidth: theme.s(560)
    default property alias body: column.data
    signal dismissed

    visible: false
    anchors.fill: parent
    z: 10

    function open(): void {
        visible = true;
        forceActiveFocus();
    }
    function close(): void {
        visible = false;
        dismissed();
    }

    Keys.onEscapePressed: close()

    Rectangle {
        anchors.fill: parent
        color: root.theme.scrim

        MouseArea {
            anchors.fill: parent
            onPressed: mouse => mouse.accepted = true
        }
    }
    Card {
        theme: root.theme
        width: Math.min(root.width - 2 * root.theme.gap, root.wantedWidth)
        height: Math.min(column.implicitHeight + 2 * root.theme.s(24), Math.min(root.height, root.keyboardTop) - root.theme.gap)
        x: (root.width - width) / 2
        y: Math.max(root.theme.half, (Math.min(root.height, root.keyboardTop) - height) / 2)

        FormScroll {
            anchors.fill: parent
            anchors.margins: root.theme.s(24)
            theme: root.theme
            keyboardTop: root.keyboardTop
            contentHeight: column.implicitHeight

            ColumnLayout {
                id: column

                width: parent.width
                spacing: root.theme.gap

                Label {
                    theme: root.theme
                    visible: root.title.length > 0
                    text: root.title
                    font.pixelSize: root.theme.title
                    font.bold: true
                    Layout.fillWidth: true
                }
            }
        }
    }
}
