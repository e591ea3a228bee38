// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/UiShell.h"
#include "ui/viewmodels/CameraDesk.h"
#include "ui/viewmodels/DiagnosticsDesk.h"
#include "ui/viewmodels/GroupDesk.h"
#include "ui/viewmodels/IncidentDesk.h"
#include "ui/viewmodels/LedgerDesk.h"
#include "ui/viewmodels/LedgerExport.h"
#include "ui/viewmodels/MessagesDesk.h"
#include "ui/viewmodels/PaperDesk.h"
#include "ui/viewmodels/PersonSearch.h"
#include "ui/viewmodels/PinDesk.h"
#include "ui/viewmodels/ReportDesk.h"
#include "ui/viewmodels/RosterDesk.h"
#include "ui/viewmodels/TransferDesk.h"
#include "ui/viewmodels/VisitStory.h"
#include "ui/viewmodels/VisitTable.h"

#include <QTimer>

namespace menshen {

/// The office's page: the lock, and behind it the visits, the search for a person, the ledger itself, the devices.
class OfficeModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the shell makes it")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(bool firstTime READ isFirstTime NOTIFY changed FINAL) ///< no PIN yet: one has to be set
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(QString pinProblem READ pinProblem NOTIFY changed FINAL)
    Q_PROPERTY(int section READ section WRITE setSection NOTIFY changed FINAL) ///< a Section

    Q_PROPERTY(menshen::VisitTable *visits READ visits CONSTANT FINAL)
    Q_PROPERTY(menshen::PersonSearch *person READ person CONSTANT FINAL)
    Q_PROPERTY(menshen::LedgerDesk *ledger READ ledger CONSTANT FINAL)
    Q_PROPERTY(menshen::CameraDesk *camera READ camera CONSTANT FINAL)
    Q_PROPERTY(menshen::DiagnosticsDesk *diagnostics READ diagnostics CONSTANT FINAL)
    Q_PROPERTY(menshen::IncidentDesk *incidents READ incidents CONSTANT FINAL)
    Q_PROPERTY(menshen::ReportDesk *reports READ reports CONSTANT FINAL)
    Q_PROPERTY(menshen::MessagesDesk *messages READ messages CONSTANT FINAL)
    Q_PROPERTY(menshen::GroupDesk *group READ group CONSTANT FINAL)
    Q_PROPERTY(menshen::RosterDesk *roster READ roster CONSTANT FINAL)
    Q_PROPERTY(menshen::TransferDesk *transfer READ transfer CONSTANT FINAL)
    Q_PROPERTY(menshen::PaperDesk *paper READ paper CONSTANT FINAL)
    Q_PROPERTY(menshen::VisitStory *story READ story CONSTANT FINAL) ///< of the visit that is looked at, in whichever section
    Q_PROPERTY(menshen::DisclosureDesk *disclosure READ disclosure CONSTANT FINAL)
    Q_PROPERTY(menshen::CorrectionDesk *correction READ correction CONSTANT FINAL)
    Q_PROPERTY(menshen::LedgerExport *ledgerExport READ ledgerExport CONSTANT FINAL)
public:
    enum Section { Visits, Person, Ledger, Devices, Diagnostics, Reports, Messages, Incidents, Group, Paper };
    Q_ENUM(Section)

    OfficeModel(const UiParts &parts, PinDesk &pins, BackOffice &backOffice, QObject *parent = nullptr);

    void show(const SnapshotPtr &snapshot);
    void setLanguage(Language language);
    void touch(); ///< somebody is there: the office does not lock itself yet
    void stop();  ///< the window goes: nothing long goes on

    Q_INVOKABLE void enter(); ///< the page is looked at
    /// The ledger's section now, or as soon as the PIN has been given; before enter().
    Q_INVOKABLE void showLedger();
    Q_INVOKABLE void leave(); ///< another page is: nobody's numbers stay whole on this one
    Q_INVOKABLE void unlock(const QString &pin);
    Q_INVOKABLE void setFirstPin(const QString &pin, const QString &again);
    Q_INVOKABLE void lock();
    /// What the filters show now, as "csv" or "xlsx"; whole numbers only after PIN, reason and receipt.
    Q_INVOKABLE void exportTo(const QString &suffix, bool inClear);

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] bool isFirstTime() const { return m_firstTime; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString pinProblem() const;
    [[nodiscard]] int section() const { return m_section; }
    void setSection(int section);
    [[nodiscard]] VisitTable *visits() { return &m_visits; }
    [[nodiscard]] PersonSearch *person() { return &m_person; }
    [[nodiscard]] LedgerDesk *ledger() { return &m_ledger; }
    [[nodiscard]] CameraDesk *camera() { return &m_camera; }
    [[nodiscard]] DiagnosticsDesk *diagnostics() { return &m_diagnostics; }
    [[nodiscard]] ReportDesk *reports() { return &m_reports; }
    [[nodiscard]] MessagesDesk *messages() { return &m_messages; }
    [[nodiscard]] IncidentDesk *incidents() { return &m_incidents; }
    [[nodiscard]] GroupDesk *group() { return &m_group; }
    [[nodiscard]] RosterDesk *roster() { return &m_roster; }
    [[nodiscard]] TransferDesk *transfer() { return &m_transfer; }
    [[nodiscard]] PaperDesk *paper() { return &m_paper; }
    [[nodiscard]] VisitStory *story() { return &m_story; }
    [[nodiscard]] DisclosureDesk *disclosure() { return &m_disclosure; }
    [[nodiscard]] CorrectionDesk *correction() { return &m_correction; }
    [[nodiscard]] LedgerExport *ledgerExport() { return &m_export; }

signals:
    void changed();

private:
    void pinAnswered(const Result<void> &result);
    void forgetVisit();
    void beginSection(); ///< the one that is looked at now
    void endSections();

    std::function<void(StationCommand)> m_post;
    PinDesk &m_pins;
    bool m_open = false, m_firstTime = false, m_busy = false;
    enum class PinTrouble { None, Vault, Different } m_pinTrouble = PinTrouble::None;
    Error m_pinError;
    QTimer m_idle;
    int m_section = Visits;
    int m_first = Visits; ///< the section that is shown once the PIN has been given

    DisclosureDesk m_disclosure;
    CorrectionDesk m_correction;
    VisitStory m_story;
    VisitTable m_visits;
    PersonSearch m_person;
    LedgerDesk m_ledger;
    CameraDesk m_camera;
    LedgerExport m_export;
    DiagnosticsDesk m_diagnostics;
    ReportDesk m_reports;
    MessagesDesk m_messages;
    IncidentDesk m_incidents;
    RegisterWriter m_registers;
    GroupDesk m_group;
    RosterDesk m_roster;
    TransferDesk m_transfer;
    PaperDesk m_paper;
};

} // namespace menshen
