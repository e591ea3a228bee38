// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Window
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings

/// Qt's on-screen keyboard at the foot of the window, not wider than a hand can reach. No height while it is away.
Item {
    id: root

    implicitHeight: panel.active ? panel.height : 0

    InputPanel {
        id: panel

        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(root.width, root.Window.height * 1.1)
        visible: active
    }

    Component.onCompleted: VirtualKeyboardSettings.activeLocales = ["en_US"]
}
