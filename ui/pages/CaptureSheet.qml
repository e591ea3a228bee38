// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// How long pictures shall be stored, and why; the PIN is asked for after it.
Sheet {
    id: root

    required property DiagnosticsDesk diagnostics
    property bool asked: false ///< as last seen: what follows from it changes the desk again
    readonly property string reason: why.field.text
    signal pinWanted

    title: qsTr("Turn the diagnostics capture on")
    Connections {
        target: root.diagnostics

        function onChanged() {
            if (root.diagnostics.asking === root.asked)
                return;
            root.asked = root.diagnostics.asking;
            if (root.asked) {
                why.field.text = "";
                root.open();
            } else if (root.visible) {
                root.close();
            }
        }
    }
    onVisibleChanged: {
        if (!visible) {
            why.field.text = "";
            if (diagnostics.asking)
                diagnostics.cancel();
        }
    }

    function next(): void {
        if (diagnostics.isReason(why.field.text))
            pinWanted();
    }

    Label {
        theme: root.theme
        text: qsTr("About one picture a second is stored, its faces blurred. Everybody at the door sees that it is on. The ledger keeps who turned it on and why.")
        color: root.theme.muted
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: root.theme.half

        Repeater {
            model: root.diagnostics.choices

            ActionButton {
                required property string modelData
                required property int index

                theme: root.theme
                objectName: "captureMinutes" + index
                look: index === root.diagnostics.choice ? ActionButton.Tonal : ActionButton.Quiet
                text: modelData
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: root.diagnostics.choice = index
            }
        }
    }
    EntryField {
        id: why

        theme: root.theme
        label: qsTr("Why is it needed?")
        required: true
        fieldName: "captureReason"
        hint: qsTr("At least 4 characters, for example what the detector gets wrong")
        Layout.fillWidth: true
        onEntered: root.next()
    }
    RowLayout {
        spacing: root.theme.half

        ActionButton {
            theme: root.theme
            objectName: "captureBack"
            look: ActionButton.Quiet
            text: qsTr("Back")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.close()
        }
        ActionButton {
            theme: root.theme
            objectName: "captureNext"
            look: ActionButton.Primary
            enabled: root.diagnostics.isReason(why.field.text)
            text: qsTr("Next")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.next()
        }
    }
}
