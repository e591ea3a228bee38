// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// A person's visits over all days, found by what somebody remembers; the surest first.
ColumnLayout {
    id: root

    required property Theme theme
    required property OfficeModel office
    required property bool portrait
    readonly property PersonSearch search: office.person

    spacing: theme.s(12)

    GridLayout {
        Layout.fillWidth: true
        columns: root.portrait ? 2 : 4
        columnSpacing: root.theme.gap
        rowSpacing: root.theme.half

        EntryField {
            theme: root.theme
            label: qsTr("Document number")
            fieldName: "personDocument"
            value: root.search.document
            upperCase: true
            hints: Qt.ImhPreferUppercase | Qt.ImhPreferNumbers
            Layout.fillWidth: true
            Layout.preferredWidth: root.theme.s(260)
            onEdited: text => root.search.document = text
            onEntered: root.search.search()
        }
        EntryField {
            theme: root.theme
            label: qsTr("Phone")
            fieldName: "personPhone"
            value: root.search.phone
            hints: Qt.ImhDialableCharactersOnly
            Layout.fillWidth: true
            Layout.preferredWidth: root.theme.s(200)
            onEdited: text => root.search.phone = text
            onEntered: root.search.search()
        }
        EntryField {
            theme: root.theme
            label: qsTr("Name")
            fieldName: "personName"
            value: root.search.name
            Layout.fillWidth: true
            Layout.preferredWidth: root.theme.s(180)
            onEdited: text => root.search.name = text
            onEntered: root.search.search()
        }
        RowLayout {
            Layout.alignment: Qt.AlignBottom
            spacing: root.theme.half

            ActionButton {
                theme: root.theme
                objectName: "personClear"
                look: ActionButton.Quiet
                text: qsTr("Clear")
                onClicked: {
                    root.office.story.close();
                    root.search.clear();
                }
            }
            ActionButton {
                theme: root.theme
                objectName: "personSearch"
                look: ActionButton.Primary
                enabled: root.search.ready && !root.search.searching
                text: qsTr("Search")
                Layout.fillWidth: true
                onClicked: {
                    forceActiveFocus();
                    root.search.search();
                }
            }
        }
    }
    Label {
        objectName: "personHint"
        theme: root.theme
        visible: text.length > 0
        text: root.search.hint
        color: root.theme.muted
        Layout.fillWidth: true
    }
    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        columns: root.portrait ? 1 : 2
        columnSpacing: root.theme.gap
        rowSpacing: root.theme.gap

        Card {
            id: card

            readonly property bool wide: width >= root.theme.s(900)
            readonly property real timeShare: 1.2

            theme: root.theme
            Layout.fillWidth: true
            Layout.fillHeight: true

            ColumnLayout {
                anchors.fill: parent
                anchors.margins: root.theme.half
                spacing: 0

                VisitLineHead {
                    theme: root.theme
                    wide: card.wide
                    timeShare: card.timeShare
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

                    objectName: "personList"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    clip: true
                    boundsBehavior: Flickable.StopAtBounds
                    model: root.search.rows
                    delegate: ColumnLayout {
                        id: found

                        required property var model
                        required property int index

                        width: list.width
                        spacing: 0

                        Label {
                            objectName: "matchHead" + found.index
                            theme: root.theme
                            visible: found.model.firstOfMatch
                            text: qsTr("%1: %2").arg(found.model.match).arg(found.model.matchWhy)
                            font.bold: true
                            Layout.fillWidth: true
                            Layout.leftMargin: root.theme.s(12)
                            Layout.topMargin: root.theme.s(12)
                            Layout.bottomMargin: root.theme.s(4)
                        }
                        VisitLine {
                            theme: root.theme
                            objectName: "personRow" + found.index
                            index: found.index
                            seq: found.model.seq
                            time: found.model.time
                            name: found.model.name
                            document: found.model.document
                            phone: found.model.phone
                            temperature: found.model.temperature
                            outcome: found.model.outcome
                            outcomeSign: found.model.outcomeSign
                            verdict: found.model.verdict
                            verdictSign: found.model.verdictSign
                            corrected: found.model.corrected
                            afterwards: found.model.afterwards
                            readable: found.model.readable
                            wide: card.wide
                            timeShare: card.timeShare
                            chosen: root.office.story.seq === seq
                            Layout.fillWidth: true
                            onClicked: root.search.choose(index)
                        }
                    }

                    EmptyNote {
                        theme: root.theme
                        x: (parent.width - width) / 2
                        y: root.theme.s(24) // above the keyboard
                        width: Math.min(parent.width - root.theme.s(64), root.theme.s(720))
                        visible: list.count === 0
                        sign: root.search.failed ? SignIcon.Refuse : root.search.searching ? SignIcon.Measuring : SignIcon.Person
                        textName: "personEmpty"
                        text: root.search.emptyText
                        cancelName: "personStop"
                        cancellable: root.search.searching
                        onCancelled: root.search.cancel()
                    }
                }
                Label {
                    objectName: "personCount"
                    theme: root.theme
                    visible: text.length > 0
                    text: root.search.countText
                    color: root.theme.muted
                    Layout.fillWidth: true
                    Layout.margins: root.theme.s(12)
                }
            }
        }
        VisitPanel {
            theme: root.theme
            story: root.office.story
            portrait: root.portrait
        }
    }
}
