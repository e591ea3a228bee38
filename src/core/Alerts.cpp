// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Alerts.h"

#include <algorithm>

namespace menshen {

namespace {

auto findAlert(auto &open, EntrySeq id)
{
    return std::find_if(open.begin(), open.end(), [&](const Alert &alert) { return alert.id == id; });
}

bool isClosing(AlertAction action) { return action == AlertAction::HandedOver || action == AlertAction::FalseAlarm; }

} // namespace

std::vector<Alert> withRaised(std::vector<Alert> open, const AlertRaisedEntry &entry, const Receipt &receipt, const Plan &plan)
{
    Alert alert;
    alert.id = receipt.seq;
    alert.since = receipt.at;
    alert.who = entry.who;
    alert.reasons = entry.reasons;
    for (const AlertStep &step : plan.alertSteps) {
        alert.steps.push_back({step, std::nullopt, {}});
    }
    open.push_back(std::move(alert));
    return open;
}

std::vector<Alert> withAction(std::vector<Alert> open, const AlertActionEntry &entry, const Receipt &receipt, const std::string &actor)
{
    const auto alert = findAlert(open, entry.alert);
    if (alert == open.end()) {
        return open;
    }
    if (isClosing(entry.action)) {
        open.erase(alert);
        return open;
    }
    if (entry.action == AlertAction::Acknowledged) {
        alert->acknowledgedAt = receipt.at;
        alert->acknowledgedBy = actor;
        return open;
    }
    for (AlertStepState &step : alert->steps) {
        if (step.step.id == entry.step && !step.doneAt) {
            step.doneAt = receipt.at;
            step.doneBy = actor;
        }
    }
    return open;
}

std::vector<Alert> withTold(std::vector<Alert> open, const EscalationEntry &entry)
{
    const auto alert = findAlert(open, entry.alert);
    if (alert != open.end() && entry.step == EscalationStep::AcknowledgementExpired) {
        alert->acknowledgedAt.reset();
        alert->acknowledgedBy.clear();
    }
    return open;
}

std::string alertActionProblem(const std::vector<Alert> &open, const AlertActionEntry &entry)
{
    const auto alert = findAlert(open, entry.alert);
    if (alert == open.end()) {
        return "no open alert " + std::to_string(entry.alert.value);
    }
    switch (entry.action) {
    case AlertAction::Acknowledged:
        return alert->acknowledgedAt ? "already acknowledged" : "";
    case AlertAction::StepDone: {
        const bool known = std::any_of(alert->steps.begin(), alert->steps.end(),
                                       [&](const AlertStepState &step) { return step.step.id == entry.step && !step.doneAt; });
        return known ? "" : "no open step '" + entry.step + "'";
    }
    case AlertAction::HandedOver:
    case AlertAction::FalseAlarm:
        if (!alert->acknowledgedAt) {
            return "not acknowledged yet";
        }
        return entry.reason.empty() ? "a reason is needed" : "";
    }
    return "unknown action";
}

} // namespace menshen
