// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// That people were left over when the day began, until somebody has walked through the hall and typed how many there are.
Banner {
    id: root

    required property InsideReviewModel inside
    required property Item overlay
    required property real keyboardTop
    readonly property bool shown: sheet.visible

    sign: SignIcon.Attention
    quiet: true
    visible: text.length > 0
    text: inside.text
    textName: "insideLeftOver"

    ActionButton {
        theme: root.theme
        objectName: "insideReviewButton"
        implicitHeight: root.theme.s(40)
        text: qsTr("Enter the number…")
        onClicked: sheet.open()
    }
    Connections {
        target: root.inside
        function onRecorded(): void {
            sheet.close();
        }
    }
    Sheet {
        id: sheet

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        wantedWidth: root.theme.s(420)
        title: qsTr("How many people are inside?")
        onVisibleChanged: {
            pad.text = "";
            root.inside.forgetProblem();
            if (visible)
                pad.forceActiveFocus();
        }

        Label {
            theme: root.theme
            text: qsTr("The number that you found counts from now on. It is recorded, with the number left over.")
            color: root.theme.muted
            Layout.fillWidth: true
        }
        NumberPad {
            id: pad

            theme: root.theme
            fieldName: "insideFound"
            keyPrefix: "insideKey"
            maximumLength: 4
            Layout.fillWidth: true
            onEntered: root.inside.review(text)
        }
        NoticeBox {
            theme: root.theme
            textName: "insideProblem"
            sign: SignIcon.Refuse
            text: root.inside.problem
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: root.theme.half

            ActionButton {
                theme: root.theme
                objectName: "insideCancel"
                look: ActionButton.Quiet
                text: qsTr("Back")
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: sheet.close()
            }
            ActionButton {
                theme: root.theme
                objectName: "insideOk"
                look: ActionButton.Primary
                enabled: pad.text.length > 0 && !root.inside.busy
                text: qsTr("Record")
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: root.inside.review(pad.text)
            }
        }
    }
}
