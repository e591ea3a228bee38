// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// Writes what the filters show as CSV or XLSX; personal fields stay masked unless somebody answers for it.
Sheet {
    id: root

    required property OfficeModel office
    readonly property LedgerExport work: office.ledgerExport
    property bool whole: false ///< documents and phones unmasked: each file needs the PIN and a reason

    title: qsTr("Export")
    onVisibleChanged: {
        whole = false;
        if (visible)
            work.forget();
    }

    Label {
        objectName: "exportRange"
        theme: root.theme
        font.pixelSize: root.theme.large
        text: root.office.visits.from === root.office.visits.to ? root.office.visits.from : qsTr("%1 to %2").arg(root.office.visits.from).arg(root.office.visits.to)
        Layout.fillWidth: true
    }
    FieldLabel {
        theme: root.theme
        text: root.whole ? qsTr("With the filters as they are set. Documents and phones stand whole in the file: keep it as you would keep the people's papers.") : qsTr("With the filters as they are set. Documents and phones are masked in the file.")
        Layout.fillWidth: true
    }
    ActionButton {
        theme: root.theme
        objectName: "exportWhole"
        look: root.whole ? ActionButton.Tonal : ActionButton.Quiet
        showsSign: true
        sign: root.whole ? SignIcon.Pass : SignIcon.None
        enabled: !root.work.running
        text: qsTr("Whole numbers (needs PIN and a reason)")
        Layout.fillWidth: true
        onClicked: root.whole = !root.whole
    }
    RowLayout {
        spacing: root.theme.gap

        ActionButton {
            theme: root.theme
            objectName: "exportCsv"
            implicitHeight: root.theme.s(64)
            size: root.theme.large
            enabled: !root.work.running
            text: "CSV"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.office.exportTo("csv", root.whole)
        }
        ActionButton {
            theme: root.theme
            objectName: "exportXlsx"
            implicitHeight: root.theme.s(64)
            size: root.theme.large
            enabled: !root.work.running
            text: "XLSX"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.office.exportTo("xlsx", root.whole)
        }
    }
    ProgressLine {
        theme: root.theme
        visible: root.work.running
        progress: root.work.progress
        barName: "exportBar"
        Layout.fillWidth: true
    }
    RowLayout {
        visible: root.work.message.length > 0
        spacing: root.theme.half

        Sign {
            theme: root.theme
            sign: root.work.running ? SignIcon.Measuring : root.work.failed ? SignIcon.Attention : SignIcon.Pass
            size: root.theme.s(28)
        }
        Label {
            objectName: "exportMessage"
            theme: root.theme
            text: root.work.message
            Layout.fillWidth: true
        }
    }
    Label {
        objectName: "exportPath"
        theme: root.theme
        visible: text.length > 0
        text: root.work.path
        color: root.theme.muted
        wrapMode: Text.WrapAnywhere
        Layout.fillWidth: true
    }
    ActionButton {
        theme: root.theme
        objectName: "exportCancel"
        visible: root.work.running
        look: ActionButton.Danger
        text: qsTr("Cancel the export")
        Layout.fillWidth: true
        onClicked: root.work.cancel()
    }
    ActionButton {
        theme: root.theme
        objectName: "exportClose"
        visible: !root.work.running
        look: ActionButton.Quiet
        text: qsTr("Back")
        Layout.fillWidth: true
        onClicked: root.close()
    }
}
