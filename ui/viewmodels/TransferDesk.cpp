// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/TransferDesk.h"

#include "menshen/app/ReportWords.h"
#include "menshen/app/Words.h"
#include "ui/viewmodels/UiWords.h"

#include <QDateTime>
#include <QDir>
#include <QLocale>
#include <QPointer>

namespace menshen {

namespace {

constexpr int kMostFiles = 50;

QString qs(const std::string &text) { return QString::fromStdString(text); }

} // namespace

TransferDesk::TransferDesk(const UiParts &parts, BackOffice &backOffice, RegisterWriter &writer, QObject *parent)
    : QObject(parent), m_post(parts.post), m_writer(writer), m_backOffice(backOffice), m_read(parts.readSheet),
      m_openTable(parts.openTable), m_exports(qs(parts.config.exportFolder)), m_imports(qs(parts.config.importFolder)),
      m_offset(parts.config.offset), m_language(parts.config.language), m_files({"name", "detail"}), m_lines({"line"})
{
}

void TransferDesk::setLanguage(Language language)
{
    m_language = language;
    showProblems();
    emit changed();
}

void TransferDesk::forget()
{
    m_writing = m_writing == Writing::Running ? m_writing : Writing::None;
    cancel();
}

void TransferDesk::reset()
{
    ++m_request;
    m_file.clear();
    m_busy = false;
    m_problems.clear();
    m_error.reset();
    m_content.reset();
    m_difference = {};
    showProblems();
}

// ---- reading ---------------------------------------------------------------------------------------------

void TransferDesk::look(bool roster)
{
    reset();
    m_roster = roster;
    m_open = true;
    m_paths.clear();
    QList<QVariantList> rows;
    const auto found = QDir(m_imports).entryInfoList({"*.csv", "*.xlsx", "*.CSV", "*.XLSX", "*.xls", "*.txt"}, QDir::Files, QDir::Time);
    for (const QFileInfo &file : found) {
        if (rows.size() == kMostFiles) {
            break;
        }
        m_paths.append(file.absoluteFilePath());
        rows.append({file.fileName(), file.lastModified().toString(QStringLiteral("yyyy-MM-dd HH:mm")) + QStringLiteral(" · ") +
                                          QLocale::c().formattedDataSize(file.size(), 1, QLocale::DataSizeSIFormat)});
    }
    m_files.show(rows);
    emit changed();
}

void TransferDesk::choose(int file)
{
    if (m_busy || file < 0 || file >= m_paths.size()) {
        return;
    }
    reset();
    const QString path = m_paths[file];
    m_file = path.section(QLatin1Char('/'), -1);
    m_busy = true;
    const auto holds = m_writer.now();
    m_base = m_roster ? holds->rosterVersion : holds->groupVersion;
    emit changed();
    m_backOffice.run(
        [read = m_read, path = path.toStdString(), holds, roster = m_roster]() -> Read {
            const auto sheet = read(path);
            if (!sheet) {
                return {sheet.error(), {}, {}};
            }
            if (roster) {
                auto imported = rosterFromSheet(*sheet, holds->roster, holds->group);
                const bool sound = imported.problems.empty();
                return {
                    {}, std::move(imported.problems), sound ? std::optional<RegisterContent>(std::move(imported.content)) : std::nullopt};
            }
            auto imported = groupFromSheet(*sheet, holds->group);
            const bool sound = imported.problems.empty();
            return {{}, std::move(imported.problems), sound ? std::optional<RegisterContent>(std::move(imported.content)) : std::nullopt};
        },
        [self = QPointer(this), request = m_request](const Read &read) {
            if (self && request == self->m_request) {
                self->show(read);
            }
        });
}

void TransferDesk::show(const Read &read)
{
    m_busy = false;
    m_error = read.error;
    m_problems = read.problems;
    m_content = read.content;
    if (m_content) {
        m_difference = differenceOf(m_writer.now()->contentOf(kindOf(*m_content)), *m_content);
    }
    showProblems();
    emit changed();
}

void TransferDesk::showProblems()
{
    QList<QVariantList> rows;
    for (const ImportProblem &problem : m_problems) {
        rows.append({qs(in(m_language, inWords(problem)))});
    }
    m_lines.show(rows);
}

QString TransferDesk::title() const { return m_roster ? tr("Import the duty roster") : tr("Import the leading group"); }

QString TransferDesk::preview() const
{
    if (!m_content) {
        return {};
    }
    if (!m_difference.any()) {
        return tr("Nothing would change: the register says the same already.");
    }
    return tr("%1 added, %2 changed, %3 removed; then %4 lines. The version before stays for undo.")
        .arg(m_difference.added)
        .arg(m_difference.changed)
        .arg(m_difference.removed)
        .arg(linesOf(*m_content));
}

QString TransferDesk::problem() const
{
    if (m_error) {
        return m_error->code == ErrorCode::BadInput ? tr("Not taken over: the register was changed meanwhile.")
                                                    : tr("Not taken over: %1").arg(uiwords::of(*m_error));
    }
    return m_problems.empty()
               ? QString()
               : tr("Nothing was taken over: %n problem(s) to be put right in the file.", nullptr, static_cast<int>(m_problems.size()));
}

void TransferDesk::back() { look(m_roster); }

void TransferDesk::take()
{
    if (!mayTake()) {
        return;
    }
    m_busy = true;
    emit changed();
    m_writer.run(
        [content = *m_content, base = m_base](RegisterOffice &office, const RegisterOffice::Append &append) {
            return office.change(content, base, RegisterChange::Imported, "office", append);
        },
        [self = QPointer(this)](const Result<void> &result) {
            if (!self) {
                return;
            }
            self->m_busy = false;
            if (result) {
                self->cancel();
                emit self->saved();
            } else {
                self->m_error = result.error();
                emit self->changed();
            }
        });
}

void TransferDesk::cancel()
{
    reset();
    m_open = false;
    emit changed();
}

// ---- writing ---------------------------------------------------------------------------------------------

void TransferDesk::writeAs(bool roster, const QString &suffix)
{
    if (m_writing == Writing::Running) {
        return;
    }
    m_writing = Writing::Running;
    const HallDay today = hallDayOf(m_now, m_offset);
    m_path = QDir(m_exports).filePath(QStringLiteral("%1-%2.%3").arg(roster ? "duty-roster" : "leading-group", qs(isoDay(today)), suffix));
    emit changed();
    m_backOffice.run(
        [openTable = m_openTable, path = m_path, folder = m_exports, holds = m_writer.now(), roster, today,
         language = m_language]() -> Result<void> {
            if (!QDir().mkpath(folder)) {
                return Error{ErrorCode::Storage, "cannot make the export folder"};
            }
            const auto table = openTable(path.toStdString());
            if (!table) {
                return table.error();
            }
            return roster ? writeRosterTable(**table, holds->roster, holds->group, today, language)
                          : writeGroupTable(**table, holds->group, language);
        },
        [self = QPointer(this)](const Result<void> &result) {
            if (!self) {
                return;
            }
            self->m_writing = result ? Writing::Written : Writing::Failed;
            if (result) {
                self->m_post(RecordStation{StationAction::Exported, self->m_path.section(QLatin1Char('/'), -1).toStdString(), "office"});
            } else {
                self->m_writeError = result.error();
            }
            emit self->changed();
        });
}

QString TransferDesk::message() const
{
    switch (m_writing) {
    case Writing::None:
        return {};
    case Writing::Running:
        return tr("Writing…");
    case Writing::Written:
        return tr("Written");
    case Writing::Failed:
        return tr("Not written: %1").arg(uiwords::of(m_writeError));
    }
    return {};
}

} // namespace menshen
