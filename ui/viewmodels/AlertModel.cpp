// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/AlertModel.h"

#include "ui/viewmodels/AlertWords.h"
#include "ui/viewmodels/EntryWords.h"

#include <QPointer>
#include <QTime>

#include <algorithm>

namespace menshen {

namespace {

constexpr std::size_t kOthersShown = 6;
constexpr int kToldShown = 12;

} // namespace

AlertModel::AlertModel(const StationConfig &config, std::function<void(StationCommand)> post, PinDesk &pins, BackOffice &backOffice,
                       QObject *parent)
    : QObject(parent), m_plan(config.plan), m_offset(config.offset), m_language(config.language), m_post(std::move(post)), m_pins(pins),
      m_backOffice(backOffice), m_snapshot(std::make_shared<const Snapshot>()), m_others({"number", "label", "here", "live"}),
      m_steps({"stepId", "text", "done", "skipped", "doneText", "number", "waits", "handsOver"}), m_told({"sign", "title", "text", "when"})
{
}

const Alert *AlertModel::current() const
{
    const auto found = std::ranges::find(m_snapshot->alerts, m_current, &Alert::id);
    return found == m_snapshot->alerts.end() ? nullptr : &*found;
}

const EscalationView *AlertModel::escalation() const
{
    const auto &views = *m_snapshot->escalations;
    const auto found = std::ranges::find(views, m_current, &EscalationView::alert);
    return found == views.end() ? nullptr : &*found;
}

bool AlertModel::mayBeSmall(const Alert &alert) const { return alert.handedOver || (alert.acknowledgedAt && m_plan.incident.doorGoesOn); }

void AlertModel::show(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    const auto isGone = [&](EntrySeq id) {
        const auto found = std::ranges::find(m_snapshot->alerts, id, &Alert::id);
        return found == m_snapshot->alerts.end();
    };
    std::erase_if(m_seen, isGone);
    std::erase_if(m_small, isGone);
    for (const Alert &alert : m_snapshot->alerts) {
        if (!mayBeSmall(alert)) {
            m_small.erase(alert.id); // its acknowledgement has expired
        }
        if (m_seen.insert(alert.id).second && alert.handedOver) {
            m_small.insert(alert.id); // from before a restart: nobody waits for it at the door
        }
    }
    chooseCurrent();
    showRows();
}

/// The one that was in full stays, unless it is gone or small and another one has to be seen.
void AlertModel::chooseCurrent()
{
    const EntrySeq before = m_current;
    const auto &alerts = m_snapshot->alerts;
    const auto isLarge = [&](const Alert &alert) { return !m_small.contains(alert.id); };
    if (!current() || !isLarge(*current())) {
        auto next = std::ranges::find_if(alerts, isLarge);
        if (next == alerts.end() && !current()) {
            next = alerts.begin();
        }
        if (next != alerts.end()) {
            m_current = next->id;
        }
    }
    if (m_current != before) {
        m_pinError.reset();
        m_problem.reset();
    }
}

void AlertModel::showRows()
{
    showOthers();
    showSteps();
    showTold();
    emit changed();
}

void AlertModel::setLanguage(Language language)
{
    m_language = language;
    showRows();
}

void AlertModel::setMinimised(bool minimised)
{
    if (!minimised) {
        m_small.erase(m_current);
    } else if (mayMinimise()) {
        m_small.insert(m_current);
        chooseCurrent();
    }
    showRows();
}

void AlertModel::choose(double number)
{
    m_current = EntrySeq{static_cast<std::int64_t>(number)};
    m_small.erase(m_current);
    m_pinError.reset();
    m_problem.reset();
    chooseCurrent();
    showRows();
}

// ---- what is done ----------------------------------------------------------------------------------------

std::function<void(const Result<Receipt> &)> AlertModel::answer(bool ofReport)
{
    return m_backOffice.answer<Result<Receipt>>([self = QPointer(this), ofReport](const Result<Receipt> &result) {
        if (self) {
            self->m_ofReport = ofReport;
            self->m_problem = result ? std::nullopt : std::optional(result.error());
            emit self->changed();
        }
    });
}

void AlertModel::act(AlertActionEntry action, const char *actor)
{
    if (current()) {
        action.alert = current()->id;
        m_post(ActOnAlert{.action = std::move(action), .actor = actor, .done = answer()});
    }
}

void AlertModel::confirmStep(const QString &step)
{
    act({.alert = {}, .action = AlertAction::StepDone, .step = step.toStdString(), .reason = {}}, "guard");
}

void AlertModel::skipStep(const QString &step, const QString &reason)
{
    if (!reason.trimmed().isEmpty()) {
        act({.alert = {}, .action = AlertAction::StepSkipped, .step = step.toStdString(), .reason = reason.trimmed().toStdString()},
            "guard");
    }
}

void AlertModel::acknowledge(const QString &pin)
{
    if (!current() || m_busy || isAcknowledged()) {
        return;
    }
    m_busy = true;
    m_pinError.reset();
    emit changed();
    m_pins.verify(pin.toStdString(), [self = QPointer(this), asked = m_current](const Result<void> &result) {
        if (!self) {
            return;
        }
        self->m_busy = false;
        if (!result) {
            self->m_pinError = result.error();
        } else if (asked == self->m_current) { // not of another one that has come up meanwhile
            self->act({.alert = {}, .action = AlertAction::Acknowledged, .step = {}, .reason = {}}, "office");
        }
        emit self->changed();
    });
}

std::optional<WallTime> AlertModel::timeOf(const QString &text) const
{
    const QTime time = QTime::fromString(text.trimmed(), QStringLiteral("H:mm"));
    if (!time.isValid()) {
        return std::nullopt;
    }
    const WallTime now = m_snapshot->door.wall;
    WallTime at = startOfDay(hallDayOf(now, m_offset), m_offset) + std::chrono::hours(time.hour()) + std::chrono::minutes(time.minute());
    if (at > now) {
        at -= std::chrono::days(1); // shortly after midnight
    }
    return at;
}

bool AlertModel::handOver(const QString &toWhom, const QString &vehicle, const QString &time)
{
    const auto at = timeOf(time);
    if (!isAcknowledged() || toWhom.trimmed().isEmpty() || !at) {
        return false;
    }
    act({.alert = {},
         .action = AlertAction::HandedOver,
         .step = {},
         .reason = toWhom.trimmed().toStdString(),
         .vehicle = vehicle.trimmed().toStdString(),
         .when = at},
        "office");
    return true;
}

bool AlertModel::falseAlarm(const QString &reason, const QString &checkedBy, const QString &degrees, int where)
{
    if (!current()) {
        return false;
    }
    AlertActionEntry action{.alert = current()->id,
                            .action = AlertAction::FalseAlarm,
                            .step = {},
                            .reason = reason.trimmed().toStdString(),
                            .checkedBy = checkedBy.trimmed().toStdString()};
    if (!degrees.isEmpty()) {
        bool isNumber = false;
        const double value = QString(degrees).replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&isNumber);
        if (!isNumber) {
            return false;
        }
        action.second = SecondReading{Celsius{value}, static_cast<TakenAt>(where)};
    }
    if (!alertActionProblem(m_snapshot->alerts, action, m_plan).empty()) {
        return false;
    }
    act(std::move(action), "office");
    return true;
}

void AlertModel::close() { act({.alert = {}, .action = AlertAction::Closed, .step = {}, .reason = {}}, "office"); }

void AlertModel::silence(const QString &reason)
{
    if (maySilence()) {
        m_post(SilenceAlert{.alert = m_current, .lasts = 15min, .reason = reason.toStdString(), .actor = "guard"});
    }
}

void AlertModel::report(int sign, const QString &name)
{
    m_post(ReportCase{.origin = AlertOrigin::Guard,
                      .sign = static_cast<CaseSign>(sign),
                      .name = name.trimmed().toStdString(),
                      .note = {},
                      .actor = "guard",
                      .done = answer(true)});
}

void AlertModel::forgetProblem()
{
    m_problem.reset();
    emit changed();
}

QString AlertModel::nowText() const { return uiwords::clock(m_snapshot->door.wall, m_offset).left(5); }

// ---- what is shown ---------------------------------------------------------------------------------------

QString AlertModel::who() const { return current() ? uiwords::whoOf(*current()) : QString(); }
QString AlertModel::why() const { return current() ? uiwords::whyOf(*current(), m_plan, m_language) : QString(); }
QString AlertModel::since() const { return current() ? uiwords::clock(current()->since, m_offset) : QString(); }
QString AlertModel::elapsed() const { return current() ? uiwords::elapsed(m_snapshot->door.wall - current()->since) : QString(); }
QString AlertModel::calm() const { return uiwords::text(m_plan.incident.calm, m_language); }

QString AlertModel::acknowledgedText() const
{
    if (!current() || !current()->acknowledgedAt) {
        return {};
    }
    return tr("Acknowledged at %1").arg(uiwords::clock(*current()->acknowledgedAt, m_offset));
}

QString AlertModel::handedOverText() const { return isHandedOver() ? uiwords::of(*current()->handedOver, m_offset) : QString(); }

QString AlertModel::leftText() const
{
    const auto left = current() ? stepsLeft(*current()) : std::vector<std::string>();
    return left.empty() ? QString() : tr("%n step(s) left", nullptr, static_cast<int>(left.size()));
}

QString AlertModel::room() const { return uiwords::roomOf(m_snapshot->alerts, m_plan, m_offset); }

bool AlertModel::isRoomFull() const
{
    const auto stays = isolationRoom(m_snapshot->alerts);
    const bool inside = std::ranges::find(stays, m_current, &IsolationStay::alert) != stays.end();
    return m_plan.incident.isolationPlaces > 0 && !inside && std::cmp_greater_equal(stays.size(), m_plan.incident.isolationPlaces);
}

QString AlertModel::turnText() const
{
    const EscalationView *view = escalation();
    if (!view || view->levels.empty()) {
        return tr("Nobody is set up to be told: only this screen tells of it.");
    }
    if (view->over) {
        return tr("Handed over: nobody is told any more.");
    }
    return tr("Being told: %1").arg(uiwords::text(view->level, m_language));
}

QString AlertModel::nextText() const
{
    const EscalationView *view = escalation();
    if (!view || view->over || !view->next) {
        return {};
    }
    const WallTime now = m_snapshot->door.wall;
    if (view->silentUntil && *view->silentUntil > now) {
        return tr("Silent until %1").arg(uiwords::clock(*view->silentUntil, m_offset));
    }
    const QString left = uiwords::elapsed(std::max(Micros{0}, *view->next - now));
    return current() && current()->acknowledgedAt ? tr("Told again in %1 unless it is handed over").arg(left)
                                                  : tr("Next level in %1").arg(left);
}

bool AlertModel::maySilence() const
{
    const EscalationView *view = escalation();
    return view && !view->over && !view->levels.empty() && !(view->silentUntil && *view->silentUntil > m_snapshot->door.wall);
}

QString AlertModel::pinProblem() const { return m_pinError ? uiwords::ofPin(*m_pinError) : QString(); }

QString AlertModel::problem() const
{
    if (!m_problem) {
        return {};
    }
    if (m_ofReport) {
        return uiwords::ofLateReport(*m_problem);
    }
    return m_problem->code == ErrorCode::BadInput ? tr("Not recorded: that is not possible now.")
                                                  : tr("Not recorded: %1").arg(uiwords::of(*m_problem));
}

QStringList AlertModel::signWords() const { return uiwords::caseSigns(); }
QStringList AlertModel::takenWords() const { return uiwords::clinicalPlaces(); }

void AlertModel::showOthers()
{
    QList<QVariantList> rows;
    const auto &alerts = m_snapshot->alerts;
    for (std::size_t i = 0; alerts.size() > 1 && i < alerts.size() && i < kOthersShown; ++i) {
        const Alert &alert = alerts[i];
        rows.append({static_cast<double>(alert.id.value),
                     tr("%1 · %2").arg(uiwords::whoOf(alert), uiwords::elapsed(m_snapshot->door.wall - alert.since)), alert.id == m_current,
                     !alert.handedOver});
    }
    m_others.show(rows);
}

void AlertModel::showSteps()
{
    QList<QVariantList> rows;
    if (const Alert *alert = current()) {
        for (const AlertStepState &state : alert->steps) {
            QStringList waits;
            for (const std::string &id : state.doneAt ? std::vector<std::string>() : waitsFor(*alert, state)) {
                waits.append(uiwords::numberOfStep(*alert, id));
            }
            rows.append({QString::fromStdString(state.step.id), uiwords::text(state.step.text, m_language), state.doneAt.has_value(),
                         state.skipped, uiwords::doneText(state, m_offset), static_cast<int>(rows.size()) + 1,
                         waits.isEmpty() ? QString() : tr("after %1").arg(waits.join(QStringLiteral(", "))),
                         state.step.kind == StepKind::HandOver});
        }
    }
    m_steps.show(rows);
}

void AlertModel::showTold()
{
    QList<QVariantList> rows;
    const EscalationView *view = escalation();
    const auto &notes = view ? view->notes : std::vector<EscalationNote>();
    std::set<std::tuple<int, std::optional<AlertAction>, int>> answered; // attempts whose outcome is known, by their line or ending
    for (auto note = notes.rbegin(); note != notes.rend() && rows.size() < kToldShown; ++note) {
        const auto &ending = note->entry.ending;
        const auto attempt =
            std::tuple(ending ? ending->who : note->entry.line, ending ? std::optional(ending->how) : std::nullopt, note->entry.attempt);
        if (note->entry.step == EscalationStep::Planned && answered.contains(attempt)) {
            continue;
        }
        if (note->entry.step == EscalationStep::Delivered || note->entry.step == EscalationStep::Failed ||
            note->entry.step == EscalationStep::Withdrawn) {
            answered.insert(attempt);
        }
        const uiwords::EntryText words = uiwords::toldText(note->entry, *view, m_language);
        rows.append({static_cast<int>(words.sign), words.title, words.body, uiwords::clock(note->at, m_offset)});
    }
    m_told.show(rows);
}

} // namespace menshen
