// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// The office opens an incident by hand (Q12): what it is about, who it is, anything else.
Sheet {
    id: root

    required property IncidentDesk incidents
    property int what: -1

    title: qsTr("Open an incident")
    onVisibleChanged: {
        what = -1;
        name.field.text = "";
        note.field.text = "";
    }

    Flow {
        spacing: root.theme.half
        Layout.fillWidth: true

        Repeater {
            model: root.incidents.signWords

            ActionButton {
                required property string modelData
                required property int index

                theme: root.theme
                objectName: "caseSign" + index
                look: index === root.what ? ActionButton.Tonal : ActionButton.Quiet
                text: modelData
                onClicked: root.what = index
            }
        }
    }
    EntryField {
        id: name

        theme: root.theme
        fieldName: "caseName"
        label: qsTr("Name, if it is known")
        hint: qsTr("Shown and sent with the surname only")
        Layout.fillWidth: true
    }
    EntryField {
        id: note

        theme: root.theme
        fieldName: "caseNote"
        label: qsTr("Where, and what else is to be known")
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: root.theme.half

        ActionButton {
            theme: root.theme
            objectName: "caseCancel"
            look: ActionButton.Quiet
            text: qsTr("Back")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.close()
        }
        ActionButton {
            theme: root.theme
            objectName: "caseOk"
            look: ActionButton.Danger
            enabled: root.what >= 0
            text: qsTr("Open it and tell everybody")
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            onClicked: {
                root.incidents.report(root.what, name.field.text, note.field.text);
                root.close();
            }
        }
    }
}
