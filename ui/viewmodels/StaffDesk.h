// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/UiShell.h"
#include "ui/viewmodels/BackOffice.h"
#include "ui/viewmodels/RowsModel.h"
#include "ui/viewmodels/SignIcon.h"

namespace menshen {

/// Staff clock in and out: pick a name, be screened like everybody, be vouched for by the guard, see the receipt. Measures,
/// questions and the guard's other words are the door's.
class StaffDesk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the shell makes it")
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged FINAL)
    Q_PROPERTY(menshen::RowsModel *people READ people CONSTANT FINAL)
    Q_PROPERTY(menshen::RowsModel *punches READ punches CONSTANT FINAL) ///< today's, newest first
    Q_PROPERTY(QString selected READ selected NOTIFY changed FINAL)     ///< badge number; empty: nobody
    Q_PROPERTY(QString selectedName READ selectedName NOTIFY changed FINAL)
    Q_PROPERTY(QString selectedDepartment READ selectedDepartment NOTIFY changed FINAL)
    Q_PROPERTY(bool there READ isThere NOTIFY changed FINAL) ///< somebody's punch is under way
    Q_PROPERTY(QString who READ who NOTIFY changed FINAL)
    Q_PROPERTY(QString wish READ wish NOTIFY changed FINAL) ///< "clock in"
    Q_PROPERTY(QString department READ department NOTIFY changed FINAL)
    Q_PROPERTY(bool recording READ isRecording NOTIFY changed FINAL)
    Q_PROPERTY(bool proved READ isProved NOTIFY changed FINAL)
    Q_PROPERTY(bool mayProve READ mayProve NOTIFY changed FINAL)
    Q_PROPERTY(bool visitorKept READ isVisitorKept NOTIFY changed FINAL)
    Q_PROPERTY(bool contactWanted READ isContactWanted NOTIFY changed FINAL) ///< a recheck, or no result
    Q_PROPERTY(QString resultWord READ resultWord NOTIFY changed FINAL)
    Q_PROPERTY(QString resultDetail READ resultDetail NOTIFY changed FINAL)
    Q_PROPERTY(menshen::SignIcon::Kind resultSign READ resultSign NOTIFY changed FINAL)
    Q_PROPERTY(QString punchesProblem READ punchesProblem NOTIFY changed FINAL)
public:
    StaffDesk(const UiParts &parts, BackOffice &backOffice, QObject *parent = nullptr);

    void show(const SnapshotPtr &snapshot);
    void setLanguage(Language language);

    Q_INVOKABLE void select(const QString &number);
    Q_INVOKABLE void clockIn() { ask(PunchDirection::In); }
    Q_INVOKABLE void clockOut() { ask(PunchDirection::Out); }
    Q_INVOKABLE void prove(); ///< the guard: it is he
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void loadPunches();

    [[nodiscard]] QString search() const { return m_search; }
    void setSearch(const QString &search);
    [[nodiscard]] RowsModel *people() { return &m_people; }
    [[nodiscard]] RowsModel *punches() { return &m_punches; }
    [[nodiscard]] QString selected() const { return m_selected ? QString::fromStdString(m_selected->number) : QString(); }
    [[nodiscard]] QString selectedName() const { return m_selected ? QString::fromStdString(m_selected->name) : QString(); }
    [[nodiscard]] QString selectedDepartment() const { return m_selected ? QString::fromStdString(m_selected->department) : QString(); }
    [[nodiscard]] bool isThere() const;
    [[nodiscard]] QString who() const;
    [[nodiscard]] QString wish() const;
    [[nodiscard]] QString department() const;
    [[nodiscard]] bool isRecording() const { return isThere() && door().phase == Phase::Recording; }
    [[nodiscard]] bool isProved() const;
    [[nodiscard]] bool mayProve() const;
    [[nodiscard]] bool isVisitorKept() const;
    [[nodiscard]] QString resultWord() const;
    [[nodiscard]] QString resultDetail() const;
    [[nodiscard]] SignIcon::Kind resultSign() const;
    [[nodiscard]] bool isContactWanted() const;
    [[nodiscard]] QString punchesProblem() const;

signals:
    void searchChanged();
    void changed();

private:
    [[nodiscard]] const ScreeningState &door() const { return m_snapshot->door; }
    void ask(PunchDirection direction);
    void showPeople();
    void showPunches();
    /// Of the person selected, and asked for here.
    [[nodiscard]] const StaffResult *result() const;

    std::function<void(StationCommand)> m_post;
    std::function<Result<std::unique_ptr<LedgerReader>>()> m_openReader;
    BackOffice &m_backOffice;
    StationConfig m_config;
    Language m_language;
    SnapshotPtr m_snapshot;
    RowsModel m_people, m_punches;
    QString m_search;
    std::optional<StaffMember> m_selected;
    std::optional<std::uint64_t> m_askedAfter; ///< the request that was the last one when this one was made; none: nothing asked
    std::vector<StaffPunchRow> m_rows;
    std::optional<Error> m_rowsError;
    EntrySeq m_seen; ///< receipt after which the punches were read
};

} // namespace menshen
