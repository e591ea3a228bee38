// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// What was recorded of a visitor, to be set right: the door's own fields and checks, and why.
Sheet {
    id: root

    required property CorrectionDesk correction
    readonly property bool asked: correction.open
    signal typeAsked
    signal reasonAsked(kind: string)

    wantedWidth: theme.s(1000)
    title: qsTr("Correct entry %1").arg(correction.visit)
    onAskedChanged: {
        if (asked)
            open();
        else if (visible)
            close();
    }
    onVisibleChanged: if (!visible && correction.open)
        correction.close()

    Label {
        theme: root.theme
        text: qsTr("What was recorded stays. The correction is added to it, with your reason, and can be taken back by another one.")
        color: root.theme.muted
        Layout.fillWidth: true
    }
    IdentityCard {
        theme: root.theme
        form: root.correction.form
        Layout.fillWidth: true
        onTypeAsked: root.typeAsked()
        onReasonAsked: kind => root.reasonAsked(kind)
    }
    EntryField {
        theme: root.theme
        label: qsTr("Why is it put right?")
        required: true
        fieldName: "correctionReason"
        value: root.correction.reason
        Layout.fillWidth: true
        onEdited: text => root.correction.reason = text
        onEntered: root.correction.submit()
    }
    NoticeBox {
        theme: root.theme
        textName: "correctionProblem"
        sign: SignIcon.Refuse
        text: root.correction.problem
        Layout.fillWidth: true
    }
    Label {
        objectName: "correctionMissing"
        theme: root.theme
        visible: text.length > 0
        text: root.correction.busy ? qsTr("Recording…") : root.correction.missing
        color: root.theme.muted
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: root.theme.half

        ActionButton {
            theme: root.theme
            objectName: "correctionCancel"
            look: ActionButton.Quiet
            text: qsTr("Back")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.close()
        }
        ActionButton {
            theme: root.theme
            objectName: "correctionOk"
            look: ActionButton.Primary
            enabled: root.correction.missing.length === 0 && !root.correction.busy
            text: qsTr("Record the correction")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.correction.submit()
        }
    }
}
