// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// Something was kept aside of the person before: is this the same one, or the next? It blocks nothing, measuring goes on.
Rectangle {
    id: root

    required property Theme theme
    required property AsideModel aside
    property bool low: false ///< little room: what was typed and found is left out

    implicitHeight: row.implicitHeight + 2 * theme.s(12)
    radius: theme.radius
    color: theme.tint(SignIcon.Attention)
    border.width: 2
    border.color: theme.tone(SignIcon.Attention)

    component Detail: Label {
        theme: root.theme
        visible: !root.low && text.length > 0
        font.pixelSize: root.theme.small
        Layout.fillWidth: true
    }

    RowLayout {
        id: row

        anchors {
            left: parent.left
            right: parent.right
            verticalCenter: parent.verticalCenter
            leftMargin: root.theme.gap
            rightMargin: root.theme.s(12)
        }
        spacing: root.theme.s(12)

        Sign {
            theme: root.theme
            sign: SignIcon.Unknown
            size: root.theme.s(36)
            color: root.theme.tone(SignIcon.Attention)
            Layout.alignment: Qt.AlignTop
        }
        ColumnLayout {
            spacing: root.theme.s(2)
            Layout.fillWidth: true

            Label {
                objectName: "asideQuestion"
                theme: root.theme
                text: qsTr("Same person, or the next one?")
                font.pixelSize: root.theme.large
                font.bold: true
                Layout.fillWidth: true
            }
            Label {
                objectName: "asideWho"
                theme: root.theme
                text: qsTr("%1 · %2").arg(root.aside.who).arg(root.aside.since)
                font.bold: true
                Layout.fillWidth: true
            }
            Detail {
                objectName: "asideTyped"
                text: root.aside.typed
            }
            Detail {
                objectName: "asideFound"
                text: root.aside.found
                color: root.aside.abnormal ? root.theme.tone(SignIcon.Refuse) : root.theme.ink
                font.bold: root.aside.abnormal
            }
            Label {
                objectName: "asideWhyNot"
                theme: root.theme
                visible: text.length > 0
                text: root.aside.whyNotSame
                color: root.theme.muted
                font.pixelSize: root.theme.small
                Layout.fillWidth: true
            }
        }
        GridLayout {
            Layout.fillWidth: false
            columns: root.low ? 2 : 1
            columnSpacing: root.theme.half
            rowSpacing: root.theme.half

            ActionButton {
                theme: root.theme
                objectName: "samePersonButton"
                look: ActionButton.Primary
                implicitHeight: root.theme.s(root.low ? 48 : 60)
                size: root.low ? root.theme.body : root.theme.large
                enabled: root.aside.maySame
                text: qsTr("Same person  F2")
                Layout.fillWidth: true
                onClicked: root.aside.same()
            }
            ActionButton {
                theme: root.theme
                objectName: "anotherPersonButton"
                look: ActionButton.Caution
                implicitHeight: root.theme.s(root.low ? 48 : 60)
                size: root.low ? root.theme.body : root.theme.large
                text: qsTr("Next person  F3")
                Layout.fillWidth: true
                onClicked: root.aside.another()
            }
        }
    }
}
