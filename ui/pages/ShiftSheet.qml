// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// A shift's name and times.
Sheet {
    id: root

    required property RosterDesk roster
    readonly property bool asked: roster.editingShift

    wantedWidth: theme.s(520)
    title: roster.freshShift ? qsTr("Add a shift") : qsTr("Shift")
    onAskedChanged: {
        if (asked)
            open();
        else if (visible)
            close();
    }
    onVisibleChanged: if (!visible && roster.editingShift)
        roster.cancelShift()

    EntryField {
        theme: root.theme
        fieldName: "shiftNameField"
        label: qsTr("Name")
        required: true
        value: root.roster.shiftName
        Layout.fillWidth: true
        onEdited: text => root.roster.shiftName = text
        onEntered: root.roster.saveShift()
    }
    RowLayout {
        spacing: root.theme.gap

        EntryField {
            theme: root.theme
            fieldName: "shiftStartField"
            label: qsTr("Begins")
            required: true
            value: root.roster.shiftStart
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onEdited: text => root.roster.shiftStart = text
            onEntered: root.roster.saveShift()
        }
        EntryField {
            theme: root.theme
            fieldName: "shiftEndField"
            label: qsTr("Ends")
            required: true
            value: root.roster.shiftEnd
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onEdited: text => root.roster.shiftEnd = text
            onEntered: root.roster.saveShift()
        }
    }
    Label {
        theme: root.theme
        text: qsTr("A shift that ends no later than it begins passes midnight; it belongs to the day on which it begins.")
        color: root.theme.muted
        Layout.fillWidth: true
    }
    Label {
        objectName: "shiftProblem"
        theme: root.theme
        visible: text.length > 0
        text: root.roster.failed ? root.roster.message : root.roster.shiftProblem
        color: root.theme.tone(SignIcon.Refuse)
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: root.theme.half

        ActionButton {
            theme: root.theme
            objectName: "shiftCancel"
            look: ActionButton.Quiet
            text: qsTr("Back")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.close()
        }
        ActionButton {
            theme: root.theme
            objectName: "shiftRemove"
            visible: !root.roster.freshShift
            look: ActionButton.Danger
            enabled: !root.roster.busy
            text: qsTr("Remove")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.roster.removeShift()
        }
        ActionButton {
            theme: root.theme
            objectName: "shiftSave"
            look: ActionButton.Primary
            enabled: !root.roster.busy && root.roster.shiftProblem.length === 0
            text: qsTr("Save")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.roster.saveShift()
        }
    }
}
