// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// One day's report as it was signed, or as it would be; and what can be done with it.
ColumnLayout {
    id: root

    required property Theme theme
    required property ReportDesk reports
    readonly property bool ready: !reports.loading && reports.problem.length === 0 && reports.lines.count > 0
    signal signAsked

    spacing: theme.s(10)

    component FileButton: ActionButton {
        id: file

        required property string format

        theme: root.theme
        objectName: "reportAs" + file.text
        look: ActionButton.Quiet
        enabled: root.ready && !root.reports.writing
        onClicked: root.reports.writeAs(file.format)
    }

    RowLayout {
        spacing: root.theme.s(12)

        Sign {
            theme: root.theme
            visible: root.reports.sign !== SignIcon.None
            sign: root.reports.sign
            size: root.theme.s(32)
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            Label {
                objectName: "reportDay"
                theme: root.theme
                text: root.reports.day
                font.pixelSize: root.theme.large
                font.bold: true
                Layout.fillWidth: true
            }
            Label {
                objectName: "reportStanding"
                theme: root.theme
                visible: text.length > 0
                text: root.reports.standing
                color: root.theme.tone(root.reports.sign)
                Layout.fillWidth: true
            }
        }
        ActionButton {
            theme: root.theme
            objectName: "reportSign"
            visible: root.reports.maySign
            enabled: !root.reports.busy
            look: ActionButton.Primary
            text: root.reports.correction ? qsTr("Sign a correction…") : qsTr("Sign…")
            onClicked: root.signAsked()
        }
    }
    EmptyNote {
        theme: root.theme
        visible: !root.ready
        sign: root.reports.loading ? SignIcon.Measuring : SignIcon.Unknown
        textName: "reportEmpty"
        text: root.reports.loading ? qsTr("Counting…") : root.reports.problem.length > 0 ? root.reports.problem : qsTr("Choose a day.")
        Layout.fillWidth: true
        Layout.topMargin: root.theme.s(40)
    }
    NoticeBox {
        theme: root.theme
        textName: "reportAdvice"
        sign: SignIcon.Attention
        text: root.reports.advice
        Layout.fillWidth: true
    }
    Label {
        objectName: "reportVerdict"
        theme: root.theme
        visible: root.ready
        text: root.reports.verdict
        color: root.theme.tone(root.reports.verdictSign)
        font.bold: true
        Layout.fillWidth: true
    }
    RowLayout {
        visible: root.ready
        spacing: root.theme.half

        FileButton {
            format: "pdf"
            text: "PDF"
        }
        FileButton {
            format: "xlsx"
            text: "XLSX"
        }
        FileButton {
            format: "json"
            text: "JSON"
        }
        Label {
            objectName: "reportMessage"
            theme: root.theme
            text: root.reports.message
            color: root.theme.tone(root.reports.failed ? SignIcon.Refuse : root.reports.writing ? SignIcon.Unknown : SignIcon.Pass)
            Layout.fillWidth: true
        }
    }
    Label {
        objectName: "reportPath"
        theme: root.theme
        visible: text.length > 0
        text: root.reports.path
        color: root.theme.muted
        wrapMode: Text.WrapAnywhere
        Layout.fillWidth: true
    }
    Label {
        objectName: "reportRemarks"
        theme: root.theme
        visible: text.length > 0
        text: root.reports.remarks
        Layout.fillWidth: true
    }
    RowLayout {
        visible: root.ready
        spacing: root.theme.half

        FieldLabel {
            theme: root.theme
            text: qsTr("Item")
            Layout.fillWidth: true
            Layout.preferredWidth: 5
        }
        FieldLabel {
            theme: root.theme
            text: qsTr("That day")
            horizontalAlignment: Text.AlignRight
            Layout.fillWidth: true
            Layout.preferredWidth: 3
        }
        FieldLabel {
            theme: root.theme
            text: qsTr("In all")
            horizontalAlignment: Text.AlignRight
            Layout.fillWidth: true
            Layout.preferredWidth: 2
        }
    }
    Repeater {
        model: root.reports.lines

        RowLayout {
            id: line

            required property int index
            required property bool heading
            required property string label
            required property string value
            required property string total

            spacing: root.theme.half
            Layout.fillWidth: true
            Layout.topMargin: heading && index > 0 ? root.theme.half : 0

            Label {
                theme: root.theme
                objectName: "reportLabel" + line.index
                text: line.label
                font.bold: line.heading
                Layout.fillWidth: true
                Layout.preferredWidth: 5
            }
            Label {
                theme: root.theme
                objectName: "reportValue" + line.index
                visible: !line.heading
                text: line.value
                horizontalAlignment: Text.AlignRight
                Layout.fillWidth: true
                Layout.preferredWidth: 3
            }
            Label {
                theme: root.theme
                visible: !line.heading
                text: line.total
                color: root.theme.muted
                horizontalAlignment: Text.AlignRight
                Layout.fillWidth: true
                Layout.preferredWidth: 2
            }
        }
    }
}
