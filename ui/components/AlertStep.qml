// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// One thing to be done about an incident: what, and who did it when, or how it is done or skipped.
RowLayout {
    id: root

    required property Theme theme
    required property AlertModel alert
    required property string stepId
    required property string text
    required property bool done
    required property bool skipped
    required property string doneText
    required property int number
    required property string waits ///< steps that come before it; empty: it may be done now
    required property bool handsOver
    signal handOverAsked
    signal skipAsked

    spacing: theme.s(12)

    Rectangle {
        Layout.preferredWidth: root.theme.s(32)
        Layout.preferredHeight: root.theme.s(32)
        radius: width / 2
        color: root.theme.raised
        visible: !root.done

        Text {
            anchors.centerIn: parent
            text: root.number
            color: root.theme.ink
            font.family: root.theme.family
            font.pixelSize: root.theme.body
            font.bold: true
        }
    }
    Sign {
        theme: root.theme
        visible: root.done
        sign: root.skipped ? SignIcon.Attention : SignIcon.Pass
        size: root.theme.s(32)
    }
    ColumnLayout {
        Layout.fillWidth: true
        Layout.minimumHeight: root.theme.touch
        spacing: root.theme.s(2)

        Label {
            theme: root.theme
            text: root.text
            font.pixelSize: root.theme.s(17)
            color: root.done ? root.theme.muted : root.theme.ink
            Layout.fillWidth: true
        }
        Label {
            objectName: "alertDone_" + root.stepId
            theme: root.theme
            visible: text.length > 0
            text: root.done ? root.doneText : root.waits
            color: root.theme.muted
            font.pixelSize: root.theme.small
            Layout.fillWidth: true
        }
    }
    ActionButton {
        theme: root.theme
        objectName: "alertSkip_" + root.stepId
        visible: !root.done
        look: ActionButton.Quiet
        leftPadding: root.theme.s(10)
        rightPadding: root.theme.s(10)
        text: qsTr("Skip…")
        onClicked: root.skipAsked()
    }
    ActionButton {
        theme: root.theme
        objectName: "alertStep_" + root.stepId
        visible: !root.done
        enabled: root.waits.length === 0 && (!root.handsOver || root.alert.acknowledged)
        text: root.handsOver ? qsTr("Hand over…") : qsTr("Done")
        onClicked: root.handsOver ? root.handOverAsked() : root.alert.confirmStep(root.stepId)
    }
}
