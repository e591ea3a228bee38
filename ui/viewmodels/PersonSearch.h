// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/UiShell.h"
#include "ui/viewmodels/BackOffice.h"
#include "ui/viewmodels/RowsModel.h"

namespace menshen {

/// Finds a person's visits over all days by what somebody remembers of the document and the phone.
class PersonSearch : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the office's model makes it")
    Q_PROPERTY(QString document MEMBER m_document NOTIFY changed FINAL)
    Q_PROPERTY(QString phone MEMBER m_phone NOTIFY changed FINAL)
    Q_PROPERTY(QString name MEMBER m_name NOTIFY changed FINAL)
    Q_PROPERTY(bool ready READ isReady NOTIFY changed FINAL) ///< enough is known to search
    Q_PROPERTY(QString hint READ hint NOTIFY changed FINAL)  ///< what else is needed
    Q_PROPERTY(bool searching READ isSearching NOTIFY changed FINAL)
    Q_PROPERTY(menshen::RowsModel *rows READ rows CONSTANT FINAL) ///< a visit's roles, `match`, `matchWhy`, `firstOfMatch`
    Q_PROPERTY(QString countText READ countText NOTIFY changed FINAL)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed FINAL)
    Q_PROPERTY(bool failed READ hasFailed NOTIFY changed FINAL)
public:
    PersonSearch(const UiParts &parts, BackOffice &backOffice, QObject *parent = nullptr);

    void retranslate();
    void forget(); ///< nobody's particulars stay in memory
    void reload(); ///< the same once more, if something has been searched for

    Q_INVOKABLE void search();
    Q_INVOKABLE void cancel(); ///< the answer is no longer wanted
    Q_INVOKABLE void clear() { forget(); }
    Q_INVOKABLE void choose(int row);

    [[nodiscard]] bool isReady() const;
    [[nodiscard]] QString hint() const;
    [[nodiscard]] bool isSearching() const { return m_state == State::Searching; }
    [[nodiscard]] RowsModel *rows() { return &m_rowsModel; }
    [[nodiscard]] QString countText() const;
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] bool hasFailed() const { return m_error.has_value(); }

signals:
    void changed();
    void chosen(const menshen::VisitRow &visit);

private:
    enum class State { Fresh, Searching, Stopped, Answered };
    void ask();
    void showRows();

    std::function<Result<std::unique_ptr<LedgerReader>>()> m_openReader;
    BackOffice &m_backOffice;
    UtcOffset m_offset;
    QString m_document, m_phone, m_name;
    PersonQuery m_asked;
    State m_state = State::Fresh;
    int m_query = 0; ///< the newest one asked; answers to others are dropped
    std::vector<PersonVisit> m_visits;
    std::optional<Error> m_error;
    RowsModel m_rowsModel;
};

} // namespace menshen
