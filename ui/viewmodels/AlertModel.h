// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/Station.h"
#include "menshen/app/StationConfig.h"
#include "ui/viewmodels/PinDesk.h"
#include "ui/viewmodels/RowsModel.h"

namespace menshen {

/// The oldest open alert. It leaves the screen only when it is handed over or recorded as a false alarm; once
/// acknowledged it may be made small.
class AlertModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the shell makes it")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(bool minimised READ isMinimised WRITE setMinimised NOTIFY changed FINAL)
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    Q_PROPERTY(QString who READ who NOTIFY changed FINAL) ///< masked
    Q_PROPERTY(QString why READ why NOTIFY changed FINAL)
    Q_PROPERTY(QString since READ since NOTIFY changed FINAL)
    Q_PROPERTY(QString elapsed READ elapsed NOTIFY changed FINAL)
    Q_PROPERTY(bool acknowledged READ isAcknowledged NOTIFY changed FINAL)
    Q_PROPERTY(QString acknowledgedText READ acknowledgedText NOTIFY changed FINAL)
    Q_PROPERTY(menshen::RowsModel *steps READ steps CONSTANT FINAL)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL) ///< the PIN is being checked
    Q_PROPERTY(QString pinProblem READ pinProblem NOTIFY changed FINAL)
public:
    AlertModel(const StationConfig &config, std::function<void(StationCommand)> post, PinDesk &pins, QObject *parent = nullptr);

    void show(const SnapshotPtr &snapshot);
    void setLanguage(Language language);

    Q_INVOKABLE void confirmStep(const QString &step);
    Q_INVOKABLE void acknowledge(const QString &pin);
    Q_INVOKABLE void handOver(const QString &toWhom);
    Q_INVOKABLE void falseAlarm(const QString &reason);

    [[nodiscard]] bool isOpen() const { return !m_snapshot->alerts.empty(); }
    [[nodiscard]] bool isMinimised() const { return isOpen() && isAcknowledged() && m_minimised; }
    void setMinimised(bool minimised);
    [[nodiscard]] int count() const { return static_cast<int>(m_snapshot->alerts.size()); }
    [[nodiscard]] QString who() const;
    [[nodiscard]] QString why() const;
    [[nodiscard]] QString since() const;
    [[nodiscard]] QString elapsed() const;
    [[nodiscard]] bool isAcknowledged() const;
    [[nodiscard]] QString acknowledgedText() const;
    [[nodiscard]] RowsModel *steps() { return &m_steps; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString pinProblem() const { return m_pinError ? ofPinError() : QString(); }

signals:
    void changed();

private:
    [[nodiscard]] const Alert *current() const { return isOpen() ? &m_snapshot->alerts.front() : nullptr; }
    [[nodiscard]] QString ofPinError() const;
    void act(AlertAction action, const QString &step, const QString &reason, const char *actor);
    void showSteps();

    Plan m_plan;
    UtcOffset m_offset;
    Language m_language;
    std::function<void(StationCommand)> m_post;
    PinDesk &m_pins;
    SnapshotPtr m_snapshot;
    RowsModel m_steps;
    bool m_minimised = false;
    bool m_busy = false;
    std::optional<Error> m_pinError;
};

} // namespace menshen
