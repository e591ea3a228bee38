// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// What must be seen on every page: each device's light, with a word when it is not well, the ledger's head, the response level, the clock.
Rectangle {
    id: root

    required property Theme theme
    required property ShellModel shell

    implicitHeight: flow.implicitHeight + 2 * theme.half
    color: theme.card

    Rectangle {
        width: parent.width
        height: 1
        color: root.theme.line
    }
    GridLayout {
        id: flow

        anchors {
            left: parent.left
            right: parent.right
            leftMargin: root.theme.s(20)
            rightMargin: root.theme.s(20)
            verticalCenter: parent.verticalCenter
        }
        columns: root.width < root.theme.s(1000) ? 1 : 2
        columnSpacing: root.theme.s(20)
        rowSpacing: root.theme.s(4)

        Flow {
            Layout.fillWidth: true
            spacing: root.theme.s(14)

            Repeater {
                model: root.shell.devices

                Row {
                    id: light

                    required property string name
                    required property string condition
                    required property int sign
                    required property int index

                    spacing: root.theme.s(6)
                    height: root.theme.s(24)

                    Sign {
                        theme: root.theme
                        anchors.verticalCenter: parent.verticalCenter
                        sign: light.sign
                        size: root.theme.s(18)
                    }
                    Label {
                        theme: root.theme
                        anchors.verticalCenter: parent.verticalCenter
                        wrapMode: Text.NoWrap
                        font.pixelSize: root.theme.small
                        text: light.name
                    }
                    Label {
                        objectName: "deviceCondition" + light.index
                        theme: root.theme
                        anchors.verticalCenter: parent.verticalCenter
                        wrapMode: Text.NoWrap
                        font.pixelSize: root.theme.small
                        // Of a device that is well the sign says enough: six of them must fit beside the ledger's head.
                        visible: light.sign !== SignIcon.Pass
                        color: light.sign === SignIcon.Refuse ? root.theme.tone(SignIcon.Refuse) : root.theme.muted
                        text: light.condition
                    }
                }
            }
        }
        Row {
            Layout.alignment: Qt.AlignTop
            spacing: root.theme.s(20)

            Repeater {
                model: [root.shell.head, root.shell.level, root.shell.clock]

                Label {
                    required property string modelData
                    required property int index

                    theme: root.theme
                    objectName: ["ledgerHead", "responseLevel", "clock"][index]
                    height: root.theme.s(24)
                    verticalAlignment: Text.AlignVCenter
                    wrapMode: Text.NoWrap
                    font.pixelSize: root.theme.small
                    font.bold: index === 1 && root.shell.levelOne
                    color: index === 1 && root.shell.levelOne ? root.theme.tone(SignIcon.Refuse) : root.theme.muted
                    text: modelData
                }
            }
        }
    }
}
