// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/UiShell.h"
#include "ui/viewmodels/BackOffice.h"
#include "ui/viewmodels/RowsModel.h"

#include <QTimer>

namespace menshen {

/// The visits as a masked table with filters and pages. One query at a time: the newest one asked waits for the one
/// under way, whose answer is dropped.
class VisitTable : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the office's model makes it")
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
    Q_PROPERTY(bool slow READ isSlow NOTIFY changed FINAL) ///< it takes long enough to offer a way out
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed FINAL)
    Q_PROPERTY(bool failed READ hasFailed NOTIFY changed FINAL)
public:
    VisitTable(const UiParts &parts, BackOffice &backOffice, QObject *parent = nullptr);

    void setToday(HallDay today);
    void retranslate();
    void begin();  ///< the office has been opened
    void forget(); ///< nobody's particulars stay in memory
    [[nodiscard]] const VisitFilter &filter() const { return m_filter; }

    Q_INVOKABLE void moveFrom(int days);
    Q_INVOKABLE void moveTo(int days);
    Q_INVOKABLE void today();
    Q_INVOKABLE void older();
    Q_INVOKABLE void newer();
    Q_INVOKABLE void reload();
    Q_INVOKABLE void cancel(); ///< the answer is no longer wanted
    /// The visit of a row, to be looked at closely.
    Q_INVOKABLE void choose(int row);

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
    [[nodiscard]] bool canOlder() const { return m_page.more; }
    [[nodiscard]] bool canNewer() const { return m_pages.size() > 1; }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] bool isSlow() const { return m_loading && m_slow; }
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] bool hasFailed() const { return m_error.has_value(); }

signals:
    void changed();
    void chosen(const menshen::VisitRow &visit);

private:
    struct Page {
        std::vector<VisitRow> rows;
        bool more = false;                 ///< there are older ones
        std::optional<std::int64_t> total; ///< not counted while a fragment is searched for: that would open every entry
    };

    void filterChanged();
    void ask();
    void answered(int query, Result<Page> page);
    void showRows();
    [[nodiscard]] static Result<Page> readPage(LedgerReader &reader, const VisitFilter &filter, std::optional<EntrySeq> before);

    std::function<Result<std::unique_ptr<LedgerReader>>()> m_openReader;
    BackOffice &m_backOffice;
    UtcOffset m_offset;
    HallDay m_hallDay{};
    bool m_active = false, m_loading = false, m_running = false, m_slow = false, m_stopped = false;
    QTimer m_typing;   ///< a search begins when the typing pauses
    QTimer m_patience; ///< then it is slow
    VisitFilter m_filter;
    std::vector<std::optional<EntrySeq>> m_pages{std::nullopt}; ///< where each page visited so far begins
    int m_query = 0;                                            ///< the newest one asked; answers to others are dropped
    Page m_page;
    std::optional<Error> m_error;
    RowsModel m_rowsModel;
};

} // namespace menshen
