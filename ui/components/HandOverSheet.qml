// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// To whom a person is handed over, by which vehicle, when (S7).
Sheet {
    id: root

    required property AlertModel alert
    property bool refused: false ///< the time cannot be read

    title: qsTr("Hand over")
    onVisibleChanged: {
        refused = false;
        toWhom.field.text = "";
        vehicle.field.text = "";
        when.field.text = visible ? alert.nowText() : "";
        if (visible)
            toWhom.field.forceActiveFocus();
    }

    function record(): void {
        if (toWhom.field.text.trim().length === 0)
            return;
        if (alert.handOver(toWhom.field.text, vehicle.field.text, when.field.text))
            close();
        else
            refused = true;
    }

    EntryField {
        id: toWhom

        theme: root.theme
        fieldName: "handOverTo"
        label: qsTr("To whom?")
        required: true
        placeholder: qsTr("name and unit")
        Layout.fillWidth: true
        onEntered: root.record()
    }
    RowLayout {
        spacing: root.theme.gap

        EntryField {
            id: vehicle

            theme: root.theme
            fieldName: "handOverVehicle"
            label: qsTr("Vehicle")
            placeholder: qsTr("number plate, or none")
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: 2
            onEntered: root.record()
        }
        EntryField {
            id: when

            theme: root.theme
            fieldName: "handOverTime"
            label: qsTr("Time")
            required: true
            problem: root.refused ? qsTr("such as 14:05") : ""
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: 1
            onEdited: root.refused = false
            onEntered: root.record()
        }
    }
    RowLayout {
        spacing: root.theme.half

        ActionButton {
            theme: root.theme
            objectName: "handOverCancel"
            look: ActionButton.Quiet
            text: qsTr("Back")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.close()
        }
        ActionButton {
            theme: root.theme
            objectName: "handOverOk"
            look: ActionButton.Primary
            enabled: toWhom.field.text.trim().length > 0
            text: qsTr("Record the hand-over")
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            onClicked: root.record()
        }
    }
}
