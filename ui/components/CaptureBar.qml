// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Menshen

/// On every page while pictures are stored, and nobody needs a PIN to end it.
Banner {
    id: root

    required property DiagnosticsDesk diagnostics
    property bool office: false ///< an officer looks at it

    objectName: "captureBar"
    sign: SignIcon.Attention
    pulses: false
    visible: text.length > 0
    text: diagnostics.mark
    textName: "captureMark"

    ActionButton {
        theme: root.theme
        objectName: "captureStop"
        text: qsTr("Stop")
        onClicked: root.diagnostics.stop(root.office)
    }
}
