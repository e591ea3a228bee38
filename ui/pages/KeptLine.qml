// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Menshen

/// Forms of earlier persons that can still be brought back, small.
Flow {
    id: root

    required property Theme theme
    required property AsideModel aside

    visible: aside.kept.count > 0
    spacing: theme.half

    FieldLabel {
        theme: root.theme
        height: root.theme.touch
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.NoWrap
        text: qsTr("Kept aside, bring back:")
    }
    Repeater {
        model: root.aside.kept

        ActionButton {
            required property double number
            required property string label
            required property int index

            theme: root.theme
            objectName: "bringBack" + index
            look: ActionButton.Quiet
            size: root.theme.small
            text: label
            enabled: root.aside.maySame
            onClicked: root.aside.bringBack(number)
        }
    }
}
