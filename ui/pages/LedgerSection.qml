// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// The ledger itself: is its chain whole, where is its backup, what has it forgotten, and the head that one should keep.
FormScroll {
    id: root

    required property OfficeModel office
    required property bool portrait
    readonly property LedgerDesk ledger: office.ledger

    objectName: "ledgerScroll"
    keyboardTop: Infinity // nothing is typed here
    contentHeight: grid.implicitHeight

    GridLayout {
        id: grid

        width: parent.width - root.theme.s(8) // beside it runs the scroll mark
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

            LedgerCard {
                theme: root.theme
                ledger: root.ledger
                heading: qsTr("The chain of entries")
                sign: root.ledger.chainSign
                word: root.ledger.chainWord
                wordName: "chainWord"
                task: LedgerDesk.Verification
                startWord: qsTr("Verify now")
                startName: "verifyNow"
                Layout.fillWidth: true
                onStarted: root.ledger.verify()

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
            }
            LedgerCard {
                theme: root.theme
                ledger: root.ledger
                heading: qsTr("The backup")
                sign: root.ledger.backupSign
                word: root.ledger.backupWord
                wordName: "backupWord"
                task: LedgerDesk.Backup
                startWord: qsTr("Back up now")
                startName: "backupNow"
                startable: root.ledger.canBackup
                Layout.fillWidth: true
                onStarted: root.ledger.backup()

                Label {
                    objectName: "backupDetail"
                    theme: root.theme
                    text: root.ledger.backupDetail
                    Layout.fillWidth: true
                }
                Label {
                    objectName: "backupPlace"
                    theme: root.theme
                    text: root.ledger.backupPlace
                    color: root.ledger.canBackup ? root.theme.muted : root.theme.tone(SignIcon.Refuse)
                    Layout.fillWidth: true
                }
            }
            LedgerCard {
                theme: root.theme
                ledger: root.ledger
                heading: qsTr("What it holds and what it has forgotten")
                visible: root.ledger.known
                Layout.fillWidth: true

                ColumnLayout {
                    spacing: root.theme.s(2)
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
                                font.pixelSize: root.theme.s(15)
                                Layout.fillWidth: true
                                Layout.preferredWidth: root.theme.s(200)
                                Layout.alignment: Qt.AlignTop
                            }
                            RowLayout {
                                Layout.fillWidth: true
                                Layout.preferredWidth: root.theme.s(320)
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
                                    font.pixelSize: root.theme.s(15)
                                    color: fact.sign === SignIcon.Refuse ? root.theme.tone(SignIcon.Refuse) : root.theme.ink
                                    Layout.fillWidth: true
                                }
                            }
                        }
                    }
                }
            }
        }
        LedgerCard {
            theme: root.theme
            ledger: root.ledger
            heading: qsTr("The ledger's head")
            Layout.fillWidth: true
            Layout.preferredWidth: root.theme.s(600)
            Layout.alignment: Qt.AlignTop

            Label {
                objectName: "headNone"
                theme: root.theme
                visible: !root.ledger.headKnown
                text: root.ledger.known ? qsTr("No head has been signed yet. The first one is signed when the station has started.") : root.ledger.problem.length > 0 ? "–" : qsTr("Looking…")
                color: root.theme.muted
                Layout.fillWidth: true
            }
            QrCode {
                objectName: "headCode"
                rows: root.ledger.headCode
                visible: rows.length > 0
                Layout.preferredWidth: root.theme.s(324)
                Layout.preferredHeight: root.theme.s(324)
                Layout.alignment: Qt.AlignHCenter
            }
            RowLayout {
                visible: root.ledger.headKnown
                spacing: root.theme.gap

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Label {
                        objectName: "headTitle"
                        theme: root.theme
                        text: root.ledger.headTitle
                        font.pixelSize: root.theme.large
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
                }
                ActionButton {
                    theme: root.theme
                    objectName: "headSave"
                    text: qsTr("Save as a file")
                    onClicked: root.ledger.saveHead()
                }
            }
            Label {
                theme: root.theme
                visible: root.ledger.headKnown
                text: qsTr("Photograph this code, or save it and keep it somewhere else: who keeps this head can prove later that nothing before it was cut or changed.")
                Layout.fillWidth: true
            }
            RowLayout {
                visible: root.ledger.savedPath.length > 0
                spacing: root.theme.half

                Sign {
                    theme: root.theme
                    sign: SignIcon.Pass
                    size: root.theme.s(22)
                }
                Label {
                    objectName: "headPath"
                    theme: root.theme
                    text: root.ledger.savedPath
                    color: root.theme.muted
                    wrapMode: Text.WrapAnywhere
                    Layout.fillWidth: true
                }
            }
            NoticeBox {
                theme: root.theme
                textName: "headProblem"
                sign: SignIcon.Refuse
                text: root.ledger.saveProblem
                Layout.fillWidth: true
            }
        }
    }
}
