// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/Station.h"
#include "menshen/app/StationConfig.h"
#include "ui/viewmodels/BackOffice.h"
#include "ui/viewmodels/PinDesk.h"
#include "ui/viewmodels/RowsModel.h"

#include <set>

namespace menshen {

/// The open incidents, one of them in full. One that people are told about leaves the screen only when it has ended; once
/// acknowledged it may be made small if the plan lets the door go on, once handed over in any case.
class AlertModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the shell makes it")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(bool minimised READ isMinimised WRITE setMinimised NOTIFY changed FINAL)
    Q_PROPERTY(bool mayMinimise READ mayMinimise NOTIFY changed FINAL)
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    Q_PROPERTY(menshen::RowsModel *others READ others CONSTANT FINAL) ///< all open ones, when there is more than one
    Q_PROPERTY(double number READ number NOTIFY changed FINAL)        ///< of the one in full
    Q_PROPERTY(QString who READ who NOTIFY changed FINAL)             ///< masked
    Q_PROPERTY(QString why READ why NOTIFY changed FINAL)
    Q_PROPERTY(QString since READ since NOTIFY changed FINAL)
    Q_PROPERTY(QString elapsed READ elapsed NOTIFY changed FINAL)
    Q_PROPERTY(QString calm READ calm NOTIFY changed FINAL) ///< to be read out (S7)
    Q_PROPERTY(bool acknowledged READ isAcknowledged NOTIFY changed FINAL)
    Q_PROPERTY(QString acknowledgedText READ acknowledgedText NOTIFY changed FINAL)
    Q_PROPERTY(bool handedOver READ isHandedOver NOTIFY changed FINAL)
    Q_PROPERTY(QString handedOverText READ handedOverText NOTIFY changed FINAL)
    Q_PROPERTY(menshen::RowsModel *steps READ steps CONSTANT FINAL)
    Q_PROPERTY(bool mayClose READ mayCloseIt NOTIFY changed FINAL)
    Q_PROPERTY(QString leftText READ leftText NOTIFY changed FINAL) ///< how many steps are left; empty: none
    Q_PROPERTY(QString room READ room NOTIFY changed FINAL)         ///< the isolation room; empty: the plan has none
    Q_PROPERTY(bool roomFull READ isRoomFull NOTIFY changed FINAL)  ///< and this one is not in it
    Q_PROPERTY(bool needsTemperature READ needsTemperature NOTIFY changed FINAL)

    Q_PROPERTY(menshen::RowsModel *told READ told CONSTANT FINAL)   ///< what became of telling people, newest first
    Q_PROPERTY(QString turnText READ turnText NOTIFY changed FINAL) ///< whose turn it is
    Q_PROPERTY(QString nextText READ nextText NOTIFY changed FINAL) ///< what happens next, and when
    Q_PROPERTY(bool maySilence READ maySilence NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL) ///< the PIN is being checked
    Q_PROPERTY(QString pinProblem READ pinProblem NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)           ///< what was asked for last and is not recorded
    Q_PROPERTY(QStringList signWords READ signWords NOTIFY changed FINAL)   ///< by CaseSign
    Q_PROPERTY(QStringList takenWords READ takenWords NOTIFY changed FINAL) ///< by TakenAt; the clinical ones
public:
    AlertModel(const StationConfig &config, std::function<void(StationCommand)> post, PinDesk &pins, BackOffice &backOffice,
               QObject *parent = nullptr);

    void show(const SnapshotPtr &snapshot);
    void setLanguage(Language language);

    Q_INVOKABLE void choose(double number); ///< this one in full
    Q_INVOKABLE void confirmStep(const QString &step);
    Q_INVOKABLE void skipStep(const QString &step, const QString &reason);
    Q_INVOKABLE void acknowledge(const QString &pin);
    /// `time` as "14:05": at or before now. False: it cannot be read.
    Q_INVOKABLE bool handOver(const QString &toWhom, const QString &vehicle, const QString &time);
    /// `degrees` and `where` of the second reading, or who looked again. False: no reading, or one that is a fever itself.
    Q_INVOKABLE bool falseAlarm(const QString &reason, const QString &checkedBy, const QString &degrees, int where);
    Q_INVOKABLE void close();
    Q_INVOKABLE void silence(const QString &reason);
    Q_INVOKABLE void report(int sign, const QString &name); ///< the guard reports a case; no name: of nobody who is known
    Q_INVOKABLE void forgetProblem();
    [[nodiscard]] Q_INVOKABLE QString nowText() const; ///< "14:05"

    [[nodiscard]] bool isOpen() const { return !m_snapshot->alerts.empty(); }
    [[nodiscard]] bool isMinimised() const { return isOpen() && current() && m_small.contains(current()->id); }
    void setMinimised(bool minimised);
    [[nodiscard]] bool mayMinimise() const { return current() && mayBeSmall(*current()); }
    [[nodiscard]] int count() const { return static_cast<int>(m_snapshot->alerts.size()); }
    [[nodiscard]] RowsModel *others() { return &m_others; }
    [[nodiscard]] double number() const { return current() ? static_cast<double>(current()->id.value) : 0; }
    [[nodiscard]] QString who() const;
    [[nodiscard]] QString why() const;
    [[nodiscard]] QString since() const;
    [[nodiscard]] QString elapsed() const;
    [[nodiscard]] QString calm() const;
    [[nodiscard]] bool isAcknowledged() const { return current() && (current()->acknowledgedAt || current()->handedOver); }
    [[nodiscard]] QString acknowledgedText() const;
    [[nodiscard]] bool isHandedOver() const { return current() && current()->handedOver; }
    [[nodiscard]] QString handedOverText() const;
    [[nodiscard]] RowsModel *steps() { return &m_steps; }
    [[nodiscard]] bool mayCloseIt() const { return current() && menshen::mayClose(*current()); }
    [[nodiscard]] QString leftText() const;
    [[nodiscard]] QString room() const;
    [[nodiscard]] bool isRoomFull() const;
    [[nodiscard]] bool needsTemperature() const { return current() && isAboutTemperature(*current()); }
    [[nodiscard]] RowsModel *told() { return &m_told; }
    [[nodiscard]] QString turnText() const;
    [[nodiscard]] QString nextText() const;
    [[nodiscard]] bool maySilence() const;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString pinProblem() const;
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QStringList signWords() const;
    [[nodiscard]] QStringList takenWords() const;

signals:
    void changed();

private:
    [[nodiscard]] const Alert *current() const;
    [[nodiscard]] const EscalationView *escalation() const;
    [[nodiscard]] bool mayBeSmall(const Alert &alert) const;
    [[nodiscard]] std::optional<WallTime> timeOf(const QString &text) const;
    [[nodiscard]] std::function<void(const Result<Receipt> &)> answer(bool ofReport = false);
    void act(AlertActionEntry action, const char *actor);
    void chooseCurrent();
    void showRows();
    void showOthers();
    void showSteps();
    void showTold();

    Plan m_plan;
    UtcOffset m_offset;
    Language m_language;
    std::function<void(StationCommand)> m_post;
    PinDesk &m_pins;
    BackOffice &m_backOffice;
    SnapshotPtr m_snapshot;
    RowsModel m_others, m_steps, m_told;
    std::set<EntrySeq> m_seen;  ///< open ones that have been on the screen
    std::set<EntrySeq> m_small; ///< open ones in the bar only
    EntrySeq m_current;
    bool m_busy = false;
    std::optional<Error> m_pinError, m_problem;
    bool m_ofReport = false; ///< the problem is: it is raised later all the same
};

} // namespace menshen
