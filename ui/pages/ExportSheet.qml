// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// Writes what the filters show as CSV or XLSX; personal fields stay masked.
Sheet {
    id: root

    required property OfficeModel office
    readonly property LedgerExport work: office.ledgerExport

    title: qsTr("Export")
    onVisibleChanged: if (visible)
        work.forget()

    Label {
        objectName: "exportRange"
        theme: root.theme
        font.pixelSize: root.theme.large
        text: root.office.from === root.office.to ? root.office.from : qsTr("%1 to %2").arg(root.office.from).arg(root.office.to)
        Layout.fillWidth: true
    }
    FieldLabel {
        theme: root.theme
        text: qsTr("With the filters as they are set. Documents and phones are masked in the file.")
        Layout.fillWidth: true
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
            onClicked: root.office.exportTo("csv")
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
            onClicked: root.office.exportTo("xlsx")
        }
    }
    Rectangle {
        visible: root.work.running
        Layout.fillWidth: true
        implicitHeight: root.theme.s(12)
        radius: height / 2
        color: root.theme.raised

        Rectangle {
            objectName: "exportBar"
            width: parent.width * root.work.progress
            height: parent.height
            radius: parent.radius
            color: root.theme.accent
        }
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
