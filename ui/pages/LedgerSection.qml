// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// The ledger itself: is its chain whole, where is its backup, what has it forgotten, and the head that one should keep.
Flickable {
    id: root

    required property Theme theme
    required property OfficeModel office
    required property bool portrait
    readonly property LedgerDesk ledger: office.ledger

    onVisibleChanged: visible ? ledger.enter() : ledger.leave()
    Component.onCompleted: if (visible)
        ledger.enter()

    objectName: "ledgerScroll"
    contentWidth: width
    contentHeight: grid.implicitHeight
    clip: true
    interactive: contentHeight > height
    boundsBehavior: Flickable.StopAtBounds
    flickableDirection: Flickable.VerticalFlick

    component Section: Card {
        id: section

        property string heading
        property int sign: SignIcon.None
        property string word
        property string wordName
        default property alias body: inner.data

        theme: root.theme
        implicitHeight: inner.implicitHeight + 2 * root.theme.s(20)

        ColumnLayout {
            id: inner

            anchors {
                left: parent.left
                right: parent.right
                verticalCenter: parent.verticalCenter
                margins: root.theme.s(20)
            }
            spacing: root.theme.s(10)

            FieldLabel {
                theme: root.theme
                text: section.heading
                Layout.fillWidth: true
            }
            RowLayout {
                visible: section.word.length > 0
                spacing: root.theme.s(12)

                Sign {
                    theme: root.theme
                    sign: section.sign
                    size: root.theme.s(36)
                }
                Label {
                    objectName: section.wordName
                    theme: root.theme
                    text: section.word
                    color: root.theme.tone(section.sign)
                    font.pixelSize: root.theme.s(22)
                    font.bold: true
                    Layout.fillWidth: true
                }
            }
        }
    }
    component Work: ColumnLayout {
        id: work

        required property int task
        required property string startWord
        required property string startName
        property bool startable: true
        readonly property bool mine: root.ledger.task === task
        signal started

        spacing: root.theme.s(10)

        RowLayout {
            visible: work.mine
            spacing: root.theme.half

            Sign {
                theme: root.theme
                sign: root.ledger.taskSign
                size: root.theme.s(22)
            }
            Label {
                objectName: work.startName + "Message"
                theme: root.theme
                text: root.ledger.taskText
                Layout.fillWidth: true
            }
        }
        ProgressLine {
            theme: root.theme
            visible: work.mine && root.ledger.running
            progress: root.ledger.progress
            barName: work.startName + "Bar"
            Layout.fillWidth: true
        }
        ActionButton {
            theme: root.theme
            objectName: work.startName + "Cancel"
            visible: work.mine && root.ledger.running
            look: ActionButton.Danger
            text: qsTr("Stop")
            Layout.fillWidth: true
            onClicked: root.ledger.cancel()
        }
        ActionButton {
            theme: root.theme
            objectName: work.startName
            visible: !(work.mine && root.ledger.running)
            enabled: work.startable && !root.ledger.running
            text: work.startWord
            Layout.fillWidth: true
            onClicked: work.started()
        }
    }

    GridLayout {
        id: grid

        width: parent.width
        columns: root.portrait ? 1 : 2
        columnSpacing: root.theme.gap
        rowSpacing: root.theme.gap

        NoticeBox {
            theme: root.theme
            textName: "ledgerStateProblem"
            sign: SignIcon.Refuse
            text: root.ledger.problem
            Layout.fillWidth: true
            Layout.columnSpan: grid.columns
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: root.theme.s(600)
            Layout.alignment: Qt.AlignTop
            spacing: root.theme.gap

            Section {
                heading: qsTr("The chain of entries")
                sign: root.ledger.chainSign
                word: root.ledger.chainWord
                wordName: "chainWord"
                Layout.fillWidth: true

                Label {
                    objectName: "chainDetail"
                    theme: root.theme
                    text: root.ledger.chainDetail
                    Layout.fillWidth: true
                }
                NoticeBox {
                    theme: root.theme
                    textName: "chainAdvice"
                    sign: SignIcon.Refuse
                    text: root.ledger.chainAdvice
                    Layout.fillWidth: true
                }
                Work {
                    task: LedgerDesk.Verification
                    startWord: qsTr("Verify now")
                    startName: "verifyNow"
                    Layout.fillWidth: true
                    onStarted: root.ledger.verify()
                }
            }
            Section {
                heading: qsTr("The backup")
                sign: root.ledger.backupSign
                word: root.ledger.backupWord
                wordName: "backupWord"
                Layout.fillWidth: true

                Label {
                    objectName: "backupDetail"
                    theme: root.theme
                    text: root.ledger.backupDetail
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
                Label {
                    objectName: "backupPlace"
                    theme: root.theme
                    text: root.ledger.backupPlace
                    color: root.ledger.canBackup ? root.theme.muted : root.theme.tone(SignIcon.Refuse)
                    Layout.fillWidth: true
                }
                Work {
                    task: LedgerDesk.Backup
                    startWord: qsTr("Back up now")
                    startName: "backupNow"
                    startable: root.ledger.canBackup
                    Layout.fillWidth: true
                    onStarted: root.ledger.backup()
                }
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: root.theme.s(600)
            Layout.alignment: Qt.AlignTop
            spacing: root.theme.gap

            Section {
                heading: qsTr("The ledger's head")
                Layout.fillWidth: true

                Label {
                    objectName: "headNone"
                    theme: root.theme
                    visible: !root.ledger.headKnown
                    text: root.ledger.known ? qsTr("No head has been signed yet. The first one is signed when the station has started.") : qsTr("Looking…")
                    color: root.theme.muted
                    Layout.fillWidth: true
                }
                RowLayout {
                    visible: root.ledger.headKnown
                    spacing: root.theme.s(20)

                    QrCode {
                        objectName: "headCode"
                        rows: root.ledger.headCode
                        visible: rows.length > 0
                        Layout.preferredWidth: root.theme.s(270)
                        Layout.preferredHeight: root.theme.s(270)
                        Layout.alignment: Qt.AlignTop
                    }
                    ColumnLayout {
                        Layout.fillWidth: true
                        Layout.alignment: Qt.AlignTop
                        spacing: root.theme.s(10)

                        Label {
                            objectName: "headTitle"
                            theme: root.theme
                            text: root.ledger.headTitle
                            font.pixelSize: root.theme.s(22)
                            font.bold: true
                            Layout.fillWidth: true
                        }
                        Label {
                            objectName: "headWhen"
                            theme: root.theme
                            text: root.ledger.headWhen
                            color: root.theme.muted
                            Layout.fillWidth: true
                        }
                        Label {
                            theme: root.theme
                            text: qsTr("Photograph this code, or save it and keep it somewhere else: who keeps this head can prove later that nothing before it was cut or changed.")
                            Layout.fillWidth: true
                        }
                        ActionButton {
                            theme: root.theme
                            objectName: "headSave"
                            text: qsTr("Save as a file")
                            Layout.fillWidth: true
                            onClicked: root.ledger.saveHead()
                        }
                    }
                }
                Label {
                    objectName: "headPath"
                    theme: root.theme
                    visible: text.length > 0
                    text: root.ledger.savedPath
                    color: root.theme.muted
                    wrapMode: Text.WrapAnywhere
                    Layout.fillWidth: true
                }
                NoticeBox {
                    theme: root.theme
                    textName: "headProblem"
                    sign: SignIcon.Refuse
                    text: root.ledger.saveProblem
                    Layout.fillWidth: true
                }
            }
            Section {
                heading: qsTr("What it holds and what it has forgotten")
                visible: root.ledger.known
                Layout.fillWidth: true

                Repeater {
                    model: root.ledger.facts

                    RowLayout {
                        id: fact

                        required property int index
                        required property string label
                        required property string value
                        required property int sign

                        spacing: root.theme.s(12)
                        Layout.fillWidth: true

                        Label {
                            theme: root.theme
                            text: fact.label
                            color: root.theme.muted
                            Layout.fillWidth: true
                            Layout.preferredWidth: root.theme.s(220)
                            Layout.alignment: Qt.AlignTop
                        }
                        RowLayout {
                            Layout.fillWidth: true
                            Layout.preferredWidth: root.theme.s(300)
                            spacing: root.theme.s(6)

                            Sign {
                                theme: root.theme
                                visible: fact.sign !== SignIcon.None
                                sign: fact.sign
                                size: root.theme.s(20)
                                Layout.alignment: Qt.AlignTop
                            }
                            Label {
                                objectName: "fact" + fact.index
                                theme: root.theme
                                text: fact.value
                                color: fact.sign === SignIcon.Refuse ? root.theme.tone(SignIcon.Refuse) : root.theme.ink
                                Layout.fillWidth: true
                            }
                        }
                    }
                }
            }
        }
    }
}
