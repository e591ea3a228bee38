// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/ReportDesk.h"

#include "menshen/app/ReportWords.h"
#include "menshen/app/StationAnswers.h"
#include "menshen/app/Words.h"
#include "ui/viewmodels/UiWords.h"

#include <QDir>
#include <QPointer>

namespace menshen {

namespace {

using std::chrono::sys_days;

QString qs(const std::string &text) { return QString::fromStdString(text); }

SignIcon::Kind signOf(ReportStanding standing)
{
    switch (standing) {
    case ReportStanding::InTime:
        return SignIcon::Pass;
    case ReportStanding::Late:
    case ReportStanding::Nag:
        return SignIcon::Attention;
    case ReportStanding::Missing:
        return SignIcon::Refuse;
    default:
        return SignIcon::None;
    }
}

} // namespace

ReportDesk::ReportDesk(const UiParts &parts, BackOffice &backOffice, QObject *parent)
    : QObject(parent), m_post(parts.post), m_pins(parts.pins), m_upkeep(parts.upkeep), m_openReports(parts.openReports),
      m_write(parts.writeReport), m_backOffice(backOffice), m_settings(reportSettings(parts.config)),
      m_stationName(parts.config.stationName), m_folder(qs(parts.config.exportFolder)), m_language(parts.config.language),
      m_days({"day", "number", "word", "sign", "inMonth", "selectable", "chosen"}), m_lines({"heading", "label", "value", "total"})
{
}

template <typename Ask, typename Then>
void ReportDesk::ask(Ask question, Then then)
{
    using Answer = std::invoke_result_t<Ask, ReportOffice &>;
    m_backOffice.run(
        [question = std::move(question), open = m_openReports, settings = m_settings]() -> Answer {
            const auto reader = open();
            if (!reader) {
                return reader.error();
            }
            ReportOffice office(**reader, settings);
            return question(office);
        },
        [self = QPointer(this), then = std::move(then)](const Answer &answer) {
            if (self) {
                then(answer);
            }
        });
}

void ReportDesk::setLanguage(Language language)
{
    m_language = language;
    showDays();
    showLines();
    emit changed();
}

void ReportDesk::enter()
{
    const auto today = hallDayOf(m_now, m_settings.offset);
    if (!m_looking) {
        m_looking = true;
        m_month = today.year() / today.month();
        m_day = HallDay{sys_days{today} - std::chrono::days{1}}; // the one that is due
    }
    loadCalendar();
    loadDay();
}

void ReportDesk::leave()
{
    m_looking = false;
    m_signError.reset();
    m_file = isWriting() ? m_file : File::None;
    emit changed();
}

void ReportDesk::step(int months)
{
    m_month += std::chrono::months{months};
    loadCalendar();
    emit changed();
}

void ReportDesk::choose(const QString &day)
{
    m_day = dayFromIso(day.toStdString());
    m_file = isWriting() ? m_file : File::None;
    showDays();
    loadDay();
}

// ---- the calendar ----------------------------------------------------------------------------------------

HallDay ReportDesk::firstOfGrid() const
{
    const sys_days first{m_month / 1};
    return HallDay{first - (std::chrono::weekday{first} - std::chrono::Monday)};
}

HallDay ReportDesk::lastOfGrid() const
{
    const sys_days last{m_month / std::chrono::last};
    return HallDay{last + (std::chrono::Sunday - std::chrono::weekday{last})};
}

void ReportDesk::loadCalendar()
{
    const int request = ++m_calendarRequest;
    ask(
        [from = firstOfGrid(), to = lastOfGrid(), now = m_now](ReportOffice &office) -> Result<Calendar> {
            auto days = office.calendar(from, to, now);
            if (!days) {
                return days.error();
            }
            auto duty = office.duty(now);
            return duty ? Result<Calendar>(Calendar{std::move(*days), std::move(*duty)}) : duty.error();
        },
        [this, request](const Result<Calendar> &answer) {
            if (request == m_calendarRequest) {
                m_calendar = answer;
                m_duty = answer ? answer->duty : ReportDuty{};
                showDays();
                emit changed();
            }
        });
}

void ReportDesk::showDays()
{
    QList<QVariantList> rows;
    if (m_calendar) {
        for (const auto &state : m_calendar->days) {
            const bool selectable = state.standing != ReportStanding::BeforeLedger && state.day <= hallDayOf(m_now, m_settings.offset);
            QString word;
            switch (state.standing) {
            case ReportStanding::BeforeLedger:
                break;
            case ReportStanding::NotEnded:
                word = selectable ? tr("Today") : QString();
                break;
            case ReportStanding::NotDue:
            case ReportStanding::Nag:
                word = tr("To sign");
                break;
            case ReportStanding::Missing:
                word = tr("Missing");
                break;
            case ReportStanding::InTime:
                word = state.versions > 1 ? tr("Corrected") : state.zero ? tr("Zero") : tr("Signed");
                break;
            case ReportStanding::Late:
                word = state.versions > 1 ? tr("Corrected") : tr("Late");
                break;
            }
            rows.append({qs(isoDay(state.day)), QString::number(static_cast<unsigned>(state.day.day())), word,
                         static_cast<int>(signOf(state.standing)), state.day.month() == m_month.month(), selectable, state.day == m_day});
        }
    }
    m_days.show(rows);
}

QString ReportDesk::month() const { return qs(isoDay(m_month / 1)).left(7); }

QString ReportDesk::owed() const
{
    const auto reminder = reportReminder(m_duty, m_settings);
    return reminder ? qs(in(m_language, reminder->body)) : QString();
}

QString ReportDesk::calendarProblem() const { return m_calendar ? QString() : uiwords::of(m_calendar.error()); }

// ---- one day ---------------------------------------------------------------------------------------------

void ReportDesk::loadDay()
{
    const int request = ++m_dayRequest;
    m_preview.reset();
    m_dayError.reset();
    m_loading = m_day.has_value();
    showLines();
    emit changed();
    if (!m_day) {
        return;
    }
    ask([day = *m_day, now = m_now](ReportOffice &office) { return office.preview(day, now); },
        [this, request](const Result<ReportPreview> &answer) {
            if (request != m_dayRequest) {
                return;
            }
            m_loading = false;
            if (answer) {
                m_preview = *answer;
            } else {
                m_dayError = answer.error();
            }
            showLines();
            emit changed();
        });
}

const SignedReport *ReportDesk::newest() const { return m_preview && !m_preview->versions.empty() ? &m_preview->versions.back() : nullptr; }

const DailyReport &ReportDesk::shown() const { return newest() ? newest()->entry.report : m_preview->report; }

ReportDocument ReportDesk::document() const { return reportDocument(shown(), newest(), m_stationName, m_settings.offset); }

void ReportDesk::showLines()
{
    QList<QVariantList> rows;
    if (m_preview) {
        const auto made = document();
        for (const auto &section : made.sections) {
            rows.append({true, qs(in(m_language, section.title)), QString(), QString()});
            for (const auto &line : section.lines) {
                rows.append({false, qs(in(m_language, line.label)), qs(in(m_language, line.value)), qs(in(m_language, line.totalText))});
            }
        }
    }
    m_lines.show(rows);
}

QString ReportDesk::day() const { return m_day ? qs(isoDay(*m_day)) : QString(); }

QString ReportDesk::problem() const
{
    if (!m_dayError) {
        return {};
    }
    return m_dayError->code == ErrorCode::BadInput
               ? tr("There is no report of this day: the ledger did not exist yet, or the day is still to come.")
               : uiwords::of(*m_dayError);
}

QString ReportDesk::standing() const
{
    if (!m_preview) {
        return {};
    }
    const auto *made = newest();
    if (!made) {
        switch (m_preview->standing) {
        case ReportStanding::NotEnded:
            return tr("The day goes on: figures so far");
        case ReportStanding::Missing:
            return tr("Overdue, not signed");
        default:
            return tr("Not signed yet");
        }
    }
    const auto signedAs = tr("Signed, version %1, entry %2").arg(made->entry.version).arg(made->receipt.seq.value);
    return made->entry.late > 0min ? tr("%1 · late").arg(signedAs) : tr("%1 · in time").arg(signedAs);
}

SignIcon::Kind ReportDesk::sign() const { return m_preview ? signOf(m_preview->standing) : SignIcon::None; }

QString ReportDesk::verdict() const { return m_preview ? qs(in(m_language, document().verdict)) : QString(); }

SignIcon::Kind ReportDesk::verdictSign() const
{
    if (!m_preview) {
        return SignIcon::None;
    }
    return shown().stationOff() ? SignIcon::Attention : shown().isZero() ? SignIcon::Pass : SignIcon::Refuse;
}

QString ReportDesk::remarks() const
{
    QStringList all;
    if (m_preview) {
        for (const auto &remark : document().remarks) {
            all.append(qs(in(m_language, remark)));
        }
    }
    return all.join(QLatin1Char('\n'));
}

QString ReportDesk::advice() const
{
    if (!m_preview) {
        return {};
    }
    if (m_preview->problem == ReportProblem::ClockBehind) {
        return tr("The clock stands before the ledger's newest entry. Set it right, then sign.");
    }
    if (!m_preview->differences.empty()) {
        return tr("By now the ledger gives other figures: %1. Sign a correction.")
            .arg(qs(in(m_language, differencesInWords(m_preview->differences))));
    }
    return m_preview->problem == ReportProblem::NotEnded ? tr("It can be signed when the day has ended.") : QString();
}

// ---- signing ---------------------------------------------------------------------------------------------

void ReportDesk::submit(const QString &pin, const QString &reason)
{
    if (m_signing || pin.isEmpty() || !maySign()) {
        return;
    }
    m_signing = true;
    m_signError.reset();
    emit changed();
    const SignReport request{*m_day, pin.toStdString(), reason.trimmed().toStdString(), "office"};
    const auto append = [post = m_post](Entry entry, const std::string &actor) { return appendAndWait(post, std::move(entry), actor); };
    ask([request, append, now = m_now, &pins = m_pins](ReportOffice &office) { return office.sign(request, pins, now, append); },
        [this](const Result<SignedReport> &result) { signedAnswer(result); });
}

void ReportDesk::signedAnswer(const Result<SignedReport> &result)
{
    m_signing = false;
    if (result) {
        emit recorded();
        loadCalendar();
        loadDay();
        return;
    }
    m_signError = result.error();
    if (result.error().code == ErrorCode::Denied) {
        m_post(RecordStation{.action = StationAction::OfficeDenied, .detail = {}, .actor = "office"});
    }
    emit changed();
}

void ReportDesk::forgetPin()
{
    m_signError.reset();
    emit changed();
}

QString ReportDesk::pinProblem() const
{
    if (!m_signError) {
        return {};
    }
    if (m_signError->code == ErrorCode::BadInput) {
        return tr("Not signed: the figures or the clock have changed. Look at the report again.");
    }
    return m_signError->code == ErrorCode::Denied ? uiwords::ofPin(*m_signError) : tr("Not signed: %1").arg(uiwords::of(*m_signError));
}

// ---- files -----------------------------------------------------------------------------------------------

void ReportDesk::writeAs(const QString &format)
{
    if (isWriting() || !m_preview) {
        return;
    }
    m_file = File::Writing;
    const auto *made = newest();
    const auto version = made ? QStringLiteral("v%1").arg(made->entry.version) : QStringLiteral("draft");
    m_path = QDir(m_folder).filePath(QStringLiteral("report-%1-%2.%3").arg(day(), version, format));
    emit changed();
    m_backOffice.run(
        [report = shown(), asSigned = made ? std::optional(*made) : std::nullopt, document = document(), path = m_path, format,
         folder = m_folder, language = m_language, write = m_write, &upkeep = m_upkeep]() mutable -> Result<void> {
            if (!QDir().mkpath(folder)) {
                return Error{ErrorCode::Storage, "cannot make the export folder"};
            }
            const auto state = upkeep.state();
            const auto *entry = asSigned ? &*asSigned : nullptr;
            putHead(document, entry, state ? state->head : std::nullopt);
            return write(path.toStdString(), format.toStdString(), report, entry, document, language);
        },
        [self = QPointer(this)](const Result<void> &result) {
            if (!self) {
                return;
            }
            self->m_file = result ? File::Written : File::Failed;
            if (result) {
                const auto file = self->m_path.section(QLatin1Char('/'), -1).toStdString();
                self->m_post(RecordStation{.action = StationAction::Exported, .detail = file, .actor = "office"});
            } else {
                self->m_fileError = result.error();
            }
            emit self->changed();
        });
}

QString ReportDesk::message() const
{
    switch (m_file) {
    case File::None:
        return {};
    case File::Writing:
        return tr("Writing…");
    case File::Written:
        return tr("Written");
    case File::Failed:
        return tr("Not written: %1").arg(uiwords::of(m_fileError));
    }
    return {};
}

} // namespace menshen
