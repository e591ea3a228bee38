// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Menshen

/// A word of a table's row, as wide as its share.
Label {
    property real share: 1

    font.pixelSize: theme.s(15)
    Layout.fillWidth: true
    Layout.preferredWidth: share * theme.s(100)
}
