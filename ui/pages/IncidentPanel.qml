// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// One incident: how it stands, what can be done, who was present, and its whole story on a time line.
Card {
    id: root

    required property IncidentDesk incidents
    required property AlertModel alert
    readonly property double seq: incidents.seq
    readonly property PresentDesk present: incidents.present

    onSeqChanged: scroll.contentY = 0

    FormScroll {
        id: scroll

        objectName: "incidentScroll"
        theme: root.theme
        keyboardTop: Infinity
        anchors.fill: parent
        anchors.margins: root.theme.gap
        contentHeight: column.implicitHeight

        ColumnLayout {
            id: column

            width: parent.width - root.theme.s(8)
            spacing: root.theme.s(12)

            RowLayout {
                spacing: root.theme.s(12)

                Sign {
                    theme: root.theme
                    sign: root.incidents.sign
                    size: root.theme.s(32)
                }
                ColumnLayout {
                    spacing: 0
                    Layout.fillWidth: true

                    Label {
                        objectName: "incidentTitle"
                        theme: root.theme
                        text: root.incidents.title
                        font.pixelSize: root.theme.large
                        font.bold: true
                        Layout.fillWidth: true
                    }
                    Label {
                        objectName: "incidentStanding"
                        theme: root.theme
                        text: root.incidents.standing
                        color: root.theme.tone(root.incidents.sign)
                        Layout.fillWidth: true
                    }
                }
                ActionButton {
                    theme: root.theme
                    objectName: "incidentLeave"
                    look: ActionButton.Quiet
                    leftPadding: 0
                    rightPadding: 0
                    showsSign: true
                    sign: SignIcon.Cross
                    onClicked: root.incidents.unchoose()
                }
            }
            NoticeBox {
                theme: root.theme
                textName: "incidentLeft"
                sign: SignIcon.Attention
                text: root.incidents.left
                Layout.fillWidth: true
            }
            NoticeBox {
                theme: root.theme
                textName: "incidentProblem"
                sign: SignIcon.Refuse
                text: root.incidents.actProblem
                Layout.fillWidth: true
            }
            Flow {
                spacing: root.theme.half
                Layout.fillWidth: true

                ActionButton {
                    theme: root.theme
                    objectName: "incidentSteps"
                    visible: root.incidents.openStill
                    text: qsTr("Go through its steps")
                    onClicked: root.alert.choose(root.seq)
                }
                ActionButton {
                    theme: root.theme
                    objectName: "incidentClose"
                    visible: root.incidents.openStill
                    enabled: root.incidents.mayClose
                    look: ActionButton.Primary
                    text: qsTr("Close the incident")
                    onClicked: root.incidents.close()
                }
                ActionButton {
                    theme: root.theme
                    objectName: "presentList"
                    look: ActionButton.Quiet
                    enabled: !root.present.busy
                    text: qsTr("List those present")
                    onClicked: root.present.list()
                }
            }
            NoticeBox {
                theme: root.theme
                textName: "presentProblem"
                sign: SignIcon.Refuse
                text: root.present.problem
                Layout.fillWidth: true
            }
            // Made when it is shown: a layout that is hidden while its parts change forgets to follow.
            Repeater {
                model: root.present.shown ? 1 : 0

                ColumnLayout {
                    spacing: root.theme.half
                    Layout.fillWidth: true

                    Label {
                        objectName: "presentWindow"
                        theme: root.theme
                        text: root.present.window
                        font.bold: true
                        Layout.fillWidth: true
                    }
                    FieldLabel {
                        theme: root.theme
                        text: qsTr("They came in during the same window. The ledger does not know who was near whom.")
                        Layout.fillWidth: true
                    }
                    Flow {
                        spacing: root.theme.half
                        Layout.fillWidth: true

                        ActionButton {
                            theme: root.theme
                            objectName: "presentCsv"
                            look: ActionButton.Quiet
                            enabled: !root.present.busy
                            text: qsTr("CSV, masked")
                            onClicked: root.present.exportTo("csv", false)
                        }
                        ActionButton {
                            theme: root.theme
                            objectName: "presentXlsx"
                            look: ActionButton.Quiet
                            enabled: !root.present.busy
                            text: qsTr("XLSX, masked")
                            onClicked: root.present.exportTo("xlsx", false)
                        }
                        ActionButton {
                            theme: root.theme
                            objectName: "presentWhole"
                            look: ActionButton.Quiet
                            enabled: !root.present.busy
                            text: qsTr("XLSX with whole numbers…")
                            onClicked: root.present.exportTo("xlsx", true)
                        }
                    }
                    Label {
                        objectName: "presentPath"
                        theme: root.theme
                        visible: text.length > 0
                        text: root.present.path.length > 0 ? qsTr("Written: %1").arg(root.present.path) : ""
                        wrapMode: Text.WrapAnywhere
                        Layout.fillWidth: true
                    }
                    Repeater {
                        model: root.present.rows

                        // No layout: its height would stay that of the name wrapped in its narrowest column.
                        Item {
                            id: person

                            required property int index
                            required property string when
                            required property string name
                            required property string document
                            required property string phone
                            required property string outcome
                            readonly property real gap: root.theme.s(12)

                            Layout.fillWidth: true
                            implicitHeight: who.implicitHeight

                            Label {
                                id: time

                                theme: root.theme
                                anchors.left: parent.left
                                anchors.baseline: who.baseline
                                width: root.theme.s(120)
                                text: person.when
                                color: root.theme.muted
                                font.pixelSize: root.theme.small
                            }
                            Label {
                                id: who

                                objectName: "present" + person.index
                                theme: root.theme
                                anchors.left: time.right
                                anchors.leftMargin: person.gap
                                anchors.right: papers.left
                                anchors.rightMargin: person.gap
                                text: person.name
                                wrapMode: Text.Wrap // also within a long name
                            }
                            Label {
                                id: papers

                                theme: root.theme
                                anchors.right: telephone.left
                                anchors.rightMargin: person.gap
                                anchors.baseline: who.baseline
                                width: root.theme.s(150)
                                text: person.document
                                font.pixelSize: root.theme.small
                            }
                            Label {
                                id: telephone

                                theme: root.theme
                                anchors.right: result.left
                                anchors.rightMargin: person.gap
                                anchors.baseline: who.baseline
                                width: root.theme.s(96)
                                text: person.phone
                                font.pixelSize: root.theme.small
                            }
                            Label {
                                id: result

                                theme: root.theme
                                anchors.right: parent.right
                                anchors.baseline: who.baseline
                                width: root.theme.s(64)
                                text: person.outcome
                                font.pixelSize: root.theme.small
                            }
                        }
                    }
                    Label {
                        theme: root.theme
                        visible: text.length > 0
                        text: root.present.rest
                        color: root.theme.muted
                        Layout.fillWidth: true
                    }
                }
            }
            Rectangle {
                Layout.fillWidth: true
                implicitHeight: 1
                color: root.theme.line
            }
            Label {
                theme: root.theme
                text: qsTr("Its story")
                font.pixelSize: root.theme.large
                font.bold: true
                Layout.fillWidth: true
            }
            Repeater {
                model: root.incidents.story

                StoryLine {
                    theme: root.theme
                    Layout.fillWidth: true
                }
            }
        }
    }
}
