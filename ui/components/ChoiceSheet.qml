// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// One of several, each a large row.
Sheet {
    id: root

    property var choices: []
    property int current: -1
    property string rowPrefix: "choice" ///< objectName of each row, with its number
    signal chosen(index: int)

    wantedWidth: theme.s(440)

    ColumnLayout {
        Layout.fillWidth: true
        spacing: root.theme.half

        Repeater {
            model: root.choices

            ActionButton {
                required property string modelData
                required property int index

                theme: root.theme
                objectName: root.rowPrefix + index
                Layout.fillWidth: true
                look: index === root.current ? ActionButton.Tonal : ActionButton.Quiet
                text: modelData
                onClicked: {
                    root.close();
                    root.chosen(index);
                }
            }
        }
    }
    ActionButton {
        theme: root.theme
        objectName: "choiceCancel"
        look: ActionButton.Quiet
        text: qsTr("Back")
        Layout.fillWidth: true
        onClicked: root.close()
    }
}
