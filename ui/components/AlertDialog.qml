// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// Over everything while an alert is open. It has no way to be closed: only acknowledged, handed over, recorded as a false alarm
/// with what showed it, or ended once its steps are done; and made small when the door may go on.
FocusScope {
    id: root

    required property Theme theme
    required property AlertModel alert
    required property real keyboardTop
    readonly property bool wide: width >= height
    readonly property bool acknowledged: alert.acknowledged
    readonly property double number: alert.number
    readonly property color face: theme.fill(alert.handedOver ? SignIcon.Attention : SignIcon.Refuse)
    readonly property bool sheetShown: handOver.visible || falseAlarm.visible || skipping.visible || silences.visible

    visible: alert.open && !alert.minimised
    onVisibleChanged: {
        begin();
        if (visible)
            forceActiveFocus();
    }
    onNumberChanged: begin()
    onAcknowledgedChanged: pad.text = ""
    Keys.onEscapePressed: event => event.accepted = true

    /// Another one: nothing that was typed for the last one stays.
    function begin(): void {
        pad.text = "";
        scroll.contentY = 0;
        for (const sheet of [handOver, falseAlarm, skipping, silences])
            if (sheet.visible)
                sheet.close();
    }

    Rectangle {
        anchors.fill: parent
        color: root.theme.scrim

        MouseArea {
            anchors.fill: parent
            onPressed: mouse => mouse.accepted = true
        }
    }

    Card {
        id: card

        theme: root.theme
        border.width: 3
        border.color: root.face
        enabled: !root.sheetShown
        width: Math.min(root.width - 2 * root.theme.gap, root.theme.s(1248))
        height: Math.min(Math.min(root.height, root.keyboardTop) - 2 * root.theme.half, head.height + body.implicitHeight + root.theme.s(56))
        x: (root.width - width) / 2
        y: Math.max(root.theme.half, (Math.min(root.height, root.keyboardTop) - height) / 2)

        Rectangle {
            id: head

            width: parent.width
            height: headColumn.implicitHeight + root.theme.s(28)
            radius: parent.radius
            color: root.face

            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: parent.radius
                color: parent.color
            }
            ColumnLayout {
                id: headColumn

                anchors {
                    left: parent.left
                    right: parent.right
                    verticalCenter: parent.verticalCenter
                    leftMargin: root.theme.s(24)
                    rightMargin: root.theme.s(24)
                }
                spacing: root.theme.half

                RowLayout {
                    spacing: root.theme.s(20)

                    SignIcon {
                        Layout.preferredWidth: root.theme.s(56)
                        Layout.preferredHeight: root.theme.s(56)
                        kind: SignIcon.Attention
                        color: root.theme.onFill
                        glyphColor: root.face
                    }
                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 0

                        Label {
                            objectName: "alertWhy"
                            theme: root.theme
                            color: root.theme.onFill
                            font.pixelSize: root.theme.title
                            font.bold: true
                            text: root.alert.why
                            Layout.fillWidth: true
                        }
                        Label {
                            objectName: "alertWho"
                            theme: root.theme
                            color: root.theme.onFill
                            font.pixelSize: root.theme.large
                            text: root.alert.count > 1 ? qsTr("%1 · since %2 · %3 alerts open").arg(root.alert.who).arg(root.alert.since).arg(root.alert.count) : qsTr("%1 · since %2").arg(root.alert.who).arg(root.alert.since)
                            Layout.fillWidth: true
                        }
                    }
                    Label {
                        theme: root.theme
                        color: root.theme.onFill
                        font.pixelSize: root.theme.huge
                        font.bold: true
                        wrapMode: Text.NoWrap
                        text: root.alert.elapsed
                    }
                }
                Flow {
                    visible: others.count > 0
                    spacing: root.theme.half
                    Layout.fillWidth: true

                    Repeater {
                        id: others

                        model: root.alert.others

                        ActionButton {
                            required property double number
                            required property string label
                            required property bool here
                            required property bool live

                            theme: root.theme
                            objectName: "alertOther" + number
                            look: here ? ActionButton.Tonal : ActionButton.Danger
                            bold: here
                            showsSign: true
                            sign: live ? SignIcon.Attention : SignIcon.Pass
                            text: label
                            onClicked: root.alert.choose(number)
                        }
                    }
                }
            }
        }

        FormScroll {
            id: scroll

            objectName: "alertScroll"
            theme: root.theme
            keyboardTop: Infinity // the whole card keeps above the keyboard
            anchors {
                top: head.bottom
                bottom: parent.bottom
                left: parent.left
                right: parent.right
                margins: root.theme.s(24)
                topMargin: root.theme.gap
                bottomMargin: root.theme.gap
            }
            contentHeight: body.implicitHeight

            GridLayout {
                id: body

                width: parent.width - root.theme.s(8) // beside it runs the scroll mark
                columns: root.wide ? 3 : 1
                columnSpacing: root.theme.s(28)
                rowSpacing: root.theme.s(24)

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop
                    spacing: root.theme.half

                    NoticeBox {
                        theme: root.theme
                        textName: "alertCalm"
                        sign: SignIcon.Person
                        text: root.alert.calm.length > 0 && !root.alert.handedOver ? qsTr("Say: \"%1\"").arg(root.alert.calm) : ""
                        Layout.fillWidth: true
                    }
                    NoticeBox {
                        theme: root.theme
                        textName: "alertHandedOver"
                        sign: SignIcon.Pass
                        text: root.alert.handedOverText
                        Layout.fillWidth: true
                    }
                    NoticeBox {
                        theme: root.theme
                        textName: "alertRoomTaken"
                        sign: SignIcon.Refuse
                        text: root.alert.roomFull ? root.alert.room : ""
                        Layout.fillWidth: true
                    }
                    Label {
                        theme: root.theme
                        font.pixelSize: root.theme.large
                        font.bold: true
                        text: qsTr("What to do now")
                        Layout.fillWidth: true
                        Layout.topMargin: root.theme.s(4)
                    }
                    Repeater {
                        model: root.alert.steps

                        AlertStep {
                            theme: root.theme
                            alert: root.alert
                            Layout.fillWidth: true
                            onHandOverAsked: handOver.open()
                            onSkipAsked: skipping.ask(stepId, qsTr("Skip this step: why?"), [qsTr("Not needed here"), qsTr("Done by others"), qsTr("Not possible")], qsTr("Skip"), ActionButton.Caution)
                        }
                    }
                    NoticeBox {
                        theme: root.theme
                        textName: "alertRoom"
                        sign: SignIcon.None
                        text: root.alert.roomFull ? "" : root.alert.room
                        Layout.fillWidth: true
                    }
                }

                AlertTold {
                    theme: root.theme
                    alert: root.alert
                    Layout.preferredWidth: root.theme.s(270)
                    Layout.maximumWidth: root.wide ? root.theme.s(270) : 100000
                    Layout.fillWidth: !root.wide
                    Layout.alignment: Qt.AlignTop
                    Layout.row: root.wide ? 0 : 2
                    Layout.column: root.wide ? 1 : 0
                    onSilenceAsked: silences.open()
                }

                ColumnLayout {
                    Layout.preferredWidth: root.theme.s(300)
                    Layout.maximumWidth: root.wide ? root.theme.s(300) : 100000
                    Layout.fillWidth: !root.wide
                    Layout.alignment: Qt.AlignTop
                    Layout.row: root.wide ? 0 : 1
                    Layout.column: root.wide ? 2 : 0
                    spacing: root.theme.s(12)

                    Label {
                        theme: root.theme
                        visible: !root.acknowledged
                        font.pixelSize: root.theme.large
                        font.bold: true
                        text: qsTr("Acknowledge")
                        Layout.fillWidth: true
                    }
                    NumberPad {
                        id: pad

                        theme: root.theme
                        visible: !root.acknowledged
                        secret: true
                        focus: !root.acknowledged
                        fieldName: "alertPinField"
                        keyPrefix: "alertPin"
                        placeholder: qsTr("Office PIN")
                        Layout.fillWidth: true
                        onEntered: root.alert.acknowledge(text)
                    }
                    Label {
                        objectName: "alertPinProblem"
                        theme: root.theme
                        visible: text.length > 0 && !root.acknowledged
                        text: root.alert.pinProblem
                        color: root.theme.tone(SignIcon.Refuse)
                        Layout.fillWidth: true
                        onTextChanged: pad.text = ""
                    }
                    ActionButton {
                        theme: root.theme
                        objectName: "alertAcknowledge"
                        visible: !root.acknowledged
                        look: ActionButton.Primary
                        enabled: pad.text.length > 0 && !root.alert.busy
                        text: qsTr("Acknowledge")
                        Layout.fillWidth: true
                        implicitHeight: root.theme.s(56)
                        onClicked: root.alert.acknowledge(pad.text)
                    }

                    RowLayout {
                        visible: root.acknowledged && root.alert.acknowledgedText.length > 0
                        spacing: root.theme.half

                        Sign {
                            theme: root.theme
                            sign: SignIcon.Pass
                        }
                        Label {
                            theme: root.theme
                            text: root.alert.acknowledgedText
                            Layout.fillWidth: true
                        }
                    }
                    NoticeBox {
                        theme: root.theme
                        textName: "alertProblem"
                        sign: SignIcon.Refuse
                        text: root.alert.problem
                        Layout.fillWidth: true
                    }
                    ActionButton {
                        theme: root.theme
                        objectName: "alertMinimise"
                        visible: root.alert.mayMinimise
                        text: qsTr("Go on at the door")
                        Layout.fillWidth: true
                        onClicked: root.alert.minimised = true
                    }
                    Label {
                        objectName: "alertStays"
                        theme: root.theme
                        visible: root.acknowledged && !root.alert.mayMinimise
                        text: qsTr("The plan keeps the door closed until the person is handed over.")
                        color: root.theme.muted
                        Layout.fillWidth: true
                    }
                    ActionButton {
                        theme: root.theme
                        objectName: "alertHandOver"
                        visible: root.acknowledged && !root.alert.handedOver
                        look: ActionButton.Primary
                        text: qsTr("Hand over…")
                        Layout.fillWidth: true
                        onClicked: handOver.open()
                    }
                    ActionButton {
                        theme: root.theme
                        objectName: "alertFalseAlarm"
                        visible: root.acknowledged && !root.alert.handedOver
                        look: ActionButton.Quiet
                        text: qsTr("False alarm…")
                        Layout.fillWidth: true
                        onClicked: falseAlarm.open()
                    }
                    ActionButton {
                        theme: root.theme
                        objectName: "alertClose"
                        visible: root.acknowledged
                        enabled: root.alert.mayClose
                        look: root.alert.mayClose ? ActionButton.Primary : ActionButton.Quiet
                        text: qsTr("Close the incident")
                        Layout.fillWidth: true
                        onClicked: root.alert.close()
                    }
                    Label {
                        objectName: "alertLeft"
                        theme: root.theme
                        visible: root.acknowledged && text.length > 0
                        text: root.alert.leftText
                        color: root.theme.muted
                        horizontalAlignment: Text.AlignHCenter
                        Layout.fillWidth: true
                    }
                }
            }
        }
    }

    HandOverSheet {
        id: handOver

        theme: root.theme
        keyboardTop: root.keyboardTop
        alert: root.alert
        onDismissed: root.forceActiveFocus()
    }
    FalseAlarmSheet {
        id: falseAlarm

        theme: root.theme
        keyboardTop: root.keyboardTop
        alert: root.alert
        onDismissed: root.forceActiveFocus()
    }
    ReasonSheet {
        id: skipping

        theme: root.theme
        keyboardTop: root.keyboardTop
        onAnswered: (kind, reason) => root.alert.skipStep(kind, reason)
        onDismissed: root.forceActiveFocus()
    }
    ChoiceSheet {
        id: silences

        theme: root.theme
        keyboardTop: root.keyboardTop
        title: qsTr("Silence for 15 min: why?")
        choices: [qsTr("Somebody is on the way"), qsTr("The office knows by telephone"), qsTr("An exercise")]
        rowPrefix: "silence"
        onChosen: index => root.alert.silence(silences.choices[index])
        onDismissed: root.forceActiveFocus()
    }
}
