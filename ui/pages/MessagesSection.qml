// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// The ways to the leading group, each with its newest result and a trial; and who is told in which order.
FormScroll {
    id: root

    required property OfficeModel office
    required property bool portrait
    readonly property MessagesDesk messages: office.messages

    objectName: "messagesScroll"
    contentHeight: grid.implicitHeight

    GridLayout {
        id: grid

        width: parent.width - root.theme.s(8) // beside it runs the scroll mark
        columns: root.portrait ? 1 : 2
        columnSpacing: root.theme.gap
        rowSpacing: root.theme.gap

        NoticeBox {
            theme: root.theme
            textName: "messagesAdvice"
            sign: SignIcon.Attention
            text: root.messages.advice
            Layout.fillWidth: true
            Layout.columnSpan: grid.columns
        }
        Repeater {
            model: root.messages.couriers

            FormPart {
                id: part

                required property int index
                required property string id
                required property string title
                required property string detail
                required property int sign
                required property string word
                required property string what
                required property string to
                required property bool asksTo
                required property bool busy

                theme: root.theme
                heading: part.title + " · " + part.detail

                RowLayout {
                    spacing: root.theme.s(12)

                    Sign {
                        theme: root.theme
                        visible: part.sign !== SignIcon.None
                        sign: part.sign
                        size: root.theme.s(36)
                    }
                    Label {
                        objectName: "courierWord_" + part.id
                        theme: root.theme
                        text: part.busy ? qsTr("Sending…") : part.word
                        color: root.theme.tone(part.sign)
                        font.pixelSize: root.theme.large
                        font.bold: true
                        Layout.fillWidth: true
                    }
                }
                Label {
                    objectName: "courierWhat_" + part.id
                    theme: root.theme
                    visible: text.length > 0
                    text: part.what
                    color: root.theme.muted
                    font.pixelSize: root.theme.s(15)
                    wrapMode: Text.WrapAnywhere
                    Layout.fillWidth: true
                }
                RowLayout {
                    spacing: root.theme.half

                    EntryField {
                        id: address

                        theme: root.theme
                        visible: part.asksTo
                        fieldName: "courierTo_" + part.id
                        value: part.to
                        placeholder: qsTr("Send the test to")
                        hints: Qt.ImhPreferLatin
                        Layout.fillWidth: true
                    }
                    ActionButton {
                        theme: root.theme
                        objectName: "courierTest_" + part.id
                        enabled: !part.busy && root.messages.isAddress(part.id, address.field.text)
                        text: qsTr("Send a test")
                        onClicked: root.messages.tryOut(part.id, part.asksTo ? address.field.text : "")
                    }
                }
            }
        }
        FormPart {
            theme: root.theme
            heading: qsTr("Who is told of an alert, in this order")
            visible: root.messages.ladder.count > 0

            Repeater {
                model: root.messages.ladder

                ColumnLayout {
                    id: level

                    required property int index
                    required property string title
                    required property string detail

                    spacing: 0
                    Layout.fillWidth: true

                    Label {
                        objectName: "ladderTitle" + level.index
                        theme: root.theme
                        text: level.title
                        font.bold: true
                        Layout.fillWidth: true
                    }
                    Label {
                        theme: root.theme
                        text: level.detail
                        color: root.theme.muted
                        font.pixelSize: root.theme.s(15)
                        Layout.fillWidth: true
                    }
                }
            }
            Label {
                theme: root.theme
                text: qsTr("Whoever has not answered in time is followed by the next level; after the last the first is told again, until somebody acknowledges. + is told at once, beside the others.")
                color: root.theme.muted
                font.pixelSize: root.theme.s(15)
                Layout.fillWidth: true
            }
        }
    }
}
