// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Menshen

/// An acknowledged alert made small: a tap brings the dialog back.
Banner {
    id: root

    required property AlertModel alert

    text: qsTr("Alert open for %1: %2 · %3").arg(alert.elapsed).arg(alert.who).arg(alert.why)

    ActionButton {
        theme: root.theme
        objectName: "alertRestore"
        text: qsTr("Show")
        onClicked: root.alert.minimised = false
    }
}
