// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewmodels/RegisterWriter.h"
#include "ui/viewmodels/RowsModel.h"
#include "ui/viewmodels/SignIcon.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace menshen {

/// The duty roster: who is on duty now, a month of days, one day's shifts, the shifts themselves.
class RosterDesk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the office's model makes it")
    Q_PROPERTY(QString now READ now NOTIFY changed FINAL) ///< who is on duty, and until when
    Q_PROPERTY(QString nowDetail READ nowDetail NOTIFY changed FINAL)
    Q_PROPERTY(menshen::SignIcon::Kind nowSign READ nowSign NOTIFY changed FINAL)
    Q_PROPERTY(bool mayHandOver READ mayHandOver NOTIFY changed FINAL)
    Q_PROPERTY(QString trouble READ trouble NOTIFY changed FINAL)
    Q_PROPERTY(QString problems READ problems NOTIFY changed FINAL) ///< of the month from today on, a line each
    Q_PROPERTY(bool empty READ isEmpty NOTIFY changed FINAL)        ///< no shifts yet
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(bool mayUndo READ mayUndo NOTIFY changed FINAL)
    Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
    Q_PROPERTY(bool failed READ isFailed NOTIFY changed FINAL)

    Q_PROPERTY(QString month READ month NOTIFY changed FINAL)
    Q_PROPERTY(menshen::RowsModel *days READ days CONSTANT FINAL) ///< whole weeks from Monday, see the constructor
    Q_PROPERTY(QString day READ day NOTIFY changed FINAL)         ///< that is looked at
    Q_PROPERTY(bool closed READ isClosedDay NOTIFY changed FINAL)
    Q_PROPERTY(menshen::RowsModel *shifts READ shifts CONSTANT FINAL)         ///< of that day
    Q_PROPERTY(QStringList people READ people NOTIFY changed FINAL)           ///< who may be on duty, "Nobody" first
    Q_PROPERTY(QStringList leaderNames READ leaderNames NOTIFY changed FINAL) ///< the same without "Nobody"

    Q_PROPERTY(bool editingShift READ isEditingShift NOTIFY changed FINAL)
    Q_PROPERTY(bool freshShift READ isFreshShift NOTIFY changed FINAL)
    Q_PROPERTY(QString shiftName READ shiftName WRITE setShiftName NOTIFY changed FINAL)
    Q_PROPERTY(QString shiftStart READ shiftStart WRITE setShiftStart NOTIFY changed FINAL)
    Q_PROPERTY(QString shiftEnd READ shiftEnd WRITE setShiftEnd NOTIFY changed FINAL)
    Q_PROPERTY(QString shiftProblem READ shiftProblem NOTIFY changed FINAL)
public:
    RosterDesk(const UiParts &parts, RegisterWriter &writer, QObject *parent = nullptr);

    void setNow(WallTime now);
    void setLanguage(Language language);
    void reload();
    void forget();

    Q_INVOKABLE void step(int months);
    Q_INVOKABLE void choose(const QString &day);
    Q_INVOKABLE void assign(int shift, int person); ///< a row of `shifts`, a place of `people`
    Q_INVOKABLE void setClosed(bool closed);
    Q_INVOKABLE void handOver(int person); ///< a place of `people`, not the first
    Q_INVOKABLE void undo();
    Q_INVOKABLE void addShift();
    Q_INVOKABLE void editShift(int shift);
    Q_INVOKABLE void cancelShift();
    Q_INVOKABLE void saveShift();
    Q_INVOKABLE void removeShift(); ///< with everybody's lines of it

    [[nodiscard]] QString now() const;
    [[nodiscard]] QString nowDetail() const;
    [[nodiscard]] SignIcon::Kind nowSign() const;
    [[nodiscard]] bool mayHandOver() const { return !m_busy && !m_duty.shift.empty() && !leaders().empty(); }
    [[nodiscard]] QString trouble() const;
    [[nodiscard]] QString problems() const { return m_problems; }
    [[nodiscard]] bool isEmpty() const { return m_writer.now()->roster.shifts.empty(); }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool mayUndo() const { return m_mayUndo && !m_busy; }
    [[nodiscard]] QString message() const;
    [[nodiscard]] bool isFailed() const { return m_outcome == Outcome::Failed; }
    [[nodiscard]] QString month() const;
    [[nodiscard]] RowsModel *days() { return &m_days; }
    [[nodiscard]] QString day() const;
    [[nodiscard]] bool isClosedDay() const;
    [[nodiscard]] RowsModel *shifts() { return &m_shifts; }
    [[nodiscard]] QStringList people() const;
    [[nodiscard]] QStringList leaderNames() const;
    [[nodiscard]] bool isEditingShift() const { return m_editingShift; }
    [[nodiscard]] bool isFreshShift() const { return m_shiftBefore.empty(); }
    [[nodiscard]] QString shiftName() const { return m_shiftName; }
    void setShiftName(const QString &name);
    [[nodiscard]] QString shiftStart() const { return m_shiftStart; }
    void setShiftStart(const QString &start);
    [[nodiscard]] QString shiftEnd() const { return m_shiftEnd; }
    void setShiftEnd(const QString &end);
    [[nodiscard]] QString shiftProblem() const;

signals:
    void changed();
    void saved();

private:
    enum class Outcome { None, Done, Failed };

    [[nodiscard]] HallDay today() const { return hallDayOf(m_now, m_offset); }
    [[nodiscard]] std::vector<std::string> leaders() const; ///< ids, in the order of people() after "Nobody"
    [[nodiscard]] QString nameOf(const std::string &id) const;
    void show();
    void showDays();
    void showShifts();
    void change(Roster roster);
    void run(RegisterWriter::Work work);
    void finished(const Result<void> &result);

    RegisterWriter &m_writer;
    const UtcOffset m_offset;
    Language m_language;
    WallTime m_now;
    OnDuty m_duty;
    QString m_problems;
    std::chrono::year_month m_month{};
    HallDay m_day{};
    RowsModel m_days, m_shifts;
    bool m_busy = false, m_mayUndo = false;
    Outcome m_outcome = Outcome::None;
    Error m_error;
    bool m_editingShift = false;
    std::string m_shiftBefore; ///< the name of the one that is edited
    QString m_shiftName, m_shiftStart, m_shiftEnd;
};

} // namespace menshen
