// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/PersonSearch.h"

#include "ui/viewmodels/EntryWords.h"
#include "ui/viewmodels/VisitRows.h"

#include <QPointer>

namespace menshen {

namespace {

constexpr int kMost = 200;

QList<QByteArray> rolesWithMatch()
{
    QList<QByteArray> roles = visitrows::roles();
    roles.append({"match", "matchWhy", "firstOfMatch"});
    return roles;
}

} // namespace

PersonSearch::PersonSearch(const UiParts &parts, BackOffice &backOffice, QObject *parent)
    : QObject(parent), m_openReader(parts.openReader), m_backOffice(backOffice), m_offset(parts.config.offset),
      m_rowsModel(rolesWithMatch())
{
}

void PersonSearch::retranslate()
{
    showRows();
    emit changed();
}

void PersonSearch::forget()
{
    ++m_query;
    m_document.clear();
    m_phone.clear();
    m_name.clear();
    m_asked = {};
    m_visits.clear();
    m_error.reset();
    m_state = State::Fresh;
    showRows();
    emit changed();
}

bool PersonSearch::isReady() const { return !m_document.trimmed().isEmpty() || !m_phone.trimmed().isEmpty(); }

QString PersonSearch::hint() const
{
    return isReady() || m_name.trimmed().isEmpty()
               ? QString()
               : tr("A name alone finds nobody here: add the document or the phone. By name alone look under Visits, with the days.");
}

void PersonSearch::search()
{
    if (isReady()) {
        m_asked = {.document = m_document.trimmed().toStdString(),
                   .phone = m_phone.trimmed().toStdString(),
                   .name = m_name.trimmed().toStdString()};
        m_visits.clear(); // another person's visits must not stand below these words
        showRows();
        ask();
    }
}

void PersonSearch::reload()
{
    if (m_state == State::Answered) {
        ask();
    }
}

void PersonSearch::cancel()
{
    if (isSearching()) {
        ++m_query;
        m_state = State::Stopped;
        emit changed();
    }
}

void PersonSearch::ask()
{
    m_state = State::Searching;
    m_error.reset();
    emit changed();
    m_backOffice.run(
        [open = m_openReader, query = m_asked]() -> Result<std::vector<PersonVisit>> {
            auto reader = open();
            return reader ? (*reader)->person(query, kMost) : Result<std::vector<PersonVisit>>(reader.error());
        },
        [self = QPointer(this), query = ++m_query](Result<std::vector<PersonVisit>> visits) {
            if (!self || query != self->m_query) {
                return;
            }
            self->m_state = State::Answered;
            self->m_error = visits ? std::nullopt : std::optional(visits.error());
            self->m_visits = visits ? *std::move(visits) : std::vector<PersonVisit>{};
            self->showRows();
            emit self->changed();
        });
}

QString PersonSearch::countText() const
{
    if (m_state != State::Answered || m_visits.empty()) {
        return {};
    }
    const int found = static_cast<int>(m_visits.size());
    return found == kMost ? tr("The surest and newest %1 visits; there may be more").arg(found) : tr("%n visit(s)", nullptr, found);
}

QString PersonSearch::emptyText() const
{
    if (m_error) {
        return tr("The ledger cannot be read: %1").arg(uiwords::of(*m_error));
    }
    switch (m_state) {
    case State::Fresh:
        return tr("Type a document or a phone. One mistake in a document is forgiven: a wrong, missing, extra or swapped character. The "
                  "name helps to tell how sure it is. All days are searched whose personal data has not been destroyed.");
    case State::Searching:
        return tr("Looking…");
    case State::Stopped:
        return tr("Stopped. Nothing has been looked up.");
    case State::Answered:
        return tr("Nobody found. A document may have one mistake, a phone none. Days whose personal data has been destroyed cannot be "
                  "searched.");
    }
    return {};
}

void PersonSearch::choose(int row)
{
    if (row >= 0 && row < static_cast<int>(m_visits.size())) {
        emit chosen(m_visits[static_cast<std::size_t>(row)].visit);
    }
}

void PersonSearch::showRows()
{
    QList<QVariantList> rows;
    std::optional<PersonMatch> before;
    for (const PersonVisit &found : m_visits) {
        QVariantList row = visitrows::of(found.visit, m_offset, visitrows::When::Date);
        row.append({uiwords::of(found.match), uiwords::why(found.match), before != found.match});
        before = found.match;
        rows.append(row);
    }
    m_rowsModel.show(rows);
}

} // namespace menshen
