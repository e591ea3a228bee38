// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Window
import Menshen

/// Instead of the station's pages when its ledger cannot be opened: both languages, what to do, and what the technician
/// needs. Nothing to be protected is behind it, so closing needs no PIN.
Window {
    id: root

    required property var sides ///< two of heading, happened, advice, meanwhile, whatToDo, technician, close
    required property string file
    required property string detail
    required property string stationName
    required property bool dark
    required property bool windowed
    readonly property bool portrait: height > width

    readonly property Theme theme: Theme {
        dark: root.dark
        k: root.portrait ? Math.max(0.8, Math.min(1.5, root.width / 844)) : Math.max(0.8, Math.min(1.6, Math.min(root.width / 1280, root.height / 800)))
    }

    width: 1280
    height: 800
    title: sides[0].heading
    color: theme.window
    visible: true
    visibility: windowed ? Window.Windowed : Window.FullScreen

    component Side: ColumnLayout {
        id: side

        required property var words
        required property int number

        spacing: root.theme.s(12)

        Label {
            objectName: "refusalHeading" + side.number
            theme: root.theme
            text: side.words.heading
            color: root.theme.tone(SignIcon.Refuse)
            font.pixelSize: root.theme.title
            font.bold: true
            Layout.fillWidth: true
        }
        Label {
            objectName: "refusalHappened" + side.number
            theme: root.theme
            text: side.words.happened
            font.pixelSize: root.theme.s(18)
            Layout.fillWidth: true
        }
        FieldLabel {
            theme: root.theme
            text: side.words.whatToDo
            Layout.fillWidth: true
        }
        Repeater {
            model: side.words.advice

            RowLayout {
                id: step

                required property string modelData
                required property int index

                spacing: root.theme.s(12)
                Layout.fillWidth: true

                Rectangle {
                    Layout.preferredWidth: root.theme.s(28)
                    Layout.preferredHeight: root.theme.s(28)
                    Layout.alignment: Qt.AlignTop
                    radius: width / 2
                    color: root.theme.raised

                    Label {
                        theme: root.theme
                        anchors.centerIn: parent
                        text: step.index + 1
                        font.bold: true
                    }
                }
                Label {
                    objectName: "refusalAdvice" + side.number + "_" + step.index
                    theme: root.theme
                    text: step.modelData
                    Layout.fillWidth: true
                }
            }
        }
        Label {
            theme: root.theme
            text: side.words.meanwhile
            font.bold: true
            Layout.fillWidth: true
        }
    }

    Card {
        id: card

        theme: root.theme
        border.width: 3
        border.color: root.theme.fill(SignIcon.Refuse)
        anchors.centerIn: parent
        width: Math.min(root.width - 2 * root.theme.gap, root.theme.s(1120))
        height: Math.min(root.height - 2 * root.theme.gap, page.implicitHeight + 2 * root.theme.s(32))

        Flickable {
            anchors.fill: parent
            anchors.margins: root.theme.s(32)
            contentWidth: width
            contentHeight: page.implicitHeight
            clip: true
            interactive: contentHeight > height
            boundsBehavior: Flickable.StopAtBounds

            ColumnLayout {
                id: page

                width: parent.width
                spacing: root.theme.s(20)

                RowLayout {
                    spacing: root.theme.gap

                    Sign {
                        theme: root.theme
                        sign: SignIcon.Refuse
                        size: root.theme.s(56)
                    }
                    Label {
                        theme: root.theme
                        text: root.stationName
                        color: root.theme.muted
                        font.pixelSize: root.theme.large
                        Layout.fillWidth: true
                    }
                    ActionButton {
                        theme: root.theme
                        objectName: "refusalClose"
                        text: root.sides[0].close + "  " + root.sides[1].close
                        onClicked: root.close()
                    }
                }
                // Plain columns of a known width: nested layouts would guess how high the wrapped words are.
                Grid {
                    id: columns

                    readonly property real side: root.portrait ? width : (width - columnSpacing) / 2

                    columns: root.portrait ? 1 : 2
                    columnSpacing: root.theme.s(40)
                    rowSpacing: root.theme.s(32)
                    Layout.fillWidth: true

                    Side {
                        words: root.sides[0]
                        number: 0
                        width: columns.side
                    }
                    Side {
                        words: root.sides[1]
                        number: 1
                        width: columns.side
                    }
                }
                Rectangle {
                    Layout.fillWidth: true
                    implicitHeight: technical.implicitHeight + 2 * root.theme.s(16)
                    radius: root.theme.s(10)
                    color: root.theme.raised

                    ColumnLayout {
                        id: technical

                        anchors {
                            left: parent.left
                            right: parent.right
                            verticalCenter: parent.verticalCenter
                            margins: root.theme.s(16)
                        }
                        spacing: root.theme.s(4)

                        FieldLabel {
                            theme: root.theme
                            text: root.sides[0].technician + "  ·  " + root.sides[1].technician
                            Layout.fillWidth: true
                        }
                        Label {
                            objectName: "refusalFile"
                            theme: root.theme
                            text: root.file
                            visible: text.length > 0
                            wrapMode: Text.WrapAnywhere
                            Layout.fillWidth: true
                        }
                        Label {
                            objectName: "refusalDetail"
                            theme: root.theme
                            text: root.detail
                            visible: text.length > 0
                            Layout.fillWidth: true
                        }
                    }
                }
            }
        }
    }
}
