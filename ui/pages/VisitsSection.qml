// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// The ledger's visits with search and filters, and the one that is looked at beside them.
ColumnLayout {
    id: root

    required property Theme theme
    required property OfficeModel office
    required property bool portrait
    readonly property VisitTable visits: office.visits
    signal outcomesAsked
    signal verdictsAsked
    signal exportAsked

    spacing: theme.s(12)

    RowLayout {
        Layout.fillWidth: true
        spacing: root.theme.half

        EntryField {
            theme: root.theme
            Layout.fillWidth: true
            fieldName: "ledgerSearch"
            placeholder: qsTr("Name, document or phone, or a part of it")
            value: root.visits.text
            onEdited: text => root.visits.text = text
            onEntered: root.visits.reload()
        }
        ActionButton {
            theme: root.theme
            objectName: "outcomeFilter"
            look: root.visits.outcome >= 0 ? ActionButton.Tonal : ActionButton.Quiet
            text: root.visits.outcomeWords[root.visits.outcome + 1] + "  ▾"
            onClicked: root.outcomesAsked()
        }
        ActionButton {
            theme: root.theme
            objectName: "verdictFilter"
            look: root.visits.verdict >= 0 ? ActionButton.Tonal : ActionButton.Quiet
            text: root.visits.verdictWords[root.visits.verdict + 1] + "  ▾"
            onClicked: root.verdictsAsked()
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: root.theme.half

        DayStepper {
            theme: root.theme
            name: "fromDay"
            day: root.visits.from
            onMoved: days => root.visits.moveFrom(days)
        }
        Label {
            theme: root.theme
            wrapMode: Text.NoWrap
            text: "–"
        }
        DayStepper {
            theme: root.theme
            name: "toDay"
            day: root.visits.to
            onMoved: days => root.visits.moveTo(days)
        }
        ActionButton {
            theme: root.theme
            objectName: "ledgerToday"
            look: ActionButton.Quiet
            text: qsTr("Today")
            onClicked: root.visits.today()
        }
        Item {
            Layout.fillWidth: true
        }
        ActionButton {
            theme: root.theme
            objectName: "ledgerReload"
            look: ActionButton.Quiet
            text: qsTr("Refresh")
            onClicked: root.visits.reload()
        }
        ActionButton {
            theme: root.theme
            objectName: "exportButton"
            text: qsTr("Export…")
            onClicked: root.exportAsked()
        }
    }
    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        columns: root.portrait ? 1 : 2
        columnSpacing: root.theme.gap
        rowSpacing: root.theme.gap

        LedgerTable {
            theme: root.theme
            visits: root.visits
            chosen: root.office.story.seq
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        VisitPanel {
            theme: root.theme
            story: root.office.story
            portrait: root.portrait
        }
    }
}
