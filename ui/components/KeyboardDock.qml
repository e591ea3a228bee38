// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings

/// Qt's on-screen keyboard, not wider than a hand can reach.
InputPanel {
    id: root

    property real windowHeight: 0
    property real windowWidth: 0

    width: Math.min(windowWidth, windowHeight * 1.1)
    x: (windowWidth - width) / 2
    y: active ? windowHeight - height : windowHeight
    visible: active

    Component.onCompleted: VirtualKeyboardSettings.activeLocales = ["en_US"]
}
