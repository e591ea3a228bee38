// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// One visit looked at closely: its fields, and its story. Beside the table, or below it in portrait.
Card {
    id: root

    required property VisitStory story
    required property bool portrait
    readonly property double seq: story.seq

    visible: seq > 0
    onSeqChanged: scroll.contentY = 0
    Layout.preferredWidth: theme.s(400)
    Layout.maximumWidth: portrait ? 100000 : theme.s(400)
    Layout.fillWidth: portrait
    Layout.fillHeight: !portrait
    Layout.preferredHeight: theme.s(portrait ? 620 : 420)

    RowLayout {
        id: head

        anchors {
            top: parent.top
            left: parent.left
            right: parent.right
            margins: root.theme.gap
            leftMargin: root.theme.s(20)
        }

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
            onClicked: root.story.close()
        }
    }
    Flickable {
        id: scroll

        objectName: "storyScroll"
        anchors {
            top: head.bottom
            topMargin: root.theme.half
            bottom: parent.bottom
            bottomMargin: root.theme.half
            left: parent.left
            leftMargin: root.theme.s(20)
            right: parent.right
            rightMargin: root.theme.s(20)
        }
        contentWidth: width
        contentHeight: column.implicitHeight + root.theme.s(20)
        clip: true
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        flickableDirection: Flickable.VerticalFlick

        ColumnLayout {
            id: column

            width: parent.width
            spacing: root.theme.s(12)

            NoticeBox {
                theme: root.theme
                textName: "storyNotice"
                sign: SignIcon.Pass
                text: root.story.notice
                Layout.fillWidth: true
            }
            NoticeBox {
                theme: root.theme
                textName: "personalState"
                sign: root.story.personalSign
                text: root.story.personalText
                Layout.fillWidth: true
            }
            NoticeBox {
                theme: root.theme
                textName: "wholeFor"
                sign: SignIcon.Attention
                text: root.story.wholeText
                Layout.fillWidth: true
            }
            RowLayout {
                visible: root.story.readable
                spacing: root.theme.half

                ActionButton {
                    theme: root.theme
                    objectName: "correctButton"
                    text: qsTr("Correct…")
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    onClicked: root.story.correct()
                }
                ActionButton {
                    theme: root.theme
                    objectName: "wholeButton"
                    look: ActionButton.Quiet
                    text: root.story.whole ? qsTr("Hide again") : qsTr("Show whole…")
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    onClicked: root.story.whole ? root.story.hideWhole() : root.story.askWhole()
                }
            }
            Flow {
                id: fields

                readonly property int columns: root.portrait ? 3 : 1
                readonly property real column: Math.floor((width - (columns - 1) * spacing) / columns)

                spacing: root.theme.s(12)
                Layout.fillWidth: true

                Repeater {
                    model: root.story.details

                    Column {
                        id: detail

                        required property int index
                        required property string label
                        required property string value

                        width: fields.column

                        FieldLabel {
                            theme: root.theme
                            text: detail.label
                            width: parent.width
                        }
                        Label {
                            objectName: "detail" + detail.index
                            theme: root.theme
                            text: detail.value
                            font.pixelSize: root.theme.s(17)
                            width: parent.width
                        }
                    }
                }
            }
            Rectangle {
                Layout.fillWidth: true
                implicitHeight: 1
                color: root.theme.line
            }
            Label {
                theme: root.theme
                text: qsTr("Its story")
                font.pixelSize: root.theme.large
                font.bold: true
                Layout.fillWidth: true
            }
            Label {
                theme: root.theme
                visible: root.story.loading && steps.count === 0
                text: qsTr("Looking…")
                color: root.theme.muted
                Layout.fillWidth: true
            }
            NoticeBox {
                theme: root.theme
                textName: "storyProblem"
                sign: SignIcon.Refuse
                text: root.story.problem
                Layout.fillWidth: true
            }
            ActionButton {
                theme: root.theme
                objectName: "storyRetry"
                visible: root.story.problem.length > 0
                look: ActionButton.Quiet
                text: qsTr("Try again")
                Layout.fillWidth: true
                onClicked: root.story.reload()
            }
            Repeater {
                id: steps

                model: root.story.steps

                StoryLine {
                    theme: root.theme
                    Layout.fillWidth: true
                    onPutBack: entry => root.story.putBack(entry)
                }
            }
        }
    }
    Rectangle {
        visible: scroll.interactive
        anchors.right: parent.right
        anchors.rightMargin: root.theme.s(6)
        y: scroll.y + scroll.visibleArea.yPosition * scroll.height
        width: root.theme.s(4)
        height: Math.max(root.theme.s(24), scroll.visibleArea.heightRatio * scroll.height)
        radius: width / 2
        color: root.theme.line
    }
}
