// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// A card of a form, with its heading; one column of whatever is put into it.
Card {
    id: root

    property string heading
    default property alias body: column.data

    implicitHeight: column.implicitHeight + 2 * theme.gap
    Layout.fillWidth: true
    Layout.preferredWidth: theme.s(600)
    Layout.alignment: Qt.AlignTop

    ColumnLayout {
        id: column

        anchors {
            left: parent.left
            right: parent.right
            verticalCenter: parent.verticalCenter
            leftMargin: root.theme.s(20)
            rightMargin: root.theme.s(20)
        }
        spacing: root.theme.half

        FieldLabel {
            theme: root.theme
            text: root.heading
            Layout.fillWidth: true
        }
    }
}
