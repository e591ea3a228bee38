// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// Over everything while an alert is open. It has no way to be closed: only acknowledged, handed over, or recorded as a
/// false alarm with a reason.
FocusScope {
    id: root

    required property Theme theme
    required property AlertModel alert
    required property real keyboardTop
    readonly property bool wide: width >= height
    property string closing ///< "handOver" or "falseAlarm" while its reason is asked

    readonly property bool acknowledged: alert.acknowledged

    visible: alert.open && !alert.minimised
    onVisibleChanged: {
        closing = "";
        pad.text = "";
        if (visible)
            forceActiveFocus();
    }
    onAcknowledgedChanged: pad.text = ""
    Keys.onEscapePressed: event => event.accepted = true

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
        border.color: root.theme.fill(SignIcon.Refuse)
        width: Math.min(root.width - 2 * root.theme.gap, root.theme.s(1080))
        height: Math.min(Math.min(root.height, root.keyboardTop) - 2 * root.theme.half, head.height + body.implicitHeight + root.theme.s(56))
        x: (root.width - width) / 2
        y: Math.max(root.theme.half, (Math.min(root.height, root.keyboardTop) - height) / 2)

        Rectangle {
            id: head

            width: parent.width
            height: headRow.implicitHeight + root.theme.s(32)
            radius: parent.radius
            color: root.theme.fill(SignIcon.Refuse)

            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: parent.radius
                color: parent.color
            }
            RowLayout {
                id: headRow

                anchors {
                    left: parent.left
                    right: parent.right
                    verticalCenter: parent.verticalCenter
                    leftMargin: root.theme.s(24)
                    rightMargin: root.theme.s(24)
                }
                spacing: root.theme.s(20)

                SignIcon {
                    Layout.preferredWidth: root.theme.s(64)
                    Layout.preferredHeight: root.theme.s(64)
                    kind: SignIcon.Attention
                    color: root.theme.onFill
                    glyphColor: root.theme.fill(SignIcon.Refuse)
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
        }

        Flickable {
            anchors {
                top: head.bottom
                bottom: parent.bottom
                left: parent.left
                right: parent.right
                margins: root.theme.s(24)
            }
            contentWidth: width
            contentHeight: body.implicitHeight
            clip: true
            interactive: contentHeight > height
            boundsBehavior: Flickable.StopAtBounds

            GridLayout {
                id: body

                width: parent.width
                columns: root.wide ? 2 : 1
                columnSpacing: root.theme.s(32)
                rowSpacing: root.theme.s(24)

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop
                    spacing: root.theme.half

                    Label {
                        theme: root.theme
                        font.pixelSize: root.theme.large
                        font.bold: true
                        text: qsTr("What to do now")
                        Layout.fillWidth: true
                    }
                    Repeater {
                        model: root.alert.steps

                        RowLayout {
                            id: step

                            required property string stepId
                            required property string text
                            required property bool done
                            required property string doneText
                            required property int number

                            Layout.fillWidth: true
                            spacing: root.theme.s(12)

                            Rectangle {
                                Layout.preferredWidth: root.theme.s(32)
                                Layout.preferredHeight: root.theme.s(32)
                                radius: width / 2
                                color: root.theme.raised
                                visible: !step.done

                                Text {
                                    anchors.centerIn: parent
                                    text: step.number
                                    color: root.theme.ink
                                    font.pixelSize: root.theme.body
                                    font.bold: true
                                }
                            }
                            Sign {
                                theme: root.theme
                                visible: step.done
                                sign: SignIcon.Pass
                                size: root.theme.s(32)
                            }
                            Label {
                                theme: root.theme
                                text: step.text
                                font.pixelSize: root.theme.s(18)
                                color: step.done ? root.theme.muted : root.theme.ink
                                Layout.fillWidth: true
                            }
                            Label {
                                theme: root.theme
                                visible: step.done
                                text: step.doneText
                                color: root.theme.muted
                                wrapMode: Text.NoWrap
                                font.pixelSize: root.theme.small
                                Layout.minimumHeight: root.theme.touch
                                verticalAlignment: Text.AlignVCenter
                            }
                            ActionButton {
                                theme: root.theme
                                objectName: "alertStep_" + step.stepId
                                visible: !step.done
                                text: qsTr("Done")
                                onClicked: root.alert.confirmStep(step.stepId)
                            }
                        }
                    }
                }

                ColumnLayout {
                    Layout.preferredWidth: root.theme.s(340)
                    Layout.maximumWidth: root.wide ? root.theme.s(340) : 100000
                    Layout.fillWidth: !root.wide
                    Layout.alignment: Qt.AlignTop
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
                        visible: root.acknowledged
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
                    ActionButton {
                        theme: root.theme
                        objectName: "alertMinimise"
                        visible: root.acknowledged && root.closing === ""
                        text: qsTr("Go on at the door")
                        Layout.fillWidth: true
                        onClicked: root.alert.minimised = true
                    }
                    ActionButton {
                        theme: root.theme
                        objectName: "alertHandOver"
                        visible: root.acknowledged && root.closing === ""
                        look: ActionButton.Primary
                        text: qsTr("Handed over…")
                        Layout.fillWidth: true
                        onClicked: root.closing = "handOver"
                    }
                    ActionButton {
                        theme: root.theme
                        objectName: "alertFalseAlarm"
                        visible: root.acknowledged && root.closing === ""
                        look: ActionButton.Quiet
                        text: qsTr("False alarm…")
                        Layout.fillWidth: true
                        onClicked: root.closing = "falseAlarm"
                    }
                    EntryField {
                        id: reason

                        theme: root.theme
                        visible: root.closing !== ""
                        fieldName: "alertReasonField"
                        label: root.closing === "handOver" ? qsTr("Handed over to whom?") : qsTr("Why is it a false alarm?")
                        Layout.fillWidth: true
                        onVisibleChanged: {
                            field.text = "";
                            if (visible)
                                field.forceActiveFocus();
                        }
                    }
                    RowLayout {
                        visible: root.closing !== ""
                        spacing: root.theme.half

                        ActionButton {
                            theme: root.theme
                            objectName: "alertReasonCancel"
                            look: ActionButton.Quiet
                            text: qsTr("Back")
                            Layout.fillWidth: true
                            onClicked: root.closing = ""
                        }
                        ActionButton {
                            theme: root.theme
                            objectName: "alertReasonOk"
                            look: ActionButton.Primary
                            enabled: reason.field.text.trim().length > 0
                            text: qsTr("Record")
                            Layout.fillWidth: true
                            onClicked: {
                                if (root.closing === "handOver")
                                    root.alert.handOver(reason.field.text);
                                else
                                    root.alert.falseAlarm(reason.field.text);
                                root.closing = "";
                            }
                        }
                    }
                }
            }
        }
    }
}
