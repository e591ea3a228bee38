// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/UiShell.h"
#include "ui/viewmodels/BackOffice.h"
#include "ui/viewmodels/RowsModel.h"
#include "ui/viewmodels/SignIcon.h"

#include <QStringList>
#include <QTimer>

#include <stop_token>

namespace menshen {

/// How the ledger itself is: its head, its chain, its backups, what it has forgotten; verification and backup on demand. What
/// a walk finds and a backup ends is posted, as of those of the night; what fails here was seen by whoever asked for it.
class LedgerDesk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the office's model makes it")
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL) ///< the state cannot be read
    Q_PROPERTY(bool known READ isKnown NOTIFY changed FINAL)      ///< the state has been read
    Q_PROPERTY(bool headKnown READ isHeadKnown NOTIFY changed FINAL)
    Q_PROPERTY(QString headTitle READ headTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString headWhen READ headWhen NOTIFY changed FINAL)
    Q_PROPERTY(QStringList headCode READ headCode NOTIFY changed FINAL) ///< the QR code's rows of 0 and 1
    Q_PROPERTY(QString savedPath READ savedPath NOTIFY changed FINAL)
    Q_PROPERTY(QString saveProblem READ saveProblem NOTIFY changed FINAL)

    Q_PROPERTY(menshen::SignIcon::Kind chainSign READ chainSign NOTIFY changed FINAL)
    Q_PROPERTY(QString chainWord READ chainWord NOTIFY changed FINAL)
    Q_PROPERTY(QString chainDetail READ chainDetail NOTIFY changed FINAL)
    Q_PROPERTY(QString chainAdvice READ chainAdvice NOTIFY changed FINAL)
    Q_PROPERTY(menshen::SignIcon::Kind backupSign READ backupSign NOTIFY changed FINAL)
    Q_PROPERTY(QString backupWord READ backupWord NOTIFY changed FINAL)
    Q_PROPERTY(QString backupDetail READ backupDetail NOTIFY changed FINAL)
    Q_PROPERTY(QString backupPlace READ backupPlace NOTIFY changed FINAL)
    Q_PROPERTY(bool canBackup READ canBackup CONSTANT FINAL)
    Q_PROPERTY(menshen::RowsModel *facts READ facts CONSTANT FINAL) ///< label, value, sign

    Q_PROPERTY(int task READ task NOTIFY changed FINAL) ///< a Task: which one runs, or ran last
    Q_PROPERTY(bool running READ isRunning NOTIFY changed FINAL)
    Q_PROPERTY(double progress READ progress NOTIFY changed FINAL) ///< 0…1
    Q_PROPERTY(QString taskText READ taskText NOTIFY changed FINAL)
    Q_PROPERTY(menshen::SignIcon::Kind taskSign READ taskSign NOTIFY changed FINAL)
public:
    enum Task { NoTask, Verification, Backup };
    Q_ENUM(Task)

    LedgerDesk(const UiParts &parts, BackOffice &backOffice, QObject *parent = nullptr);
    ~LedgerDesk() override { m_stop.request_stop(); }

    void setNow(WallTime now) { m_now = now; }
    void retranslate();

    void enter(); ///< the section is looked at: its state is read, and again now and then
    void leave();
    Q_INVOKABLE void refresh();
    Q_INVOKABLE void verify();
    Q_INVOKABLE void backup();
    Q_INVOKABLE void cancel() { m_stop.request_stop(); }
    Q_INVOKABLE void saveHead();

    [[nodiscard]] QString problem() const;
    [[nodiscard]] bool isKnown() const { return m_state.has_value(); }
    [[nodiscard]] bool isHeadKnown() const { return m_state && m_state->head; }
    [[nodiscard]] QString headTitle() const;
    [[nodiscard]] QString headWhen() const;
    [[nodiscard]] QStringList headCode() const { return m_code; }
    [[nodiscard]] QString savedPath() const { return m_savedPath; }
    [[nodiscard]] QString saveProblem() const;
    [[nodiscard]] SignIcon::Kind chainSign() const;
    [[nodiscard]] QString chainWord() const;
    [[nodiscard]] QString chainDetail() const;
    [[nodiscard]] QString chainAdvice() const;
    [[nodiscard]] SignIcon::Kind backupSign() const;
    [[nodiscard]] QString backupWord() const;
    [[nodiscard]] QString backupDetail() const;
    [[nodiscard]] QString backupPlace() const;
    [[nodiscard]] bool canBackup() const { return !m_upkeepPart.backupFolder.empty(); }
    [[nodiscard]] RowsModel *facts() { return &m_facts; }
    [[nodiscard]] int task() const { return m_task; }
    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] double progress() const;
    [[nodiscard]] QString taskText() const;
    [[nodiscard]] SignIcon::Kind taskSign() const;

signals:
    void changed();

private:
    void answered(Result<LedgerState> state);
    void begin(Task task);
    void finished(std::optional<Error> error);
    [[nodiscard]] UpkeepProgressSink progressSink();
    void showCode();
    void showFacts();

    std::function<void(StationCommand)> m_post;
    LedgerUpkeep &m_upkeep;
    std::function<Result<QrMatrix>(const std::string &)> m_qrOf;
    BackOffice &m_backOffice;
    StationConfig::UpkeepPart m_upkeepPart;
    int m_retentionDays;
    QString m_exportFolder;
    UtcOffset m_offset;
    WallTime m_now;
    QTimer m_refresh;

    std::optional<LedgerState> m_state;
    std::optional<Error> m_error;
    int m_query = 0; ///< the newest one asked; answers to others are dropped
    QStringList m_code;
    QString m_savedPath;
    std::optional<Error> m_saveError;

    Task m_task = NoTask;
    bool m_running = false;
    std::optional<Error> m_taskError;
    std::stop_source m_stop;
    UpkeepProgress m_progress;
    RowsModel m_facts;
};

} // namespace menshen
