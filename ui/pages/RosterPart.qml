// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// The duty roster: a month, one day of it, the shifts.
ColumnLayout {
    id: root

    required property Theme theme
    required property RosterDesk roster
    required property TransferDesk transfer
    required property bool portrait
    readonly property var weekdays: [qsTr("Mon"), qsTr("Tue"), qsTr("Wed"), qsTr("Thu"), qsTr("Fri"), qsTr("Sat"), qsTr("Sun")]
    signal personAsked(shift: int)

    spacing: theme.gap

    NoticeBox {
        theme: root.theme
        textName: "rosterTrouble"
        sign: SignIcon.Refuse
        text: root.roster.trouble
        Layout.fillWidth: true
    }
    GridLayout {
        columns: root.portrait ? 1 : 2
        columnSpacing: root.theme.gap
        rowSpacing: root.theme.gap
        Layout.fillWidth: true

        Card {
            theme: root.theme
            implicitHeight: month.implicitHeight + 2 * root.theme.gap
            Layout.fillWidth: true
            Layout.preferredWidth: root.theme.s(720)
            Layout.alignment: Qt.AlignTop

            ColumnLayout {
                id: month

                spacing: root.theme.s(12)
                anchors {
                    left: parent.left
                    right: parent.right
                    top: parent.top
                    margins: root.theme.gap
                }

                DayStepper {
                    theme: root.theme
                    name: "rosterMonth"
                    day: root.roster.month
                    Layout.alignment: Qt.AlignHCenter
                    onMoved: months => root.roster.step(months)
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
                        model: root.roster.days

                        RosterDay {
                            required property string day

                            theme: root.theme
                            objectName: "rosterDay" + day
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            Layout.alignment: Qt.AlignTop
                            onClicked: root.roster.choose(day)
                        }
                    }
                }
            }
        }
        ColumnLayout {
            spacing: root.theme.gap
            Layout.fillWidth: true
            Layout.preferredWidth: root.theme.s(480)
            Layout.alignment: Qt.AlignTop

            NoticeBox {
                theme: root.theme
                textName: "rosterProblems"
                text: root.roster.problems
                Layout.fillWidth: true
            }
            Card {
                theme: root.theme
                implicitHeight: one.implicitHeight + 2 * root.theme.gap
                Layout.fillWidth: true

                ColumnLayout {
                    id: one

                    spacing: root.theme.s(10)
                    anchors {
                        left: parent.left
                        right: parent.right
                        top: parent.top
                        margins: root.theme.gap
                    }

                    RowLayout {
                        spacing: root.theme.half

                        Label {
                            objectName: "rosterDay"
                            theme: root.theme
                            text: root.roster.day
                            font.pixelSize: root.theme.large
                            font.bold: true
                            Layout.fillWidth: true
                        }
                        ActionButton {
                            theme: root.theme
                            objectName: "rosterClosed"
                            look: root.roster.closed ? ActionButton.Tonal : ActionButton.Quiet
                            enabled: !root.roster.busy
                            text: root.roster.closed ? qsTr("Open that day") : qsTr("Closed that day")
                            onClicked: root.roster.setClosed(!root.roster.closed)
                        }
                    }
                    Repeater {
                        model: root.roster.shifts

                        ShiftRow {
                            theme: root.theme
                            busy: root.roster.busy
                            objectName: "shiftRow" + index
                            Layout.fillWidth: true
                            onPersonAsked: root.personAsked(index)
                            onEditAsked: root.roster.editShift(index)
                        }
                    }
                    EmptyNote {
                        theme: root.theme
                        visible: root.roster.empty
                        sign: SignIcon.Unknown
                        textName: "rosterEmpty"
                        text: qsTr("There are no shifts yet. Until then the deputies are told, then the leader. Add a shift, or export the template, fill it in and import it.")
                        Layout.fillWidth: true
                        Layout.topMargin: root.theme.gap
                        Layout.bottomMargin: root.theme.gap
                    }
                    ActionButton {
                        theme: root.theme
                        objectName: "shiftAdd"
                        look: root.roster.empty ? ActionButton.Primary : ActionButton.Quiet
                        enabled: !root.roster.busy && root.roster.trouble.length === 0
                        text: qsTr("Add a shift…")
                        onClicked: root.roster.addShift()
                    }
                    RegisterButtons {
                        theme: root.theme
                        transfer: root.transfer
                        roster: true
                        busy: root.roster.busy
                        mayUndo: root.roster.mayUndo
                        message: root.roster.message
                        failed: root.roster.failed
                        Layout.fillWidth: true
                        Layout.topMargin: root.theme.half
                        onUndoAsked: root.roster.undo()
                    }
                }
            }
        }
    }
}
