// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Menshen

/// What is wrong with how the ledger is kept: a fault of its chain in red, with the way to the office, the rest in amber below.
Column {
    id: root

    required property Theme theme
    required property ShellModel shell
    property bool typing: false ///< the keyboard leaves no room for the lesser troubles
    property bool there: false ///< the office's section of the ledger is looked at already
    signal wayAsked

    Banner {
        theme: root.theme
        objectName: "ledgerFaultBar"
        width: parent.width
        visible: text.length > 0
        text: root.shell.ledgerFault
        textName: "ledgerFault"

        ActionButton {
            theme: root.theme
            objectName: "ledgerFaultShow"
            visible: !root.there
            text: qsTr("Open the ledger")
            onClicked: root.wayAsked()
        }
    }
    Banner {
        theme: root.theme
        objectName: "ledgerTroubleBar"
        width: parent.width
        visible: text.length > 0 && !root.typing
        sign: SignIcon.Attention
        quiet: true
        text: root.shell.ledgerTroubles
        textName: "ledgerTroubles"
    }
}
