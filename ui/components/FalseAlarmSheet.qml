// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// Why an alert was false, and what showed it: a second reading, or who looked again.
Sheet {
    id: root

    required property AlertModel alert
    property bool refused: false ///< what was typed is no reading, or a fever itself
    property int where: 0 ///< by TakenAt

    title: qsTr("False alarm")
    onVisibleChanged: {
        refused = false;
        where = 0;
        for (const field of [reason.field, degrees.field, checkedBy.field])
            field.text = "";
        if (visible)
            reason.field.forceActiveFocus();
    }

    function record(): void {
        if (ok.enabled && alert.falseAlarm(reason.field.text, checkedBy.field.text, alert.needsTemperature ? degrees.field.text : "", where))
            close();
        else
            refused = true;
    }

    EntryField {
        id: reason

        theme: root.theme
        fieldName: "falseAlarmReason"
        label: qsTr("Why is it a false alarm?")
        required: true
        Layout.fillWidth: true
        onEntered: root.record()
    }
    EntryField {
        id: degrees

        theme: root.theme
        visible: root.alert.needsTemperature
        fieldName: "falseAlarmDegrees"
        label: qsTr("Second reading, °C")
        required: true
        placeholder: qsTr("e.g. 36.5")
        hints: Qt.ImhFormattedNumbersOnly
        problem: root.refused && visible ? qsTr("No thermometer shows that, or it is a fever: then it is no false alarm.") : ""
        Layout.fillWidth: true
        onEdited: root.refused = false
        onEntered: root.record()
    }
    Flow {
        visible: root.alert.needsTemperature
        spacing: root.theme.half
        Layout.fillWidth: true

        Repeater {
            model: root.alert.takenWords

            ActionButton {
                required property string modelData
                required property int index

                theme: root.theme
                objectName: "falseAlarmAt" + index
                look: index === root.where ? ActionButton.Tonal : ActionButton.Quiet
                text: modelData
                onClicked: root.where = index
            }
        }
    }
    EntryField {
        id: checkedBy

        theme: root.theme
        visible: !root.alert.needsTemperature
        fieldName: "falseAlarmBy"
        label: qsTr("Who looked again?")
        required: true
        Layout.fillWidth: true
        onEntered: root.record()
    }
    RowLayout {
        spacing: root.theme.half

        ActionButton {
            theme: root.theme
            objectName: "falseAlarmCancel"
            look: ActionButton.Quiet
            text: qsTr("Back")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.close()
        }
        ActionButton {
            id: ok

            theme: root.theme
            objectName: "falseAlarmOk"
            look: ActionButton.Primary
            enabled: reason.field.text.trim().length > 0 && (root.alert.needsTemperature ? degrees.field.text : checkedBy.field.text).trim().length > 0
            text: qsTr("Record")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.record()
        }
    }
}
