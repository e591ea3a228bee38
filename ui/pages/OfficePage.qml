// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// Behind the PIN: the ledger with search and filters, export, settings.
FocusScope {
    id: root

    required property Theme theme
    required property OfficeModel office
    required property ShellModel shell
    required property real keyboardTop
    required property bool portrait
    required property Item overlay
    readonly property bool sheetShown: outcomes.visible || verdicts.visible || exporting.visible || settings.visible
    readonly property bool detailed: office.selected >= 0

    function begin(): void {
        office.enter();
        forceActiveFocus();
    }

    onVisibleChanged: if (visible)
        begin()
    Component.onCompleted: begin()
    Keys.onEscapePressed: office.selected = -1

    Connections {
        target: root.office
        function onChanged(): void {
            if (!root.office.open)
                for (const sheet of [outcomes, verdicts, exporting, settings])
                    if (sheet.visible)
                        sheet.close();
        }
    }

    LockCard {
        theme: root.theme
        office: root.office
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * root.theme.gap, implicitWidth)
        height: Math.min(parent.height - root.theme.gap, implicitHeight)
        visible: !root.office.open
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: root.theme.gap
        spacing: root.theme.s(12)
        visible: root.office.open
        enabled: !root.sheetShown

        RowLayout {
            Layout.fillWidth: true
            spacing: root.theme.half

            EntryField {
                theme: root.theme
                Layout.fillWidth: true
                fieldName: "ledgerSearch"
                placeholder: qsTr("Name, document or phone")
                value: root.office.text
                onEdited: text => root.office.text = text
            }
            ActionButton {
                theme: root.theme
                objectName: "outcomeFilter"
                look: root.office.outcome >= 0 ? ActionButton.Tonal : ActionButton.Quiet
                text: root.office.outcomeWords[root.office.outcome + 1] + "  ▾"
                onClicked: outcomes.open()
            }
            ActionButton {
                theme: root.theme
                objectName: "verdictFilter"
                look: root.office.verdict >= 0 ? ActionButton.Tonal : ActionButton.Quiet
                text: root.office.verdictWords[root.office.verdict + 1] + "  ▾"
                onClicked: verdicts.open()
            }
            ActionButton {
                theme: root.theme
                objectName: "ledgerReload"
                look: ActionButton.Quiet
                text: qsTr("Refresh")
                onClicked: root.office.reload()
            }
            ActionButton {
                theme: root.theme
                objectName: "lockButton"
                showsSign: true
                sign: SignIcon.Lock
                text: qsTr("Lock")
                onClicked: root.office.lock()
            }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: root.theme.half

            DayStepper {
                theme: root.theme
                name: "fromDay"
                day: root.office.from
                onMoved: days => root.office.moveFrom(days)
            }
            Label {
                theme: root.theme
                wrapMode: Text.NoWrap
                text: "–"
            }
            DayStepper {
                theme: root.theme
                name: "toDay"
                day: root.office.to
                onMoved: days => root.office.moveTo(days)
            }
            ActionButton {
                theme: root.theme
                objectName: "ledgerToday"
                look: ActionButton.Quiet
                text: qsTr("Today")
                onClicked: root.office.today()
            }
            Item {
                Layout.fillWidth: true
            }
            ActionButton {
                theme: root.theme
                objectName: "settingsButton"
                look: ActionButton.Quiet
                text: qsTr("Settings…")
                onClicked: settings.open()
            }
            ActionButton {
                theme: root.theme
                objectName: "exportButton"
                text: qsTr("Export…")
                onClicked: exporting.open()
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
                office: root.office
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
            Card {
                theme: root.theme
                visible: root.detailed
                Layout.preferredWidth: root.theme.s(360)
                Layout.maximumWidth: root.portrait ? 100000 : root.theme.s(360)
                Layout.fillWidth: root.portrait
                Layout.fillHeight: !root.portrait
                Layout.preferredHeight: root.theme.s(420)

                Flickable {
                    anchors.fill: parent
                    anchors.margins: root.theme.s(20)
                    contentWidth: width
                    contentHeight: story.implicitHeight
                    clip: true
                    interactive: contentHeight > height
                    boundsBehavior: Flickable.StopAtBounds

                    ColumnLayout {
                        id: story

                        width: parent.width
                        spacing: root.theme.s(12)

                        RowLayout {
                            Label {
                                theme: root.theme
                                text: qsTr("The entry")
                                font.pixelSize: root.theme.large
                                font.bold: true
                                Layout.fillWidth: true
                            }
                            ActionButton {
                                theme: root.theme
                                objectName: "detailClose"
                                look: ActionButton.Quiet
                                leftPadding: 0
                                rightPadding: 0
                                showsSign: true
                                sign: SignIcon.Cross
                                onClicked: root.office.selected = -1
                            }
                        }
                        Repeater {
                            model: root.office.details

                            ColumnLayout {
                                id: detail

                                required property string label
                                required property string value

                                spacing: 0
                                Layout.fillWidth: true

                                FieldLabel {
                                    theme: root.theme
                                    text: detail.label
                                    Layout.fillWidth: true
                                }
                                Label {
                                    theme: root.theme
                                    text: detail.value
                                    font.pixelSize: root.theme.s(17)
                                    Layout.fillWidth: true
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    ChoiceSheet {
        id: outcomes

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        title: qsTr("Outcome")
        choices: root.office.outcomeWords
        current: root.office.outcome + 1
        rowPrefix: "outcome"
        onChosen: index => root.office.outcome = index - 1
        onDismissed: root.forceActiveFocus()
    }
    ChoiceSheet {
        id: verdicts

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        title: qsTr("Verdict")
        choices: root.office.verdictWords
        current: root.office.verdict + 1
        rowPrefix: "verdict"
        onChosen: index => root.office.verdict = index - 1
        onDismissed: root.forceActiveFocus()
    }
    ExportSheet {
        id: exporting

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        office: root.office
        onDismissed: root.forceActiveFocus()
    }
    SettingsSheet {
        id: settings

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        shell: root.shell
        onDismissed: root.forceActiveFocus()
    }
}
