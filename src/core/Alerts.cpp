// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Alerts.h"

#include <algorithm>

namespace menshen {

namespace {

auto findAlert(auto &open, EntrySeq id)
{
    return std::find_if(open.begin(), open.end(), [&](const Alert &alert) { return alert.id == id; });
}

auto findStep(auto &steps, const std::string &id)
{
    return std::find_if(steps.begin(), steps.end(), [&](const AlertStepState &state) { return state.step.id == id; });
}

bool isDone(const AlertStepState &state) { return state.doneAt && !state.skipped; }

void settle(AlertStepState &state, bool skipped, const std::string &reason, WallTime at, WallTime lastAt, const std::string &actor)
{
    state.doneAt = at;
    state.doneBy = actor;
    state.skipped = skipped;
    state.reason = reason;
    state.sinceLast = std::max(Micros{0}, at - lastAt); // a clock that was set back
}

std::string joined(const std::vector<std::string> &ids)
{
    std::string all;
    for (const std::string &id : ids) {
        all += (all.empty() ? "" : ", ") + id;
    }
    return all;
}

std::string waitingProblem(const Alert &alert, const AlertStepState &state)
{
    const auto first = waitsFor(alert, state);
    return first.empty() ? "" : "'" + state.step.id + "' comes after " + joined(first);
}

std::string stepProblem(const Alert &alert, const AlertActionEntry &entry)
{
    const auto state = findStep(alert.steps, entry.step);
    if (state == alert.steps.end() || state->doneAt) {
        return "no open step '" + entry.step + "'";
    }
    if (entry.action == AlertAction::StepSkipped) {
        return entry.reason.empty() ? "a reason is needed" : "";
    }
    if (state->step.kind == StepKind::HandOver) {
        return "to whom is it handed over?";
    }
    return waitingProblem(alert, *state);
}

std::string handOverProblem(const Alert &alert, const AlertActionEntry &entry)
{
    if (!alert.acknowledgedAt) {
        return "not acknowledged yet";
    }
    if (entry.reason.empty()) {
        return "a reason is needed";
    }
    for (const AlertStepState &state : alert.steps) {
        if (state.step.kind == StepKind::HandOver && !state.doneAt) {
            if (auto problem = waitingProblem(alert, state); !problem.empty()) {
                return problem;
            }
        }
    }
    return {};
}

std::string falseAlarmProblem(const Alert &alert, const AlertActionEntry &entry, const TemperatureRules &rules)
{
    if (!alert.acknowledgedAt) {
        return "not acknowledged yet";
    }
    if (entry.reason.empty()) {
        return "a reason is needed";
    }
    if (!entry.second) {
        if (isAboutTemperature(alert)) {
            return "a second reading is needed";
        }
        return entry.checkedBy.empty() ? "who looked again?" : "";
    }
    const Celsius value = entry.second->value;
    if (!(value.degrees >= rules.contactMin.degrees && value.degrees <= rules.contactMax.degrees)) {
        return "no thermometer shows that";
    }
    if (!isClinical(entry.second->where)) {
        return "a second reading is taken in the armpit, the ear or the mouth";
    }
    return isFever(value, rules) ? "the second reading is a fever" : "";
}

/// The air-conditioning is turned on again when it was off, or is still to be shut down; otherwise there is nothing to turn on (Q8).
bool isRequired(const Alert &alert, const AlertStepState &state)
{
    bool canBeOff = false, isOff = false, willBeOff = false;
    for (const AlertStepState &other : alert.steps) {
        if (state.step.kind == StepKind::AirOn && other.step.kind == StepKind::AirOff) {
            canBeOff = true;
            isOff = isOff || isDone(other);
            willBeOff = willBeOff || (other.step.required && !other.doneAt);
        }
    }
    return canBeOff ? isOff || (willBeOff && state.step.required) : state.step.required;
}

std::string closingProblem(const Alert &alert)
{
    if (!alert.acknowledgedAt && !alert.handedOver) {
        return "not acknowledged yet";
    }
    const auto left = stepsLeft(alert);
    return left.empty() ? "" : "steps are left: " + joined(left);
}

} // namespace

Alert raisedAlert(const AlertRaisedEntry &entry, const Receipt &receipt, const Plan &plan)
{
    Alert alert;
    alert.id = receipt.seq;
    alert.since = alert.lastAt = receipt.at;
    alert.who = entry.who;
    alert.reasons = entry.reasons;
    alert.cause = entry.cause;
    alert.origin = entry.origin;
    alert.sign = entry.sign;
    alert.note = entry.note;
    for (const AlertStep &step : entry.steps.empty() ? plan.alertSteps : entry.steps) { // none: raised by an older version
        alert.steps.push_back({step, std::nullopt, {}});
    }
    return alert;
}

Alert after(Alert alert, const AlertActionEntry &entry, const Receipt &receipt, const std::string &actor)
{
    if (entry.alert != alert.id || alert.ended) {
        return alert;
    }
    switch (entry.action) {
    case AlertAction::Acknowledged:
        alert.acknowledgedAt = receipt.at;
        alert.acknowledgedBy = actor;
        break;
    case AlertAction::StepDone:
    case AlertAction::StepSkipped:
        if (const auto state = findStep(alert.steps, entry.step); state != alert.steps.end() && !state->doneAt) {
            settle(*state, entry.action == AlertAction::StepSkipped, entry.reason, receipt.at, alert.lastAt, actor);
        }
        break;
    case AlertAction::HandedOver:
        alert.handedOver = HandOver{entry.reason, entry.vehicle, entry.when.value_or(receipt.at), actor};
        for (AlertStepState &state : alert.steps) {
            if (state.step.kind == StepKind::HandOver && !isDone(state)) {
                settle(state, false, {}, receipt.at, alert.lastAt, actor);
            }
        }
        break;
    case AlertAction::PresentListed:
        alert.present = entry.present;
        break;
    case AlertAction::FalseAlarm:
    case AlertAction::Closed:
        break;
    }
    if (endsAlert(entry)) {
        alert.ended = entry;
        alert.endedAt = receipt.at;
    }
    alert.lastAt = receipt.at;
    return alert;
}

Alert after(Alert alert, const EscalationEntry &entry)
{
    if (entry.alert == alert.id && entry.step == EscalationStep::AcknowledgementExpired) {
        alert.acknowledgedAt.reset();
        alert.acknowledgedBy.clear();
    }
    return alert;
}

std::vector<Alert> withRaised(std::vector<Alert> open, const AlertRaisedEntry &entry, const Receipt &receipt, const Plan &plan)
{
    open.push_back(raisedAlert(entry, receipt, plan));
    return open;
}

std::vector<Alert> withAction(std::vector<Alert> open, const AlertActionEntry &entry, const Receipt &receipt, const std::string &actor)
{
    const auto alert = findAlert(open, entry.alert);
    if (alert == open.end()) {
        return open;
    }
    *alert = after(std::move(*alert), entry, receipt, actor);
    if (alert->ended) {
        open.erase(alert);
    }
    return open;
}

std::vector<Alert> withTold(std::vector<Alert> open, const EscalationEntry &entry)
{
    if (const auto alert = findAlert(open, entry.alert); alert != open.end()) {
        *alert = after(std::move(*alert), entry);
    }
    return open;
}

std::string alertActionProblem(const std::vector<Alert> &open, const AlertActionEntry &entry, const Plan &plan)
{
    const auto alert = findAlert(open, entry.alert);
    if (alert == open.end()) {
        return "no open alert " + std::to_string(entry.alert.value);
    }
    const bool tells =
        entry.action == AlertAction::Acknowledged || entry.action == AlertAction::HandedOver || entry.action == AlertAction::FalseAlarm;
    if (tells && alert->handedOver) {
        return "already handed over";
    }
    switch (entry.action) {
    case AlertAction::Acknowledged:
        return alert->acknowledgedAt ? "already acknowledged" : "";
    case AlertAction::StepDone:
    case AlertAction::StepSkipped:
        return stepProblem(*alert, entry);
    case AlertAction::HandedOver:
        return handOverProblem(*alert, entry);
    case AlertAction::FalseAlarm:
        return falseAlarmProblem(*alert, entry, plan.temperature);
    case AlertAction::PresentListed:
        return entry.present && entry.present->from <= entry.present->to && entry.present->count >= 0 ? "" : "no list";
    case AlertAction::Closed:
        return closingProblem(*alert);
    }
    return "unknown action";
}

bool endsAlert(const AlertActionEntry &entry)
{
    return entry.action == AlertAction::Closed || entry.action == AlertAction::FalseAlarm ||
           (entry.action == AlertAction::HandedOver && !entry.when);
}

std::vector<std::string> waitsFor(const Alert &alert, const AlertStepState &step)
{
    std::vector<std::string> found;
    for (const AlertStepState &other : alert.steps) {
        const bool named = std::ranges::find(step.step.after, other.step.id) != step.step.after.end();
        const bool air = step.step.kind == StepKind::AirOn && // (Q8)
                         (other.step.kind == StepKind::AirOff || other.step.kind == StepKind::Disinfection);
        if ((named || air) && !isDone(other)) {
            found.push_back(other.step.id);
        }
    }
    return found;
}

std::vector<std::string> stepsLeft(const Alert &alert)
{
    std::vector<std::string> left;
    for (const AlertStepState &state : alert.steps) {
        if (isRequired(alert, state) && !state.doneAt) {
            left.push_back(state.step.id);
        }
    }
    return left;
}

bool mayClose(const Alert &alert) { return !alert.ended && closingProblem(alert).empty(); }

bool isAboutTemperature(const Alert &alert)
{
    return alert.sign == CaseSign::Fever || std::ranges::any_of(alert.reasons, [](const Reason &reason) {
               return reason.code == ReasonCode::Fever || reason.code == ReasonCode::FeverUncertain;
           });
}

std::vector<IsolationStay> isolationRoom(const std::vector<Alert> &open)
{
    std::vector<IsolationStay> stays;
    for (const Alert &alert : open) {
        std::optional<WallTime> since;
        bool clean = true;
        for (const AlertStepState &state : alert.steps) {
            if (state.step.kind == StepKind::Isolation && isDone(state)) {
                since = state.doneAt;
            }
            clean = clean && (state.step.kind != StepKind::Disinfection || state.doneAt.has_value());
        }
        if (since && !(alert.handedOver && clean)) {
            stays.push_back({alert.id, alert.who, *since, alert.handedOver.has_value()});
        }
    }
    std::ranges::stable_sort(stays, {}, &IsolationStay::since);
    return stays;
}

PresentList presentWindow(WallTime since, WallTime now, const IncidentRules &rules)
{
    const WallTime from = since - rules.presentBefore;
    return {from, std::max(from, std::min(now, since + rules.presentAfter)), 0};
}

} // namespace menshen
