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
    required property InsideReviewModel inside
    required property OfficeModel office
    required property FrameSource frames

    readonly property bool portrait: height > width
    readonly property real keyboardTop: height - keyboard.height
    readonly property bool sheetShown: quitSheet.visible || alertDialog.visible

    property bool staffSeen: false
    property bool officeSeen: false

    readonly property Theme theme: Theme {
        dark: root.shell.dark
        k: root.portrait ? Math.max(0.8, Math.min(1.5, root.width / 844)) : Math.max(0.8, Math.min(1.6, Math.min(root.width / 1280, root.height / 800)))
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

    Connections {
        target: root.shell
        function onPageChanged(): void {
            root.staffSeen = root.staffSeen || root.shell.page === 1;
            root.officeSeen = root.officeSeen || root.shell.page === 2;
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
    LedgerBar {
        id: ledgerBar

        theme: root.theme
        shell: root.shell
        anchors.top: alertBar.bottom
        width: parent.width
        enabled: !root.sheetShown
        typing: keyboard.shown
        there: root.shell.page === 2 && root.office.open && root.office.section === OfficeModel.Ledger
        onWayAsked: {
            root.office.showLedger();
            root.shell.page = 2;
        }
    }
    CaptureBar {
        id: captureBar

        theme: root.theme
        diagnostics: root.office.diagnostics
        anchors.top: ledgerBar.bottom
        width: parent.width
        height: visible ? implicitHeight : 0
        enabled: !root.sheetShown
        office: root.shell.page === 2 && root.office.open
    }
    InsideReview {
        id: insideBar

        theme: root.theme
        inside: root.inside
        overlay: sheets
        keyboardTop: root.keyboardTop
        anchors.top: captureBar.bottom
        width: parent.width
        height: visible ? implicitHeight : 0
        enabled: !root.sheetShown
    }
    Item {
        id: pages

        anchors {
            top: insideBar.bottom
            bottom: footer.top
            left: parent.left
            right: parent.right
        }
        enabled: !root.sheetShown && !insideBar.shown

        DoorPage {
            anchors.fill: parent
            theme: root.theme
            door: root.door
            alert: root.alert
            frames: root.frames
            keyboardTop: root.keyboardTop
            portrait: root.portrait
            overlay: sheets
            typing: keyboard.shown
            visible: root.shell.page === 0
            focus: visible
            onStaffAsked: root.shell.page = 1
        }
        // Made when first looked at. A Repeater of one: Qt 6.4's Loader cannot make a bound component.
        Repeater {
            model: root.staffSeen ? 1 : 0

            StaffPage {
                anchors.fill: parent
                theme: root.theme
                staff: root.staff
                door: root.door
                frames: root.frames
                keyboardTop: root.keyboardTop
                portrait: root.portrait
                overlay: sheets
                visible: root.shell.page === 1
                focus: visible
            }
        }
        Repeater {
            model: root.officeSeen ? 1 : 0

            OfficePage {
                anchors.fill: parent
                theme: root.theme
                office: root.office
                alert: root.alert
                shell: root.shell
                frames: root.frames
                keyboardTop: root.keyboardTop
                portrait: root.portrait
                overlay: sheets
                visible: root.shell.page === 2
                focus: visible
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
        id: sheets

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
    ScreenKeyboard {
        id: keyboard

        theme: root.theme
        z: 30
        anchors.bottom: parent.bottom
        width: parent.width
        height: implicitHeight
    }
}
