// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// The guard reports a case: what it is, and whom it is about. Nobody is taken for granted, the one in front least of all.
Sheet {
    id: root

    enum Whom {
        NotSaid,
        InFront,
        SomebodyElse,
        NotKnown
    }

    required property DoorModel door
    required property AlertModel alert
    property int what: -1
    property int whom: ReportCaseSheet.NotSaid
    /// Whose name stood in the form when the sheet was opened: another person may come meanwhile.
    property string frontName
    property string frontMasked
    readonly property bool ready: what >= 0 && whom !== ReportCaseSheet.NotSaid && (whom !== ReportCaseSheet.SomebodyElse || name.field.text.trim().length > 0)

    title: qsTr("Report a case: the leading group is told at once")
    onVisibleChanged: {
        what = -1;
        whom = ReportCaseSheet.NotSaid;
        name.field.text = "";
        frontName = visible ? door.nameInFront : "";
        frontMasked = visible ? door.maskedNameInFront : "";
    }

    function report(): void {
        if (!ready)
            return;
        alert.report(what, whom === ReportCaseSheet.InFront ? frontName : whom === ReportCaseSheet.SomebodyElse ? name.field.text : "");
        close();
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
        text: qsTr("Whom is it about?")
        Layout.fillWidth: true
    }
    Flow {
        spacing: root.theme.half
        Layout.fillWidth: true

        ActionButton {
            theme: root.theme
            objectName: "caseOfFront"
            visible: root.frontName.length > 0
            look: root.whom === ReportCaseSheet.InFront ? ActionButton.Tonal : ActionButton.Quiet
            text: qsTr("The person in front: %1").arg(root.frontMasked)
            onClicked: root.whom = ReportCaseSheet.InFront
        }
        ActionButton {
            theme: root.theme
            objectName: "caseOfOther"
            look: root.whom === ReportCaseSheet.SomebodyElse ? ActionButton.Tonal : ActionButton.Quiet
            text: qsTr("Somebody else")
            onClicked: {
                root.whom = ReportCaseSheet.SomebodyElse;
                name.field.forceActiveFocus();
            }
        }
        ActionButton {
            theme: root.theme
            objectName: "caseOfNobody"
            look: root.whom === ReportCaseSheet.NotKnown ? ActionButton.Tonal : ActionButton.Quiet
            text: qsTr("Name not known")
            onClicked: root.whom = ReportCaseSheet.NotKnown
        }
    }
    EntryField {
        id: name

        theme: root.theme
        visible: root.whom === ReportCaseSheet.SomebodyElse
        fieldName: "caseOtherName"
        label: qsTr("Name")
        hint: qsTr("Shown and sent with the surname only")
        Layout.fillWidth: true
        onEntered: root.report()
    }
    RowLayout {
        spacing: root.theme.half

        ActionButton {
            theme: root.theme
            objectName: "reportCaseCancel"
            look: ActionButton.Quiet
            text: qsTr("Back")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.close()
        }
        ActionButton {
            theme: root.theme
            objectName: "reportCaseOk"
            look: ActionButton.Danger
            enabled: root.ready
            text: qsTr("Report it")
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            onClicked: root.report()
        }
    }
}
