// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// Behind the PIN: the visits with search and filters, a person, the ledger itself, the devices; export, correction, settings.
FocusScope {
    id: root

    required property Theme theme
    required property OfficeModel office
    required property AlertModel alert
    required property ShellModel shell
    required property FrameSource frames
    required property real keyboardTop
    required property bool portrait
    required property Item overlay
    readonly property bool sheetShown: outcomes.visible || verdicts.visible || exporting.visible || settings.visible || disclosing.visible || correcting.visible || capturing.visible || destroying.visible || reportReason.visible || reportPin.visible || reporting.visible || groupSheets.shown || paperSheets.shown

    function begin(): void {
        office.enter();
        forceActiveFocus();
    }

    /// A correction says why first.
    function signReport(): void {
        reportPin.reason = "";
        if (office.reports.correction)
            reportReason.ask("report", qsTr("Why is the report corrected?"), [qsTr("Something was recorded later"), qsTr("Unit or telephone was wrong")], qsTr("Next"), ActionButton.Primary);
        else
            reportPin.open();
    }

    onVisibleChanged: visible ? begin() : office.leave()
    Component.onCompleted: begin()
    Keys.onEscapePressed: office.story.close()

    Connections {
        target: root.office
        function onChanged(): void {
            if (!root.office.open) {
                groupSheets.closeAll();
                paperSheets.closeAll();
                for (const sheet of [outcomes, verdicts, exporting, settings, documentTypes, reasons, disclosing, correcting, capturePin, capturing, destroying, reportReason, reportPin, reporting])
                    if (sheet.visible)
                        sheet.close();
            }
        }
    }

    LockCard {
        theme: root.theme
        office: root.office
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * root.theme.gap, implicitWidth)
        height: Math.min(parent.height - root.theme.gap, implicitHeight)
        visible: !root.office.open
    }

    component Tab: ActionButton {
        id: tab

        required property int section
        readonly property bool here: root.office.section === section

        theme: root.theme
        look: here ? ActionButton.Tonal : ActionButton.Quiet
        leftPadding: root.theme.s(14)
        rightPadding: root.theme.s(14)
        bold: here
        onClicked: root.office.section = section
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: root.theme.gap
        anchors.topMargin: root.theme.s(12)
        spacing: root.theme.s(12)
        visible: root.office.open
        enabled: !root.sheetShown

        RowLayout {
            Layout.fillWidth: true
            spacing: root.theme.half

            // As many lines as the sections need in this language.
            Flow {
                Layout.fillWidth: true
                spacing: root.theme.half

                Tab {
                    objectName: "sectionVisits"
                    section: OfficeModel.Visits
                    text: qsTr("Visits")
                }
                Tab {
                    objectName: "sectionPaper"
                    section: OfficeModel.Paper
                    text: qsTr("Paper forms")
                }
                Tab {
                    objectName: "sectionIncidents"
                    section: OfficeModel.Incidents
                    text: qsTr("Incidents")
                }
                Tab {
                    objectName: "sectionReports"
                    section: OfficeModel.Reports
                    text: qsTr("Daily report")
                }
                Tab {
                    objectName: "sectionGroup"
                    section: OfficeModel.Group
                    text: qsTr("Leading group")
                }
                Tab {
                    objectName: "sectionPerson"
                    section: OfficeModel.Person
                    text: qsTr("Person")
                }
                Tab {
                    objectName: "sectionMessages"
                    section: OfficeModel.Messages
                    text: qsTr("Messages")
                }
                Tab {
                    objectName: "sectionLedger"
                    section: OfficeModel.Ledger
                    text: qsTr("Ledger")
                }
                Tab {
                    objectName: "sectionDevices"
                    section: OfficeModel.Devices
                    text: qsTr("Devices")
                }
                Tab {
                    objectName: "sectionDiagnostics"
                    section: OfficeModel.Diagnostics
                    text: qsTr("Diagnostics")
                }
            }
            ActionButton {
                theme: root.theme
                objectName: "settingsButton"
                look: ActionButton.Quiet
                Layout.alignment: Qt.AlignTop
                text: qsTr("Settings…")
                onClicked: settings.open()
            }
            ActionButton {
                theme: root.theme
                objectName: "lockButton"
                showsSign: true
                sign: SignIcon.Lock
                Layout.alignment: Qt.AlignTop
                text: qsTr("Lock")
                onClicked: root.office.lock()
            }
        }
        FieldLabel {
            theme: root.theme
            objectName: "officeDuty"
            visible: root.office.section !== OfficeModel.Group
            text: root.office.roster.now + " · " + root.office.roster.nowDetail
            color: root.theme.tone(root.office.roster.nowSign === SignIcon.Pass ? SignIcon.None : root.office.roster.nowSign)
            Layout.fillWidth: true
        }
        // Each made when it is looked at: a layout that is hidden while its parts change forgets to follow.
        Repeater {
            model: root.office.section === OfficeModel.Visits ? 1 : 0

            VisitsSection {
                theme: root.theme
                office: root.office
                portrait: root.portrait
                Layout.fillWidth: true
                Layout.fillHeight: true
                onOutcomesAsked: outcomes.open()
                onVerdictsAsked: verdicts.open()
                onExportAsked: exporting.open()
            }
        }
        Repeater {
            model: root.office.section === OfficeModel.Person ? 1 : 0

            PersonSection {
                theme: root.theme
                office: root.office
                portrait: root.portrait
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
        Repeater {
            model: root.office.section === OfficeModel.Ledger ? 1 : 0

            LedgerSection {
                theme: root.theme
                office: root.office
                portrait: root.portrait
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
        Repeater {
            model: root.office.section === OfficeModel.Devices ? 1 : 0

            DevicesSection {
                theme: root.theme
                camera: root.office.camera
                frames: root.frames
                portrait: root.portrait
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
        Repeater {
            model: root.office.section === OfficeModel.Diagnostics ? 1 : 0

            DiagnosticsSection {
                theme: root.theme
                office: root.office
                portrait: root.portrait
                Layout.fillWidth: true
                Layout.fillHeight: true
                onDestroyAsked: destroying.open()
            }
        }
        Repeater {
            model: root.office.section === OfficeModel.Messages ? 1 : 0

            MessagesSection {
                theme: root.theme
                office: root.office
                portrait: root.portrait
                keyboardTop: root.keyboardTop
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
        Repeater {
            model: root.office.section === OfficeModel.Reports ? 1 : 0

            ReportsSection {
                theme: root.theme
                office: root.office
                portrait: root.portrait
                Layout.fillWidth: true
                Layout.fillHeight: true
                onSignAsked: root.signReport()
            }
        }
        Repeater {
            model: root.office.open && root.office.section === OfficeModel.Incidents ? 1 : 0 // what is forgotten leaves no hidden layout behind

            IncidentsSection {
                theme: root.theme
                office: root.office
                alert: root.alert
                portrait: root.portrait
                Layout.fillWidth: true
                Layout.fillHeight: true
                onOpenAsked: reporting.open()
            }
        }
        Repeater {
            model: root.office.open && root.office.section === OfficeModel.Paper ? 1 : 0

            PaperSection {
                theme: root.theme
                office: root.office
                portrait: root.portrait
                keyboardTop: root.keyboardTop
                Layout.fillWidth: true
                Layout.fillHeight: true
                onPersonAsked: paperSheets.askPerson()
                onTypeAsked: paperSheets.askType()
                onReasonAsked: kind => paperSheets.askReason(kind)
            }
        }
        Repeater {
            model: root.office.section === OfficeModel.Group ? 1 : 0

            GroupSection {
                theme: root.theme
                office: root.office
                portrait: root.portrait
                Layout.fillWidth: true
                Layout.fillHeight: true
                onShiftPersonAsked: shift => groupSheets.askPerson(shift)
                onHandOverAsked: groupSheets.askPerson(-1)
            }
        }
    }

    PaperSheets {
        id: paperSheets

        theme: root.theme
        paper: root.office.paper
        overlay: root.overlay
        keyboardTop: root.keyboardTop
        onDismissed: root.forceActiveFocus()
    }
    GroupSheets {
        id: groupSheets

        theme: root.theme
        office: root.office
        overlay: root.overlay
        keyboardTop: root.keyboardTop
        onDismissed: root.forceActiveFocus()
    }

    Connections {
        target: root.office.reports
        function onRecorded(): void {
            reportPin.close();
        }
    }
    CaseSheet {
        id: reporting

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        incidents: root.office.incidents
        onDismissed: root.forceActiveFocus()
    }
    ReasonSheet {
        id: reportReason

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        onAnswered: (kind, reason) => {
            reportPin.reason = reason;
            reportPin.open();
        }
        onDismissed: {
            if (!reportPin.visible)
                root.forceActiveFocus();
        }
    }
    PinSheet {
        id: reportPin

        property string reason

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        title: qsTr("Sign the report of %1?").arg(root.office.reports.day)
        okText: qsTr("Sign and lock")
        prefix: "report"
        busy: root.office.reports.busy
        problem: root.office.reports.pinProblem
        onPinEntered: pin => root.office.reports.submit(pin, reason)
        onDismissed: {
            root.office.reports.forgetPin();
            root.forceActiveFocus();
        }
    }
    CaptureSheet {
        id: capturing

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        diagnostics: root.office.diagnostics
        enabled: !capturePin.visible
        onPinWanted: capturePin.open()
        onDismissed: {
            if (capturePin.visible)
                capturePin.close();
            root.forceActiveFocus();
        }
    }
    PinSheet {
        id: capturePin

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        z: 11
        title: qsTr("Store pictures with blurred faces?")
        okText: qsTr("Record and turn on")
        prefix: "capture"
        busy: root.office.diagnostics.busy
        problem: root.office.diagnostics.pinProblem
        onPinEntered: pin => root.office.diagnostics.submit(pin, capturing.reason)
        onDismissed: {
            root.office.diagnostics.forgetPin();
            capturing.forceActiveFocus();
        }
    }
    DestroySheet {
        id: destroying

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        diagnostics: root.office.diagnostics
        onDismissed: root.forceActiveFocus()
    }
    ChoiceSheet {
        id: outcomes

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        title: qsTr("Outcome")
        choices: root.office.visits.outcomeWords
        current: root.office.visits.outcome + 1
        rowPrefix: "outcome"
        onChosen: index => root.office.visits.outcome = index - 1
        onDismissed: root.forceActiveFocus()
    }
    ChoiceSheet {
        id: verdicts

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        title: qsTr("Verdict")
        choices: root.office.visits.verdictWords
        current: root.office.visits.verdict + 1
        rowPrefix: "verdict"
        onChosen: index => root.office.visits.verdict = index - 1
        onDismissed: root.forceActiveFocus()
    }
    ExportSheet {
        id: exporting

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        office: root.office
        onDismissed: root.forceActiveFocus()
    }
    SettingsSheet {
        id: settings

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        shell: root.shell
        onDismissed: root.forceActiveFocus()
    }
    CorrectionSheet {
        id: correcting

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        correction: root.office.correction
        enabled: !documentTypes.visible && !reasons.visible
        onTypeAsked: documentTypes.open()
        onReasonAsked: kind => reasons.askIdentity(kind)
        onDismissed: root.forceActiveFocus()
    }
    ChoiceSheet {
        id: documentTypes

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        z: 11
        title: qsTr("Document")
        choices: root.office.correction.form.documentTypes
        current: root.office.correction.form.documentType
        rowPrefix: "correctedType"
        onChosen: index => root.office.correction.form.documentType = index
        onDismissed: correcting.forceActiveFocus()
    }
    ReasonSheet {
        id: reasons

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        z: 11
        onAnswered: (kind, reason) => {
            if (kind === "unverified")
                root.office.correction.form.unverifiedReason = reason;
            else
                root.office.correction.form.phoneNote = reason;
        }
        onDismissed: correcting.forceActiveFocus()
    }
    DisclosureSheet {
        id: disclosing

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        z: 11
        disclosure: root.office.disclosure
        onDismissed: root.forceActiveFocus()
    }
}
