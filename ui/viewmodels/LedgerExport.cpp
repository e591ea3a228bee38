// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/LedgerExport.h"

#include "menshen/app/Words.h"
#include "ui/viewmodels/UiWords.h"

#include <QDir>
#include <QFileInfo>
#include <QPointer>

namespace menshen {

LedgerExport::LedgerExport(const UiParts &parts, BackOffice &backOffice, QObject *parent)
    : QObject(parent), m_post(parts.post), m_openReader(parts.openReader), m_openTable(parts.openTable), m_backOffice(backOffice),
      m_folder(QString::fromStdString(parts.config.exportFolder)), m_offset(parts.config.offset), m_language(parts.config.language)
{
}

void LedgerExport::setLanguage(Language language)
{
    m_language = language;
    emit changed();
}

QString LedgerExport::fileFor(const VisitFilter &filter, const QString &suffix, bool inClear) const
{
    QString days = filter.from ? QString::fromStdString(isoDay(*filter.from)) : QString();
    if (filter.to && filter.to != filter.from) {
        days += QLatin1Char('_') + QString::fromStdString(isoDay(*filter.to));
    }
    const QString made = uiwords::clock(m_now, m_offset).remove(QLatin1Char(':'));
    return QDir(m_folder).filePath(QStringLiteral("ledger-%1-%2%3.%4").arg(days, made, inClear ? "-whole" : "", suffix));
}

void LedgerExport::start(const VisitFilter &filter, const QString &suffix, bool inClear)
{
    if (isRunning()) {
        return;
    }
    m_state = State::Running;
    m_progress = {};
    m_stop = std::stop_source();
    m_path = fileFor(filter, suffix, inClear);
    emit changed();
    const ExportRequest request{.filter = filter, .inClear = inClear, .language = m_language, .offset = m_offset};
    const auto tellProgress = [self = QPointer(this), &office = m_backOffice](ExportProgress progress) {
        office.tell([self, progress] {
            if (self && self->isRunning()) {
                self->m_progress = progress;
                emit self->changed();
            }
        });
    };
    m_backOffice.run(
        [request, tellProgress, path = m_path, openReader = m_openReader, openTable = m_openTable,
         stop = m_stop.get_token()]() -> Result<ExportSummary> {
            if (!QDir().mkpath(QFileInfo(path).path())) {
                return Error{ErrorCode::Storage, "cannot make the export folder"};
            }
            auto reader = openReader();
            if (!reader) {
                return reader.error();
            }
            auto table = openTable(path.toStdString());
            if (!table) {
                return table.error();
            }
            return exportLedger(**reader, **table, request, tellProgress, stop);
        },
        [self = QPointer(this)](const Result<ExportSummary> &result) {
            if (self) {
                self->finished(result);
            }
        });
}

void LedgerExport::finished(const Result<ExportSummary> &result)
{
    m_state = result ? State::Done : State::Failed;
    if (result) {
        m_summary = *result;
        const std::string file = QFileInfo(m_path).fileName().toStdString();
        m_post(RecordStation{.action = StationAction::Exported, .detail = file, .actor = "office"});
    } else {
        m_error = result.error();
    }
    emit changed();
}

void LedgerExport::forget()
{
    if (!isRunning()) {
        m_state = State::Idle;
        emit changed();
    }
}

double LedgerExport::progress() const
{
    return m_progress.total > 0 ? static_cast<double>(m_progress.done) / static_cast<double>(m_progress.total) : 0.0;
}

QString LedgerExport::message() const
{
    switch (m_state) {
    case State::Idle:
        return {};
    case State::Running:
        return tr("Writing %1 of %2…").arg(m_progress.done).arg(m_progress.total);
    case State::Done:
        return tr("%1 visits and %2 staff records written").arg(m_summary.visits).arg(m_summary.punches);
    case State::Failed:
        return m_error.code == ErrorCode::Cancelled ? tr("Cancelled. No file was left behind.")
                                                    : tr("Not written: %1").arg(uiwords::of(m_error));
    }
    return {};
}

} // namespace menshen
