// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/PresentDesk.h"

#include "ui/viewmodels/UiWords.h"

#include <QDir>
#include <QFileInfo>
#include <QPointer>

#include <utility>

namespace menshen {

namespace {

constexpr int kShown = 200;

} // namespace

PresentDesk::PresentDesk(const UiParts &parts, BackOffice &backOffice, DisclosureDesk &disclosure, QObject *parent)
    : QObject(parent), m_post(parts.post), m_openReader(parts.openReader), m_openTable(parts.openTable), m_backOffice(backOffice),
      m_disclosure(disclosure), m_folder(QString::fromStdString(parts.config.exportFolder)), m_offset(parts.config.offset),
      m_language(parts.config.language), m_plan(parts.config.plan), m_rows({"when", "name", "document", "phone", "outcome"})
{
}

void PresentDesk::setAlert(const std::optional<Alert> &alert)
{
    if (!alert || !m_alert || alert->id != m_alert->id) {
        forget();
    }
    m_alert = alert;
}

void PresentDesk::forget()
{
    ++m_request;
    m_present.clear();
    m_shown = m_busy = false;
    m_error.reset();
    m_path.clear();
    showRows();
    emit changed();
}

void PresentDesk::setLanguage(Language language)
{
    m_language = language;
    showRows();
    emit changed();
}

void PresentDesk::list()
{
    if (!m_alert || m_busy) {
        return;
    }
    forget();
    m_busy = true;
    m_window = presentWindow(m_alert->since, m_now, m_plan.incident);
    emit changed();
    m_backOffice.run(
        [open = m_openReader, window = m_window, offset = m_offset, without = m_alert->cause]() -> Result<std::vector<VisitRow>> {
            auto reader = open();
            return reader ? personsPresent(**reader, window, offset, without) : Result<std::vector<VisitRow>>(reader.error());
        },
        [self = QPointer(this), request = m_request](Result<std::vector<VisitRow>> present) {
            if (self && request == self->m_request) {
                self->found(std::move(present));
            }
        });
}

void PresentDesk::found(Result<std::vector<VisitRow>> present)
{
    if (!present) {
        fail(present.error());
        return;
    }
    m_present = *std::move(present);
    m_window.count = static_cast<int>(m_present.size());
    AlertActionEntry look{.alert = m_alert->id, .action = AlertAction::PresentListed, .step = {}, .reason = {}};
    look.present = m_window;
    const auto done = m_backOffice.answer<Result<Receipt>>([self = QPointer(this), request = m_request](const Result<Receipt> &result) {
        if (self && request == self->m_request) {
            self->recorded(result);
        }
    });
    if (m_alert->ended) { // asked for later; the incident itself is over
        m_post(AppendEntry{.entry = look, .actor = "office", .done = done});
    } else {
        m_post(ActOnAlert{.action = look, .actor = "office", .done = done});
    }
}

void PresentDesk::recorded(const Result<Receipt> &result)
{
    if (!result) {
        m_present.clear();
        fail(result.error());
        return;
    }
    m_busy = false;
    m_shown = true;
    showRows();
    emit changed();
}

void PresentDesk::exportTo(const QString &suffix, bool inClear)
{
    if (!m_shown || m_busy) {
        return;
    }
    if (!inClear) {
        write(suffix, false);
        return;
    }
    DisclosureEntry entry;
    entry.kind = DisclosureKind::ExportedInClear;
    entry.from = hallDayOf(m_window.from, m_offset);
    entry.to = hallDayOf(m_window.to, m_offset);
    entry.alert = m_alert->id;
    m_disclosure.ask(std::move(entry), [self = QPointer(this), suffix, request = m_request] {
        if (self && request == self->m_request) {
            self->write(suffix, true);
        }
    });
}

void PresentDesk::write(const QString &suffix, bool inClear)
{
    m_busy = true;
    m_error.reset();
    m_path.clear();
    emit changed();
    const QString made = uiwords::clock(m_now, m_offset).remove(QLatin1Char(':'));
    const QString path = QDir(m_folder).filePath(
        QStringLiteral("present-%1-%2%3.%4").arg(QString::number(m_alert->id.value), made, inClear ? "-whole" : "", suffix));
    m_backOffice.run(
        [path, present = m_present, openTable = m_openTable, language = m_language, offset = m_offset, inClear]() -> Result<void> {
            if (!QDir().mkpath(QFileInfo(path).path())) {
                return Error{ErrorCode::Storage, "cannot make the export folder"};
            }
            auto table = openTable(path.toStdString());
            return table ? exportPresent(present, **table, language, offset, inClear) : table.error();
        },
        [self = QPointer(this), request = m_request, path](const Result<void> &result) {
            if (!self || request != self->m_request) {
                return;
            }
            if (!result) {
                self->fail(result.error());
                return;
            }
            self->m_busy = false;
            self->m_path = path;
            self->m_post(
                RecordStation{.action = StationAction::Exported, .detail = QFileInfo(path).fileName().toStdString(), .actor = "office"});
            emit self->changed();
        });
}

void PresentDesk::fail(const Error &error)
{
    m_busy = false;
    m_error = error;
    emit changed();
}

QString PresentDesk::window() const
{
    return m_shown ? tr("%1 to %2: %n person(s) came in", nullptr, m_window.count)
                         .arg(uiwords::dayAndClock(m_window.from, m_offset), uiwords::dayAndClock(m_window.to, m_offset))
                   : QString();
}

QString PresentDesk::rest() const
{
    return std::cmp_greater(m_present.size(), kShown) ? tr("The first %1 are shown; a file has all of them.").arg(kShown) : QString();
}

QString PresentDesk::problem() const { return m_error ? tr("Not done: %1").arg(uiwords::of(*m_error)) : QString(); }

void PresentDesk::showRows()
{
    QList<QVariantList> rows;
    for (const VisitRow &visit : m_present) {
        if (rows.size() == kShown) {
            break;
        }
        const bool whole = visit.personal == PersonalState::Whole;
        const auto shown = [&](const std::string &text) { return whole ? QString::fromStdString(text) : QString(); };
        rows.append({uiwords::dayAndClock(visit.at, m_offset), shown(visit.identity.name),
                     shown(maskedDocument(visit.identity.document, Audience::Office)),
                     shown(maskedPhone(visit.identity.phone, Audience::Office)), uiwords::of(visit.outcome)});
    }
    m_rows.show(rows);
}

} // namespace menshen
