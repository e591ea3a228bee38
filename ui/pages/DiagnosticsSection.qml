// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// For a developer's eyes only when an officer wants it: the diagnostics capture, and the pictures that are still there.
FormScroll {
    id: root

    required property OfficeModel office
    required property bool portrait
    readonly property DiagnosticsDesk diagnostics: office.diagnostics
    signal destroyAsked

    objectName: "diagnosticsScroll"
    keyboardTop: Infinity // nothing is typed here
    contentHeight: grid.implicitHeight

    GridLayout {
        id: grid

        width: parent.width - root.theme.s(8) // beside it runs the scroll mark
        columns: root.portrait ? 1 : 2
        columnSpacing: root.theme.gap
        rowSpacing: root.theme.gap

        FormPart {
            theme: root.theme
            heading: qsTr("The diagnostics capture")

            RowLayout {
                spacing: root.theme.s(12)

                Sign {
                    theme: root.theme
                    sign: root.diagnostics.sign
                    size: root.theme.s(36)
                }
                Label {
                    objectName: "captureWord"
                    theme: root.theme
                    text: root.diagnostics.word
                    color: root.theme.tone(root.diagnostics.sign)
                    font.pixelSize: root.theme.large
                    font.bold: true
                    Layout.fillWidth: true
                }
                ActionButton {
                    theme: root.theme
                    objectName: "captureStart"
                    visible: root.diagnostics.off
                    enabled: root.diagnostics.available
                    text: qsTr("Turn on…")
                    onClicked: root.diagnostics.ask()
                }
                ActionButton {
                    theme: root.theme
                    objectName: "captureEnd"
                    visible: !root.diagnostics.off
                    look: ActionButton.Danger
                    text: qsTr("Stop")
                    onClicked: root.diagnostics.stop(true)
                }
            }
            Label {
                objectName: "captureDetail"
                theme: root.theme
                visible: text.length > 0
                text: root.diagnostics.detail
                Layout.fillWidth: true
            }
            NoticeBox {
                theme: root.theme
                textName: "captureProblem"
                sign: SignIcon.Refuse
                text: root.diagnostics.problem
                Layout.fillWidth: true
            }
            Label {
                theme: root.theme
                text: qsTr("For a developer who looks into why faces or masks are told wrongly. About one picture a second is stored on this machine, its faces blurred beyond recognition, with what the detector said of it. It ends at its time, at 600 pictures, when the disk has little room and at a restart.")
                color: root.theme.muted
                font.pixelSize: root.theme.s(15)
                Layout.fillWidth: true
            }
        }
        FormPart {
            theme: root.theme
            heading: qsTr("Stored pictures")

            RowLayout {
                spacing: root.theme.s(12)

                Label {
                    objectName: "keptWord"
                    theme: root.theme
                    text: root.diagnostics.keptWord
                    font.pixelSize: root.theme.large
                    font.bold: true
                    Layout.fillWidth: true
                }
                ActionButton {
                    theme: root.theme
                    objectName: "destroyAll"
                    look: ActionButton.Danger
                    visible: root.diagnostics.mayDestroy
                    text: qsTr("Destroy all now…")
                    onClicked: root.destroyAsked()
                }
            }
            Repeater {
                model: root.diagnostics.kept

                ColumnLayout {
                    id: row

                    required property int index
                    required property string title
                    required property string detail

                    spacing: 0
                    Layout.fillWidth: true

                    Label {
                        objectName: "keptTitle" + row.index
                        theme: root.theme
                        text: row.title
                        Layout.fillWidth: true
                    }
                    Label {
                        objectName: "keptDetail" + row.index
                        theme: root.theme
                        text: row.detail
                        color: root.theme.muted
                        font.pixelSize: root.theme.s(15)
                        Layout.fillWidth: true
                    }
                }
            }
            NoticeBox {
                theme: root.theme
                textName: "keptTrouble"
                sign: SignIcon.Refuse
                text: root.diagnostics.keptTrouble
                Layout.fillWidth: true
            }
            Label {
                objectName: "keptRule"
                theme: root.theme
                text: root.diagnostics.rule
                color: root.theme.muted
                font.pixelSize: root.theme.s(15)
                Layout.fillWidth: true
            }
        }
    }
}
