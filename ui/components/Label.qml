// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Menshen

/// A text that wraps rather than being cut.
Text {
    id: root

    required property Theme theme

    color: theme.ink
    font.family: theme.family
    font.pixelSize: theme.body
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
}
