// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// Language and theme; both are remembered.
Sheet {
    id: root

    required property ShellModel shell

    title: qsTr("Settings")

    FieldLabel {
        theme: root.theme
        text: qsTr("Language")
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: root.theme.half

        ActionButton {
            theme: root.theme
            objectName: "settingsChinese"
            look: root.shell.chinese ? ActionButton.Tonal : ActionButton.Quiet
            text: "中文"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: if (!root.shell.chinese)
                root.shell.toggleLanguage()
        }
        ActionButton {
            theme: root.theme
            objectName: "settingsEnglish"
            look: root.shell.chinese ? ActionButton.Quiet : ActionButton.Tonal
            text: "English"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: if (root.shell.chinese)
                root.shell.toggleLanguage()
        }
    }
    FieldLabel {
        theme: root.theme
        text: qsTr("Theme")
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: root.theme.half

        ActionButton {
            theme: root.theme
            objectName: "settingsLight"
            look: root.shell.dark ? ActionButton.Quiet : ActionButton.Tonal
            showsSign: true
            sign: SignIcon.Sun
            text: qsTr("Light")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: if (root.shell.dark)
                root.shell.toggleTheme()
        }
        ActionButton {
            theme: root.theme
            objectName: "settingsDark"
            look: root.shell.dark ? ActionButton.Tonal : ActionButton.Quiet
            showsSign: true
            sign: SignIcon.Moon
            text: qsTr("Dark")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: if (!root.shell.dark)
                root.shell.toggleTheme()
        }
    }
    ActionButton {
        theme: root.theme
        objectName: "settingsClose"
        look: ActionButton.Quiet
        text: qsTr("Back")
        Layout.fillWidth: true
        onClicked: root.close()
    }
}
