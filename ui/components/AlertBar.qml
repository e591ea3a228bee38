// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Menshen

/// An alert made small: a tap brings the dialog back. Once handed over it is quieter, until its last step is done.
Banner {
    id: root

    required property AlertModel alert

    sign: alert.handedOver ? SignIcon.Attention : SignIcon.Refuse
    pulses: !alert.handedOver
    textName: "alertBarText"
    text: {
        const line = alert.handedOver ? qsTr("Incident open: %1 · %2").arg(alert.who).arg(alert.leftText.length > 0 ? alert.leftText : qsTr("may be closed")) : qsTr("Alert open for %1: %2 · %3").arg(alert.elapsed).arg(alert.who).arg(alert.why);
        return alert.count > 1 ? qsTr("%1 · %2 incidents open").arg(line).arg(alert.count) : line;
    }

    ActionButton {
        theme: root.theme
        objectName: "alertRestore"
        text: qsTr("Show")
        onClicked: root.alert.minimised = false
    }
}
