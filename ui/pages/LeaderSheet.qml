// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// Somebody of the leading group: how he is reached, who stands in for him, his PIN.
Sheet {
    id: root

    required property GroupDesk group
    readonly property bool asked: group.editing
    signal roleAsked
    signal substituteAsked
    signal pinAsked

    wantedWidth: theme.s(760)
    title: group.fresh ? qsTr("Add somebody") : qsTr("Leading group")
    onAskedChanged: {
        if (asked)
            open();
        else if (visible)
            close();
    }
    onVisibleChanged: if (!visible && group.editing)
        group.cancel()

    component Choice: ColumnLayout {
        id: choice

        property string label
        property string word
        property string name
        signal asked

        spacing: root.theme.s(4)

        FieldLabel {
            theme: root.theme
            text: choice.label
            Layout.fillWidth: true
        }
        ActionButton {
            theme: root.theme
            objectName: choice.name
            text: choice.word + "  ▾"
            Layout.fillWidth: true
            onClicked: choice.asked()
        }
    }

    GridLayout {
        columns: width < root.theme.s(560) ? 1 : 2
        columnSpacing: root.theme.gap
        rowSpacing: root.theme.s(12)
        Layout.fillWidth: true

        EntryField {
            theme: root.theme
            fieldName: "leaderName"
            label: qsTr("Name")
            required: true
            value: root.group.name
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            onEdited: text => root.group.name = text
            onEntered: root.group.savePerson()
        }
        Choice {
            label: qsTr("Role")
            name: "leaderRole"
            word: root.group.roles[root.group.role]
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            onAsked: root.roleAsked()
        }
        EntryField {
            theme: root.theme
            fieldName: "leaderMobile"
            label: qsTr("Mobile")
            value: root.group.mobile
            hints: Qt.ImhDialableCharactersOnly
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            onEdited: text => root.group.mobile = text
            onEntered: root.group.savePerson()
        }
        EntryField {
            theme: root.theme
            fieldName: "leaderEmail"
            label: qsTr("E-mail")
            value: root.group.email
            hints: Qt.ImhEmailCharactersOnly
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            onEdited: text => root.group.email = text
            onEntered: root.group.savePerson()
        }
        EntryField {
            theme: root.theme
            fieldName: "leaderAway"
            label: qsTr("Away until (that day included)")
            placeholder: qsTr("empty: there")
            value: root.group.away
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            onEdited: text => root.group.away = text
            onEntered: root.group.savePerson()
        }
        Choice {
            label: qsTr("Stands in while away")
            name: "leaderSubstitute"
            word: root.group.substitutes[root.group.substitute]
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            onAsked: root.substituteAsked()
        }
    }
    RowLayout {
        visible: root.group.mayHavePin
        spacing: root.theme.half

        Label {
            objectName: "leaderPinWord"
            theme: root.theme
            text: qsTr("To acknowledge an alert: %1").arg(root.group.pinWord)
            Layout.fillWidth: true
        }
        ActionButton {
            theme: root.theme
            objectName: "leaderPin"
            text: qsTr("PIN…")
            onClicked: root.pinAsked()
        }
    }
    Label {
        objectName: "leaderProblem"
        theme: root.theme
        visible: text.length > 0
        text: root.group.failed ? root.group.message : root.group.formProblem
        color: root.theme.tone(SignIcon.Refuse)
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: root.theme.half

        ActionButton {
            theme: root.theme
            objectName: "leaderCancel"
            look: ActionButton.Quiet
            text: qsTr("Back")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.close()
        }
        ActionButton {
            theme: root.theme
            objectName: "leaderRemove"
            visible: !root.group.fresh
            look: ActionButton.Danger
            enabled: !root.group.busy
            text: qsTr("Remove")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.group.remove()
        }
        ActionButton {
            theme: root.theme
            objectName: "leaderSave"
            look: ActionButton.Primary
            enabled: !root.group.busy && root.group.formProblem.length === 0
            text: qsTr("Save")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.group.savePerson()
        }
    }
}
