// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// The day without power: a paper form is typed in; beside it what was entered lately, and the empty forms.
GridLayout {
    id: root

    required property Theme theme
    required property OfficeModel office
    required property bool portrait
    required property real keyboardTop
    readonly property PaperDesk paper: office.paper
    signal personAsked
    signal typeAsked
    signal reasonAsked(kind: string)

    columns: portrait ? 1 : 2
    columnSpacing: theme.gap
    rowSpacing: theme.gap

    // The next form begins at its beginning.
    Connections {
        target: root.paper
        function onRecorded(): void {
            scroll.contentY = 0;
            timeField.field.forceActiveFocus();
        }
    }
    FormScroll {
        id: scroll

        objectName: "paperScroll"
        theme: root.theme
        keyboardTop: root.keyboardTop
        contentHeight: part.implicitHeight
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: root.theme.s(200)
        Layout.preferredHeight: contentHeight
        Layout.maximumHeight: root.portrait ? contentHeight : Infinity

        FormPart {
            id: part

            theme: root.theme
            width: parent.width - root.theme.s(8) // beside it runs the scroll mark
            heading: qsTr("A paper form: it is recorded with its own time, counted apart, and opens no gate")

            NoticeBox {
                theme: root.theme
                textName: "paperNotice"
                sign: SignIcon.Pass
                text: root.paper.notice
                Layout.fillWidth: true
            }
            RowLayout {
                spacing: root.theme.half

                DayStepper {
                    theme: root.theme
                    name: "paperDay"
                    day: root.paper.day
                    onMoved: days => root.paper.moveDay(days)
                }
                EntryField {
                    id: timeField

                    theme: root.theme
                    fieldName: "paperTime"
                    placeholder: qsTr("Time, as 09:30")
                    value: root.paper.time
                    hints: Qt.ImhPreferNumbers
                    Layout.fillWidth: true
                    Layout.preferredWidth: root.theme.s(120)
                    onEdited: text => root.paper.time = text
                }
                ActionButton {
                    theme: root.theme
                    objectName: "paperBy"
                    look: root.paper.by >= 0 ? ActionButton.Tonal : ActionButton.Quiet
                    text: (root.paper.by >= 0 ? qsTr("Filled in by %1").arg(root.paper.people[root.paper.by]) : qsTr("Filled in by…")) + "  ▾"
                    onClicked: root.personAsked()
                }
            }
            IdentityCard {
                theme: root.theme
                form: root.paper.form
                Layout.fillWidth: true
                onTypeAsked: root.typeAsked()
                onReasonAsked: kind => root.reasonAsked(kind)
            }
            Flow {
                spacing: root.theme.half
                Layout.fillWidth: true

                EntryField {
                    theme: root.theme
                    visible: root.paper.asksTemperature
                    width: root.theme.s(150)
                    fieldName: "paperTemperature"
                    placeholder: qsTr("Temp. °C")
                    value: root.paper.temperature
                    hints: Qt.ImhPreferNumbers
                    onEdited: text => root.paper.temperature = text
                }
                Repeater {
                    model: root.paper.asksTemperature ? [
                        {
                            name: "paperContact",
                            word: qsTr("contact thermometer"),
                            value: 1
                        },
                        {
                            name: "paperInfrared",
                            word: qsTr("infrared, as read"),
                            value: 0
                        }
                    ] : []

                    PaperChoice {
                        required property var modelData

                        theme: root.theme
                        objectName: modelData.name
                        text: modelData.word
                        chosen: root.paper.instrument === modelData.value
                        onClicked: root.paper.instrument = modelData.value
                    }
                }
            }
            Flow {
                visible: root.paper.asksMask
                spacing: root.theme.half
                Layout.fillWidth: true

                Repeater {
                    model: [
                        {
                            word: qsTr("Mask worn"),
                            value: 0
                        },
                        {
                            word: qsTr("No mask"),
                            value: 1
                        },
                        {
                            word: qsTr("Worn badly"),
                            value: 2
                        }
                    ]

                    PaperChoice {
                        required property var modelData

                        theme: root.theme
                        objectName: "paperMask" + modelData.value
                        text: modelData.word
                        tone: modelData.value === 0 ? SignIcon.None : SignIcon.Refuse
                        chosen: root.paper.mask === modelData.value
                        onClicked: root.paper.mask = chosen ? -1 : modelData.value
                    }
                }
            }
            PaperQuestions {
                theme: root.theme
                paper: root.paper
                Layout.fillWidth: true
            }
            RowLayout {
                spacing: root.theme.half

                Repeater {
                    model: [qsTr("Admitted"), qsTr("Refused")]

                    PaperChoice {
                        required property string modelData
                        required property int index

                        theme: root.theme
                        objectName: "paperOutcome" + index
                        text: modelData
                        tone: index === 0 ? SignIcon.None : SignIcon.Refuse
                        chosen: root.paper.outcome === index
                        onClicked: root.paper.outcome = chosen ? -1 : index
                    }
                }
                EntryField {
                    theme: root.theme
                    fieldName: "paperNote"
                    placeholder: qsTr("Note")
                    value: root.paper.note
                    Layout.fillWidth: true
                    onEdited: text => root.paper.note = text
                }
            }
            NoticeBox {
                theme: root.theme
                textName: "paperJudged"
                sign: root.paper.judgedSign
                text: root.paper.judged
                Layout.fillWidth: true
            }
            Flow {
                visible: root.paper.alerts
                spacing: root.theme.half
                Layout.fillWidth: true

                PaperChoice {
                    theme: root.theme
                    objectName: "paperToldThen"
                    text: qsTr("It was reported at the time")
                    chosen: root.paper.told === PaperDesk.Then
                    onClicked: root.paper.told = chosen ? PaperDesk.Unsaid : PaperDesk.Then
                }
                PaperChoice {
                    theme: root.theme
                    objectName: "paperToldNow"
                    text: qsTr("Report it now")
                    tone: SignIcon.Refuse
                    chosen: root.paper.told === PaperDesk.Now
                    onClicked: root.paper.told = chosen ? PaperDesk.Unsaid : PaperDesk.Now
                }
                EntryField {
                    theme: root.theme
                    visible: root.paper.told === PaperDesk.Then
                    width: root.theme.s(260)
                    fieldName: "paperToldWhom"
                    placeholder: qsTr("To whom")
                    value: root.paper.toldWhom
                    onEdited: text => root.paper.toldWhom = text
                }
            }
            NoticeBox {
                theme: root.theme
                textName: "paperProblem"
                sign: SignIcon.Refuse
                text: root.paper.problem
                Layout.fillWidth: true
            }
            RowLayout {
                spacing: root.theme.half

                Label {
                    objectName: "paperMissing"
                    theme: root.theme
                    text: root.paper.busy ? qsTr("Recording…") : root.paper.untouched ? "" : root.paper.missing
                    color: root.theme.muted
                    Layout.fillWidth: true
                }
                ActionButton {
                    theme: root.theme
                    objectName: "paperClear"
                    look: ActionButton.Quiet
                    enabled: !root.paper.untouched && !root.paper.busy
                    text: qsTr("Clear")
                    onClicked: root.paper.clear()
                }
                ActionButton {
                    theme: root.theme
                    objectName: "paperOk"
                    look: ActionButton.Primary
                    enabled: root.paper.missing.length === 0 && !root.paper.busy
                    text: root.paper.alerts && root.paper.told === PaperDesk.Now ? qsTr("Report and record") : qsTr("Record")
                    onClicked: root.paper.submit()
                }
            }
        }
    }
    VisitPanel {
        theme: root.theme
        story: root.office.story
        portrait: root.portrait
    }
    ColumnLayout {
        visible: root.office.story.seq === 0
        spacing: root.theme.gap
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: root.theme.s(400)
        Layout.maximumWidth: root.portrait ? 100000 : root.theme.s(400)

        Card {
            theme: root.theme
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: root.theme.s(220)

            ColumnLayout {
                anchors.fill: parent
                anchors.margins: root.theme.gap
                spacing: root.theme.half

                FieldLabel {
                    theme: root.theme
                    text: qsTr("Entered afterwards in the last seven days. They stand under the day on which they were entered; tap one to put it right.")
                    Layout.fillWidth: true
                }
                Label {
                    objectName: "paperRecentText"
                    theme: root.theme
                    visible: text.length > 0
                    text: root.paper.recentText
                    color: root.theme.muted
                    Layout.fillWidth: true
                }
                ListView {
                    id: list

                    objectName: "paperRecent"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    clip: true
                    boundsBehavior: Flickable.StopAtBounds
                    model: root.paper.recent
                    delegate: PaperLine {
                        theme: root.theme
                        width: list.width
                        onClicked: root.paper.choose(index)
                    }
                }
            }
        }
        FormPart {
            theme: root.theme
            visible: root.paper.mayPrint
            heading: qsTr("Empty forms, for the next time without power")

            Label {
                objectName: "paperPrinted"
                theme: root.theme
                visible: text.length > 0
                text: root.paper.printed
                color: root.paper.printFailed ? root.theme.tone(SignIcon.Refuse) : root.theme.muted
                font.pixelSize: root.theme.small
                wrapMode: Text.WrapAnywhere
                Layout.fillWidth: true
            }
            ActionButton {
                theme: root.theme
                objectName: "paperPrint"
                text: qsTr("Write 50 forms as PDF")
                Layout.fillWidth: true
                onClicked: root.paper.print(50)
            }
        }
    }
}
