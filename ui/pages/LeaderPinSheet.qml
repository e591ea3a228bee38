// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// Somebody's personal PIN: the officer gives a temporary one, or its person gives himself another.
Sheet {
    id: root

    required property GroupDesk group
    property bool own: false ///< the person changes it; false: the officer gives one

    wantedWidth: theme.s(480)
    title: own ? qsTr("Your own PIN") : qsTr("Give a temporary PIN")
    onVisibleChanged: {
        own = false;
        for (const field of [old, fresh, again])
            field.field.text = "";
        if (!visible)
            group.forgetPin();
    }

    component PinField: EntryField {
        theme: root.theme
        hints: Qt.ImhDigitsOnly | Qt.ImhHiddenText | Qt.ImhSensitiveData
        field.echoMode: TextInput.Password
        field.maximumLength: 12
        Layout.fillWidth: true
        onEntered: root.submit()
    }

    function submit(): void {
        if (own)
            group.changePin(old.field.text, fresh.field.text, again.field.text);
        else
            group.givePin(fresh.field.text, again.field.text);
    }

    Label {
        theme: root.theme
        text: root.own ? qsTr("Nobody else should see the keys.") : qsTr("Tell it to nobody but its person, who should change it here soon: until then two know it.")
        color: root.theme.muted
        Layout.fillWidth: true
    }
    PinField {
        id: old

        visible: root.own
        fieldName: "leaderPinOld"
        label: qsTr("PIN so far")
    }
    PinField {
        id: fresh

        fieldName: "leaderPinFresh"
        label: qsTr("New PIN, 6 to 12 digits")
    }
    PinField {
        id: again

        fieldName: "leaderPinAgain"
        label: qsTr("The new PIN again")
    }
    Label {
        objectName: "leaderPinProblem"
        theme: root.theme
        visible: text.length > 0
        text: root.group.pinProblem
        color: root.theme.tone(SignIcon.Refuse)
        Layout.fillWidth: true
    }
    RowLayout {
        visible: root.group.pinSet && !root.own
        spacing: root.theme.half

        ActionButton {
            theme: root.theme
            objectName: "leaderPinOwn"
            look: ActionButton.Quiet
            text: qsTr("Its person changes it…")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.own = true
        }
        ActionButton {
            theme: root.theme
            objectName: "leaderPinTake"
            look: ActionButton.Danger
            enabled: !root.group.pinBusy
            text: qsTr("Take it away")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.group.takePin()
        }
    }
    RowLayout {
        spacing: root.theme.half

        ActionButton {
            theme: root.theme
            objectName: "leaderPinCancel"
            look: ActionButton.Quiet
            text: qsTr("Back")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.close()
        }
        ActionButton {
            theme: root.theme
            objectName: "leaderPinOk"
            look: ActionButton.Primary
            enabled: !root.group.pinBusy && fresh.field.text.length >= 6 && again.field.text.length >= 6
            text: qsTr("Set the PIN")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.submit()
        }
    }
}
