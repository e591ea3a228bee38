// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// A field with its word above and what is wrong below.
ColumnLayout {
    id: root

    required property Theme theme
    property string label
    property bool required: false
    property string value
    property string placeholder
    property string problem ///< red: to be put right
    property string hint    ///< grey
    property bool good: false
    property int hints: Qt.ImhNoPredictiveText
    property bool upperCase: false
    property string fieldName ///< objectName of what is typed into
    property alias field: input
    signal edited(text: string)
    signal entered

    spacing: theme.s(4)

    FieldLabel {
        theme: root.theme
        visible: root.label.length > 0
        text: root.required ? root.label + " *" : root.label
        Layout.fillWidth: true
    }
    TextBox {
        id: input

        theme: root.theme
        objectName: root.fieldName
        Layout.fillWidth: true
        rightPadding: leftPadding + (mark.visible ? mark.width + root.theme.half : 0)
        text: root.value
        wrong: root.problem.length > 0
        font.capitalization: root.upperCase ? Font.AllUppercase : Font.MixedCase
        inputMethodHints: root.hints | Qt.ImhNoPredictiveText
        onTextEdited: root.edited(text)
        onAccepted: root.entered()

        Text {
            anchors {
                left: parent.left
                leftMargin: input.leftPadding
                verticalCenter: parent.verticalCenter
            }
            visible: input.length === 0 && input.preeditText.length === 0
            text: root.placeholder
            font.family: root.theme.family
            font.pixelSize: root.theme.body
            color: root.theme.muted
        }
        Sign {
            id: mark

            theme: root.theme
            anchors {
                right: parent.right
                rightMargin: root.theme.s(12)
                verticalCenter: parent.verticalCenter
            }
            visible: root.good || root.problem.length > 0
            sign: root.good ? SignIcon.Pass : SignIcon.Refuse
            size: root.theme.s(20)
        }
    }
    Label {
        objectName: root.fieldName + "Message"
        theme: root.theme
        visible: text.length > 0
        text: root.problem.length > 0 ? root.problem : root.hint
        color: root.problem.length > 0 ? root.theme.tone(SignIcon.Refuse) : root.theme.muted
        font.pixelSize: root.theme.small
        Layout.fillWidth: true
    }
}
