// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewmodels/RegisterWriter.h"
#include "ui/viewmodels/RowsModel.h"
#include "ui/viewmodels/SignIcon.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <map>

namespace menshen {

/// The leading group, its office and the CDC's lines: a list, somebody's form, his PIN. Everything slow runs on a worker.
class GroupDesk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the office's model makes it")
    Q_PROPERTY(menshen::RowsModel *people READ people CONSTANT FINAL) ///< see the constructor
    Q_PROPERTY(QString trouble READ trouble NOTIFY changed FINAL)     ///< the register cannot be read
    Q_PROPERTY(QString problems READ problems NOTIFY changed FINAL)   ///< a line each
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(bool mayUndo READ mayUndo NOTIFY changed FINAL)
    Q_PROPERTY(QString message READ message NOTIFY changed FINAL) ///< what became of the last change
    Q_PROPERTY(bool failed READ isFailed NOTIFY changed FINAL)

    Q_PROPERTY(bool editing READ isEditing NOTIFY changed FINAL)
    Q_PROPERTY(bool fresh READ isFresh NOTIFY changed FINAL) ///< somebody new
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY changed FINAL)
    Q_PROPERTY(QString mobile READ mobile WRITE setMobile NOTIFY changed FINAL)
    Q_PROPERTY(QString email READ email WRITE setEmail NOTIFY changed FINAL)
    Q_PROPERTY(QString away READ away WRITE setAway NOTIFY changed FINAL) ///< a day; empty: there
    Q_PROPERTY(int role READ role WRITE setRole NOTIFY changed FINAL)
    Q_PROPERTY(QStringList roles READ roles NOTIFY changed FINAL)
    Q_PROPERTY(int substitute READ substitute WRITE setSubstitute NOTIFY changed FINAL) ///< 0: nobody
    Q_PROPERTY(QStringList substitutes READ substitutes NOTIFY changed FINAL)
    Q_PROPERTY(QString formProblem READ formProblem NOTIFY changed FINAL)

    Q_PROPERTY(bool mayHavePin READ mayHavePin NOTIFY changed FINAL)
    Q_PROPERTY(QString pinWord READ pinWord NOTIFY changed FINAL) ///< of who is edited
    Q_PROPERTY(bool pinSet READ isPinSet NOTIFY changed FINAL)
    Q_PROPERTY(bool pinBusy READ isPinBusy NOTIFY changed FINAL)
    Q_PROPERTY(QString pinProblem READ pinProblem NOTIFY changed FINAL)
public:
    GroupDesk(const UiParts &parts, BackOffice &backOffice, RegisterWriter &writer, QObject *parent = nullptr);

    void setNow(WallTime now) { m_now = now; }
    void setLanguage(Language language);
    void reload(); ///< the registers have changed, or are looked at
    void forget(); ///< nobody's particulars stay behind the lock

    Q_INVOKABLE void add();
    Q_INVOKABLE void edit(const QString &person);
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void savePerson();
    Q_INVOKABLE void remove();
    Q_INVOKABLE void undo();
    /// The officer gives a temporary one, twice typed.
    Q_INVOKABLE void givePin(const QString &pin, const QString &again);
    /// The person gives himself one of his own.
    Q_INVOKABLE void changePin(const QString &old, const QString &fresh, const QString &again);
    Q_INVOKABLE void takePin();
    Q_INVOKABLE void forgetPin(); ///< the sheet was left

    [[nodiscard]] RowsModel *people() { return &m_people; }
    [[nodiscard]] QString trouble() const;
    [[nodiscard]] QString problems() const;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool mayUndo() const { return m_mayUndo && !m_busy; }
    [[nodiscard]] QString message() const;
    [[nodiscard]] bool isFailed() const { return m_outcome == Outcome::Failed; }
    [[nodiscard]] bool isEditing() const { return m_editing; }
    [[nodiscard]] bool isFresh() const { return m_form.id.empty(); }
    [[nodiscard]] QString name() const { return QString::fromStdString(m_form.name); }
    void setName(const QString &name);
    [[nodiscard]] QString mobile() const { return QString::fromStdString(m_form.mobile); }
    void setMobile(const QString &mobile);
    [[nodiscard]] QString email() const { return QString::fromStdString(m_form.email); }
    void setEmail(const QString &email);
    [[nodiscard]] QString away() const { return m_away; }
    void setAway(const QString &away);
    [[nodiscard]] int role() const { return static_cast<int>(m_form.role); }
    void setRole(int role);
    [[nodiscard]] QStringList roles() const;
    [[nodiscard]] int substitute() const;
    void setSubstitute(int index);
    [[nodiscard]] QStringList substitutes() const;
    [[nodiscard]] QString formProblem() const;
    [[nodiscard]] bool mayHavePin() const { return m_editing && !isFresh() && m_form.role != GroupRole::Cdc; }
    [[nodiscard]] QString pinWord() const { return wordOf(standingOf(m_form.id)); }
    [[nodiscard]] bool isPinSet() const { return standingOf(m_form.id) != PinStanding::None; }
    [[nodiscard]] bool isPinBusy() const { return m_pinBusy; }
    [[nodiscard]] QString pinProblem() const;

signals:
    void changed();
    void saved();    ///< a register has changed
    void pinTaken(); ///< a PIN was set

private:
    enum class Outcome { None, Done, Failed };
    enum class PinTrouble { None, Keeper, Different };

    [[nodiscard]] HallDay today() const { return hallDayOf(m_now, m_offset); }
    [[nodiscard]] PinStanding standingOf(const std::string &id) const;
    [[nodiscard]] static QString wordOf(PinStanding standing);
    [[nodiscard]] std::vector<const GroupPerson *> others() const; ///< who might stand in for who is edited
    void show();
    void change(LeadingGroup group);
    void finished(const Result<void> &result);
    void pinWork(std::function<Result<void>(PersonPinKeeper &)> work);
    void loadPins();

    RegisterWriter &m_writer;
    PersonPinKeeper &m_pins;
    BackOffice &m_backOffice;
    const UtcOffset m_offset;
    Language m_language;
    WallTime m_now;
    RowsModel m_people;
    std::map<std::string, PinStanding> m_standings;
    bool m_busy = false, m_mayUndo = false;
    Outcome m_outcome = Outcome::None;
    Error m_error;
    bool m_editing = false;
    GroupPerson m_form;
    QString m_away;
    int m_base = 0; ///< version that is being edited
    bool m_pinBusy = false;
    PinTrouble m_pinTrouble = PinTrouble::None;
    Error m_pinError;
};

} // namespace menshen
