// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Menshen

/// The live picture with face boxes over it and what the person is asked to do.
Item {
    id: root

    required property Theme theme
    required property DoorModel door
    required property FrameSource frames

    Rectangle {
        anchors.fill: parent
        color: root.theme.dark ? "#05080b" : "#1b2631"
        radius: root.theme.radius
    }
    LiveView {
        id: live

        objectName: "liveView"
        anchors.fill: parent
        source: root.frames
    }
    Repeater {
        model: root.door.faces

        Rectangle {
            id: face

            required property real boxX
            required property real boxY
            required property real boxW
            required property real boxH
            required property string word
            required property int sign

            x: live.pictureRect.x + boxX * live.pictureRect.width
            y: live.pictureRect.y + boxY * live.pictureRect.height
            width: boxW * live.pictureRect.width
            height: boxH * live.pictureRect.height
            visible: live.pictureRect.width > 0
            color: "transparent"
            radius: root.theme.half
            border.width: root.theme.s(4)
            border.color: root.theme.tone(sign)

            Rectangle {
                // Over the face, but not out of the picture.
                x: Math.max(root.theme.half - face.x, Math.min((face.width - width) / 2, root.width - root.theme.half - face.x - width))
                y: face.y >= height + root.theme.s(4) ? -height - root.theme.s(4) : face.height + root.theme.s(4)
                width: tag.implicitWidth + 2 * root.theme.s(12)
                height: root.theme.s(36)
                radius: height / 2
                color: root.theme.tone(face.sign)

                Row {
                    id: tag

                    anchors.centerIn: parent
                    spacing: root.theme.s(6)

                    SignIcon {
                        anchors.verticalCenter: parent.verticalCenter
                        width: root.theme.s(20)
                        height: width
                        kind: face.sign
                        color: root.theme.onTone(face.sign)
                        glyphColor: root.theme.tone(face.sign)
                    }
                    Label {
                        theme: root.theme
                        wrapMode: Text.NoWrap
                        text: face.word
                        color: root.theme.onTone(face.sign)
                        font.bold: true
                    }
                }
            }
        }
    }
    CameraTrouble {
        anchors.fill: parent
        theme: root.theme
        frames: root.frames
    }
    Rectangle {
        objectName: "promptBanner"
        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
            margins: root.theme.gap
        }
        visible: promptText.text.length > 0
        height: promptText.implicitHeight + root.theme.s(24)
        radius: root.theme.s(12)
        color: "#e60b1118"

        Label {
            id: promptText

            objectName: "prompt"
            theme: root.theme
            anchors.centerIn: parent
            width: parent.width - root.theme.s(32)
            horizontalAlignment: Text.AlignHCenter
            text: root.door.prompt
            color: "#ffffff"
            font.pixelSize: root.theme.s(24)
            font.bold: true
        }
    }
    // Rounds the picture's corners; clipping by a curve is not to be had from every backend.
    Rectangle {
        anchors.fill: parent
        anchors.margins: -root.theme.radius
        color: "transparent"
        border.width: root.theme.radius
        border.color: root.theme.window
        radius: 2 * root.theme.radius
    }
}
