// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/UiShell.h"
#include "ui/viewmodels/BackOffice.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <stop_token>

namespace menshen {

/// One export at a time, on a worker, with progress; cancelled when the window goes.
class LedgerExport : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the office's model makes it")
    Q_PROPERTY(bool running READ isRunning NOTIFY changed FINAL)
    Q_PROPERTY(double progress READ progress NOTIFY changed FINAL) ///< 0…1
    Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
    Q_PROPERTY(QString path READ path NOTIFY changed FINAL) ///< of the file written last; empty: none
    Q_PROPERTY(bool failed READ isFailed NOTIFY changed FINAL)
public:
    LedgerExport(const UiParts &parts, BackOffice &backOffice, QObject *parent = nullptr);
    ~LedgerExport() override { m_stop.request_stop(); }

    /// `inClear`: the caller holds the receipt of the disclosure.
    void start(const VisitFilter &filter, const QString &suffix, bool inClear);
    void setLanguage(Language language);
    void setNow(WallTime now) { m_now = now; }

    Q_INVOKABLE void cancel() { m_stop.request_stop(); }
    Q_INVOKABLE void forget(); ///< the last result is no longer shown

    [[nodiscard]] bool isRunning() const { return m_state == State::Running; }
    [[nodiscard]] double progress() const;
    [[nodiscard]] QString message() const;
    [[nodiscard]] QString path() const { return m_state == State::Done ? m_path : QString(); }
    [[nodiscard]] bool isFailed() const { return m_state == State::Failed; }

signals:
    void changed();

private:
    enum class State { Idle, Running, Done, Failed };
    [[nodiscard]] QString fileFor(const VisitFilter &filter, const QString &suffix, bool inClear) const;
    void finished(const Result<ExportSummary> &result);

    std::function<void(StationCommand)> m_post;
    std::function<Result<std::unique_ptr<LedgerReader>>()> m_openReader;
    std::function<Result<std::unique_ptr<TableWriter>>(const std::string &)> m_openTable;
    BackOffice &m_backOffice;
    QString m_folder;
    UtcOffset m_offset;
    Language m_language;
    WallTime m_now;
    State m_state = State::Idle;
    std::stop_source m_stop;
    ExportProgress m_progress;
    ExportSummary m_summary;
    Error m_error;
    QString m_path;
};

} // namespace menshen
