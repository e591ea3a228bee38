// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Menshen

/// Every button: `Primary` for what one most likely wants, `Tonal` and `Quiet` for the rest, `Danger` to refuse.
T.Button {
    id: root

    enum Look {
        Primary,
        Tonal,
        Quiet,
        Danger,
        Caution
    }

    required property Theme theme
    property int look: ActionButton.Tonal
    property int sign: SignIcon.None ///< drawn before the word
    property bool showsSign: false
    property int size: theme.body
    property bool bold: look !== ActionButton.Quiet

    readonly property color face: {
        switch (look) {
        case ActionButton.Primary:
            return theme.fill(SignIcon.Pass);
        case ActionButton.Caution:
            return theme.fill(SignIcon.Attention);
        case ActionButton.Danger:
            return theme.tint(SignIcon.Refuse);
        case ActionButton.Tonal:
            return theme.dark ? "#22384d" : "#dfeaf6";
        default:
            return "transparent";
        }
    }
    readonly property color word: {
        switch (look) {
        case ActionButton.Primary:
        case ActionButton.Caution:
            return theme.onFill;
        case ActionButton.Danger:
            return theme.tone(SignIcon.Refuse);
        default:
            return theme.accent;
        }
    }

    implicitWidth: Math.max(theme.touch, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(theme.touch, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: theme.gap
    rightPadding: theme.gap
    topPadding: theme.s(4)
    bottomPadding: theme.s(4)
    focusPolicy: Qt.TabFocus
    font.family: theme.family
    font.pixelSize: size
    font.bold: bold

    background: Rectangle {
        radius: root.theme.s(12)
        color: root.enabled ? root.face : root.look === ActionButton.Quiet ? "transparent" : root.theme.raised
        border.width: root.visualFocus ? 3 : root.look === ActionButton.Quiet || !root.enabled ? 1 : 0
        border.color: root.visualFocus ? root.theme.accent : root.theme.line

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: root.theme.dark ? "#ffffff" : "#000000"
            opacity: root.down || root.checked ? 0.14 : 0
        }
    }

    contentItem: Item {
        implicitWidth: children[0].implicitWidth
        implicitHeight: children[0].implicitHeight

        Row {
            x: (parent.width - width) / 2
            y: (parent.height - height) / 2
            spacing: root.theme.half

            SignIcon {
                y: (parent.height - height) / 2
                visible: root.showsSign
                width: Math.round(root.size * 1.25)
                height: width
                kind: root.sign
                color: root.enabled ? root.word : root.theme.muted
                glyphColor: root.look === ActionButton.Quiet ? root.theme.card : root.face
            }
            Text {
                y: (parent.height - height) / 2
                visible: text.length > 0
                text: root.text
                font: root.font
                textFormat: Text.PlainText
                color: root.enabled ? root.word : root.theme.muted
                opacity: root.enabled ? 1 : 0.75
            }
        }
    }
}
