// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/PaperDesk.h"

#include "ui/viewmodels/EntryWords.h"

#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QRegularExpression>

namespace menshen {

namespace {

constexpr int kRecent = 20;           ///< rows that are shown
constexpr int kRecentDays = 7;        ///< in which they were entered
constexpr int kPage = 500;            ///< visits that are read at a time
constexpr int kMostRead = 20 * kPage; ///< then enough was looked for
constexpr const char *kGuard = "guard";

/// Newest first; the day is that of the entry.
Result<std::vector<VisitRow>> readRecent(LedgerReader &reader, HallDay today)
{
    VisitFilter filter;
    filter.from = HallDay{std::chrono::sys_days{today} - std::chrono::days{kRecentDays - 1}};
    std::vector<VisitRow> found;
    std::optional<EntrySeq> before;
    for (int read = 0; read < kMostRead;) {
        auto page = reader.visits(filter, before, kPage);
        if (!page) {
            return page.error();
        }
        for (VisitRow &row : *page) {
            before = row.seq;
            if (row.afterwards && static_cast<int>(found.size()) < kRecent) {
                found.push_back(std::move(row));
            }
        }
        read += static_cast<int>(page->size());
        if (static_cast<int>(page->size()) < kPage || static_cast<int>(found.size()) >= kRecent) {
            break;
        }
    }
    return found;
}

bool names(const std::vector<Reason> &reasons, ReasonCode code)
{
    return std::ranges::any_of(reasons, [code](const Reason &reason) { return reason.code == code; });
}

} // namespace

PaperDesk::PaperDesk(const UiParts &parts, BackOffice &backOffice, QObject *parent)
    : QObject(parent), m_post(parts.post), m_openReader(parts.openReader), m_writeForms(parts.writeForms), m_backOffice(backOffice),
      m_plan(parts.config.plan), m_staff(parts.config.staff), m_unit(parts.config.stationName),
      m_folder(QString::fromStdString(parts.config.exportFolder)), m_offset(parts.config.offset), m_language(parts.config.language),
      m_form(parts.config.plan), m_answers(parts.config.plan.questions.size()), m_questions({"text", "answer", "number"}),
      m_recentModel({"title", "detail", "outcomeSign", "seq"})
{
    connect(&m_form, &IdentityForm::edited, this, [this] {
        m_recorded = {};
        emit changed();
    });
    showQuestions();
}

void PaperDesk::setNow(WallTime now)
{
    const bool otherMinute = std::chrono::floor<std::chrono::minutes>(now) != std::chrono::floor<std::chrono::minutes>(m_now);
    m_now = now;
    m_form.setToday(hallDayOf(now, m_offset));
    if (otherMinute) {
        emit changed(); // a time that was to come may be there by now
    }
}

void PaperDesk::setLanguage(Language language)
{
    m_language = language;
    m_form.retranslate();
    showQuestions();
    showRecent();
    emit changed();
}

void PaperDesk::clear()
{
    m_form.forget();
    m_time.clear();
    m_temperature.clear();
    m_note.clear();
    m_toldWhom.clear();
    m_mask = m_outcome = -1;
    m_answers.assign(m_plan.questions.size(), Answer::NotAsked);
    m_told = Unsaid;
    m_alert = {};
    m_error.reset();
    showQuestions();
    emit changed();
}

void PaperDesk::forget()
{
    ++m_request;
    m_busy = false;
    m_day.reset();
    m_by = -1;
    m_instrument = Instrument::Contact;
    m_recorded = {};
    m_recent.clear();
    m_printedFile.clear();
    m_printError.reset();
    showRecent();
    clear();
}

// ---- what is typed ---------------------------------------------------------------------------------------

QString PaperDesk::day() const
{
    const HallDay day = m_day.value_or(hallDayOf(m_now, m_offset));
    return uiwords::dayAndClock(startOfDay(day, m_offset), m_offset).left(10);
}

void PaperDesk::moveDay(int days)
{
    const HallDay today = hallDayOf(m_now, m_offset);
    const HallDay moved{std::chrono::sys_days{m_day.value_or(today)} + std::chrono::days{days}};
    m_day = std::min(moved, today);
    m_recorded = {};
    emit changed();
}

QStringList PaperDesk::people() const
{
    QStringList people{uiwords::ofActor(kGuard)};
    for (const StaffMember &member : m_staff) {
        people.append(QString::fromStdString(member.name + " · " + member.number));
    }
    return people;
}

void PaperDesk::answer(int question, int answer)
{
    if (question >= 0 && question < static_cast<int>(m_answers.size()) && answer >= 0 && answer <= static_cast<int>(Answer::Yes)) {
        m_answers[static_cast<std::size_t>(question)] = static_cast<Answer>(answer);
        m_recorded = {};
        showQuestions();
        emit changed();
    }
}

void PaperDesk::allNo()
{
    m_answers.assign(m_plan.questions.size(), Answer::No);
    m_recorded = {};
    showQuestions();
    emit changed();
}

void PaperDesk::showQuestions()
{
    QList<QVariantList> rows;
    for (std::size_t i = 0; i < m_plan.questions.size(); ++i) {
        rows.append({uiwords::text(m_plan.questions[i].text, m_language), static_cast<int>(m_answers[i]), static_cast<int>(i)});
    }
    m_questions.show(rows);
}

std::optional<std::chrono::minutes> PaperDesk::minutes() const
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,2})[:：.]?(\\d{2})$"));
    const auto match = form.match(m_time.trimmed());
    const int hour = match.captured(1).toInt(), minute = match.captured(2).toInt();
    return match.hasMatch() && hour < 24 && minute < 60 ? std::optional(std::chrono::minutes{60 * hour + minute}) : std::nullopt;
}

std::optional<Celsius> PaperDesk::degrees() const
{
    bool isNumber = false;
    const double value = QString(m_temperature).replace(QLatin1Char(','), QLatin1Char('.')).trimmed().toDouble(&isNumber);
    return isNumber ? std::optional(Celsius{value}) : std::nullopt;
}

bool PaperDesk::isUntouched() const
{
    const bool asked = std::ranges::any_of(m_answers, [](Answer answer) { return answer != Answer::NotAsked; });
    return m_form.isEmpty() && m_time.isEmpty() && m_temperature.isEmpty() && m_note.isEmpty() && m_mask < 0 && m_outcome < 0 && !asked;
}

PaperForm PaperDesk::paper() const
{
    PaperForm paper;
    paper.happened = startOfDay(m_day.value_or(hallDayOf(m_now, m_offset)), m_offset) + minutes().value_or(std::chrono::minutes{0});
    if (m_by >= 0) {
        paper.by = m_by == 0 ? kGuard : m_staff[static_cast<std::size_t>(m_by) - 1].number;
    }
    paper.identity = m_form.draft();
    paper.mask = m_mask < 0 ? std::nullopt : std::optional(static_cast<MaskState>(m_mask));
    paper.temperature = degrees();
    paper.instrument = m_instrument;
    paper.answers = m_answers;
    paper.outcome = m_outcome < 0 ? std::nullopt : std::optional(static_cast<Outcome>(m_outcome));
    paper.note = m_note.trimmed().toStdString();
    return paper;
}

VisitEntry PaperDesk::visit() const { return afterwardsVisit(paper(), m_plan, m_now, m_offset); }

bool PaperDesk::alerts() const { return m_outcome >= 0 && afterwardsAlerts(visit(), m_plan); }

QString PaperDesk::judged() const
{
    if (m_outcome < 0) {
        return {};
    }
    const VisitEntry judgedVisit = visit();
    if (judgedVisit.verdict == Verdict::Pass) {
        return tr("By this form: %1").arg(uiwords::of(Verdict::Pass));
    }
    const QString why = uiwords::of(judgedVisit.reasons, m_plan, m_language);
    return why.isEmpty() ? QString() : tr("By this form no pass: %1").arg(why);
}

SignIcon::Kind PaperDesk::judgedSign() const
{
    const auto verdict = m_outcome < 0 ? std::nullopt : visit().verdict;
    return verdict ? uiwords::signOf(*verdict) : SignIcon::Attention;
}

QString PaperDesk::missing() const
{
    if (!minutes()) {
        return m_time.isEmpty() ? tr("The time is missing: when the person came, as 09:30.")
                                : tr("That is no time: hours and minutes, as 09:30.");
    }
    if (!m_temperature.trimmed().isEmpty() && !degrees()) {
        return tr("The temperature is no number.");
    }
    if (const auto problem = afterwardsProblem(paper(), m_plan, m_now, m_offset)) {
        switch (problem->what) {
        case PaperProblem::InFuture:
            return tr("This time is still to come: look at day and time again.");
        case PaperProblem::TooOld:
            return tr("Longer ago than the %n days that the plan keeps personal data: it may not be entered any more.", "",
                      m_plan.retentionDays);
        case PaperProblem::NobodyFilledIn:
            return tr("Who filled the form in is missing.");
        case PaperProblem::Identity:
            return uiwords::of(problem->identity, m_plan, m_language);
        case PaperProblem::TemperatureImplausible:
            return tr("No thermometer shows such a temperature: look at the form again.");
        case PaperProblem::OutcomeMissing:
            return tr("Admitted or refused is missing.");
        case PaperProblem::AdmittedWithoutReason:
            return tr("Admitted all the same: write in the note why, as the form or the person who filled it in says.");
        case PaperProblem::RefusedWithoutReason:
            return tr("Nothing on the form says why the person was refused: write it in the note.");
        }
    }
    if (alerts() && m_told == Unsaid) {
        return tr("Was this reported at the time? Say so, or report it now.");
    }
    return alerts() && m_told == Then && m_toldWhom.trimmed().isEmpty() ? tr("To whom was it reported?") : QString();
}

// ---- recording -------------------------------------------------------------------------------------------

void PaperDesk::submit()
{
    if (m_busy || !missing().isEmpty()) {
        return;
    }
    m_busy = true;
    m_error.reset();
    emit changed();
    VisitEntry entry = visit();
    if (!alerts()) {
        record(std::move(entry));
    } else if (m_told == Then) {
        std::string &note = entry.overrideReason.empty() ? entry.note : entry.overrideReason;
        note += (note.empty() ? "" : "; ") + tr("Reported at the time to %1").arg(m_toldWhom.trimmed()).toStdString();
        record(std::move(entry));
    } else if (m_alert != EntrySeq{}) {
        entry.finding = m_alert;
        record(std::move(entry)); // it was reported; only the form was not recorded
    } else {
        report(std::move(entry));
    }
}

/// First the leading group, then the form, which names the alert. The form follows also when the office was locked meanwhile.
void PaperDesk::report(VisitEntry entry)
{
    const bool warm = names(entry.reasons, ReasonCode::Fever) || names(entry.reasons, ReasonCode::FeverUncertain);
    ReportCase command{.origin = AlertOrigin::Office,
                       .sign = warm ? CaseSign::Fever : CaseSign::Symptoms,
                       .name = entry.identity.name,
                       .note =
                           tr("From a paper form of %1, entered afterwards").arg(day() + QLatin1Char(' ') + m_time.trimmed()).toStdString(),
                       .actor = "office"};
    command.done =
        m_backOffice.answer<Result<Receipt>>([self = QPointer(this), request = m_request, entry = std::move(entry)](const auto &receipt) {
            if (!self) {
                return;
            }
            if (receipt) {
                VisitEntry told = entry;
                told.finding = receipt->seq;
                if (request == self->m_request) {
                    self->m_alert = receipt->seq;
                }
                self->record(std::move(told));
            } else if (request == self->m_request) {
                self->m_busy = false;
                self->m_error = receipt.error();
                emit self->changed();
            }
        });
    m_post(std::move(command));
}

void PaperDesk::record(VisitEntry entry)
{
    m_post(AppendEntry{.entry = std::move(entry),
                       .actor = "office",
                       .done = m_backOffice.answer<Result<Receipt>>([self = QPointer(this), request = m_request](const auto &receipt) {
                           if (!self || request != self->m_request) {
                               return;
                           }
                           self->m_busy = false;
                           if (receipt) {
                               self->clear();
                               self->m_recorded = receipt->seq;
                               self->reload();
                               emit self->recorded();
                           } else {
                               self->m_error = receipt.error();
                           }
                           emit self->changed();
                       })});
}

QString PaperDesk::notice() const
{
    return m_recorded == EntrySeq{} ? QString() : tr("Recorded as entry %1. Mark the form with this number.").arg(m_recorded.value);
}

QString PaperDesk::problem() const { return m_error ? tr("Not recorded: %1").arg(uiwords::of(*m_error)) : QString(); }

// ---- what was entered --------------------------------------------------------------------------------------

void PaperDesk::reload()
{
    m_backOffice.run(
        [open = m_openReader, today = hallDayOf(m_now, m_offset)]() -> Result<std::vector<VisitRow>> {
            auto reader = open();
            return reader ? readRecent(**reader, today) : Result<std::vector<VisitRow>>(reader.error());
        },
        [self = QPointer(this), request = m_request](Result<std::vector<VisitRow>> rows) {
            if (!self || request != self->m_request) {
                return;
            }
            self->m_recentError = rows ? std::nullopt : std::optional(rows.error());
            self->m_recent = rows ? *std::move(rows) : std::vector<VisitRow>{};
            self->showRecent();
            emit self->changed();
        });
}

void PaperDesk::showRecent()
{
    QList<QVariantList> rows;
    for (const VisitRow &row : m_recent) {
        const std::string name = maskedName(row.identity.name, Audience::Office);
        const QString who = row.personal != PersonalState::Whole ? uiwords::of(row.personal)
                            : name.empty()                       ? QStringLiteral("–")
                                                                 : QString::fromStdString(name);
        rows.append(
            {uiwords::dayAndClock(row.afterwards->happened, m_offset).mid(5) + QStringLiteral("  ") + who,
             tr("%1 · entry %2 of %3").arg(uiwords::of(row.outcome)).arg(row.seq.value).arg(uiwords::dayAndClock(row.at, m_offset).mid(5)),
             static_cast<int>(uiwords::signOf(row.outcome)), static_cast<qint64>(row.seq.value)});
    }
    m_recentModel.show(rows);
}

QString PaperDesk::recentText() const
{
    if (m_recentError) {
        return tr("The ledger cannot be read: %1").arg(uiwords::of(*m_recentError));
    }
    return m_recent.empty() ? tr("Nothing was entered afterwards in the last days.") : QString();
}

void PaperDesk::choose(int row)
{
    if (row >= 0 && row < static_cast<int>(m_recent.size())) {
        emit chosen(m_recent[static_cast<std::size_t>(row)]);
    }
}

// ---- empty forms -----------------------------------------------------------------------------------------

void PaperDesk::print(int count)
{
    if (!m_writeForms) {
        return;
    }
    const QString stamp = uiwords::dayAndClock(m_now, m_offset).remove(QLatin1Char(':')).replace(QLatin1Char(' '), QLatin1Char('-'));
    const QString path = QDir(m_folder).filePath(QStringLiteral("forms-%1.pdf").arg(stamp));
    m_backOffice.run(
        [write = m_writeForms, path, forms = EmptyForms{m_unit, m_plan, 1, count}]() -> Result<void> {
            if (!QDir().mkpath(QFileInfo(path).path())) {
                return Error{ErrorCode::Storage, "cannot make the export folder"};
            }
            return write(path.toStdString(), forms);
        },
        [self = QPointer(this), path](const Result<void> &written) {
            if (self) {
                self->m_printError = written ? std::nullopt : std::optional(written.error());
                self->m_printedFile = path;
                emit self->changed();
            }
        });
}

QString PaperDesk::printed() const
{
    if (m_printError) {
        return tr("The forms were not written: %1").arg(uiwords::of(*m_printError));
    }
    return m_printedFile.isEmpty() ? QString() : tr("Written: %1").arg(m_printedFile);
}

} // namespace menshen
