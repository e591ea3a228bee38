// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/LedgerDesk.h"

#include "menshen/app/Words.h"
#include "ui/viewmodels/EntryWords.h"

#include <QDir>
#include <QLocale>
#include <QPointer>
#include <QSaveFile>

namespace menshen {

namespace {

constexpr std::chrono::seconds kRefresh{30};
/// One is made every night; two nights without one is worth a look.
constexpr Micros kBackupDue = 48h;

QString qs(const std::string &text) { return QString::fromStdString(text); }

QString sizeOf(std::int64_t bytes) { return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat); }

QStringList rowsOf(const QrMatrix &matrix)
{
    QStringList rows;
    for (int y = 0; y < matrix.size; ++y) {
        QString row;
        for (int x = 0; x < matrix.size; ++x) {
            row += QLatin1Char(matrix.dark[static_cast<std::size_t>(y * matrix.size + x)] ? '1' : '0');
        }
        rows.append(row);
    }
    return rows;
}

Result<void> saveLine(const QString &path, const std::string &line)
{
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path); // whole or not at all
    const QByteArray bytes = QByteArray::fromStdString(line + '\n');
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return Error{ErrorCode::Storage, file.errorString().toStdString()};
    }
    return {};
}

} // namespace

LedgerDesk::LedgerDesk(const UiParts &parts, BackOffice &backOffice, QObject *parent)
    : QObject(parent), m_post(parts.post), m_upkeep(parts.upkeep), m_qrOf(parts.qrOf), m_backOffice(backOffice),
      m_upkeepPart(parts.config.upkeep), m_retentionDays(parts.config.plan.retentionDays), m_exportFolder(qs(parts.config.exportFolder)),
      m_offset(parts.config.offset), m_facts({"label", "value", "sign"})
{
    m_refresh.setInterval(kRefresh);
    connect(&m_refresh, &QTimer::timeout, this, &LedgerDesk::refresh);
}

void LedgerDesk::retranslate()
{
    showFacts();
    emit changed();
}

// ---- the state -------------------------------------------------------------------------------------------

void LedgerDesk::enter()
{
    m_savedPath.clear();
    m_saveError.reset();
    m_refresh.start();
    refresh();
}

void LedgerDesk::leave()
{
    m_refresh.stop();
    if (!m_running) {
        m_task = NoTask;
    }
    emit changed();
}

void LedgerDesk::refresh()
{
    m_backOffice.run([&upkeep = m_upkeep] { return upkeep.state(); },
                     [self = QPointer(this), query = ++m_query](Result<LedgerState> state) {
                         if (self && query == self->m_query) {
                             self->answered(std::move(state));
                         }
                     });
}

void LedgerDesk::answered(Result<LedgerState> state)
{
    m_error = state ? std::nullopt : std::optional(state.error());
    m_state = state ? std::optional(*std::move(state)) : std::nullopt;
    showCode();
    showFacts();
    emit changed();
}

QString LedgerDesk::problem() const { return m_error ? tr("The ledger's state cannot be read: %1").arg(uiwords::of(*m_error)) : QString(); }

void LedgerDesk::showCode()
{
    m_code.clear();
    if (isHeadKnown() && m_qrOf) {
        if (const auto matrix = m_qrOf(headText(*m_state->head))) {
            m_code = rowsOf(*matrix);
        }
    }
}

void LedgerDesk::showFacts()
{
    QList<QVariantList> rows;
    if (m_state) {
        const auto add = [&rows](const QString &label, const QString &value, SignIcon::Kind sign = SignIcon::None) {
            rows.append({label, value, static_cast<int>(sign)});
        };
        add(tr("Days that can be read"), QString::number(m_state->daysSealed));
        add(tr("Oldest of them"), m_state->oldestSealed ? qs(isoDay(*m_state->oldestSealed)) : tr("none"));
        add(tr("Days destroyed"), QString::number(m_state->daysDestroyed));
        add(tr("Personal data is kept"), m_retentionDays > 0 ? tr("%n day(s), then destroyed by itself", nullptr, m_retentionDays)
                                                             : tr("until somebody destroys it: the plan sets no term"));
        if (m_state->ballast) {
            add(tr("Reserve on the disk"), tr("there"), SignIcon::Pass);
        } else {
            add(tr("Reserve on the disk"), tr("used up: the disk was full. Make room: move exports and old backups elsewhere."),
                SignIcon::Refuse);
        }
        add(tr("Station"), qs(hexOf(m_state->station)).left(8));
    }
    m_facts.show(rows);
}

// ---- the head --------------------------------------------------------------------------------------------

QString LedgerDesk::headTitle() const
{
    return isHeadKnown() ? tr("Entry %1 · %2").arg(m_state->head->seq.value).arg(qs(shortForm(m_state->head->hash))) : QString();
}

QString LedgerDesk::headWhen() const
{
    return isHeadKnown() ? tr("Head no. %1, signed %2").arg(m_state->head->number).arg(uiwords::dayAndClock(m_state->head->at, m_offset))
                         : QString();
}

void LedgerDesk::saveHead()
{
    if (!isHeadKnown()) {
        return;
    }
    const QString path = QDir(m_exportFolder).filePath(QStringLiteral("head-%1.txt").arg(m_state->head->seq.value));
    m_backOffice.run([path, line = headText(*m_state->head)] { return saveLine(path, line); },
                     [self = QPointer(this), path](const Result<void> &saved) {
                         if (self) {
                             self->m_savedPath = saved ? path : QString();
                             self->m_saveError = saved ? std::nullopt : std::optional(saved.error());
                             emit self->changed();
                         }
                     });
}

QString LedgerDesk::saveProblem() const { return m_saveError ? tr("Not saved: %1").arg(uiwords::of(*m_saveError)) : QString(); }

// ---- the chain -------------------------------------------------------------------------------------------

SignIcon::Kind LedgerDesk::chainSign() const
{
    if (!m_state || !m_state->verified) {
        return SignIcon::Unknown;
    }
    const ChainVerdict &verdict = m_state->verified->verdict;
    return !verdict.sound() ? SignIcon::Refuse : verdict.complete ? SignIcon::Pass : SignIcon::Attention;
}

QString LedgerDesk::chainWord() const
{
    if (!m_state || !m_state->verified) {
        return tr("Not verified yet");
    }
    const ChainVerdict &verdict = m_state->verified->verdict;
    return verdict.sound() && !verdict.complete ? tr("Sound as far as it was checked") : uiwords::of(verdict.fault);
}

QString LedgerDesk::chainDetail() const
{
    if (!m_state || !m_state->verified) {
        return tr("Nobody has walked along the whole chain of this ledger yet.");
    }
    const ChainVerdict &verdict = m_state->verified->verdict;
    const QString when = uiwords::dayAndClock(m_state->verified->at, m_offset);
    if (verdict.sound()) {
        return tr("Verified %1, whole up to entry %2.").arg(when).arg(verdict.checked.value);
    }
    return verdict.at == EntrySeq{}
               ? tr("Found %1. Whole up to entry %2.").arg(when).arg(verdict.checked.value)
               : tr("Found %1 at entry %2. Whole up to entry %3.").arg(when).arg(verdict.at.value).arg(verdict.checked.value);
}

QString LedgerDesk::chainAdvice() const
{
    return m_state && m_state->verified ? uiwords::adviceFor(m_state->verified->verdict.fault) : QString();
}

// ---- the backup ------------------------------------------------------------------------------------------

SignIcon::Kind LedgerDesk::backupSign() const
{
    return m_state && m_state->backup && m_now - m_state->backup->at < kBackupDue ? SignIcon::Pass : SignIcon::Attention;
}

QString LedgerDesk::backupWord() const
{
    return m_state && m_state->backup ? tr("Last backup %1").arg(uiwords::dayAndClock(m_state->backup->at, m_offset)) : tr("No backup yet");
}

QString LedgerDesk::backupDetail() const
{
    if (!m_state || !m_state->backup) {
        return tr("If this disk fails, everything that was recorded is lost.");
    }
    const BackupEntry &entry = m_state->backup->entry;
    return tr("%1 · up to entry %2 · %3").arg(qs(entry.file)).arg(entry.upTo.value).arg(sizeOf(entry.bytes));
}

QString LedgerDesk::backupPlace() const
{
    return canBackup() ? tr("Goes to %1, every night and at a tap; the newest %n are kept.", nullptr, m_upkeepPart.keepBackups)
                             .arg(qs(m_upkeepPart.backupFolder))
                       : tr("No folder for backups is set: the technician names one in the settings (ledger, backup_folder).");
}

// ---- tasks -----------------------------------------------------------------------------------------------

void LedgerDesk::begin(Task task)
{
    m_task = task;
    m_running = true;
    m_taskError.reset();
    m_progress = {};
    m_stop = std::stop_source();
    emit changed();
}

UpkeepProgressSink LedgerDesk::progressSink()
{
    return [self = QPointer(this), &office = m_backOffice](UpkeepProgress progress) {
        office.tell([self, progress] {
            if (self && self->m_running) {
                self->m_progress = progress;
                emit self->changed();
            }
        });
    };
}

void LedgerDesk::verify()
{
    if (m_running) {
        return;
    }
    begin(Verification);
    m_backOffice.run([&upkeep = m_upkeep, sink = progressSink(), stop = m_stop.get_token()] { return upkeep.verify(sink, stop); },
                     [self = QPointer(this)](const Result<ChainVerdict> &verdict) {
                         if (self) {
                             if (verdict) {
                                 self->m_post(newsOf(*verdict, self->m_now));
                             }
                             const bool stopped = verdict && verdict->sound() && !verdict->complete;
                             self->finished(!verdict  ? std::optional(verdict.error())
                                            : stopped ? std::optional(Error{ErrorCode::Cancelled, {}})
                                                      : std::nullopt);
                         }
                     });
}

void LedgerDesk::backup()
{
    if (m_running || !canBackup()) {
        return;
    }
    begin(Backup);
    const BackupRequest request{.folder = m_upkeepPart.backupFolder, .keep = m_upkeepPart.keepBackups, .actor = "office"};
    m_backOffice.run(
        [&upkeep = m_upkeep, request, sink = progressSink(), stop = m_stop.get_token()] { return upkeep.backup(request, sink, stop); },
        [self = QPointer(this)](const Result<BackupEntry> &entry) {
            if (self) {
                if (entry) {
                    self->m_post(LedgerNews{.over = {LedgerTroubleKind::BackupFailed}, .trouble = {}});
                }
                self->finished(entry ? std::nullopt : std::optional(entry.error()));
            }
        });
}

void LedgerDesk::finished(std::optional<Error> error)
{
    m_running = false;
    m_taskError = std::move(error);
    emit changed();
    refresh();
}

double LedgerDesk::progress() const
{
    return m_progress.total > 0 ? static_cast<double>(m_progress.done) / static_cast<double>(m_progress.total) : 0.0;
}

QString LedgerDesk::taskText() const
{
    const bool verifying = m_task == Verification;
    if (m_task == NoTask) {
        return {};
    }
    if (m_running) {
        const QString words = verifying ? tr("Verifying entry %1 of %2…") : tr("Copying page %1 of %2…");
        return m_progress.total > 0 ? words.arg(m_progress.done).arg(m_progress.total) : verifying ? tr("Verifying…") : tr("Backing up…");
    }
    if (!m_taskError) {
        return verifying ? tr("Verified.") : tr("Backed up, and the copy verified.");
    }
    if (m_taskError->code == ErrorCode::Cancelled) {
        return verifying ? tr("Stopped before the end.") : tr("Stopped. No unfinished copy was left behind.");
    }
    return (verifying ? tr("Not verified: %1") : tr("Not backed up: %1")).arg(uiwords::of(*m_taskError));
}

SignIcon::Kind LedgerDesk::taskSign() const
{
    if (m_running) {
        return SignIcon::Measuring;
    }
    return !m_taskError ? SignIcon::Pass : m_taskError->code == ErrorCode::Cancelled ? SignIcon::Attention : SignIcon::Refuse;
}

} // namespace menshen
