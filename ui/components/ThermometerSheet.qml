// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// The reading of a contact thermometer, typed in.
Sheet {
    id: root

    property bool refused: false ///< what was typed is no such reading
    signal typed(degrees: string)

    wantedWidth: theme.s(400)
    title: qsTr("Contact thermometer")
    onVisibleChanged: {
        pad.text = "";
        refused = false;
        if (visible)
            pad.forceActiveFocus();
    }

    NumberPad {
        id: pad

        theme: root.theme
        dot: true
        focus: true
        maximumLength: 5
        fieldName: "contactField"
        keyPrefix: "contact"
        placeholder: qsTr("e.g. 36.5 °C")
        Layout.fillWidth: true
        onTextChanged: root.refused = false
        onEntered: root.typed(text)
    }
    Label {
        objectName: "contactProblem"
        theme: root.theme
        visible: root.refused
        text: qsTr("A contact thermometer does not show that. Please read it again.")
        color: root.theme.tone(SignIcon.Refuse)
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: root.theme.half

        ActionButton {
            theme: root.theme
            objectName: "contactCancel"
            look: ActionButton.Quiet
            text: qsTr("Back")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.close()
        }
        ActionButton {
            theme: root.theme
            objectName: "contactOk"
            look: ActionButton.Primary
            enabled: pad.text.length > 1
            text: qsTr("Take it")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.typed(pad.text)
        }
    }
}
