// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window
import Menshen

Window {
    id: root

    required property ShellModel shell
    required property DoorModel door
    required property AlertModel alert
    required property StaffDesk staff
    required property OfficeModel office
    required property FrameSource frames

    readonly property bool portrait: height > width
    readonly property real keyboardTop: keyboard.item && keyboard.item.visible ? keyboard.item.y : height
    readonly property bool sheetShown: quitSheet.visible || alertDialog.visible

    readonly property Theme theme: Theme {
        dark: root.shell.dark
        k: root.portrait ? Math.max(0.8, Math.min(1.5, root.width / 900)) : Math.max(0.8, Math.min(1.6, Math.min(root.width / 1280, root.height / 800)))
    }

    width: 1280
    height: 800
    minimumWidth: 800
    minimumHeight: 640
    title: qsTr("Menshen")
    color: theme.window
    visible: true
    visibility: shell.windowed ? Window.Windowed : Window.FullScreen

    onClosing: close => {
        if (!root.shell.mayClose) {
            close.accepted = false;
            quitSheet.open();
        }
    }

    Shortcut {
        sequence: "Ctrl+Q"
        context: Qt.ApplicationShortcut
        onActivated: root.close()
    }

    HeaderBar {
        id: header

        theme: root.theme
        shell: root.shell
        width: parent.width
        enabled: !root.sheetShown
    }
    AlertBar {
        id: alertBar

        theme: root.theme
        alert: root.alert
        anchors.top: header.bottom
        width: parent.width
        height: visible ? implicitHeight : 0
        visible: root.alert.minimised
    }
    Item {
        id: pages

        anchors {
            top: alertBar.bottom
            bottom: footer.top
            left: parent.left
            right: parent.right
        }
        enabled: !root.sheetShown

        Loader {
            anchors.fill: parent
            active: true
            visible: root.shell.page === 0
            sourceComponent: DoorPage {
                theme: root.theme
                door: root.door
                frames: root.frames
                keyboardTop: root.keyboardTop
                portrait: root.portrait
                layer: layer
                focus: true
            }
            focus: visible
        }
        Loader {
            property bool seen: false

            anchors.fill: parent
            active: seen || visible
            visible: root.shell.page === 1
            focus: visible
            onLoaded: seen = true
            sourceComponent: StaffPage {
                theme: root.theme
                staff: root.staff
                door: root.door
                keyboardTop: root.keyboardTop
                portrait: root.portrait
                layer: layer
                focus: true
            }
        }
        Loader {
            property bool seen: false

            anchors.fill: parent
            active: seen || visible
            visible: root.shell.page === 2
            focus: visible
            onLoaded: seen = true
            sourceComponent: OfficePage {
                theme: root.theme
                office: root.office
                shell: root.shell
                keyboardTop: root.keyboardTop
                portrait: root.portrait
                layer: layer
                focus: true
            }
        }
    }
    DeviceBar {
        id: footer

        theme: root.theme
        shell: root.shell
        anchors.bottom: parent.bottom
        width: parent.width
    }

    Item {
        id: layer

        anchors.fill: parent
        enabled: !root.sheetShown
        z: 10
    }
    PinSheet {
        id: quitSheet

        theme: root.theme
        keyboardTop: root.keyboardTop
        z: 15
        title: qsTr("Close the station?")
        busy: root.shell.busy
        problem: root.shell.pinProblem
        onPinEntered: pin => root.shell.close(pin)
        onDismissed: root.shell.forgetPinProblem()
    }
    AlertDialog {
        id: alertDialog

        anchors.fill: parent
        theme: root.theme
        alert: root.alert
        keyboardTop: root.keyboardTop
        z: 20
    }
    Loader {
        id: keyboard

        z: 30
        asynchronous: true
        sourceComponent: KeyboardDock {
            windowWidth: root.width
            windowHeight: root.height
        }
    }
}
