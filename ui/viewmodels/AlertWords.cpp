// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/AlertWords.h"

#include "ui/viewmodels/UiWords.h"
#include <QCoreApplication>

#include <algorithm>

namespace menshen::uiwords {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString qs(const std::string &text) { return QString::fromStdString(text); }

QString levelName(const EscalationEntry &entry, const EscalationView &view, Language language)
{
    const bool ladder = entry.line == 0;
    const auto &names = ladder ? view.levels : view.beside;
    const auto index = static_cast<std::size_t>(std::max(0, ladder ? entry.level : entry.line - 1));
    return index < names.size() ? text(names[index], language) : QString::number(entry.level + 1);
}

} // namespace

QString of(CaseSign sign)
{
    switch (sign) {
    case CaseSign::Fever:
        return Words::tr("Reported: a fever");
    case CaseSign::Symptoms:
        return Words::tr("Reported: a cough or other symptoms");
    case CaseSign::FellIll:
        return Words::tr("Reported: fell ill in the hall");
    case CaseSign::Contact:
        return Words::tr("Reported: has met a case");
    case CaseSign::Other:
        return Words::tr("Reported: something else");
    }
    return {};
}

QStringList caseSigns()
{
    return {Words::tr("A fever, measured elsewhere"), Words::tr("A cough or other symptoms"), Words::tr("Somebody fell ill in the hall"),
            Words::tr("Somebody has met a case"), Words::tr("Something else")};
}

QStringList placesOfReadings() { return {Words::tr("Armpit"), Words::tr("Ear"), Words::tr("Mouth"), Words::tr("Forehead, infrared")}; }

QStringList clinicalPlaces()
{
    QStringList places;
    const QStringList all = placesOfReadings();
    for (int where = 0; where < all.size(); ++where) {
        if (isClinical(static_cast<TakenAt>(where))) {
            places.append(all.at(where));
        }
    }
    return places;
}

QString whoOf(const Alert &alert) { return alert.who.empty() ? Words::tr("Person unknown") : qs(alert.who); }

QString whyOf(const Alert &alert, const Plan &plan, Language language)
{
    QStringList why;
    if (alert.sign) {
        why.append(of(*alert.sign));
    }
    if (!alert.reasons.empty()) {
        why.append(of(alert.reasons, plan, language));
    }
    return why.join(QStringLiteral(" · "));
}

QString of(const HandOver &handOver, UtcOffset offset)
{
    const QString when = clock(handOver.when, offset).left(5);
    return handOver.vehicle.empty() ? Words::tr("Handed over to %1 at %2").arg(qs(handOver.to), when)
                                    : Words::tr("Handed over to %1 at %2, %3").arg(qs(handOver.to), when, qs(handOver.vehicle));
}

QString doneText(const AlertStepState &state, UtcOffset offset)
{
    if (!state.doneAt) {
        return {};
    }
    const QString done = Words::tr("%1 · %2 · after %3").arg(clock(*state.doneAt, offset), ofActor(state.doneBy), elapsed(state.sinceLast));
    return state.skipped ? Words::tr("Skipped: \"%1\" · %2").arg(qs(state.reason), done) : done;
}

QString numberOfStep(const Alert &alert, const std::string &id)
{
    const auto step = std::ranges::find_if(alert.steps, [&](const AlertStepState &state) { return state.step.id == id; });
    return Words::tr("step %1").arg(step - alert.steps.begin() + 1);
}

EntryText standingOf(const Alert &alert)
{
    if (alert.ended) {
        return alert.ended->action == AlertAction::FalseAlarm ? EntryText{Words::tr("False alarm"), {}, {}, SignIcon::Pass}
                                                              : EntryText{Words::tr("Closed"), {}, {}, SignIcon::Pass};
    }
    if (alert.handedOver) {
        return {Words::tr("Handed over, steps left"), {}, {}, SignIcon::Attention};
    }
    return alert.acknowledgedAt ? EntryText{Words::tr("Acknowledged"), {}, {}, SignIcon::Attention}
                                : EntryText{Words::tr("Nobody has acknowledged"), {}, {}, SignIcon::Refuse};
}

QString roomOf(const std::vector<Alert> &open, const Plan &plan, UtcOffset offset)
{
    const int places = plan.incident.isolationPlaces;
    if (places == 0) {
        return {};
    }
    const auto stays = isolationRoom(open);
    if (stays.empty()) {
        return Words::tr("Isolation room: free");
    }
    QStringList lines{Words::tr("Isolation room: %1 of %2 taken").arg(stays.size()).arg(places)};
    for (const IsolationStay &stay : stays) {
        const QString who = stay.who.empty() ? Words::tr("Person unknown") : qs(stay.who);
        const QString line = stay.left ? Words::tr("%1 (alert %2) has left; not disinfected yet") : Words::tr("%1 (alert %2) since %3");
        lines.append(stay.left ? line.arg(who).arg(stay.alert.value)
                               : line.arg(who).arg(stay.alert.value).arg(clock(stay.since, offset).left(5)));
    }
    return lines.join(QLatin1Char('\n'));
}

QString ofLateReport(const Error &error)
{
    return Words::tr("Not recorded yet: %1. The alert is raised as soon as the ledger takes entries again.").arg(of(error));
}

QString ofEnding(AlertAction how)
{
    return how == AlertAction::HandedOver ? Words::tr("that it was handed over") : Words::tr("that it is over");
}

EntryText toldText(const EscalationEntry &entry, const EscalationView &view, Language language)
{
    QString by = Words::tr("%1 · %2").arg(levelName(entry, view, language), qs(entry.courier));
    if (entry.ending) {
        by = Words::tr("%1 · %2").arg(by, ofEnding(entry.ending->how));
    }
    const QString detail = qs(entry.detail);
    switch (entry.step) {
    case EscalationStep::Planned:
        return {Words::tr("Sending"), by, {}, SignIcon::Measuring};
    case EscalationStep::Delivered:
        return {Words::tr("Sent"), by, {}, SignIcon::Pass};
    case EscalationStep::Failed:
        return {Words::tr("Failed"), detail.isEmpty() ? by : Words::tr("%1: %2").arg(by, detail), {}, SignIcon::Refuse};
    case EscalationStep::Silenced:
        return {Words::tr("Silenced"), detail, {}, SignIcon::Attention};
    case EscalationStep::Hidden:
        return {Words::tr("Kept back by the silence"), levelName(entry, view, language), {}, SignIcon::Attention};
    case EscalationStep::AcknowledgementExpired:
        return {Words::tr("Acknowledgement expired"), Words::tr("people are told again"), {}, SignIcon::Attention};
    case EscalationStep::Seen:
        return {Words::tr("Seen"), levelName(entry, view, language), {}, SignIcon::Person};
    case EscalationStep::Withdrawn:
        return {Words::tr("Not sent any more"), by, {}, SignIcon::Attention};
    }
    return {};
}

} // namespace menshen::uiwords
