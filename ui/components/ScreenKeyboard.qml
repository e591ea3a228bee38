// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Menshen

/// Digits and letters for fingers, at the foot of the window; only digits where only digits belong. No height while away.
Rectangle {
    id: root

    required property Theme theme
    readonly property TextBox target: Window.activeFocusItem as TextBox
    readonly property bool shown: target !== null && target.visible && target.enabled && target.keyboardWanted
    readonly property bool digits: target !== null && (target.inputMethodHints & (Qt.ImhDialableCharactersOnly | Qt.ImhDigitsOnly)) !== 0
    readonly property bool capitals: shift || (target !== null && (target.inputMethodHints & Qt.ImhPreferUppercase) !== 0)
    property bool shift: false
    readonly property var rows: digits ? [["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"], ["+", "0", "⌫"], ["↵", "▾"]] : [["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"], ["q", "w", "e", "r", "t", "y", "u", "i", "o", "p"], ["a", "s", "d", "f", "g", "h", "j", "k", "l", "-"], ["⇧", "z", "x", "c", "v", "b", "n", "m", ".", "⌫"], ["'", "(", "␣", ")", "↵", "▾"]]
    readonly property real keyHeight: Math.max(48, theme.s(digits ? 48 : 50))
    readonly property real keyGap: theme.s(6)

    implicitHeight: shown ? rows.length * (keyHeight + keyGap) + 2 * keyGap : 0
    objectName: "screenKeyboard"
    visible: shown
    color: theme.dark ? "#1c2732" : "#d9e1e9"

    function pressed(key: string): void {
        switch (key) {
        case "⌫":
            sender.erase();
            break;
        case "↵":
            sender.enter();
            break;
        case "▾":
            target.keyboardWanted = false;
            break;
        case "⇧":
            shift = !shift;
            break;
        case "␣":
            sender.type(" ");
            break;
        default:
            sender.type(capitals ? key.toUpperCase() : key);
            shift = false;
        }
    }

    KeySender {
        id: sender
    }
    // Nothing behind the keyboard is touched through its gaps.
    MouseArea {
        anchors.fill: parent
    }
    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        y: root.keyGap * 1.5
        width: Math.min(root.width - 2 * root.keyGap, root.theme.s(root.digits ? 480 : 1000))
        spacing: root.keyGap

        Repeater {
            model: root.rows

            Row {
                id: row

                required property var modelData
                readonly property real units: modelData.includes("␣") ? 10 : modelData.length

                width: parent ? parent.width : 0
                spacing: root.keyGap

                Repeater {
                    model: row.modelData

                    ActionButton {
                        id: key

                        required property string modelData
                        readonly property int span: modelData === "␣" ? 4 : modelData === "↵" && !root.digits ? 2 : 1

                        theme: root.theme
                        objectName: "key" + (modelData === "⌫" ? "Back" : modelData === "↵" ? "Enter" : modelData === "▾" ? "Hide" : modelData === "⇧" ? "Shift" : modelData === "␣" ? "Space" : modelData)
                        width: ((row.width - (row.units - 1) * root.keyGap) / row.units) * span + (span - 1) * root.keyGap
                        height: root.keyHeight
                        leftPadding: 0
                        rightPadding: 0
                        focusPolicy: Qt.NoFocus
                        autoRepeat: modelData === "⌫"
                        bold: false
                        size: root.theme.s(22)
                        text: modelData === "␣" ? "" : root.capitals && modelData.length === 1 && /[a-z]/.test(modelData) ? modelData.toUpperCase() : modelData
                        background: Rectangle {
                            radius: root.theme.half
                            color: key.down || (key.modelData === "⇧" && root.capitals) ? root.theme.tint(SignIcon.Pass) : root.theme.card
                            border.width: 1
                            border.color: root.theme.line
                        }
                        onClicked: root.pressed(modelData)
                    }
                }
            }
        }
    }
}
