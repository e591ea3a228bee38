// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Menshen

/// The sheets over the section of paper forms.
Item {
    id: root

    required property Theme theme
    required property PaperDesk paper
    required property Item overlay
    required property real keyboardTop
    readonly property bool shown: people.visible || types.visible || reasons.visible
    signal dismissed

    function askPerson(): void {
        people.open();
    }
    function askType(): void {
        types.open();
    }
    function askReason(kind: string): void {
        reasons.askIdentity(kind);
    }
    function closeAll(): void {
        for (const sheet of [people, types, reasons])
            if (sheet.visible)
                sheet.close();
    }

    ChoiceSheet {
        id: people

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        title: qsTr("Who filled the form in?")
        choices: root.paper.people
        current: root.paper.by
        rowPrefix: "paperPerson"
        onChosen: index => root.paper.by = index
        onDismissed: root.dismissed()
    }
    ChoiceSheet {
        id: types

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        title: qsTr("Document")
        choices: root.paper.form.documentTypes
        current: root.paper.form.documentType
        rowPrefix: "paperType"
        onChosen: index => root.paper.form.documentType = index
        onDismissed: root.dismissed()
    }
    ReasonSheet {
        id: reasons

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        onAnswered: (kind, reason) => {
            if (kind === "unverified")
                root.paper.form.unverifiedReason = reason;
            else
                root.paper.form.phoneNote = reason;
        }
        onDismissed: root.dismissed()
    }
}
