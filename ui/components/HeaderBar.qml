// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// The station's name, the three pages, language and theme.
Rectangle {
    id: root

    required property Theme theme
    required property ShellModel shell

    implicitHeight: theme.s(64)
    color: theme.card

    component Tab: ActionButton {
        id: tab

        required property int page
        readonly property bool here: root.shell.page === page

        theme: root.theme
        look: here ? ActionButton.Tonal : ActionButton.Quiet
        leftPadding: root.theme.s(20)
        rightPadding: root.theme.s(20)
        size: root.theme.s(18)
        bold: here
        onClicked: root.shell.page = page
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: root.theme.s(20)
        anchors.rightMargin: root.theme.gap
        spacing: root.theme.half

        Label {
            theme: root.theme
            text: qsTr("Menshen")
            font.pixelSize: root.theme.s(22)
            font.bold: true
            wrapMode: Text.NoWrap
            color: root.theme.accent
        }
        Label {
            theme: root.theme
            text: root.shell.stationName
            color: root.theme.muted
            Layout.fillWidth: true
            Layout.leftMargin: root.theme.half
            wrapMode: Text.Wrap
            maximumLineCount: 2
            font.pixelSize: root.theme.body
        }
        Tab {
            objectName: "tabDoor"
            page: 0
            text: qsTr("Door")
        }
        Tab {
            objectName: "tabStaff"
            page: 1
            text: qsTr("Staff")
        }
        Tab {
            objectName: "tabOffice"
            page: 2
            text: qsTr("Office")
        }
        Item {
            Layout.fillWidth: true
            Layout.maximumWidth: root.theme.s(120)
        }
        ActionButton {
            theme: root.theme
            objectName: "languageButton"
            look: ActionButton.Quiet
            text: root.shell.chinese ? "English" : "中文"
            onClicked: root.shell.toggleLanguage()
        }
        ActionButton {
            theme: root.theme
            objectName: "themeButton"
            look: ActionButton.Quiet
            showsSign: true
            sign: root.shell.dark ? SignIcon.Sun : SignIcon.Moon
            text: root.shell.dark ? qsTr("Light") : qsTr("Dark")
            onClicked: root.shell.toggleTheme()
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: root.theme.line
    }
}
