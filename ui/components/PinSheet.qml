// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// Asks for the office's PIN before the station is closed, or whatever else it guards.
Sheet {
    id: root

    required property bool busy
    required property string problem
    property string okText: qsTr("Close the station")
    property string prefix: "quit" ///< of the objectNames
    signal pinEntered(pin: string)

    wantedWidth: theme.s(400)
    onVisibleChanged: {
        pad.text = "";
        if (visible)
            pad.forceActiveFocus();
    }
    onProblemChanged: pad.text = ""

    NumberPad {
        id: pad

        theme: root.theme
        secret: true
        focus: true
        fieldName: root.prefix + "PinField"
        keyPrefix: root.prefix + "Pin"
        placeholder: qsTr("Office PIN")
        Layout.fillWidth: true
        onEntered: root.pinEntered(text)
    }
    Label {
        objectName: root.prefix + "PinProblem"
        theme: root.theme
        visible: text.length > 0
        text: root.problem
        color: root.theme.tone(SignIcon.Refuse)
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: root.theme.half

        ActionButton {
            theme: root.theme
            objectName: root.prefix + "Cancel"
            look: ActionButton.Quiet
            text: qsTr("Back")
            Layout.fillWidth: true
            onClicked: root.close()
        }
        ActionButton {
            theme: root.theme
            objectName: root.prefix + "Ok"
            look: ActionButton.Primary
            enabled: pad.text.length > 0 && !root.busy
            text: root.okText
            Layout.fillWidth: true
            onClicked: root.pinEntered(pad.text)
        }
    }
}
