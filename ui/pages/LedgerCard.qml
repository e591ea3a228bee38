// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// A card of the ledger's section: how something is, and a task that may be started and stopped, with its progress.
Card {
    id: root

    required property LedgerDesk ledger
    property string heading
    property int sign: SignIcon.None
    property string word
    property string wordName
    property int task: LedgerDesk.NoTask
    property string startWord
    property string startName
    property bool startable: true
    readonly property bool mine: task !== LedgerDesk.NoTask && ledger.task === task
    readonly property bool underWay: mine && ledger.running
    default property alias body: column.data
    signal started

    implicitHeight: column.implicitHeight + 2 * theme.gap

    ColumnLayout {
        id: column

        anchors {
            left: parent.left
            right: parent.right
            verticalCenter: parent.verticalCenter
            leftMargin: root.theme.s(20)
            rightMargin: root.theme.s(20)
        }
        spacing: root.theme.half

        FieldLabel {
            theme: root.theme
            text: root.heading
            Layout.fillWidth: true
        }
        RowLayout {
            visible: root.word.length > 0
            spacing: root.theme.s(12)

            Sign {
                theme: root.theme
                sign: root.sign
                size: root.theme.s(36)
            }
            Label {
                objectName: root.wordName
                theme: root.theme
                text: root.word
                color: root.theme.tone(root.sign)
                font.pixelSize: root.theme.large
                font.bold: true
                Layout.fillWidth: true
            }
            ActionButton {
                theme: root.theme
                objectName: root.startName
                visible: root.task !== LedgerDesk.NoTask && !root.underWay
                enabled: root.startable && !root.ledger.running
                text: root.startWord
                onClicked: root.started()
            }
            ActionButton {
                theme: root.theme
                objectName: root.startName + "Cancel"
                visible: root.underWay
                look: ActionButton.Danger
                text: qsTr("Stop")
                onClicked: root.ledger.cancel()
            }
        }
        RowLayout {
            visible: root.mine
            spacing: root.theme.half

            Sign {
                theme: root.theme
                sign: root.ledger.taskSign
                size: root.theme.s(22)
            }
            Label {
                objectName: root.startName + "Message"
                theme: root.theme
                text: root.ledger.taskText
                Layout.fillWidth: true
            }
        }
        ProgressLine {
            theme: root.theme
            visible: root.underWay
            progress: root.ledger.progress
            barName: root.startName + "Bar"
            Layout.fillWidth: true
        }
    }
}
