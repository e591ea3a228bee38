// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Menshen

/// A form that scrolls, and keeps the field in use above the on-screen keyboard.
Flickable {
    id: root

    required property Theme theme
    required property real keyboardTop ///< in the window; the window's height when there is none
    readonly property real covered: {
        // The binding looks at the size so that it follows a new layout.
        const bottom = root.height > 0 ? root.mapToItem(null, 0, root.height).y : 0;
        return Math.max(0, bottom - root.keyboardTop);
    }
    readonly property Item inUse: Window.activeFocusItem

    contentWidth: width
    clip: true
    bottomMargin: covered
    boundsBehavior: Flickable.StopAtBounds
    flickableDirection: Flickable.VerticalFlick
    interactive: contentHeight + bottomMargin > height

    function showInUse(): void {
        let owner = inUse;
        while (owner && owner !== contentItem)
            owner = owner.parent;
        if (!owner || !inUse)
            return;
        const top = inUse.mapToItem(contentItem, 0, 0).y - theme.s(28);
        const bottom = top + inUse.height + theme.s(56);
        const seen = height - covered;
        if (bottom > contentY + seen)
            contentY = Math.max(0, bottom - seen);
        else if (top < contentY)
            contentY = Math.max(0, top);
    }

    onInUseChanged: settle.restart()
    onCoveredChanged: settle.restart()
    onContentHeightChanged: settle.restart()

    // The layout must have settled before anything can be measured.
    Timer {
        id: settle

        interval: 0
        onTriggered: {
            root.returnToBounds();
            root.showInUse();
        }
    }

    Rectangle {
        parent: root
        visible: root.contentHeight > root.height - root.covered + 1
        anchors.right: parent.right
        y: root.visibleArea.yPosition * (root.height - root.covered)
        width: root.theme.s(4)
        height: Math.max(root.theme.s(24), root.visibleArea.heightRatio * (root.height - root.covered))
        radius: width / 2
        color: root.theme.line
    }
}
