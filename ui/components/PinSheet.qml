// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// Asks for the office's PIN before the station is closed.
Sheet {
    id: root

    required property bool busy
    required property string problem
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
        fieldName: "quitPinField"
        keyPrefix: "quitPin"
        placeholder: qsTr("Office PIN")
        Layout.fillWidth: true
        onEntered: root.pinEntered(text)
    }
    Label {
        objectName: "quitPinProblem"
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
            objectName: "quitCancel"
            look: ActionButton.Quiet
            text: qsTr("Back")
            Layout.fillWidth: true
            onClicked: root.close()
        }
        ActionButton {
            theme: root.theme
            objectName: "quitOk"
            look: ActionButton.Primary
            enabled: pad.text.length > 0 && !root.busy
            text: qsTr("Close the station")
            Layout.fillWidth: true
            onClicked: root.pinEntered(pad.text)
        }
    }
}
