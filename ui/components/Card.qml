// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Menshen

Rectangle {
    id: root

    required property Theme theme

    color: theme.card
    radius: theme.radius
    border.width: 1
    border.color: theme.line
}
