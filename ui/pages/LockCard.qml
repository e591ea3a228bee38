// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// The office's door: its PIN, or the first time a new one typed twice.
Card {
    id: root

    required property OfficeModel office
    property string first ///< the new PIN, while it is typed again
    readonly property bool again: office.firstTime && first.length > 0

    function entered(pin: string): void {
        if (pin.length === 0)
            return;
        if (!office.firstTime) {
            office.unlock(pin);
        } else if (first.length === 0) {
            first = pin;
        } else {
            office.setFirstPin(first, pin);
            first = "";
        }
        pad.text = "";
    }

    implicitWidth: theme.s(420)
    implicitHeight: column.implicitHeight + 2 * theme.s(32)
    onVisibleChanged: {
        first = "";
        pad.text = "";
        if (visible)
            pad.forceActiveFocus();
    }

    ColumnLayout {
        id: column

        anchors {
            left: parent.left
            right: parent.right
            verticalCenter: parent.verticalCenter
            margins: root.theme.s(32)
        }
        spacing: root.theme.gap

        RowLayout {
            spacing: root.theme.gap

            SignIcon {
                Layout.preferredWidth: root.theme.s(40)
                Layout.preferredHeight: root.theme.s(40)
                kind: SignIcon.Lock
                color: root.theme.accent
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Label {
                    theme: root.theme
                    text: qsTr("Office")
                    font.pixelSize: root.theme.title
                    font.bold: true
                    Layout.fillWidth: true
                }
                Label {
                    objectName: "pinTask"
                    theme: root.theme
                    text: root.again ? qsTr("Type the new PIN once more") : root.office.firstTime ? qsTr("Choose a PIN of 6 to 12 digits") : qsTr("Please type the PIN")
                    color: root.theme.muted
                    Layout.fillWidth: true
                }
            }
        }
        NumberPad {
            id: pad

            theme: root.theme
            secret: true
            focus: true
            fieldName: "pinField"
            keyPrefix: "pin"
            placeholder: qsTr("PIN")
            Layout.fillWidth: true
            onEntered: root.entered(text)
        }
        Label {
            objectName: "pinProblem"
            theme: root.theme
            visible: text.length > 0
            text: root.office.pinProblem
            color: root.theme.tone(SignIcon.Refuse)
            Layout.fillWidth: true
        }
        ActionButton {
            theme: root.theme
            objectName: "pinOk"
            look: ActionButton.Primary
            implicitHeight: root.theme.s(56)
            enabled: pad.text.length > 0 && !root.office.busy
            text: root.again ? qsTr("Set the PIN") : root.office.firstTime ? qsTr("Next") : qsTr("Open")
            Layout.fillWidth: true
            onClicked: root.entered(pad.text)
        }
    }
}
