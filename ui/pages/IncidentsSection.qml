// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// The incidents, newest first, and one of them in full.
GridLayout {
    id: root

    required property Theme theme
    required property OfficeModel office
    required property AlertModel alert
    required property bool portrait
    readonly property IncidentDesk incidents: office.incidents
    signal openAsked

    columns: portrait ? 1 : 2
    columnSpacing: theme.gap
    rowSpacing: theme.gap

    Card {
        theme: root.theme
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: root.theme.s(520)
        Layout.preferredHeight: root.theme.s(400)

        ColumnLayout {
            anchors.fill: parent
            anchors.margins: root.theme.gap
            spacing: root.theme.s(12)

            RowLayout {
                spacing: root.theme.half

                Label {
                    objectName: "incidentRoom"
                    theme: root.theme
                    text: root.incidents.room
                    color: root.theme.muted
                    Layout.fillWidth: true
                }
                ActionButton {
                    theme: root.theme
                    objectName: "incidentOpen"
                    text: qsTr("Open an incident…")
                    Layout.alignment: Qt.AlignTop
                    onClicked: root.openAsked()
                }
            }
            NoticeBox {
                theme: root.theme
                textName: "incidentsProblem"
                sign: SignIcon.Refuse
                text: root.incidents.problem
                Layout.fillWidth: true
            }
            EmptyNote {
                theme: root.theme
                visible: root.incidents.empty
                sign: SignIcon.Pass
                textName: "incidentsEmpty"
                text: qsTr("No incident yet. One is opened by an abnormal temperature, by a yes to a question, by the guard, or here.")
                Layout.fillWidth: true
                Layout.topMargin: root.theme.s(40)
            }
            FormScroll {
                theme: root.theme
                keyboardTop: Infinity
                contentHeight: list.implicitHeight
                Layout.fillWidth: true
                Layout.fillHeight: true

                ColumnLayout {
                    id: list

                    width: parent.width - root.theme.s(8)
                    spacing: root.theme.half

                    Repeater {
                        model: root.incidents.rows

                        Rectangle {
                            id: line

                            required property int index
                            required property double seq
                            required property string when
                            required property string who
                            required property string why
                            required property string standing
                            required property int sign
                            required property bool here

                            objectName: "incidentRow" + index
                            Layout.fillWidth: true
                            implicitHeight: words.implicitHeight + root.theme.s(20)
                            radius: root.theme.s(10)
                            color: here ? root.theme.tint(SignIcon.Unknown) : root.theme.raised

                            TapHandler {
                                onTapped: line.here ? root.incidents.unchoose() : root.incidents.choose(line.seq)
                            }
                            RowLayout {
                                id: words

                                anchors {
                                    left: parent.left
                                    right: parent.right
                                    verticalCenter: parent.verticalCenter
                                    margins: root.theme.s(12)
                                }
                                spacing: root.theme.s(12)

                                Sign {
                                    theme: root.theme
                                    sign: line.sign
                                    size: root.theme.s(28)
                                }
                                ColumnLayout {
                                    spacing: root.theme.s(2)
                                    Layout.fillWidth: true

                                    Label {
                                        theme: root.theme
                                        text: qsTr("%1 · %2").arg(line.who).arg(line.why)
                                        font.bold: true
                                        Layout.fillWidth: true
                                    }
                                    FieldLabel {
                                        theme: root.theme
                                        text: qsTr("%1 · incident %2 · %3").arg(line.when).arg(line.seq).arg(line.standing)
                                        Layout.fillWidth: true
                                    }
                                }
                            }
                        }
                    }
                    ActionButton {
                        theme: root.theme
                        objectName: "incidentsMore"
                        visible: root.incidents.more
                        look: ActionButton.Quiet
                        text: qsTr("Older ones")
                        Layout.fillWidth: true
                        onClicked: root.incidents.showMore()
                    }
                }
            }
        }
    }
    Repeater {
        model: root.incidents.seq > 0 ? 1 : 0

        IncidentPanel {
            theme: root.theme
            incidents: root.incidents
            alert: root.alert
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: root.theme.s(680)
            Layout.preferredHeight: root.theme.s(900)
        }
    }
}
