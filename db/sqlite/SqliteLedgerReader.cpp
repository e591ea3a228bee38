// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/SqliteLedgerReader.h"

#include "db/sqlite/EnumNames.h"
#include "db/sqlite/JournalRows.h"
#include "db/sqlite/LedgerFile.h"
#include "db/sqlite/PersonSearch.h"
#include "db/sqlite/SqliteErrors.h"
#include "db/sqlite/StoredText.h"
#include "db/sqlite/Untold.h"
#include "db/sqlite/VisitQuery.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <algorithm>
#include <limits>

namespace menshen {

namespace {

StoryStep stepOf(JournalRecord record)
{
    return {record.receipt.seq, record.receipt.at, std::move(record.actor), std::move(record.entry), record.personal, record.receipt.hash};
}

/// The entries that `query` names.
std::vector<StoryStep> storyOf(SQLite::Database &db, PersonalParts &parts, SQLite::Statement &query)
{
    std::vector<StoryStep> found;
    while (query.executeStep())
        if (auto record = journalRow(db, parts, {query.getColumn(0).getInt64()}))
            found.push_back(stepOf(std::move(*record)));
    return found;
}

/// The stories of the alerts that `query` names.
std::vector<std::vector<StoryStep>> alertStories(SQLite::Database &db, PersonalParts &parts, SQLite::Statement &query)
{
    std::vector<std::vector<StoryStep>> stories;
    while (query.executeStep()) {
        SQLite::Statement steps(db, "SELECT ?1 UNION SELECT seq FROM links WHERE about = ?1 ORDER BY 1");
        steps.bind(1, query.getColumn(0).getInt64());
        stories.push_back(storyOf(db, parts, steps));
    }
    return stories;
}

} // namespace

Result<std::unique_ptr<SqliteLedgerReader>> SqliteLedgerReader::open(const std::string &path, std::shared_ptr<KeyRing> keys)
{
    auto db = openForReading(path);
    if (!db)
        return db.error();
    try {
        return std::unique_ptr<SqliteLedgerReader>(new SqliteLedgerReader(std::move(*db), std::move(keys)));
    } catch (...) {
        return currentSqliteError("opening " + path, nullptr);
    }
}

SqliteLedgerReader::SqliteLedgerReader(std::unique_ptr<SQLite::Database> db, std::shared_ptr<KeyRing> keys)
    : m_db(std::move(db)), m_keys(std::move(keys)), m_parts(std::make_unique<PersonalParts>(*m_db, m_keys))
{
}

SqliteLedgerReader::~SqliteLedgerReader() = default;

template <typename Work>
auto SqliteLedgerReader::inOneView(const char *doing, Work work) -> Result<decltype(work())>
{
    try {
        const SQLite::Transaction oneView(*m_db);
        m_parts->refresh();
        return work();
    } catch (...) {
        return currentSqliteError(doing, m_db->getHandle());
    }
}

Result<std::vector<VisitRow>> SqliteLedgerReader::visits(const VisitFilter &filter, std::optional<EntrySeq> before, int limit)
{
    return inOneView("reading visits", [&] {
        VisitQuery query(*m_db, *m_parts, *m_keys, filter);
        return query.newestFirst(before, limit);
    });
}

Result<std::int64_t> SqliteLedgerReader::countVisits(const VisitFilter &filter)
{
    return inOneView("counting visits", [&] {
        VisitQuery query(*m_db, *m_parts, *m_keys, filter);
        return query.count();
    });
}

Result<std::vector<VisitRow>> SqliteLedgerReader::visitsAscending(const VisitFilter &filter, EntrySeq after, int limit)
{
    return inOneView("reading visits", [&] {
        VisitQuery query(*m_db, *m_parts, *m_keys, filter);
        return query.oldestFirst(after, limit);
    });
}

Result<std::vector<StaffPunchRow>> SqliteLedgerReader::staffPunches(HallDay from, HallDay to, EntrySeq after, int limit)
{
    return inOneView("reading staff punches", [&] { return menshen::staffPunches(*m_db, *m_parts, from, to, after, limit); });
}

Result<DayCounts> SqliteLedgerReader::counts(HallDay day)
{
    return inOneView("counting a day", [&] {
        SQLite::Statement query(*m_db, "SELECT admitted, refused, left_door, exits, staff_in, staff_out, staff_refused, afterwards"
                                       " FROM days WHERE day = ?");
        query.bind(1, storedDay(day));
        if (!query.executeStep())
            return DayCounts{};
        const auto number = [&query](int column) { return query.getColumn(column).getInt(); };
        return DayCounts{number(0), number(1), number(2), number(3), number(4), number(5), number(6), number(7)};
    });
}

Result<std::vector<PersonVisit>> SqliteLedgerReader::person(const PersonQuery &query, int limit)
{
    return inOneView("looking a person up", [&] { return PersonSearch(*m_db, *m_parts, *m_keys).find(query, limit); });
}

Result<std::vector<StoryStep>> SqliteLedgerReader::story(EntrySeq visit)
{
    auto steps = inOneView("reading an entry's story", [&] {
        // What names it and what it names, then what was done about that: but for other visits, which are of another time or person.
        SQLite::Statement query(*m_db, "WITH direct (seq) AS (SELECT finding FROM visits WHERE seq = ?1"
                                       " UNION SELECT finding FROM staff_punches WHERE seq = ?1"
                                       " UNION SELECT seq FROM links WHERE about = ?1),"
                                       " told (seq) AS (SELECT seq FROM direct WHERE seq IS NOT NULL"
                                       " UNION SELECT l.seq FROM direct d JOIN links l ON l.about = d.seq JOIN journal j ON j.seq = l.seq"
                                       " WHERE j.kind NOT IN ('visit', 'staff_punch'))"
                                       " SELECT ?1 AS seq, 0 AS place UNION SELECT seq, 1 FROM told ORDER BY place, seq");
        query.bind(1, visit.value);
        return storyOf(*m_db, *m_parts, query);
    });
    if (steps && (steps->empty() || steps->front().seq != visit))
        return Error{ErrorCode::NotFound, "there is no entry " + std::to_string(visit.value)};
    return steps;
}

Result<std::vector<std::vector<StoryStep>>> SqliteLedgerReader::openAlerts()
{
    return inOneView("reading open alerts", [&] {
        // A hand-over without its time is of before incidents had steps after it: it ended its alert.
        SQLite::Statement open(*m_db, "SELECT seq FROM journal r WHERE kind = 'alert_raised' AND NOT EXISTS (SELECT 1 FROM links l"
                                      " JOIN journal a ON a.seq = l.seq WHERE l.about = r.seq AND a.kind = 'alert_action'"
                                      " AND (a.body ->> '$.action' IN ('closed', 'false_alarm')"
                                      " OR (a.body ->> '$.action' = 'handed_over' AND a.body ->> '$.when_us' IS NULL))) ORDER BY seq");
        return alertStories(*m_db, *m_parts, open);
    });
}

Result<std::vector<StoryStep>> SqliteLedgerReader::untold(std::optional<HallDay> from, const Plan &plan)
{
    return inOneView("looking for untold findings", [&] {
        std::vector<StoryStep> found;
        for (const auto seq : untoldFindings(*m_db, from, plan))
            if (auto record = journalRow(*m_db, *m_parts, seq))
                found.push_back(stepOf(std::move(*record)));
        return found;
    });
}

Result<std::vector<std::vector<StoryStep>>> SqliteLedgerReader::alerts(std::optional<EntrySeq> before, int limit)
{
    return inOneView("reading alerts", [&] {
        SQLite::Statement newest(*m_db, "SELECT seq FROM journal WHERE kind = 'alert_raised' AND seq < ? ORDER BY seq DESC LIMIT ?");
        newest.bind(1, before ? before->value : std::numeric_limits<std::int64_t>::max());
        newest.bind(2, limit);
        return alertStories(*m_db, *m_parts, newest);
    });
}

Result<EntrySeq> SqliteLedgerReader::head()
{
    return inOneView("reading the journal's head", [&] { return journalHead(*m_db); });
}

} // namespace menshen
