// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// The guard's page. Landscape: picture left, form right. Portrait: picture over form.
FocusScope {
    id: root

    required property Theme theme
    required property DoorModel door
    required property AlertModel alert
    required property FrameSource frames
    required property real keyboardTop
    required property bool portrait
    required property Item overlay ///< where sheets are shown
    required property bool typing ///< the keyboard leaves little room
    signal staffAsked
    readonly property bool sheetShown: reasons.visible || types.visible || thermometer.visible || cases.visible

    function enter(): void {
        if (door.finished)
            door.nextPerson();
        else if (door.mayAdmit)
            door.admit();
    }
    /// The person the sheets were about has gone: what is said in them is not for another one.
    function closeSheets(): void {
        for (const sheet of [reasons, types, thermometer])
            if (sheet.visible)
                sheet.close();
    }
    /// Keys for the question whose form was kept aside.
    function answerAside(event: KeyEvent): void {
        if (!door.aside.asks || sheetShown)
            return;
        if (event.key === Qt.Key_F2)
            door.aside.same();
        else if (event.key === Qt.Key_F3)
            door.aside.another();
        else
            return;
        event.accepted = true;
    }
    function admit(): void {
        if (door.mayAdmit)
            door.admit();
        else if (door.mayOverride)
            reasons.ask("override", qsTr("Admit all the same: why?"), [qsTr("Checked by hand"), qsTr("Urgent business"), qsTr("Known person, papers seen")], qsTr("Admit"), ActionButton.Caution);
    }
    function refuse(): void {
        reasons.ask("refuse", qsTr("Refuse: why?"), door.refuseReasons, qsTr("Refuse"), ActionButton.Danger);
    }
    function answered(kind: string, reason: string): void {
        if (kind === "override")
            door.admitOver(reason);
        else if (kind === "refuse")
            door.refuse(reason);
        else if (kind === "unverified")
            door.form.unverifiedReason = reason;
        else
            door.form.phoneNote = reason;
    }

    onVisibleChanged: if (visible)
        forceActiveFocus()
    Keys.onReturnPressed: enter()
    Keys.onEnterPressed: enter()
    Keys.onEscapePressed: door.form.clear()
    Keys.onPressed: event => answerAside(event)

    Connections {
        target: root.door
        function onChanged(): void {
            if (!root.door.formOpen)
                root.closeSheets();
        }
        function onPersonChanged(): void {
            root.closeSheets();
        }
    }

    Rectangle {
        id: alarm

        objectName: "ledgerAlarm"
        width: parent.width
        height: visible ? alarmText.implicitHeight + root.theme.s(32) : 0
        visible: root.door.ledgerDown
        color: root.theme.fill(SignIcon.Refuse)

        Row {
            anchors.centerIn: parent
            spacing: root.theme.gap

            SignIcon {
                anchors.verticalCenter: parent.verticalCenter
                width: root.theme.s(36)
                height: width
                kind: SignIcon.Refuse
                color: root.theme.onFill
                glyphColor: root.theme.fill(SignIcon.Refuse)
            }
            Label {
                id: alarmText

                theme: root.theme
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, root.width - root.theme.s(120))
                text: qsTr("Admission stopped: the ledger cannot be written")
                color: root.theme.onFill
                font.pixelSize: root.theme.title
                font.bold: true
            }
        }
    }

    Banner {
        id: staffBar

        theme: root.theme
        objectName: "staffBar"
        anchors.top: alarm.bottom
        width: parent.width
        height: visible ? implicitHeight : 0
        visible: root.door.staffThere && (root.door.screening || root.door.recording)
        sign: SignIcon.Attention
        quiet: true
        text: qsTr("Staff at the entrance: %1").arg(root.door.staffLine)
        textName: "staffBarText"

        ActionButton {
            theme: root.theme
            objectName: "staffBarShow"
            text: qsTr("Show")
            onClicked: root.staffAsked()
        }
    }

    GridLayout {
        anchors {
            top: staffBar.bottom
            bottom: parent.bottom
            left: parent.left
            right: parent.right
            margins: root.theme.gap
        }
        enabled: !root.sheetShown
        columns: root.portrait ? 1 : 2
        columnSpacing: root.theme.gap
        rowSpacing: root.theme.gap

        GridLayout {
            Layout.fillHeight: !root.portrait
            Layout.fillWidth: root.portrait
            Layout.preferredWidth: root.theme.s(488)
            Layout.maximumWidth: root.portrait ? 100000 : root.theme.s(488)
            columns: root.portrait ? 2 : 1
            columnSpacing: root.theme.gap
            rowSpacing: root.theme.gap

            PictureCard {
                theme: root.theme
                door: root.door
                frames: root.frames
                Layout.preferredWidth: root.theme.s(488)
                Layout.preferredHeight: root.theme.s(366)
                Layout.fillWidth: true
                Layout.maximumHeight: root.theme.s(366)
                Layout.fillHeight: true
                Layout.minimumHeight: root.theme.s(100) // under every bar at once
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: root.portrait ? root.theme.s(308) : root.theme.s(488)
                spacing: root.theme.gap

                TodayCard {
                    objectName: "todayCard"
                    theme: root.theme
                    door: root.door
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.minimumHeight: implicitHeight
                }
                GridLayout {
                    columns: root.portrait ? 1 : 2
                    columnSpacing: root.theme.half
                    rowSpacing: root.theme.half

                    ActionButton {
                        theme: root.theme
                        objectName: "measureAgainButton"
                        look: ActionButton.Quiet
                        enabled: root.door.formOpen
                        text: qsTr("Measure again")
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        onClicked: root.door.measureAgain()
                    }
                    ActionButton {
                        theme: root.theme
                        objectName: "contactButton"
                        look: ActionButton.Quiet
                        enabled: root.door.formOpen && root.door.contactAllowed
                        text: qsTr("Type a temperature")
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        onClicked: thermometer.open()
                    }
                    ActionButton {
                        theme: root.theme
                        objectName: "reportCaseButton"
                        look: ActionButton.Danger
                        showsSign: true
                        sign: SignIcon.Attention
                        text: qsTr("Report a case…")
                        Layout.fillWidth: true
                        Layout.columnSpan: root.portrait ? 1 : 2
                        onClicked: cases.open()
                    }
                    NoticeBox {
                        theme: root.theme
                        textName: "reportProblem"
                        sign: SignIcon.Refuse
                        text: root.alert.open ? "" : root.alert.problem
                        Layout.fillWidth: true
                        Layout.columnSpan: root.portrait ? 1 : 2
                    }
                }
            }
        }

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            AttractCard {
                theme: root.theme
                door: root.door
                anchors.fill: parent
                visible: root.door.waiting
            }
            ResultCard {
                theme: root.theme
                door: root.door
                anchors.fill: parent
                visible: root.door.recording || root.door.finished
            }
            ColumnLayout {
                anchors.fill: parent
                spacing: root.theme.gap
                visible: root.door.screening && root.door.staffThere

                VerdictCard {
                    theme: root.theme
                    door: root.door
                    Layout.fillWidth: true
                }
                Card {
                    theme: root.theme
                    Layout.fillWidth: true
                    Layout.fillHeight: true

                    ColumnLayout {
                        anchors.centerIn: parent
                        width: parent.width - root.theme.s(64)
                        spacing: root.theme.gap

                        Label {
                            theme: root.theme
                            text: qsTr("A member of staff is being screened")
                            font.pixelSize: root.theme.title
                            font.bold: true
                            horizontalAlignment: Text.AlignHCenter
                            Layout.fillWidth: true
                        }
                        Label {
                            theme: root.theme
                            text: qsTr("Visitors wait until it is done. A form that was begun is kept aside.")
                            color: root.theme.muted
                            horizontalAlignment: Text.AlignHCenter
                            Layout.fillWidth: true
                        }
                    }
                }
            }
            ColumnLayout {
                anchors.fill: parent
                spacing: root.theme.gap
                visible: root.door.formOpen

                VerdictCard {
                    theme: root.theme
                    door: root.door
                    Layout.fillWidth: true
                }
                AsideCard {
                    theme: root.theme
                    aside: root.door.aside
                    visible: root.door.aside.asks
                    low: root.typing || !root.door.form.empty || notes.visible
                    Layout.fillWidth: true
                }
                DoorNotes {
                    id: notes

                    theme: root.theme
                    low: root.door.aside.asks && !root.portrait // once that is answered
                    door: root.door
                    Layout.fillWidth: true
                    onContactAsked: thermometer.open()
                }
                Card {
                    theme: root.theme
                    Layout.fillWidth: true
                    Layout.fillHeight: true

                    FormScroll {
                        theme: root.theme
                        keyboardTop: root.keyboardTop
                        anchors.fill: parent
                        anchors.margins: root.theme.gap
                        contentHeight: form.implicitHeight

                        ColumnLayout {
                            id: form

                            width: parent.width - root.theme.half
                            spacing: root.theme.half

                            IdentityCard {
                                id: identity

                                theme: root.theme
                                form: root.door.form
                                Layout.fillWidth: true
                                onTypeAsked: types.open()
                                onReasonAsked: kind => reasons.askIdentity(kind)
                            }
                            Rectangle {
                                visible: root.door.questions.count > 0
                                Layout.fillWidth: true
                                implicitHeight: 1
                                color: root.theme.line
                            }
                            QuestionsCard {
                                theme: root.theme
                                door: root.door
                                visible: root.door.questions.count > 0
                                Layout.fillWidth: true
                            }
                        }
                    }
                }
                KeptLine {
                    theme: root.theme
                    aside: root.door.aside
                    Layout.fillWidth: true
                }
                Label {
                    objectName: "commandProblem"
                    theme: root.theme
                    visible: text.length > 0
                    text: root.door.problem
                    color: root.theme.tone(SignIcon.Attention)
                    Layout.fillWidth: true
                }
                RowLayout {
                    spacing: root.theme.s(12)

                    ActionButton {
                        theme: root.theme
                        objectName: "clearButton"
                        visible: !root.door.form.canUndo
                        look: ActionButton.Quiet
                        implicitHeight: root.theme.s(64)
                        enabled: !root.door.form.empty
                        text: qsTr("Clear")
                        onClicked: root.door.form.clear()
                    }
                    ActionButton {
                        theme: root.theme
                        objectName: "undoButton"
                        visible: root.door.form.canUndo
                        implicitHeight: root.theme.s(64)
                        text: qsTr("Undo clear")
                        onClicked: root.door.form.undoClear()
                    }
                    ActionButton {
                        theme: root.theme
                        objectName: "cancelPersonButton"
                        visible: !root.door.aside.asks // "next person" means something else then
                        look: ActionButton.Quiet
                        implicitHeight: root.theme.s(64)
                        text: qsTr("Next person")
                        onClicked: root.door.nextPerson()
                    }
                    ActionButton {
                        theme: root.theme
                        objectName: "refuseButton"
                        look: ActionButton.Danger
                        implicitHeight: root.theme.s(64)
                        size: root.theme.large
                        text: qsTr("Refuse") + "  ▾"
                        Layout.fillWidth: true
                        Layout.preferredWidth: 2
                        onClicked: root.refuse()
                    }
                    ActionButton {
                        theme: root.theme
                        objectName: "admitButton"
                        look: root.door.mayAdmit ? ActionButton.Primary : ActionButton.Caution
                        implicitHeight: root.theme.s(64)
                        size: root.theme.large
                        enabled: root.door.mayAdmit || root.door.mayOverride
                        text: root.door.mayOverride && !root.door.mayAdmit ? qsTr("Admit with a reason…") : qsTr("Admit")
                        Layout.fillWidth: true
                        Layout.preferredWidth: 3
                        onClicked: root.admit()
                    }
                }
            }
        }
    }

    ReasonSheet {
        id: reasons

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        onAnswered: (kind, reason) => root.answered(kind, reason)
        onDismissed: root.forceActiveFocus()
    }
    ChoiceSheet {
        id: types

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        title: qsTr("Document")
        choices: root.door.form.documentTypes
        current: root.door.form.documentType
        rowPrefix: "documentType"
        onChosen: index => root.door.form.documentType = index
        onDismissed: identity.focusFirst()
    }
    ReportCaseSheet {
        id: cases

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        door: root.door
        alert: root.alert
        onDismissed: root.forceActiveFocus()
    }
    ThermometerSheet {
        id: thermometer

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        onTyped: degrees => {
            if (root.door.typeContact(degrees))
                close();
            else
                refused = true;
        }
        onDismissed: root.forceActiveFocus()
    }
}
