// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// The ledger's rows, newest first, masked for the office's eyes.
Card {
    id: root

    required property OfficeModel office
    readonly property bool wide: width >= theme.s(780)

    component Cell: Label {
        property real share: 1

        theme: root.theme
        font.pixelSize: root.theme.s(15)
        Layout.fillWidth: true
        Layout.preferredWidth: share * root.theme.s(100)
    }
    component Head: Cell {
        color: root.theme.muted
        font.pixelSize: root.theme.small
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: root.theme.half
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: root.theme.s(12)
            Layout.rightMargin: root.theme.s(12)
            Layout.preferredHeight: root.theme.s(40)
            spacing: root.theme.s(12)

            Head {
                share: 0.8
                text: qsTr("Time")
            }
            Head {
                share: 1.3
                text: qsTr("Name")
            }
            Head {
                visible: root.wide
                share: 1.6
                text: qsTr("Document")
            }
            Head {
                visible: root.wide
                share: 1.1
                text: qsTr("Phone")
            }
            Head {
                share: 0.5
                text: "°C"
            }
            Head {
                share: 1.4
                text: qsTr("Verdict")
            }
            Head {
                share: 1.2
                text: qsTr("Outcome")
            }
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: 1
            color: root.theme.line
        }
        ListView {
            id: list

            objectName: "ledgerList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.office.rows
            delegate: ActionButton {
                id: line

                required property int index
                required property string time
                required property string name
                required property string document
                required property string phone
                required property string temperature
                required property string outcome
                required property int outcomeSign
                required property string verdict
                required property int verdictSign

                theme: root.theme
                objectName: "ledgerRow" + index
                width: list.width
                implicitHeight: Math.max(root.theme.s(52), implicitContentHeight + root.theme.half)
                leftPadding: root.theme.s(12)
                rightPadding: root.theme.s(12)
                onClicked: root.office.selected = root.office.selected === index ? -1 : index

                background: Rectangle {
                    radius: root.theme.half
                    color: root.office.selected === line.index ? (root.theme.dark ? "#22384d" : "#dfeaf6") : line.index % 2 ? root.theme.raised : "transparent"
                    border.width: line.visualFocus ? 2 : 0
                    border.color: root.theme.accent
                }
                contentItem: RowLayout {
                    spacing: root.theme.s(12)

                    Cell {
                        share: 0.8
                        text: line.time
                        color: root.theme.muted
                    }
                    Cell {
                        share: 1.3
                        text: line.name
                        font.bold: true
                    }
                    Cell {
                        visible: root.wide
                        share: 1.6
                        text: line.document
                        wrapMode: Text.WrapAnywhere
                    }
                    Cell {
                        visible: root.wide
                        share: 1.1
                        text: line.phone
                        wrapMode: Text.WrapAnywhere
                    }
                    Cell {
                        share: 0.5
                        text: line.temperature
                    }
                    RowLayout {
                        Layout.fillWidth: true
                        Layout.preferredWidth: root.theme.s(140)
                        spacing: root.theme.s(6)

                        Sign {
                            theme: root.theme
                            sign: line.verdictSign
                            size: root.theme.s(18)
                        }
                        Cell {
                            text: line.verdict
                        }
                    }
                    RowLayout {
                        Layout.fillWidth: true
                        Layout.preferredWidth: root.theme.s(120)
                        spacing: root.theme.s(6)

                        Sign {
                            theme: root.theme
                            sign: line.outcomeSign
                            size: root.theme.s(18)
                        }
                        Cell {
                            text: line.outcome
                        }
                    }
                }
            }

            ColumnLayout {
                anchors.centerIn: parent
                width: parent.width - root.theme.s(64)
                visible: list.count === 0
                spacing: root.theme.gap

                Sign {
                    theme: root.theme
                    Layout.alignment: Qt.AlignHCenter
                    sign: root.office.problem.length > 0 ? SignIcon.Refuse : root.office.loading ? SignIcon.Measuring : SignIcon.None
                    size: root.theme.s(48)
                }
                Label {
                    objectName: "ledgerEmpty"
                    theme: root.theme
                    horizontalAlignment: Text.AlignHCenter
                    font.pixelSize: root.theme.large
                    color: root.theme.muted
                    text: root.office.problem.length > 0 ? root.office.problem : root.office.loading ? qsTr("Looking…") : qsTr("No entries on these days with these filters")
                    Layout.fillWidth: true
                }
            }
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: 1
            color: root.theme.line
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.margins: root.theme.half
            spacing: root.theme.half

            Label {
                objectName: "ledgerPage"
                theme: root.theme
                text: root.office.pageText
                color: root.theme.muted
                Layout.fillWidth: true
                Layout.leftMargin: root.theme.s(4)
            }
            ActionButton {
                theme: root.theme
                objectName: "ledgerNewer"
                look: ActionButton.Quiet
                enabled: root.office.canNewer
                text: qsTr("‹ Newer")
                onClicked: root.office.newer()
            }
            ActionButton {
                theme: root.theme
                objectName: "ledgerOlder"
                look: ActionButton.Quiet
                enabled: root.office.canOlder
                text: qsTr("Older ›")
                onClicked: root.office.older()
            }
        }
    }
}
