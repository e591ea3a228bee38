// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// Who it is: the fields that the plan asks for, checked as they are typed.
ColumnLayout {
    id: root

    required property Theme theme
    required property IdentityForm form
    /// Buttons beside a field stand level with it, not with its label.
    readonly property real labelHeight: metrics.height + theme.s(4)
    signal typeAsked
    signal reasonAsked(kind: string)

    function focusFirst(): void {
        if (form.nameShown)
            nameField.field.forceActiveFocus();
        else if (form.documentShown)
            documentField.field.forceActiveFocus();
    }

    spacing: theme.half

    FontMetrics {
        id: metrics

        font.family: root.theme.family
        font.pixelSize: root.theme.small
    }

    RowLayout {
        spacing: root.theme.gap

        EntryField {
            id: nameField

            theme: root.theme
            visible: root.form.nameShown
            label: qsTr("Name")
            required: root.form.nameRequired
            fieldName: "nameField"
            value: root.form.name
            Layout.fillWidth: true
            Layout.preferredWidth: root.theme.s(200)
            Layout.alignment: Qt.AlignTop
            onEdited: text => root.form.name = text
        }
        EntryField {
            theme: root.theme
            visible: root.form.phoneShown
            label: qsTr("Phone")
            required: root.form.phoneRequired
            fieldName: "phoneField"
            value: root.form.phone
            hints: Qt.ImhDialableCharactersOnly
            good: root.form.phoneValid
            hint: root.form.phoneNote.length > 0 ? qsTr("No phone: %1").arg(root.form.phoneNote) : root.form.phoneHint
            Layout.fillWidth: true
            Layout.preferredWidth: root.theme.s(200)
            Layout.alignment: Qt.AlignTop
            onEdited: text => root.form.phone = text
        }
        ActionButton {
            theme: root.theme
            objectName: "noPhoneButton"
            visible: root.form.phoneShown && root.form.phone.length === 0
            look: root.form.phoneNote.length > 0 ? ActionButton.Tonal : ActionButton.Quiet
            text: qsTr("No phone…")
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: root.labelHeight
            Layout.leftMargin: -root.theme.half
            onClicked: root.reasonAsked("noPhone")
        }
        EntryField {
            theme: root.theme
            visible: root.form.purposeShown
            label: qsTr("Purpose")
            required: root.form.purposeRequired
            fieldName: "purposeField"
            value: root.form.purpose
            Layout.fillWidth: true
            Layout.preferredWidth: root.theme.s(160)
            Layout.alignment: Qt.AlignTop
            onEdited: text => root.form.purpose = text
        }
    }
    RowLayout {
        visible: root.form.documentShown
        spacing: root.theme.half

        ActionButton {
            theme: root.theme
            objectName: "documentTypeButton"
            look: ActionButton.Quiet
            text: root.form.documentTypeWord + "  ▾"
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: root.labelHeight
            onClicked: root.typeAsked()
        }
        EntryField {
            id: documentField

            theme: root.theme
            visible: root.form.wantsNumber
            label: qsTr("Document number")
            required: root.form.documentRequired
            fieldName: "documentField"
            value: root.form.document
            upperCase: true
            hints: Qt.ImhPreferUppercase | Qt.ImhPreferNumbers
            good: root.form.documentValid
            problem: root.form.unverifiedReason.length > 0 ? "" : root.form.documentProblem
            hint: root.form.unverifiedReason.length > 0 ? qsTr("Kept as unverified: %1").arg(root.form.unverifiedReason) : root.form.documentHint
            Layout.fillWidth: true
            Layout.preferredWidth: root.theme.s(260)
            Layout.alignment: Qt.AlignTop
            onEdited: text => root.form.document = text
        }
        EntryField {
            theme: root.theme
            visible: root.form.wantsCountry
            label: qsTr("Issued by (country)")
            required: true
            fieldName: "countryField"
            value: root.form.country
            Layout.fillWidth: true
            Layout.preferredWidth: root.theme.s(140)
            Layout.alignment: Qt.AlignTop
            onEdited: text => root.form.country = text
        }
        Label {
            theme: root.theme
            visible: !root.form.wantsNumber
            text: root.form.unverifiedReason
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: root.labelHeight
            Layout.preferredHeight: root.theme.touch
            verticalAlignment: Text.AlignVCenter
        }
        ActionButton {
            theme: root.theme
            objectName: "unverifiedButton"
            visible: root.form.mayKeepUnverified || root.form.unverifiedReason.length > 0
            look: root.form.unverifiedReason.length > 0 ? ActionButton.Tonal : ActionButton.Quiet
            text: qsTr("Keep as unverified…")
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: root.labelHeight
            onClicked: root.reasonAsked("unverified")
        }
    }
}
