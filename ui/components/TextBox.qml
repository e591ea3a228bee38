// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Menshen

/// What is typed into. It asks for the on-screen keyboard when a finger put the focus here, and sends it away as soon as
/// a real keyboard is used.
T.TextField {
    id: root

    required property Theme theme
    property bool wrong: false
    property bool keyboardWanted: false

    implicitHeight: theme.touch
    leftPadding: theme.s(12)
    rightPadding: theme.s(12)
    verticalAlignment: TextInput.AlignVCenter
    color: theme.ink
    placeholderTextColor: theme.muted
    selectionColor: theme.accent
    selectedTextColor: theme.accentInk
    selectByMouse: true
    font.family: theme.family
    font.pixelSize: theme.s(18)
    inputMethodHints: Qt.ImhNoPredictiveText
    onPressed: keyboardWanted = true
    onActiveFocusChanged: if (activeFocus)
        keyboardWanted = focusReason !== Qt.TabFocusReason && focusReason !== Qt.BacktabFocusReason
    Keys.onPressed: event => {
        if (event.text.length > 0 && event.text >= " ")
            keyboardWanted = false;
    }

    background: Rectangle {
        radius: root.theme.s(10)
        color: root.theme.raised
        border.width: root.activeFocus || root.wrong ? 2 : 1
        border.color: root.wrong ? root.theme.tone(SignIcon.Refuse) : root.activeFocus ? root.theme.accent : root.theme.line
    }
}
