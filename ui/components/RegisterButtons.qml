// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// What every register can do: be imported, written to a file, taken back by a version; and what became of it.
ColumnLayout {
    id: root

    required property Theme theme
    required property TransferDesk transfer
    required property bool roster
    required property bool busy
    required property bool mayUndo
    required property string message
    required property bool failed
    signal undoAsked

    spacing: theme.half

    Flow {
        spacing: root.theme.half
        Layout.fillWidth: true

        ActionButton {
            theme: root.theme
            objectName: "registerImport"
            look: ActionButton.Quiet
            enabled: !root.busy
            text: qsTr("Import…")
            onClicked: root.transfer.look(root.roster)
        }
        ActionButton {
            theme: root.theme
            objectName: "registerXlsx"
            look: ActionButton.Quiet
            text: qsTr("Export XLSX")
            onClicked: root.transfer.writeAs(root.roster, "xlsx")
        }
        ActionButton {
            theme: root.theme
            objectName: "registerCsv"
            look: ActionButton.Quiet
            text: qsTr("Export CSV")
            onClicked: root.transfer.writeAs(root.roster, "csv")
        }
        ActionButton {
            theme: root.theme
            objectName: "registerUndo"
            look: ActionButton.Quiet
            enabled: root.mayUndo
            text: qsTr("Undo the last change")
            onClicked: root.undoAsked()
        }
    }
    Label {
        objectName: "registerMessage"
        theme: root.theme
        visible: text.length > 0
        text: root.busy ? qsTr("Recording…") : root.message
        color: root.theme.tone(root.busy ? SignIcon.Unknown : root.failed ? SignIcon.Refuse : SignIcon.Pass)
        Layout.fillWidth: true
    }
    Label {
        objectName: "registerWritten"
        theme: root.theme
        visible: text.length > 0
        text: root.transfer.path.length > 0 ? root.transfer.message + ": " + root.transfer.path : root.transfer.message
        color: root.theme.tone(root.transfer.failed ? SignIcon.Refuse : SignIcon.Unknown)
        wrapMode: Text.WrapAnywhere
        Layout.fillWidth: true
    }
}
