// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// A month of daily reports, and what is owed.
ColumnLayout {
    id: root

    required property Theme theme
    required property ReportDesk reports
    readonly property var weekdays: [qsTr("Mon"), qsTr("Tue"), qsTr("Wed"), qsTr("Thu"), qsTr("Fri"), qsTr("Sat"), qsTr("Sun")]

    spacing: theme.s(12)

    NoticeBox {
        theme: root.theme
        textName: "reportsOwed"
        sign: root.reports.missing ? SignIcon.Refuse : SignIcon.Attention
        text: root.reports.owed
        Layout.fillWidth: true
    }
    DayStepper {
        theme: root.theme
        name: "reportMonth"
        day: root.reports.month
        Layout.alignment: Qt.AlignHCenter
        onMoved: days => root.reports.step(days)
    }
    NoticeBox {
        theme: root.theme
        textName: "reportCalendarProblem"
        sign: SignIcon.Refuse
        text: root.reports.calendarProblem
        Layout.fillWidth: true
    }
    GridLayout {
        columns: 7
        columnSpacing: root.theme.s(4)
        rowSpacing: root.theme.s(4)
        Layout.fillWidth: true

        Repeater {
            model: root.weekdays

            FieldLabel {
                required property string modelData

                theme: root.theme
                text: modelData
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
                Layout.preferredWidth: 1
            }
        }
        Repeater {
            model: root.reports.days

            ReportDay {
                required property string day
                required property bool selectable

                theme: root.theme
                objectName: "reportDay" + day
                enabled: selectable
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: root.reports.choose(day)
            }
        }
    }
}
