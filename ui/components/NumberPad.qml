// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// Digits by finger or by keyboard. No input method is involved, so the on-screen keyboard stays away.
FocusScope {
    id: root

    required property Theme theme
    property string text
    property bool secret: false
    property bool dot: false
    property int maximumLength: 12
    property string placeholder
    property string fieldName
    property string keyPrefix
    signal entered

    implicitWidth: theme.s(320)
    implicitHeight: column.implicitHeight

    function type(key: string): void {
        if (text.length < maximumLength)
            text += key;
    }
    function erase(): void {
        text = text.slice(0, -1);
    }

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace) {
            erase();
        } else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) {
            entered();
        } else if (/^[0-9]$/.test(event.text)) {
            type(event.text);
        } else if (dot && (event.text === "." || event.text === ",") && !text.includes(".")) {
            type(".");
        } else {
            return;
        }
        event.accepted = true;
    }

    ColumnLayout {
        id: column

        width: parent.width
        spacing: root.theme.half

        Rectangle {
            objectName: root.fieldName
            Layout.fillWidth: true
            implicitHeight: root.theme.s(64)
            radius: root.theme.s(10)
            color: root.theme.raised
            border.width: root.activeFocus ? 2 : 1
            border.color: root.activeFocus ? root.theme.accent : root.theme.line

            Text {
                anchors.centerIn: parent
                text: root.text.length === 0 ? root.placeholder : root.secret ? "●".repeat(root.text.length) : root.text
                color: root.text.length === 0 ? root.theme.muted : root.theme.ink
                font.pixelSize: root.text.length === 0 ? root.theme.body : root.secret ? root.theme.large : root.theme.title
                font.letterSpacing: root.secret && root.text.length > 0 ? root.theme.s(3) : 0
            }
            MouseArea {
                anchors.fill: parent
                onClicked: root.forceActiveFocus()
            }
        }
        GridLayout {
            Layout.fillWidth: true
            columns: 3
            rowSpacing: root.theme.half
            columnSpacing: root.theme.half

            Repeater {
                model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", root.dot ? "." : "", "0", "⌫"]

                ActionButton {
                    required property string modelData

                    theme: root.theme
                    objectName: root.keyPrefix + (modelData === "⌫" ? "Back" : modelData === "." ? "Dot" : modelData)
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    implicitHeight: root.theme.s(56)
                    focusPolicy: Qt.NoFocus
                    enabled: modelData.length > 0
                    opacity: modelData.length > 0 ? 1 : 0
                    look: ActionButton.Quiet
                    size: root.theme.s(22)
                    text: modelData
                    onClicked: {
                        if (modelData === "⌫")
                            root.erase();
                        else if (modelData !== "." || !root.text.includes("."))
                            root.type(modelData);
                    }
                }
            }
        }
    }
}
