// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/PresentList.h"
#include "ui/UiShell.h"
#include "ui/viewmodels/BackOffice.h"
#include "ui/viewmodels/DisclosureDesk.h"
#include "ui/viewmodels/RowsModel.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace menshen {

/// Who was in the hall in the same window as an incident: shown once the look itself is in the ledger, documents and phones masked;
/// written to a file masked, or whole after PIN, reason and receipt.
class PresentDesk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the office's model makes it")
    Q_PROPERTY(bool shown READ isShown NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(QString window READ window NOTIFY changed FINAL) ///< from when to when, and how many
    Q_PROPERTY(menshen::RowsModel *rows READ rows CONSTANT FINAL)
    Q_PROPERTY(QString rest READ rest NOTIFY changed FINAL) ///< that not all of them are shown; empty: they are
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(QString path READ path NOTIFY changed FINAL) ///< of the file written last; empty: none
public:
    PresentDesk(const UiParts &parts, BackOffice &backOffice, DisclosureDesk &disclosure, QObject *parent = nullptr);

    /// Of this incident from now on; another one's list is forgotten.
    void setAlert(const std::optional<Alert> &alert);
    void setNow(WallTime now) { m_now = now; }
    void setLanguage(Language language);
    void forget(); ///< nobody's name stays in memory

    Q_INVOKABLE void list();
    /// "csv" or "xlsx".
    Q_INVOKABLE void exportTo(const QString &suffix, bool inClear);

    [[nodiscard]] bool isShown() const { return m_shown; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString window() const;
    [[nodiscard]] RowsModel *rows() { return &m_rows; }
    [[nodiscard]] QString rest() const;
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QString path() const { return m_path; }

signals:
    void changed();

private:
    void found(Result<std::vector<VisitRow>> present);
    void recorded(const Result<Receipt> &result);
    void write(const QString &suffix, bool inClear);
    void fail(const Error &error);
    void showRows();

    std::function<void(StationCommand)> m_post;
    std::function<Result<std::unique_ptr<LedgerReader>>()> m_openReader;
    std::function<Result<std::unique_ptr<TableWriter>>(const std::string &)> m_openTable;
    BackOffice &m_backOffice;
    DisclosureDesk &m_disclosure;
    QString m_folder;
    UtcOffset m_offset;
    Language m_language;
    Plan m_plan;
    WallTime m_now;
    std::optional<Alert> m_alert;
    PresentList m_window;
    std::vector<VisitRow> m_present;
    bool m_shown = false, m_busy = false;
    std::optional<Error> m_error;
    QString m_path;
    int m_request = 0; ///< answers to earlier ones are dropped
    RowsModel m_rows;
};

} // namespace menshen
