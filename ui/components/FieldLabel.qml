// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Menshen

/// The small word above a field or a number.
Label {
    color: theme.muted
    font.pixelSize: theme.small
}
