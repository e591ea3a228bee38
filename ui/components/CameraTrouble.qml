// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Menshen

/// Over the live picture: why there is none, or why it is not to be trusted. An old picture is darkened: nobody must take it
/// for what is in front of the camera now.
Item {
    id: root

    required property Theme theme
    required property FrameSource frames

    Rectangle {
        objectName: "cameraStale"
        anchors.fill: parent
        visible: root.frames.available && root.frames.stale
        color: "#d90b1118"
        radius: root.theme.radius
    }
    Rectangle {
        anchors.centerIn: parent
        visible: words.visible
        width: words.width + 2 * root.theme.gap
        height: words.height + 2 * root.theme.half
        radius: root.theme.s(12)
        color: root.frames.available && !root.frames.stale ? "#e60b1118" : "transparent"
    }
    Label {
        id: words

        objectName: "cameraTrouble"
        theme: root.theme
        anchors.centerIn: parent
        width: Math.min(implicitWidth, parent.width - 4 * root.theme.gap)
        horizontalAlignment: Text.AlignHCenter
        visible: text.length > 0
        text: root.frames.trouble.length > 0 ? qsTr("Camera: %1").arg(root.frames.trouble) : root.frames.available ? "" : qsTr("No picture from the camera")
        color: root.frames.trouble.length > 0 ? "#ffd27a" : "#c4d0db"
        font.pixelSize: root.theme.large
        font.bold: root.frames.trouble.length > 0
    }
}
