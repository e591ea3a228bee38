// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// The plan's questions as the form answers them; one that it leaves open stays open.
ColumnLayout {
    id: root

    required property Theme theme
    required property PaperDesk paper

    visible: paper.questions.count > 0
    spacing: theme.s(6)

    RowLayout {
        Layout.fillWidth: true

        FieldLabel {
            theme: root.theme
            text: qsTr("Questions: what is not on the form stays open")
            Layout.fillWidth: true
        }
        ActionButton {
            theme: root.theme
            objectName: "paperAllNo"
            look: ActionButton.Quiet
            text: qsTr("No to all")
            onClicked: root.paper.allNo()
        }
    }
    Repeater {
        model: root.paper.questions

        RowLayout {
            id: question

            required property string text
            required property int answer
            required property int number

            Layout.fillWidth: true
            spacing: root.theme.half

            Label {
                theme: root.theme
                text: question.text
                font.pixelSize: root.theme.small
                Layout.fillWidth: true
            }
            PaperChoice {
                theme: root.theme
                objectName: "paperNo" + question.number
                text: qsTr("No")
                chosen: question.answer === 1
                onClicked: root.paper.answer(question.number, chosen ? 0 : 1)
            }
            PaperChoice {
                theme: root.theme
                objectName: "paperYes" + question.number
                text: qsTr("Yes")
                chosen: question.answer === 2
                tone: SignIcon.Refuse
                onClicked: root.paper.answer(question.number, chosen ? 0 : 2)
            }
        }
    }
}
