// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Menshen

/// One of a few answers side by side; a second tap takes it back.
ActionButton {
    id: root

    property bool chosen: false
    property int tone: SignIcon.None

    implicitWidth: Math.max(theme.s(64), implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: theme.s(44)
    leftPadding: theme.s(12)
    rightPadding: theme.s(12)
    look: chosen && tone === SignIcon.Refuse ? ActionButton.Danger : chosen ? ActionButton.Tonal : ActionButton.Quiet
    bold: chosen
}
