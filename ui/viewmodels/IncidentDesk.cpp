// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/IncidentDesk.h"

#include "ui/viewmodels/AlertWords.h"

#include <QPointer>

#include <algorithm>

namespace menshen {

namespace {

constexpr int kPage = 50;

QString qs(const std::string &text) { return QString::fromStdString(text); }

/// Changes with whatever is done to an open incident, also with what becomes of telling people.
std::string stampOf(const Snapshot &snapshot)
{
    std::string stamp;
    for (const Alert &alert : snapshot.alerts) {
        stamp += std::to_string(alert.id.value) + '@' + std::to_string(alert.lastAt.time_since_epoch().count()) + ' ';
    }
    for (const EscalationView &view : *snapshot.escalations) {
        stamp += view.notes.empty() ? "-" : std::to_string(view.notes.back().at.time_since_epoch().count()) + ' ';
    }
    return stamp;
}

} // namespace

IncidentDesk::IncidentDesk(const UiParts &parts, BackOffice &backOffice, DisclosureDesk &disclosure, QObject *parent)
    : QObject(parent), m_post(parts.post), m_openReader(parts.openReader), m_backOffice(backOffice), m_plan(parts.config.plan),
      m_offset(parts.config.offset), m_language(parts.config.language), m_snapshot(std::make_shared<const Snapshot>()), m_limit(kPage),
      m_present(parts, backOffice, disclosure), m_rows({"seq", "when", "who", "why", "standing", "sign", "here"}),
      m_story({"seq", "sign", "title", "who", "when", "body", "reason", "place", "canPutBack"})
{
}

void IncidentDesk::show(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    m_present.setNow(snapshot->door.wall);
    if (!m_here) {
        return;
    }
    if (!m_loading && stampOf(*snapshot) != m_stamp) {
        read(m_limit);
    }
    emit changed();
}

void IncidentDesk::setLanguage(Language language)
{
    m_language = language;
    m_present.setLanguage(language);
    showRows();
    showStory();
    emit changed();
}

void IncidentDesk::enter()
{
    m_here = true;
    read(m_limit);
}

void IncidentDesk::leave()
{
    m_here = false;
    m_present.forget();
}

void IncidentDesk::forget()
{
    leave();
    ++m_query;
    m_incidents.clear();
    m_loaded = m_loading = m_more = false;
    m_limit = kPage;
    m_actError.reset();
    choose(0);
}

void IncidentDesk::reload() { read(m_limit); }

void IncidentDesk::showMore() { read(m_limit + kPage); }

void IncidentDesk::read(int limit)
{
    m_loading = true;
    m_stamp = stampOf(*m_snapshot);
    emit changed();
    m_backOffice.run(
        [open = m_openReader, limit]() -> Result<std::vector<std::vector<StoryStep>>> {
            auto reader = open();
            return reader ? (*reader)->alerts({}, limit + 1) : Result<std::vector<std::vector<StoryStep>>>(reader.error());
        },
        [self = QPointer(this), query = ++m_query, limit](Result<std::vector<std::vector<StoryStep>>> stories) {
            if (self && query == self->m_query) {
                self->answered(std::move(stories), limit);
            }
        });
}

void IncidentDesk::answered(Result<std::vector<std::vector<StoryStep>>> stories, int limit)
{
    m_loading = false;
    m_error = stories ? std::nullopt : std::optional(stories.error());
    if (stories) {
        m_loaded = true;
        m_limit = limit;
        m_more = std::cmp_greater(stories->size(), limit);
        m_incidents.clear();
        for (std::vector<StoryStep> &story : *stories) {
            auto alert = alertOf(story, m_plan);
            if (alert && std::cmp_less(m_incidents.size(), limit)) {
                m_incidents.push_back({std::move(*alert), std::move(story)});
            }
        }
    }
    m_present.setAlert(chosen() ? std::optional(chosen()->alert) : std::nullopt);
    showRows();
    showStory();
    emit changed();
}

const IncidentDesk::Incident *IncidentDesk::chosen() const
{
    const auto found = std::ranges::find_if(m_incidents, [&](const Incident &incident) { return incident.alert.id == m_chosen; });
    return found == m_incidents.end() ? nullptr : &*found;
}

void IncidentDesk::choose(double seq)
{
    m_chosen = EntrySeq{static_cast<std::int64_t>(seq)};
    m_actError.reset();
    m_present.setAlert(chosen() ? std::optional(chosen()->alert) : std::nullopt);
    showRows();
    showStory();
    emit changed();
}

void IncidentDesk::unchoose() { choose(0); }

std::function<void(const Result<Receipt> &)> IncidentDesk::answer(bool ofReport)
{
    return m_backOffice.answer<Result<Receipt>>([self = QPointer(this), ofReport](const Result<Receipt> &result) {
        if (self) {
            self->m_ofReport = ofReport;
            self->m_actError = result ? std::nullopt : std::optional(result.error());
            if (result && self->m_here) {
                self->read(self->m_limit);
            }
            emit self->changed();
        }
    });
}

void IncidentDesk::close()
{
    if (mayCloseIt()) {
        m_post(ActOnAlert{
            .action = {.alert = m_chosen, .action = AlertAction::Closed, .step = {}, .reason = {}}, .actor = "office", .done = answer()});
    }
}

void IncidentDesk::report(int sign, const QString &name, const QString &note)
{
    m_post(ReportCase{.origin = AlertOrigin::Office,
                      .sign = static_cast<CaseSign>(sign),
                      .name = name.trimmed().toStdString(),
                      .note = note.trimmed().toStdString(),
                      .actor = "office",
                      .done = answer(true)});
}

QString IncidentDesk::problem() const { return m_error ? tr("The incidents cannot be read: %1").arg(uiwords::of(*m_error)) : QString(); }

QString IncidentDesk::room() const { return uiwords::roomOf(m_snapshot->alerts, m_plan, m_offset); }

QString IncidentDesk::title() const
{
    const Incident *incident = chosen();
    return incident ? tr("Incident %1 · %2").arg(incident->alert.id.value).arg(uiwords::whoOf(incident->alert)) : QString();
}

QString IncidentDesk::standing() const { return chosen() ? uiwords::standingOf(chosen()->alert).title : QString(); }

SignIcon::Kind IncidentDesk::sign() const { return chosen() ? uiwords::standingOf(chosen()->alert).sign : SignIcon::None; }

bool IncidentDesk::isOpenStill() const { return chosen() && !chosen()->alert.ended; }

bool IncidentDesk::mayCloseIt() const { return chosen() && menshen::mayClose(chosen()->alert); }

QString IncidentDesk::left() const
{
    if (!isOpenStill()) {
        return {};
    }
    const Alert &alert = chosen()->alert;
    QStringList lines;
    if (!alert.acknowledgedAt && !alert.handedOver) {
        lines.append(tr("It has to be acknowledged."));
    }
    for (const AlertStepState &state : alert.steps) {
        if (state.step.required && !state.doneAt) {
            lines.append(uiwords::text(state.step.text, m_language));
        }
    }
    return lines.isEmpty() ? QString() : tr("To be done before it can be closed:") + QLatin1Char('\n') + lines.join(QLatin1Char('\n'));
}

QString IncidentDesk::actProblem() const
{
    if (!m_actError) {
        return {};
    }
    return m_ofReport ? uiwords::ofLateReport(*m_actError) : tr("Not recorded: %1").arg(uiwords::of(*m_actError));
}

QStringList IncidentDesk::signWords() const { return uiwords::caseSigns(); }

void IncidentDesk::showRows()
{
    QList<QVariantList> rows;
    for (const Incident &incident : m_incidents) {
        const Alert &alert = incident.alert;
        const auto standing = uiwords::standingOf(alert);
        rows.append({static_cast<double>(alert.id.value), uiwords::dayAndClock(alert.since, m_offset), uiwords::whoOf(alert),
                     uiwords::whyOf(alert, m_plan, m_language), standing.title, static_cast<int>(standing.sign), alert.id == m_chosen});
    }
    m_rows.show(rows);
}

void IncidentDesk::showStory()
{
    QList<QVariantList> rows;
    const Incident *incident = chosen();
    const std::vector<StoryStep> story = incident ? incident->story : std::vector<StoryStep>();
    WallTime before = story.empty() ? WallTime{} : story.front().at;
    for (const StoryStep &step : story) {
        const uiwords::EntryText words = uiwords::ofEntry(step.entry, m_plan, m_language);
        const QString when = uiwords::dayAndClock(step.at, m_offset);
        const Micros passed = std::max(Micros{0}, step.at - before);
        before = step.at;
        rows.append({static_cast<qint64>(step.seq.value), static_cast<int>(words.sign), words.title, uiwords::ofActor(step.actor),
                     rows.isEmpty() ? when : tr("%1 · after %2").arg(when, uiwords::elapsed(passed)), words.body,
                     words.reason.isEmpty() ? QString() : tr("\"%1\"").arg(words.reason),
                     tr("Entry %1 · %2").arg(step.seq.value).arg(qs(shortForm(step.hash))), false});
    }
    m_story.show(rows);
}

} // namespace menshen
