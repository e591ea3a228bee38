// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/UiShell.h"
#include "ui/viewmodels/LedgerExport.h"
#include "ui/viewmodels/PinDesk.h"
#include "ui/viewmodels/RowsModel.h"

#include <QTimer>

namespace menshen {

/// The office's page: the lock, and the ledger as a masked table with filters and pages.
class OfficeModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the shell makes it")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(bool firstTime READ isFirstTime NOTIFY changed FINAL) ///< no PIN yet: one has to be set
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(QString pinProblem READ pinProblem NOTIFY changed FINAL)

    Q_PROPERTY(QString from READ from NOTIFY changed FINAL) ///< YYYY-MM-DD, inclusive
    Q_PROPERTY(QString to READ to NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed FINAL)
    Q_PROPERTY(int outcome READ outcome WRITE setOutcome NOTIFY changed FINAL) ///< −1: all
    Q_PROPERTY(int verdict READ verdict WRITE setVerdict NOTIFY changed FINAL) ///< −1: all
    Q_PROPERTY(QStringList outcomeWords READ outcomeWords NOTIFY changed FINAL)
    Q_PROPERTY(QStringList verdictWords READ verdictWords NOTIFY changed FINAL)

    Q_PROPERTY(menshen::RowsModel *rows READ rows CONSTANT FINAL)
    Q_PROPERTY(QString pageText READ pageText NOTIFY changed FINAL)
    Q_PROPERTY(bool canOlder READ canOlder NOTIFY changed FINAL)
    Q_PROPERTY(bool canNewer READ canNewer NOTIFY changed FINAL)
    Q_PROPERTY(bool loading READ isLoading NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(int selected READ selected WRITE select NOTIFY changed FINAL) ///< row; −1: none
    Q_PROPERTY(menshen::RowsModel *details READ details CONSTANT FINAL)
    Q_PROPERTY(menshen::LedgerExport *ledgerExport READ ledgerExport CONSTANT FINAL)
public:
    OfficeModel(const UiParts &parts, PinDesk &pins, BackOffice &backOffice, QObject *parent = nullptr);

    void show(const SnapshotPtr &snapshot);
    void setLanguage(Language language);
    void touch(); ///< somebody is there: the office does not lock itself yet

    Q_INVOKABLE void enter(); ///< the page is looked at
    Q_INVOKABLE void unlock(const QString &pin);
    Q_INVOKABLE void setFirstPin(const QString &pin, const QString &again);
    Q_INVOKABLE void lock();
    Q_INVOKABLE void moveFrom(int days);
    Q_INVOKABLE void moveTo(int days);
    Q_INVOKABLE void today();
    Q_INVOKABLE void older();
    Q_INVOKABLE void newer();
    Q_INVOKABLE void reload();
    Q_INVOKABLE void exportTo(const QString &suffix); ///< "csv" or "xlsx": what the filters show now

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] bool isFirstTime() const { return m_firstTime; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString pinProblem() const;
    [[nodiscard]] QString from() const;
    [[nodiscard]] QString to() const;
    [[nodiscard]] QString text() const { return QString::fromStdString(m_filter.text); }
    void setText(const QString &text);
    [[nodiscard]] int outcome() const { return m_filter.outcome ? static_cast<int>(*m_filter.outcome) : -1; }
    void setOutcome(int outcome);
    [[nodiscard]] int verdict() const { return m_filter.verdict ? static_cast<int>(*m_filter.verdict) : -1; }
    void setVerdict(int verdict);
    [[nodiscard]] QStringList outcomeWords() const;
    [[nodiscard]] QStringList verdictWords() const;
    [[nodiscard]] RowsModel *rows() { return &m_rowsModel; }
    [[nodiscard]] QString pageText() const;
    [[nodiscard]] bool canOlder() const;
    [[nodiscard]] bool canNewer() const { return m_pages.size() > 1; }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] QString problem() const;
    [[nodiscard]] int selected() const { return m_selected; }
    void select(int row);
    [[nodiscard]] RowsModel *details() { return &m_details; }
    [[nodiscard]] LedgerExport *ledgerExport() { return &m_export; }

signals:
    void changed();

private:
    struct Page {
        std::vector<VisitRow> rows;
        std::int64_t total = 0;
    };

    void pinAnswered(const Result<void> &result);
    void filterChanged();
    void showRows();
    void showDetails();
    [[nodiscard]] static Result<Page> readPage(LedgerReader &reader, const VisitFilter &filter, std::optional<EntrySeq> before);

    std::function<void(StationCommand)> m_post;
    std::function<Result<std::unique_ptr<LedgerReader>>()> m_openReader;
    PinDesk &m_pins;
    BackOffice &m_backOffice;
    Plan m_plan;
    UtcOffset m_offset;
    Language m_language;
    HallDay m_hallDay{};
    bool m_open = false, m_firstTime = false, m_busy = false, m_loading = false;
    enum class PinTrouble { None, Vault, Different } m_pinTrouble = PinTrouble::None;
    Error m_pinError;
    QTimer m_idle;

    VisitFilter m_filter;
    std::vector<std::optional<EntrySeq>> m_pages{std::nullopt}; ///< where each page visited so far begins
    int m_query = 0;                                            ///< the newest one asked; answers to others are dropped
    Page m_page;
    std::optional<Error> m_error;
    int m_selected = -1;
    RowsModel m_rowsModel, m_details;
    LedgerExport m_export;
};

} // namespace menshen
