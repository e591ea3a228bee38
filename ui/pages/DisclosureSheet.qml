// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// Before anything is shown or written whole: first why, then the PIN. Both at once would not fit above the keyboard.
Sheet {
    id: root

    required property DisclosureDesk disclosure
    property bool reasoned: false ///< the reason has been given; the PIN is next
    readonly property bool asked: disclosure.asking
    readonly property string problem: disclosure.problem

    wantedWidth: theme.s(reasoned ? 400 : 560)
    title: disclosure.task
    onAskedChanged: {
        if (asked) {
            reasoned = false;
            why.field.text = "";
            open();
            why.field.forceActiveFocus();
        } else if (visible) {
            close();
        }
    }
    onVisibleChanged: {
        pad.text = "";
        if (!visible) {
            why.field.text = "";
            if (disclosure.asking)
                disclosure.cancel();
        }
    }
    onProblemChanged: pad.text = ""

    function next(): void {
        if (disclosure.isReason(why.field.text)) {
            reasoned = true;
            pad.forceActiveFocus();
        }
    }

    Label {
        theme: root.theme
        text: qsTr("The ledger keeps who asked, when and why, before anything is shown.")
        color: root.theme.muted
        Layout.fillWidth: true
    }
    EntryField {
        id: why

        theme: root.theme
        visible: !root.reasoned
        label: qsTr("Why is it needed?")
        required: true
        fieldName: "disclosureReason"
        hint: qsTr("At least 4 characters, for example who asked for it and on what ground")
        Layout.fillWidth: true
        onEntered: root.next()
    }
    Label {
        objectName: "disclosureWhy"
        theme: root.theme
        visible: root.reasoned
        text: qsTr("\"%1\"").arg(why.field.text.trim())
        Layout.fillWidth: true
    }
    NumberPad {
        id: pad

        theme: root.theme
        visible: root.reasoned
        secret: true
        fieldName: "disclosurePin"
        keyPrefix: "disclosurePin"
        placeholder: qsTr("Office PIN")
        Layout.fillWidth: true
        onEntered: root.disclosure.submit(text, why.field.text)
    }
    NoticeBox {
        theme: root.theme
        textName: "disclosureProblem"
        sign: SignIcon.Refuse
        text: root.problem
        Layout.fillWidth: true
    }
    NoticeBox {
        theme: root.theme
        textName: "disclosureBusy"
        sign: SignIcon.Measuring
        text: root.disclosure.busyText
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: root.theme.half

        ActionButton {
            theme: root.theme
            objectName: "disclosureCancel"
            look: ActionButton.Quiet
            text: qsTr("Back")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.close()
        }
        ActionButton {
            theme: root.theme
            objectName: "disclosureNext"
            visible: !root.reasoned
            look: ActionButton.Primary
            enabled: root.disclosure.isReason(why.field.text)
            text: qsTr("Next")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.next()
        }
        ActionButton {
            theme: root.theme
            objectName: "disclosureOk"
            visible: root.reasoned
            look: ActionButton.Primary
            enabled: pad.text.length > 0 && !root.disclosure.busy
            text: root.disclosure.okWord
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.disclosure.submit(pad.text, why.field.text)
        }
    }
}
