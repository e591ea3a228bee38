// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// Asks for a reason: one of some usual ones by a tap, or in one's own words.
Sheet {
    id: root

    property var presets: []
    property string okText
    property int okLook: ActionButton.Primary
    property string kind ///< which question is being asked
    signal answered(kind: string, reason: string)

    function ask(question: string, heading: string, usual: list<string>, ok: string, look: int): void {
        kind = question;
        title = heading;
        presets = usual;
        okText = ok;
        okLook = look;
        reason.field.text = "";
        open();
    }
    /// Why a number is not there or not right: "unverified" or "noPhone".
    function askIdentity(question: string): void {
        if (question === "unverified")
            ask(question, qsTr("Keep as unverified: why?"), [qsTr("Elder without papers"), qsTr("Card damaged, person known"), qsTr("Photo of the card seen"), qsTr("Will be checked later")], qsTr("Keep"), ActionButton.Primary);
        else
            ask(question, qsTr("No phone: whose number or why?"), [qsTr("Has no phone"), qsTr("Companion's phone"), qsTr("Battery empty")], qsTr("Keep"), ActionButton.Primary);
    }
    function answer(): void {
        const words = reason.field.text.trim();
        if (words.length > 0) {
            visible = false;
            answered(kind, words);
            dismissed();
        }
    }

    Flow {
        Layout.fillWidth: true
        spacing: root.theme.half

        Repeater {
            model: root.presets

            ActionButton {
                required property string modelData
                required property int index

                theme: root.theme
                objectName: "reasonPreset" + index
                width: Math.min(implicitWidth, root.wantedWidth - root.theme.s(48))
                look: reason.field.text === modelData ? ActionButton.Tonal : ActionButton.Quiet
                text: modelData
                onClicked: reason.field.text = modelData
            }
        }
    }
    EntryField {
        id: reason

        theme: root.theme
        fieldName: "reasonField"
        label: qsTr("Reason")
        placeholder: qsTr("tap one above, or type")
        Layout.fillWidth: true
        onEntered: root.answer()
    }
    RowLayout {
        spacing: root.theme.half

        ActionButton {
            theme: root.theme
            objectName: "reasonCancel"
            look: ActionButton.Quiet
            text: qsTr("Back")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.close()
        }
        ActionButton {
            theme: root.theme
            objectName: "reasonOk"
            look: root.okLook
            enabled: reason.field.text.trim().length > 0
            text: root.okText
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.answer()
        }
    }
}
