// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// Asks once more before pictures are gone for ever.
Sheet {
    id: root

    required property DiagnosticsDesk diagnostics

    title: qsTr("Destroy all stored pictures?")
    wantedWidth: theme.s(480)

    Label {
        theme: root.theme
        text: qsTr("%1, with what the detector said of them. They cannot be brought back; the ledger keeps that they were destroyed.").arg(root.diagnostics.keptWord)
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: root.theme.half

        ActionButton {
            theme: root.theme
            objectName: "destroyCancel"
            look: ActionButton.Quiet
            text: qsTr("Back")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.close()
        }
        ActionButton {
            theme: root.theme
            objectName: "destroyOk"
            look: ActionButton.Danger
            text: qsTr("Destroy")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: {
                root.diagnostics.destroyAll();
                root.close();
            }
        }
    }
}
