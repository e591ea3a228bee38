// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// The plan's questions. Each starts as not asked; yes and no are two buttons, and neither is chosen for anybody.
ColumnLayout {
    id: root

    required property Theme theme
    required property DoorModel door

    spacing: theme.half

    component Choice: ActionButton {
        id: choice

        property bool chosen: false
        property int tone

        theme: root.theme
        implicitWidth: Math.max(root.theme.s(56), implicitContentWidth + leftPadding + rightPadding)
        leftPadding: root.theme.half
        rightPadding: root.theme.half
        look: ActionButton.Quiet
        bold: chosen
        background: Rectangle {
            radius: root.theme.s(12)
            color: choice.chosen ? root.theme.tint(choice.tone) : "transparent"
            border.width: choice.chosen || choice.visualFocus ? 2 : 1
            border.color: choice.visualFocus ? root.theme.accent : choice.chosen ? root.theme.tone(choice.tone) : root.theme.line
        }
    }

    RowLayout {
        spacing: root.theme.half

        Label {
            theme: root.theme
            text: qsTr("Ask")
            font.bold: true
        }
        FieldLabel {
            objectName: "notAsked"
            theme: root.theme
            visible: root.door.notAsked > 0
            text: qsTr("%n not asked", "", root.door.notAsked)
            Layout.fillWidth: true
        }
        Item {
            visible: root.door.notAsked === 0
            Layout.fillWidth: true
        }
        ActionButton {
            theme: root.theme
            objectName: "noneButton"
            showsSign: root.door.allAnsweredNo
            sign: SignIcon.Pass
            text: qsTr("None of these")
            onClicked: root.door.noneOfThese()
        }
    }
    GridLayout {
        Layout.fillWidth: true
        // While nothing has a width yet two as well: a grid that changes its columns when it is first shown is laid out wrongly.
        columns: root.width > 0 && root.width < root.theme.s(600) ? 1 : 2
        columnSpacing: root.theme.s(24)
        rowSpacing: root.theme.half

        Repeater {
            model: root.door.questions

            // Anchors, no layout in the layout: a row that is laid out before it is shown keeps the height of then.
            Item {
                id: question

                required property string text
                required property int answer
                required property int number

                implicitHeight: Math.max(words.implicitHeight, no.implicitHeight)
                Layout.fillWidth: true
                Layout.preferredWidth: 1

                Sign {
                    id: mark

                    theme: root.theme
                    objectName: "answer" + question.number
                    anchors.verticalCenter: parent.verticalCenter
                    sign: question.answer === 0 ? SignIcon.Unknown : question.answer === 1 ? SignIcon.Pass : SignIcon.Attention
                    size: root.theme.s(18)
                }
                Label {
                    id: words

                    theme: root.theme
                    text: question.text
                    font.pixelSize: root.theme.small
                    anchors {
                        left: mark.right
                        right: no.left
                        verticalCenter: parent.verticalCenter
                        leftMargin: root.theme.half
                        rightMargin: root.theme.half
                    }
                }
                Choice {
                    id: no

                    objectName: "no" + question.number
                    anchors.right: yes.left
                    anchors.rightMargin: root.theme.half
                    anchors.verticalCenter: parent.verticalCenter
                    text: qsTr("No")
                    chosen: question.answer === 1
                    tone: SignIcon.Pass
                    onClicked: root.door.answer(question.number, chosen ? 0 : 1)
                }
                Choice {
                    id: yes

                    objectName: "yes" + question.number
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    text: qsTr("Yes")
                    chosen: question.answer === 2
                    tone: SignIcon.Refuse
                    onClicked: root.door.answer(question.number, chosen ? 0 : 2)
                }
            }
        }
    }
}
