// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/ReportOffice.h"
#include "ui/UiShell.h"
#include "ui/viewmodels/BackOffice.h"
#include "ui/viewmodels/RowsModel.h"
#include "ui/viewmodels/SignIcon.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace menshen {

/// The daily reports: a calendar of past ones, one day's in full, signing it with the PIN, writing it to a file. Everything
/// slow runs on a worker.
class ReportDesk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the office's model makes it")
    Q_PROPERTY(QString month READ month NOTIFY changed FINAL)     ///< "2026-11"
    Q_PROPERTY(menshen::RowsModel *days READ days CONSTANT FINAL) ///< whole weeks from Monday, see the constructor
    Q_PROPERTY(QString owed READ owed NOTIFY changed FINAL)       ///< reports that are due or missing; empty: none
    Q_PROPERTY(bool missing READ isMissing NOTIFY changed FINAL)  ///< of these one or more is past its time
    Q_PROPERTY(QString calendarProblem READ calendarProblem NOTIFY changed FINAL)

    Q_PROPERTY(QString day READ day NOTIFY changed FINAL) ///< that is looked at; empty: none
    Q_PROPERTY(bool loading READ isLoading NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL) ///< why it cannot be shown
    Q_PROPERTY(QString standing READ standing NOTIFY changed FINAL)
    Q_PROPERTY(menshen::SignIcon::Kind sign READ sign NOTIFY changed FINAL)
    Q_PROPERTY(QString verdict READ verdict NOTIFY changed FINAL)
    Q_PROPERTY(menshen::SignIcon::Kind verdictSign READ verdictSign NOTIFY changed FINAL)
    Q_PROPERTY(menshen::RowsModel *lines READ lines CONSTANT FINAL) ///< heading, label, value, total
    Q_PROPERTY(QString remarks READ remarks NOTIFY changed FINAL)
    Q_PROPERTY(bool maySign READ maySign NOTIFY changed FINAL)
    Q_PROPERTY(bool correction READ isCorrection NOTIFY changed FINAL) ///< signing needs a reason
    Q_PROPERTY(QString advice READ advice NOTIFY changed FINAL)        ///< why it cannot be signed, or what differs by now

    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL) ///< it is being signed
    Q_PROPERTY(QString pinProblem READ pinProblem NOTIFY changed FINAL)
    Q_PROPERTY(bool writing READ isWriting NOTIFY changed FINAL)
    Q_PROPERTY(QString message READ message NOTIFY changed FINAL) ///< of the file written last
    Q_PROPERTY(QString path READ path NOTIFY changed FINAL)
    Q_PROPERTY(bool failed READ isFailed NOTIFY changed FINAL)
public:
    ReportDesk(const UiParts &parts, BackOffice &backOffice, QObject *parent = nullptr);

    void setNow(WallTime now) { m_now = now; }
    void setLanguage(Language language);
    void enter(); ///< the section is looked at
    void leave();

    Q_INVOKABLE void step(int months);
    Q_INVOKABLE void choose(const QString &day);
    Q_INVOKABLE void submit(const QString &pin, const QString &reason);
    Q_INVOKABLE void forgetPin();                    ///< the pad was left
    Q_INVOKABLE void writeAs(const QString &format); ///< "pdf", "xlsx" or "json"

    [[nodiscard]] QString month() const;
    [[nodiscard]] RowsModel *days() { return &m_days; }
    [[nodiscard]] QString owed() const;
    [[nodiscard]] bool isMissing() const { return !m_duty.missing.empty(); }
    [[nodiscard]] QString calendarProblem() const;
    [[nodiscard]] QString day() const;
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QString standing() const;
    [[nodiscard]] SignIcon::Kind sign() const;
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] SignIcon::Kind verdictSign() const;
    [[nodiscard]] RowsModel *lines() { return &m_lines; }
    [[nodiscard]] QString remarks() const;
    [[nodiscard]] bool maySign() const { return m_preview && m_preview->maySign(); }
    [[nodiscard]] bool isCorrection() const { return m_preview && m_preview->isCorrection(); }
    [[nodiscard]] QString advice() const;
    [[nodiscard]] bool isBusy() const { return m_signing; }
    [[nodiscard]] QString pinProblem() const;
    [[nodiscard]] bool isWriting() const { return m_file == File::Writing; }
    [[nodiscard]] QString message() const;
    [[nodiscard]] QString path() const { return m_file == File::Written ? m_path : QString(); }
    [[nodiscard]] bool isFailed() const { return m_file == File::Failed; }

signals:
    void changed();
    void recorded(); ///< a report was signed

private:
    enum class File { None, Writing, Written, Failed };

    struct Calendar {
        std::vector<ReportDayState> days;
        ReportDuty duty;
    };
    void loadCalendar();
    void loadDay();
    void showDays();
    void showLines();
    void signedAnswer(const Result<SignedReport> &result);
    [[nodiscard]] HallDay firstOfGrid() const;
    [[nodiscard]] HallDay lastOfGrid() const;
    /// What was signed is what counts; before that, the figures as they are now.
    [[nodiscard]] const DailyReport &shown() const;
    [[nodiscard]] const SignedReport *newest() const;
    [[nodiscard]] ReportDocument document() const;
    /// Runs on a worker with an office of its own.
    template <typename Ask, typename Then>
    void ask(Ask question, Then then);

    std::function<void(StationCommand)> m_post;
    PinVault &m_pins;
    LedgerUpkeep &m_upkeep;
    std::function<Result<std::unique_ptr<ReportReader>>()> m_openReports;
    ReportFileWriter m_write;
    BackOffice &m_backOffice;
    const ReportSettings m_settings;
    const std::string m_stationName;
    const QString m_folder;
    Language m_language;
    WallTime m_now;

    bool m_looking = false;
    std::chrono::year_month m_month{};
    RowsModel m_days;
    Result<Calendar> m_calendar = Calendar{};
    ReportDuty m_duty;
    int m_calendarRequest = 0, m_dayRequest = 0; ///< answers to earlier ones are dropped
    std::optional<HallDay> m_day;
    bool m_loading = false;
    std::optional<ReportPreview> m_preview;
    std::optional<Error> m_dayError;
    RowsModel m_lines;
    bool m_signing = false;
    std::optional<Error> m_signError;
    File m_file = File::None;
    Error m_fileError;
    QString m_path;
};

} // namespace menshen
