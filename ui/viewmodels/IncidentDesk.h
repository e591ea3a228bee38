// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/AlertStory.h"
#include "ui/viewmodels/PresentDesk.h"
#include "ui/viewmodels/SignIcon.h"

namespace menshen {

/// The incidents, open and past, newest first; one of them with its whole story; opening one by hand, closing one.
class IncidentDesk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the office's model makes it")
    Q_PROPERTY(menshen::RowsModel *rows READ rows CONSTANT FINAL)
    Q_PROPERTY(bool loading READ isLoading NOTIFY changed FINAL)
    Q_PROPERTY(bool more READ isMore NOTIFY changed FINAL) ///< older ones are not shown yet
    Q_PROPERTY(bool empty READ isEmpty NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(QString room READ room NOTIFY changed FINAL) ///< the isolation room; empty: the plan has none

    Q_PROPERTY(double seq READ seq NOTIFY changed FINAL) ///< of the one that is looked at; 0: none
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString standing READ standing NOTIFY changed FINAL)
    Q_PROPERTY(menshen::SignIcon::Kind sign READ sign NOTIFY changed FINAL)
    Q_PROPERTY(bool openStill READ isOpenStill NOTIFY changed FINAL)
    Q_PROPERTY(bool mayClose READ mayCloseIt NOTIFY changed FINAL)
    Q_PROPERTY(QString left READ left NOTIFY changed FINAL)         ///< what has to be done before it can be closed
    Q_PROPERTY(menshen::RowsModel *story READ story CONSTANT FINAL) ///< as StoryLine.qml has it
    Q_PROPERTY(QString actProblem READ actProblem NOTIFY changed FINAL)
    Q_PROPERTY(menshen::PresentDesk *present READ present CONSTANT FINAL)
    Q_PROPERTY(QStringList signWords READ signWords NOTIFY changed FINAL) ///< by CaseSign
public:
    IncidentDesk(const UiParts &parts, BackOffice &backOffice, DisclosureDesk &disclosure, QObject *parent = nullptr);

    void show(const SnapshotPtr &snapshot);
    void setLanguage(Language language);
    void enter(); ///< the section is looked at
    void leave();
    void forget(); ///< the office is locked

    Q_INVOKABLE void reload();
    Q_INVOKABLE void showMore();
    Q_INVOKABLE void choose(double seq);
    Q_INVOKABLE void unchoose();
    Q_INVOKABLE void close();
    Q_INVOKABLE void report(int sign, const QString &name, const QString &note);

    [[nodiscard]] RowsModel *rows() { return &m_rows; }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] bool isMore() const { return m_more; }
    [[nodiscard]] bool isEmpty() const { return m_loaded && m_incidents.empty(); }
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QString room() const;
    [[nodiscard]] double seq() const { return static_cast<double>(m_chosen.value); }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString standing() const;
    [[nodiscard]] SignIcon::Kind sign() const;
    [[nodiscard]] bool isOpenStill() const;
    [[nodiscard]] bool mayCloseIt() const;
    [[nodiscard]] QString left() const;
    [[nodiscard]] RowsModel *story() { return &m_story; }
    [[nodiscard]] QString actProblem() const;
    [[nodiscard]] PresentDesk *present() { return &m_present; }
    [[nodiscard]] QStringList signWords() const;

signals:
    void changed();

private:
    struct Incident {
        Alert alert;
        std::vector<StoryStep> story;
    };
    [[nodiscard]] const Incident *chosen() const;
    [[nodiscard]] std::function<void(const Result<Receipt> &)> answer(bool ofReport = false);
    void read(int limit);
    void answered(Result<std::vector<std::vector<StoryStep>>> stories, int limit);
    void showRows();
    void showStory();

    std::function<void(StationCommand)> m_post;
    std::function<Result<std::unique_ptr<LedgerReader>>()> m_openReader;
    BackOffice &m_backOffice;
    Plan m_plan;
    UtcOffset m_offset;
    Language m_language;
    SnapshotPtr m_snapshot;
    std::vector<Incident> m_incidents; ///< newest first
    std::string m_stamp;               ///< of what the open ones were when they were read
    EntrySeq m_chosen;
    bool m_here = false, m_loading = false, m_loaded = false, m_more = false;
    int m_limit;
    int m_query = 0; ///< the newest one asked; answers to others are dropped
    std::optional<Error> m_error, m_actError;
    bool m_ofReport = false; ///< the problem is: it is raised later all the same
    PresentDesk m_present;
    RowsModel m_rows, m_story;
};

} // namespace menshen
