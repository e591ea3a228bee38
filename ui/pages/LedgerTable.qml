// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// The ledger's visits, newest first, masked for the office's eyes.
Card {
    id: root

    required property VisitTable visits
    required property double chosen ///< entry of the visit that is looked at; 0: none
    readonly property bool wide: width >= theme.s(780)

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: root.theme.half
        spacing: 0

        VisitLineHead {
            theme: root.theme
            wide: root.wide
            Layout.fillWidth: true
            Layout.leftMargin: root.theme.s(12)
            Layout.rightMargin: root.theme.s(12)
            Layout.preferredHeight: root.theme.s(40)
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
            model: root.visits.rows
            delegate: VisitLine {
                theme: root.theme
                objectName: "ledgerRow" + index
                width: list.width
                wide: root.wide
                chosen: root.chosen === seq
                onClicked: root.visits.choose(index)
            }

            EmptyNote {
                theme: root.theme
                anchors.centerIn: parent
                width: parent.width - root.theme.s(64)
                visible: list.count === 0
                sign: root.visits.failed ? SignIcon.Refuse : root.visits.loading ? SignIcon.Measuring : SignIcon.None
                textName: "ledgerEmpty"
                text: root.visits.emptyText
                cancelName: "ledgerStopEmpty"
                cancellable: root.visits.slow
                onCancelled: root.visits.cancel()
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
                text: root.visits.pageText
                color: root.theme.muted
                Layout.fillWidth: true
                Layout.leftMargin: root.theme.s(4)
            }
            ActionButton {
                theme: root.theme
                objectName: "ledgerStop"
                visible: root.visits.slow && list.count > 0
                look: ActionButton.Danger
                text: qsTr("Stop looking")
                onClicked: root.visits.cancel()
            }
            ActionButton {
                theme: root.theme
                objectName: "ledgerNewer"
                look: ActionButton.Quiet
                enabled: root.visits.canNewer
                text: qsTr("‹ Newer")
                onClicked: root.visits.newer()
            }
            ActionButton {
                theme: root.theme
                objectName: "ledgerOlder"
                look: ActionButton.Quiet
                enabled: root.visits.canOlder
                text: qsTr("Older ›")
                onClicked: root.visits.older()
            }
        }
    }
}
