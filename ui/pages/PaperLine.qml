// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// One visit that was entered afterwards: when it was, who, and where it stands.
ActionButton {
    id: root

    required property int index
    required property string title
    required property string detail
    required property int outcomeSign

    objectName: "paperRow" + index
    implicitHeight: implicitContentHeight + theme.half
    leftPadding: theme.half
    rightPadding: theme.half
    look: ActionButton.Quiet

    contentItem: RowLayout {
        spacing: root.theme.half

        Sign {
            theme: root.theme
            sign: root.outcomeSign
            size: root.theme.s(20)
        }
        ColumnLayout {
            spacing: 0

            Label {
                theme: root.theme
                objectName: "paperTitle" + root.index
                text: root.title
                font.bold: true
                Layout.fillWidth: true
            }
            Label {
                theme: root.theme
                text: root.detail
                color: root.theme.muted
                font.pixelSize: root.theme.s(14)
                Layout.fillWidth: true
            }
        }
    }
}
