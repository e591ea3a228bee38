// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/AlertModel.h"

#include "ui/viewmodels/UiWords.h"

#include <QPointer>

namespace menshen {

AlertModel::AlertModel(const StationConfig &config, std::function<void(StationCommand)> post, PinDesk &pins, QObject *parent)
    : QObject(parent), m_plan(config.plan), m_offset(config.offset), m_language(config.language), m_post(std::move(post)), m_pins(pins),
      m_snapshot(std::make_shared<const Snapshot>()), m_steps({"stepId", "text", "done", "doneText", "number"})
{
}

void AlertModel::show(const SnapshotPtr &snapshot)
{
    const EntrySeq before = current() ? current()->id : EntrySeq{};
    m_snapshot = snapshot;
    if (current() && current()->id != before) { // another alert: it must be seen
        m_minimised = false;
        m_pinError.reset();
    }
    showSteps();
    emit changed();
}

void AlertModel::setLanguage(Language language)
{
    m_language = language;
    showSteps();
    emit changed();
}

void AlertModel::setMinimised(bool minimised)
{
    m_minimised = minimised;
    emit changed();
}

void AlertModel::act(AlertAction action, const QString &step, const QString &reason, const char *actor)
{
    if (current()) {
        m_post(ActOnAlert{.action = {.alert = current()->id, .action = action, .step = step.toStdString(), .reason = reason.toStdString()},
                          .actor = actor});
    }
}

void AlertModel::confirmStep(const QString &step) { act(AlertAction::StepDone, step, {}, "guard"); }

void AlertModel::acknowledge(const QString &pin)
{
    if (!current() || m_busy || isAcknowledged()) {
        return;
    }
    m_busy = true;
    m_pinError.reset();
    emit changed();
    m_pins.verify(pin.toStdString(), [self = QPointer(this)](const Result<void> &result) {
        if (!self) {
            return;
        }
        self->m_busy = false;
        if (result) {
            self->act(AlertAction::Acknowledged, {}, {}, "office");
        } else {
            self->m_pinError = result.error();
        }
        emit self->changed();
    });
}

void AlertModel::handOver(const QString &toWhom)
{
    if (isAcknowledged() && !toWhom.trimmed().isEmpty()) {
        act(AlertAction::HandedOver, {}, toWhom.trimmed(), "office");
    }
}

void AlertModel::falseAlarm(const QString &reason)
{
    if (isAcknowledged() && !reason.trimmed().isEmpty()) {
        act(AlertAction::FalseAlarm, {}, reason.trimmed(), "office");
    }
}

QString AlertModel::who() const { return current() ? QString::fromStdString(current()->who) : QString(); }
QString AlertModel::why() const { return current() ? uiwords::of(current()->reasons, m_plan, m_language) : QString(); }
QString AlertModel::since() const { return current() ? uiwords::clock(current()->since, m_offset) : QString(); }
QString AlertModel::elapsed() const { return current() ? uiwords::elapsed(m_snapshot->door.wall - current()->since) : QString(); }
bool AlertModel::isAcknowledged() const { return current() && current()->acknowledgedAt; }

QString AlertModel::acknowledgedText() const
{
    if (!isAcknowledged()) {
        return {};
    }
    return tr("Acknowledged at %1").arg(uiwords::clock(*current()->acknowledgedAt, m_offset));
}

QString AlertModel::ofPinError() const { return uiwords::ofPin(*m_pinError); }

void AlertModel::showSteps()
{
    QList<QVariantList> rows;
    if (current()) {
        for (const AlertStepState &state : current()->steps) {
            const QString by = state.doneBy == "guard"    ? tr("guard")
                               : state.doneBy == "office" ? tr("office")
                                                          : QString::fromStdString(state.doneBy);
            rows.append({QString::fromStdString(state.step.id), uiwords::text(state.step.text, m_language), state.doneAt.has_value(),
                         state.doneAt ? tr("%1 · %2").arg(uiwords::clock(*state.doneAt, m_offset), by) : QString(),
                         static_cast<int>(rows.size()) + 1});
        }
    }
    m_steps.show(rows);
}

} // namespace menshen
