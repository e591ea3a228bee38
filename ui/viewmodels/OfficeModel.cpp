// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/OfficeModel.h"

#include "ui/viewmodels/UiWords.h"

#include <QPointer>

#include <utility>

namespace menshen {

OfficeModel::OfficeModel(const UiParts &parts, PinDesk &pins, BackOffice &backOffice, QObject *parent)
    : QObject(parent), m_post(parts.post), m_pins(pins), m_disclosure(parts, pins, backOffice), m_correction(parts, backOffice),
      m_story(parts, backOffice, m_disclosure, m_correction), m_visits(parts, backOffice), m_person(parts, backOffice),
      m_ledger(parts, backOffice), m_camera(parts), m_export(parts, backOffice), m_diagnostics(parts, pins), m_reports(parts, backOffice),
      m_messages(parts), m_incidents(parts, backOffice, m_disclosure), m_registers(parts, backOffice),
      m_group(parts, backOffice, m_registers), m_roster(parts, m_registers), m_transfer(parts, backOffice, m_registers),
      m_paper(parts, backOffice)
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(std::chrono::ceil<std::chrono::milliseconds>(parts.officeIdle));
    connect(&m_idle, &QTimer::timeout, this, &OfficeModel::lock);
    const auto look = [this](const VisitRow &visit) { visit.seq == m_story.visit() ? forgetVisit() : m_story.open(visit); };
    connect(&m_visits, &VisitTable::chosen, this, look);
    connect(&m_person, &PersonSearch::chosen, this, look);
    connect(&m_paper, &PaperDesk::chosen, this, look);
    connect(&m_paper, &PaperDesk::recorded, &m_visits, &VisitTable::reload);
    const auto registersChanged = [this] {
        m_group.reload();
        m_roster.reload();
    };
    connect(&m_group, &GroupDesk::saved, this, registersChanged);
    connect(&m_roster, &RosterDesk::saved, this, registersChanged);
    connect(&m_transfer, &TransferDesk::saved, this, registersChanged);
    connect(&m_correction, &CorrectionDesk::recorded, this, [this] {
        m_visits.reload();
        m_person.reload();
        m_paper.reload();
    });
}

void OfficeModel::show(const SnapshotPtr &snapshot)
{
    m_diagnostics.show(snapshot);
    m_messages.show(snapshot);
    m_export.setNow(snapshot->door.wall);
    m_ledger.setNow(snapshot->door.wall);
    m_reports.setNow(snapshot->door.wall);
    m_group.setNow(snapshot->door.wall);
    m_roster.setNow(snapshot->door.wall);
    m_transfer.setNow(snapshot->door.wall);
    m_paper.setNow(snapshot->door.wall);
    m_camera.show(snapshot);
    m_incidents.show(snapshot);
    m_correction.setToday(snapshot->door.today);
    m_visits.setToday(snapshot->door.today);
}

void OfficeModel::setLanguage(Language language)
{
    m_export.setLanguage(language);
    m_story.setLanguage(language);
    m_reports.setLanguage(language);
    m_messages.setLanguage(language);
    m_incidents.setLanguage(language);
    m_group.setLanguage(language);
    m_roster.setLanguage(language);
    m_transfer.setLanguage(language);
    m_paper.setLanguage(language);
    m_visits.retranslate();
    m_person.retranslate();
    m_ledger.retranslate();
    m_camera.retranslate();
    m_correction.retranslate();
    m_disclosure.retranslate();
    m_diagnostics.retranslate();
    emit changed();
}

void OfficeModel::setSection(int section)
{
    if (m_section != section) {
        m_section = section;
        forgetVisit();
        endSections();
        beginSection();
        emit changed();
    }
}

void OfficeModel::beginSection()
{
    if (m_section == Ledger) {
        m_ledger.enter();
    } else if (m_section == Devices) {
        m_camera.enter();
    } else if (m_section == Reports) {
        m_reports.enter();
    } else if (m_section == Messages) {
        m_messages.enter();
    } else if (m_section == Incidents) {
        m_incidents.enter();
    } else if (m_section == Group) {
        m_group.reload();
        m_roster.reload();
    } else if (m_section == Paper) {
        m_paper.reload();
    }
}

void OfficeModel::endSections()
{
    m_ledger.leave();
    m_camera.leave();
    m_reports.leave();
    m_incidents.leave();
    m_group.forget();
    m_roster.forget();
    m_transfer.forget();
}

void OfficeModel::forgetVisit()
{
    m_story.close();
    m_disclosure.cancel();
    m_correction.close();
    m_diagnostics.cancel();
}

void OfficeModel::exportTo(const QString &suffix, bool inClear)
{
    if (!m_open) {
        return;
    }
    const VisitFilter filter = m_visits.filter();
    if (!inClear) {
        m_export.start(filter, suffix, false);
        return;
    }
    m_disclosure.ask({.kind = DisclosureKind::ExportedInClear, .visit = {}, .from = filter.from, .to = filter.to, .reason = {}},
                     [this, filter, suffix] { m_export.start(filter, suffix, true); });
}

void OfficeModel::stop()
{
    m_export.cancel();
    m_ledger.cancel();
}

// ---- the lock --------------------------------------------------------------------------------------------

void OfficeModel::enter()
{
    const Result<bool> set = m_pins.isSet();
    m_firstTime = set && !*set;
    if (!set) {
        m_pinError = set.error();
        m_pinTrouble = PinTrouble::Vault;
    }
    if (m_open) {
        beginSection();
    }
    emit changed();
}

void OfficeModel::showLedger()
{
    if (m_open) {
        setSection(Ledger);
    } else {
        m_first = Ledger;
    }
}

void OfficeModel::leave()
{
    m_first = Visits;
    m_disclosure.cancel();
    m_diagnostics.cancel();
    m_story.hideWhole();
    endSections();
}

void OfficeModel::unlock(const QString &pin)
{
    if (m_busy || pin.isEmpty()) {
        return;
    }
    m_busy = true;
    m_pinTrouble = PinTrouble::None;
    emit changed();
    m_pins.verify(pin.toStdString(), [self = QPointer(this)](const Result<void> &result) {
        if (self) {
            self->pinAnswered(result);
        }
    });
}

void OfficeModel::setFirstPin(const QString &pin, const QString &again)
{
    if (m_busy || pin.isEmpty()) {
        return;
    }
    m_pinTrouble = pin == again ? PinTrouble::None : PinTrouble::Different;
    m_busy = pin == again;
    emit changed();
    if (m_busy) {
        m_pins.setFirst(pin.toStdString(), [self = QPointer(this)](const Result<void> &result) {
            if (self) {
                self->pinAnswered(result);
            }
        });
    }
}

void OfficeModel::pinAnswered(const Result<void> &result)
{
    m_busy = false;
    if (result) {
        m_open = true;
        m_firstTime = false;
        m_pinTrouble = PinTrouble::None;
        m_section = std::exchange(m_first, Visits);
        m_idle.start();
        m_post(RecordStation{.action = StationAction::OfficeOpened, .detail = {}, .actor = "office"});
        m_visits.begin();
        beginSection();
    } else {
        m_pinTrouble = PinTrouble::Vault;
        m_pinError = result.error();
        if (result.error().code == ErrorCode::Denied) {
            m_post(RecordStation{.action = StationAction::OfficeDenied, .detail = {}, .actor = "office"});
        }
    }
    emit changed();
}

void OfficeModel::lock()
{
    m_open = false;
    m_idle.stop();
    forgetVisit(); // nobody's particulars stay in memory behind the lock
    m_visits.forget();
    m_person.forget();
    m_incidents.forget();
    m_paper.forget();
    endSections();
    emit changed();
}

void OfficeModel::touch()
{
    if (m_open) {
        m_idle.start();
    }
}

QString OfficeModel::pinProblem() const
{
    switch (m_pinTrouble) {
    case PinTrouble::None:
        return {};
    case PinTrouble::Vault:
        return uiwords::ofPin(m_pinError);
    case PinTrouble::Different:
        return tr("The two PINs are not the same.");
    }
    return {};
}

} // namespace menshen
