// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// The daily reports (S10): a month of them, and one in full.
FormScroll {
    id: root

    required property OfficeModel office
    required property bool portrait
    signal signAsked

    objectName: "reportsScroll"
    keyboardTop: Infinity // nothing is typed here
    contentHeight: grid.implicitHeight

    GridLayout {
        id: grid

        width: parent.width - root.theme.s(8) // beside it runs the scroll mark
        columns: root.portrait ? 1 : 2
        columnSpacing: root.theme.gap
        rowSpacing: root.theme.gap

        Card {
            theme: root.theme
            implicitHeight: calendar.implicitHeight + 2 * root.theme.gap
            Layout.fillWidth: true
            Layout.preferredWidth: root.theme.s(520)
            Layout.alignment: Qt.AlignTop

            ReportCalendar {
                id: calendar

                theme: root.theme
                reports: root.office.reports
                anchors {
                    left: parent.left
                    right: parent.right
                    top: parent.top
                    margins: root.theme.gap
                }
            }
        }
        Card {
            theme: root.theme
            implicitHeight: report.implicitHeight + 2 * root.theme.gap
            Layout.fillWidth: true
            Layout.preferredWidth: root.theme.s(680)
            Layout.alignment: Qt.AlignTop

            ReportCard {
                id: report

                theme: root.theme
                reports: root.office.reports
                onSignAsked: root.signAsked()
                anchors {
                    left: parent.left
                    right: parent.right
                    top: parent.top
                    margins: root.theme.gap
                }
            }
        }
    }
}
