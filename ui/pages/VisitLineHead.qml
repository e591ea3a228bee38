// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// The words above the columns of VisitLine.
RowLayout {
    id: root

    required property Theme theme
    property bool wide: true
    property real timeShare: 0.8

    readonly property var columns: {
        const all = [
            {
                share: timeShare,
                word: qsTr("Time")
            },
            {
                share: 1.3,
                word: qsTr("Name")
            },
            {
                share: 1.6,
                word: qsTr("Document"),
                wide: true
            },
            {
                share: 1.1,
                word: qsTr("Phone"),
                wide: true
            },
            {
                share: 0.5,
                word: "°C"
            },
            {
                share: 1.4,
                word: qsTr("Verdict")
            },
            {
                share: 1.2,
                word: qsTr("Outcome")
            }
        ];
        return all.filter(column => wide || !column.wide);
    }

    spacing: theme.s(12)

    // Made anew when the room changes: a layout forgets words that only become visible.
    Repeater {
        model: root.columns

        TableCell {
            required property var modelData

            theme: root.theme
            share: modelData.share
            text: modelData.word
            color: root.theme.muted
            font.pixelSize: root.theme.small
        }
    }
}
