// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// The leading group and its duty roster (S9 Y11 S8 Q1): who is on duty now, then the people or the roster.
FormScroll {
    id: root

    required property OfficeModel office
    required property bool portrait
    property bool rosterShown: true
    signal shiftPersonAsked(shift: int)
    signal handOverAsked

    objectName: "groupScroll"
    keyboardTop: Infinity // nothing is typed here
    contentHeight: column.implicitHeight

    component Part: ActionButton {
        id: part

        required property bool roster

        theme: root.theme
        look: root.rosterShown === roster ? ActionButton.Tonal : ActionButton.Quiet
        onClicked: root.rosterShown = roster
    }

    ColumnLayout {
        id: column

        width: parent.width - root.theme.s(8) // beside it runs the scroll mark
        spacing: root.theme.gap

        Card {
            theme: root.theme
            implicitHeight: head.implicitHeight + 2 * root.theme.s(12)
            Layout.fillWidth: true

            GridLayout {
                id: head

                columns: root.portrait ? 1 : 2
                columnSpacing: root.theme.gap
                rowSpacing: root.theme.half
                anchors {
                    left: parent.left
                    right: parent.right
                    verticalCenter: parent.verticalCenter
                    leftMargin: root.theme.gap
                    rightMargin: root.theme.gap
                }

                RowLayout {
                    spacing: root.theme.s(12)
                    Layout.fillWidth: true

                    Sign {
                        theme: root.theme
                        sign: root.office.roster.nowSign
                        size: root.theme.s(32)
                    }
                    ColumnLayout {
                        spacing: 0
                        Layout.fillWidth: true

                        Label {
                            objectName: "dutyNow"
                            theme: root.theme
                            text: root.office.roster.now
                            font.pixelSize: root.theme.large
                            font.bold: true
                            Layout.fillWidth: true
                        }
                        Label {
                            objectName: "dutyNowDetail"
                            theme: root.theme
                            text: root.office.roster.nowDetail
                            color: root.theme.tone(root.office.roster.nowSign)
                            Layout.fillWidth: true
                        }
                    }
                }
                RowLayout {
                    spacing: root.theme.half

                    Part {
                        objectName: "partRoster"
                        roster: true
                        text: qsTr("Duty roster")
                    }
                    Part {
                        objectName: "partPeople"
                        roster: false
                        text: qsTr("People")
                    }
                    Item {
                        Layout.fillWidth: root.portrait
                        implicitWidth: root.theme.half
                    }
                    ActionButton {
                        theme: root.theme
                        objectName: "handOver"
                        enabled: root.office.roster.mayHandOver
                        look: ActionButton.Quiet
                        text: qsTr("Hand over…")
                        onClicked: root.handOverAsked()
                    }
                }
            }
        }
        Repeater {
            model: root.rosterShown ? 0 : 1

            GroupPart {
                theme: root.theme
                group: root.office.group
                transfer: root.office.transfer
                portrait: root.portrait
                Layout.fillWidth: true
            }
        }
        Repeater {
            model: root.rosterShown ? 1 : 0

            RosterPart {
                theme: root.theme
                roster: root.office.roster
                transfer: root.office.transfer
                portrait: root.portrait
                Layout.fillWidth: true
                onPersonAsked: shift => root.shiftPersonAsked(shift)
            }
        }
    }
}
