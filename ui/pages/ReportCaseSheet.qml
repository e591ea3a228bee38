// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// The guard reports a case: what it is, then whom it is about, which reports it. Nobody is taken for granted, the one in front
/// least of all.
Sheet {
    id: root

    required property DoorModel door
    required property AlertModel alert
    property int what: -1
    property bool somebodyElse: false
    /// Whose name stood in the form when the sheet was opened: another person may come meanwhile.
    property string frontName
    property string frontMasked

    title: qsTr("Report a case: the leading group is told at once")
    onVisibleChanged: {
        what = -1;
        somebodyElse = false;
        name.field.text = "";
        frontName = visible ? door.nameInFront : "";
        frontMasked = visible ? door.maskedNameInFront : "";
    }

    function report(about: string): void {
        if (what < 0)
            return;
        alert.report(what, about);
        close();
    }
    function reportOther(): void {
        if (name.field.text.trim().length > 0)
            report(name.field.text);
    }

    component Whom: ActionButton {
        theme: root.theme
        look: ActionButton.Danger
        enabled: root.what >= 0
        width: Math.min(implicitWidth, root.wantedWidth - root.theme.s(48))
    }

    Flow {
        spacing: root.theme.half
        Layout.fillWidth: true

        Repeater {
            model: root.alert.signWords

            ActionButton {
                required property string modelData
                required property int index

                theme: root.theme
                objectName: "case" + index
                look: index === root.what ? ActionButton.Tonal : ActionButton.Quiet
                text: modelData
                onClicked: root.what = index
            }
        }
    }
    FieldLabel {
        theme: root.theme
        text: qsTr("Whom is it about? A tap reports it.")
        Layout.fillWidth: true
    }
    Flow {
        spacing: root.theme.half
        Layout.fillWidth: true

        Whom {
            objectName: "caseOfFront"
            visible: root.frontName.length > 0
            text: qsTr("The person in front: %1").arg(root.frontMasked)
            onClicked: root.report(root.frontName)
        }
        Whom {
            objectName: "caseOfOther"
            look: root.somebodyElse ? ActionButton.Tonal : ActionButton.Quiet
            text: qsTr("Somebody else…")
            onClicked: {
                root.somebodyElse = true;
                name.field.forceActiveFocus();
            }
        }
        Whom {
            objectName: "caseOfNobody"
            text: qsTr("Name not known")
            onClicked: root.report("")
        }
    }
    RowLayout {
        visible: root.somebodyElse
        spacing: root.theme.half

        EntryField {
            id: name

            theme: root.theme
            fieldName: "caseOtherName"
            label: qsTr("Name")
            hint: qsTr("Shown and sent with the surname only")
            Layout.fillWidth: true
            onEntered: root.reportOther()
        }
        ActionButton {
            theme: root.theme
            objectName: "caseOfOtherOk"
            look: ActionButton.Danger
            enabled: root.what >= 0 && name.field.text.trim().length > 0
            text: qsTr("Report it")
            onClicked: root.reportOther()
        }
    }
    ActionButton {
        theme: root.theme
        objectName: "reportCaseCancel"
        look: ActionButton.Quiet
        text: qsTr("Back")
        Layout.fillWidth: true
        onClicked: root.close()
    }
}
