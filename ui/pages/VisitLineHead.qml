// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// The words above the columns of VisitLine.
RowLayout {
    id: root

    required property Theme theme
    property bool wide: true
    property real timeShare: 0.8

    component Head: VisitLine.Cell {
        theme: root.theme
        color: root.theme.muted
        font.pixelSize: root.theme.small
    }

    spacing: theme.s(12)

    Head {
        share: root.timeShare
        text: qsTr("Time")
    }
    Head {
        share: 1.3
        text: qsTr("Name")
    }
    Head {
        visible: root.wide
        share: 1.6
        text: qsTr("Document")
    }
    Head {
        visible: root.wide
        share: 1.1
        text: qsTr("Phone")
    }
    Head {
        share: 0.5
        text: "°C"
    }
    Head {
        share: 1.4
        text: qsTr("Verdict")
    }
    Head {
        share: 1.2
        text: qsTr("Outcome")
    }
}
