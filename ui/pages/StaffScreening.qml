// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// A member of staff is screened like everybody: what is measured and asked of him, and what the guard can do.
ColumnLayout {
    id: root

    required property Theme theme
    required property StaffDesk staff
    required property DoorModel door
    required property real keyboardTop
    signal contactAsked
    signal refuseAsked

    spacing: theme.gap

    VerdictCard {
        theme: root.theme
        door: root.door
        Layout.fillWidth: true
    }
    AsideCard {
        theme: root.theme
        aside: root.door.aside
        visible: root.door.aside.asks
        low: notes.visible
        Layout.fillWidth: true
    }
    DoorNotes {
        id: notes

        theme: root.theme
        door: root.door
        Layout.fillWidth: true
        onContactAsked: root.contactAsked()
    }
    Card {
        theme: root.theme
        visible: root.door.questions.count > 0
        Layout.fillWidth: true
        Layout.fillHeight: true

        FormScroll {
            theme: root.theme
            keyboardTop: root.keyboardTop
            anchors.fill: parent
            anchors.margins: root.theme.gap
            contentHeight: column.implicitHeight

            ColumnLayout {
                id: column

                width: parent.width - root.theme.half
                spacing: root.theme.s(12)

                QuestionsCard {
                    theme: root.theme
                    door: root.door
                    Layout.fillWidth: true
                }
            }
        }
    }
    Item {
        visible: root.door.questions.count === 0
        Layout.fillHeight: true
    }
    Label {
        objectName: "staffProblem"
        theme: root.theme
        visible: text.length > 0
        text: root.door.problem
        color: root.theme.tone(SignIcon.Attention)
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: root.theme.s(12)

        ActionButton {
            theme: root.theme
            objectName: "staffCancel"
            look: ActionButton.Quiet
            implicitHeight: root.theme.s(64)
            enabled: !root.staff.recording
            text: qsTr("Cancel")
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            onClicked: root.staff.cancel()
        }
        ActionButton {
            theme: root.theme
            objectName: "staffMeasureAgain"
            look: ActionButton.Quiet
            implicitHeight: root.theme.s(64)
            enabled: !root.staff.recording
            text: qsTr("Measure again")
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            onClicked: root.door.measureAgain()
        }
        ActionButton {
            theme: root.theme
            objectName: "staffContactButton"
            visible: root.staff.contactWanted
            implicitHeight: root.theme.s(64)
            text: qsTr("Contact thermometer…")
            Layout.fillWidth: true
            Layout.preferredWidth: 3
            onClicked: root.contactAsked()
        }
        ActionButton {
            theme: root.theme
            objectName: "staffRefuse"
            look: ActionButton.Danger
            implicitHeight: root.theme.s(64)
            size: root.theme.large
            enabled: !root.staff.recording
            text: qsTr("Refuse") + "  ▾"
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            onClicked: root.refuseAsked()
        }
    }
}
