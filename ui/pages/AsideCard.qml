// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Menshen

/// Something was kept aside of the person before: is this the same one, or the next? It blocks nothing, measuring goes on.
Rectangle {
    id: root

    required property Theme theme
    required property AsideModel aside
    property bool low: false ///< little room: what was typed and found is left out

    implicitHeight: Math.max(words.implicitHeight, buttons.implicitHeight) + 2 * theme.s(12)
    radius: theme.radius
    color: theme.tint(SignIcon.Attention)
    border.width: 2
    border.color: theme.tone(SignIcon.Attention)

    component Line: Label {
        theme: root.theme
        width: words.width
        visible: text.length > 0
    }
    component Choice: ActionButton {
        theme: root.theme
        width: Math.max(same.implicitWidth, another.implicitWidth)
        height: root.theme.s(root.low ? 48 : 60)
        size: root.low ? root.theme.body : root.theme.large
    }

    Sign {
        id: mark

        theme: root.theme
        x: root.theme.gap
        y: root.theme.s(12)
        sign: SignIcon.Unknown
        size: root.theme.s(36)
        color: root.theme.tone(SignIcon.Attention)
    }
    Column {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        x: mark.x + mark.width + root.theme.s(12)
        width: buttons.x - x - root.theme.s(12)
        spacing: root.theme.s(2)

        Line {
            objectName: "asideQuestion"
            text: qsTr("Same person, or the next one?")
            font.pixelSize: root.low ? root.theme.body : root.theme.large
            font.bold: true
        }
        Line {
            objectName: "asideWho"
            text: qsTr("%1 · %2").arg(root.aside.who).arg(root.aside.since)
            font.bold: true
        }
        Line {
            objectName: "asideTyped"
            visible: !root.low
            text: root.aside.typed
            font.pixelSize: root.theme.small
        }
        Line {
            objectName: "asideFound"
            visible: !root.low || root.aside.abnormal
            text: root.aside.found
            color: root.aside.abnormal ? root.theme.tone(SignIcon.Refuse) : root.theme.ink
            font.bold: root.aside.abnormal
            font.pixelSize: root.theme.small
        }
        Line {
            objectName: "asideWhyNot"
            text: root.aside.whyNotSame
            color: root.theme.muted
            font.pixelSize: root.theme.small
        }
    }
    Grid {
        id: buttons

        anchors {
            right: parent.right
            rightMargin: root.theme.s(12)
            verticalCenter: parent.verticalCenter
        }
        columns: root.low ? 2 : 1
        spacing: root.theme.half

        Choice {
            id: same

            objectName: "samePersonButton"
            look: ActionButton.Primary
            enabled: root.aside.maySame
            text: qsTr("Same person  F2")
            onClicked: root.aside.same()
        }
        Choice {
            id: another

            objectName: "anotherPersonButton"
            look: ActionButton.Caution
            text: qsTr("Next person  F3")
            onClicked: root.aside.another()
        }
    }
}
