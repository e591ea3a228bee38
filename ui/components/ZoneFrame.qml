// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Menshen

/// A frame over a picture that a finger moves, or makes larger and smaller at its corners; arrow keys move it, with Shift they
/// move its right and lower edge. What lies outside is darkened.
FocusScope {
    id: root

    required property Theme theme
    required property rect zone ///< as shares of this item
    readonly property real step: 0.01
    signal moved(zone: rect)
    signal settled

    readonly property rect box: Qt.rect(zone.x * width, zone.y * height, zone.width * width, zone.height * height)

    /// Moves by whole shares; the frame keeps its size at the picture's edges.
    function shift(x: real, y: real): void {
        moved(Qt.rect(Math.max(0, Math.min(1 - zone.width, x)), Math.max(0, Math.min(1 - zone.height, y)), zone.width, zone.height));
    }
    /// A corner to that place; the opposite one stays where it is.
    function pull(right: bool, bottom: bool, x: real, y: real): void {
        const least = 0.1;
        const far = Qt.point(zone.x + zone.width, zone.y + zone.height);
        const x0 = right ? zone.x : Math.max(0, Math.min(far.x - least, x));
        const x1 = right ? Math.min(1, Math.max(zone.x + least, x)) : far.x;
        const y0 = bottom ? zone.y : Math.max(0, Math.min(far.y - least, y));
        const y1 = bottom ? Math.min(1, Math.max(zone.y + least, y)) : far.y;
        moved(Qt.rect(x0, y0, x1 - x0, y1 - y0));
    }
    function nudge(size: bool, dx: real, dy: real): void {
        if (size)
            pull(true, true, zone.x + zone.width + dx, zone.y + zone.height + dy);
        else
            shift(zone.x + dx, zone.y + dy);
        settled();
    }

    activeFocusOnTab: true
    Keys.onLeftPressed: event => nudge((event.modifiers & Qt.ShiftModifier) !== 0, -step, 0)
    Keys.onRightPressed: event => nudge((event.modifiers & Qt.ShiftModifier) !== 0, step, 0)
    Keys.onUpPressed: event => nudge((event.modifiers & Qt.ShiftModifier) !== 0, 0, -step)
    Keys.onDownPressed: event => nudge((event.modifiers & Qt.ShiftModifier) !== 0, 0, step)

    component Shade: Rectangle {
        color: "#a0000000"
    }
    Shade {
        width: root.width
        height: root.box.y
    }
    Shade {
        y: root.box.y + root.box.height
        width: root.width
        height: root.height - y
    }
    Shade {
        y: root.box.y
        width: root.box.x
        height: root.box.height
    }
    Shade {
        x: root.box.x + root.box.width
        y: root.box.y
        width: root.width - x
        height: root.box.height
    }
    Rectangle {
        x: root.box.x
        y: root.box.y
        width: root.box.width
        height: root.box.height
        color: "transparent"
        border.width: root.activeFocus ? root.theme.s(5) : root.theme.s(3)
        border.color: "#6cb6ff"
    }
    MouseArea {
        id: body

        property point grip

        objectName: "zoneBody"
        x: root.box.x
        y: root.box.y
        width: root.box.width
        height: root.box.height
        preventStealing: true
        onPressed: mouse => {
            root.forceActiveFocus();
            const at = mapToItem(root, mouse.x, mouse.y);
            grip = Qt.point(at.x / root.width - root.zone.x, at.y / root.height - root.zone.y);
        }
        onPositionChanged: mouse => {
            const at = mapToItem(root, mouse.x, mouse.y);
            root.shift(at.x / root.width - grip.x, at.y / root.height - grip.y);
        }
        onReleased: root.settled()
    }

    component Corner: MouseArea {
        id: corner

        required property bool rightSide
        required property bool lowerSide

        width: root.theme.touch
        height: root.theme.touch
        x: Math.max(0, Math.min(root.width - width, root.box.x + (rightSide ? root.box.width : 0) - width / 2))
        y: Math.max(0, Math.min(root.height - height, root.box.y + (lowerSide ? root.box.height : 0) - height / 2))
        preventStealing: true
        onPressed: root.forceActiveFocus()
        onPositionChanged: mouse => {
            const at = mapToItem(root, mouse.x, mouse.y);
            root.pull(rightSide, lowerSide, at.x / root.width, at.y / root.height);
        }
        onReleased: root.settled()

        Rectangle {
            anchors.centerIn: parent
            width: root.theme.s(22)
            height: width
            radius: width / 2
            color: "#6cb6ff"
            border.width: root.theme.s(3)
            border.color: "#06223d"
        }
    }
    Corner {
        objectName: "zoneTopLeft"
        rightSide: false
        lowerSide: false
    }
    Corner {
        objectName: "zoneTopRight"
        rightSide: true
        lowerSide: false
    }
    Corner {
        objectName: "zoneBottomLeft"
        rightSide: false
        lowerSide: true
    }
    Corner {
        objectName: "zoneBottomRight"
        rightSide: true
        lowerSide: true
    }
}
