// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/SqliteLedgerReader.h"

#include "db/sqlite/EntryJson.h"
#include "db/sqlite/EnumNames.h"
#include "db/sqlite/JournalRows.h"
#include "db/sqlite/LedgerFile.h"
#include "db/sqlite/SqliteErrors.h"
#include "db/sqlite/StoredText.h"

#include <SQLiteCpp/Statement.h>
#include <algorithm>
#include <limits>

namespace menshen {
namespace {

constexpr const char *kVisitColumns =
    "SELECT v.seq, v.at_us, v.day, v.actor, v.outcome, v.verdict, v.reasons, v.temperature, v.uncertainty,"
    " v.instrument, v.default_calibration, v.mask, p.name, p.document_type, p.document, p.country,"
    " p.unverified_reason, p.phone, p.phone_note, p.purpose, p.override_reason, p.note"
    " FROM visits v JOIN visit_persons p USING (seq)";
constexpr const char *kPunchColumns = "SELECT seq, at_us, day, number, name, department, direction, verdict, reasons, temperature, mask"
                                      " FROM staff_punches";

struct SeqRange {
    std::int64_t first = 1;
    std::int64_t last = std::numeric_limits<std::int64_t>::max();
};

/// Reads the columns of a row one after the other.
class Columns {
public:
    explicit Columns(const SQLite::Statement &query) : m_query(query) {}

    std::int64_t integer() { return m_query.getColumn(m_index++).getInt64(); }
    std::string text() { return m_query.getColumn(m_index++).getString(); }
    WallTime time() { return WallTime{Micros{integer()}}; }
    template <typename E>
    E named()
    {
        return enumNamed<E>(text());
    }
    template <typename E>
    std::optional<E> optionalNamed()
    {
        if (skipNull())
            return std::nullopt;
        return named<E>();
    }
    std::optional<Celsius> celsius()
    {
        if (skipNull())
            return std::nullopt;
        return Celsius{m_query.getColumn(m_index++).getDouble()};
    }

private:
    bool skipNull()
    {
        const bool null = m_query.isColumnNull(m_index);
        m_index += null;
        return null;
    }

    const SQLite::Statement &m_query;
    int m_index = 0;
};

VisitRow visitRow(const SQLite::Statement &query)
{
    Columns columns(query);
    VisitRow row;
    row.seq = {columns.integer()};
    row.at = columns.time();
    row.day = dayFromStored(columns.text());
    row.actor = columns.text();
    row.outcome = columns.named<Outcome>();
    row.verdict = columns.optionalNamed<Verdict>();
    row.reasons = decodedReasons(columns.text());
    row.temperature = columns.celsius();
    row.uncertainty = columns.celsius();
    row.instrument = columns.optionalNamed<Instrument>();
    row.defaultCalibration = columns.integer() != 0;
    row.mask = columns.optionalNamed<MaskState>();
    row.identity.name = columns.text();
    row.identity.documentType = columns.named<DocumentType>();
    row.identity.document = columns.text();
    row.identity.country = columns.text();
    row.identity.unverifiedReason = columns.text();
    row.identity.phone = columns.text();
    row.identity.phoneNote = columns.text();
    row.identity.purpose = columns.text();
    row.overrideReason = columns.text();
    row.note = columns.text();
    return row;
}

StaffPunchRow punchRow(const SQLite::Statement &query)
{
    Columns columns(query);
    StaffPunchRow row;
    row.seq = {columns.integer()};
    row.at = columns.time();
    row.day = dayFromStored(columns.text());
    row.number = columns.text();
    row.name = columns.text();
    row.department = columns.text();
    row.direction = columns.named<PunchDirection>();
    row.verdict = columns.named<Verdict>();
    row.reasons = decodedReasons(columns.text());
    row.temperature = columns.celsius();
    row.mask = columns.optionalNamed<MaskState>();
    return row;
}

/// Where the entries of a range of days lie. Entries are in order of seq, days only nearly (a clock may jump), so rows in
/// the range are still asked for their day; but no page needs sorting.
SeqRange rangeOf(SQLite::Database &db, const std::optional<HallDay> &from, const std::optional<HallDay> &to)
{
    if (!from && !to)
        return {};
    SQLite::Statement query(db, "SELECT coalesce(min(first_seq), 1), coalesce(max(last_seq), 0) FROM days WHERE day BETWEEN ? AND ?");
    query.bind(1, from ? storedDay(*from) : std::string());
    query.bind(2, to ? storedDay(*to) : std::string("9999-12-31"));
    query.executeStep();
    return {query.getColumn(0).getInt64(), query.getColumn(1).getInt64()};
}

/// The WHERE of a filter within a range. The unary + keeps day out of the choice of an index.
std::string visitsWhere(const VisitFilter &filter)
{
    std::string where = " WHERE v.seq BETWEEN :first AND :last";
    if (filter.from)
        where += " AND +v.day >= :from";
    if (filter.to)
        where += " AND +v.day <= :to";
    if (filter.outcome)
        where += " AND v.outcome = :outcome";
    if (filter.verdict)
        where += " AND v.verdict = :verdict";
    if (!searchable(filter.text).empty())
        where += " AND p.search LIKE :text ESCAPE '\\'";
    return where;
}

void bindVisits(SQLite::Statement &query, const VisitFilter &filter, SeqRange range)
{
    query.bind(":first", range.first);
    query.bind(":last", range.last);
    if (filter.from)
        query.bind(":from", storedDay(*filter.from));
    if (filter.to)
        query.bind(":to", storedDay(*filter.to));
    if (filter.outcome)
        query.bind(":outcome", nameOf(*filter.outcome));
    if (filter.verdict)
        query.bind(":verdict", nameOf(*filter.verdict));
    if (const auto fragment = searchable(filter.text); !fragment.empty())
        query.bind(":text", containsPattern(fragment));
}

std::vector<VisitRow> visitPage(SQLite::Database &db, const VisitFilter &filter, SeqRange range, const char *order, int limit)
{
    SQLite::Statement query(db, kVisitColumns + visitsWhere(filter) + " ORDER BY v.seq " + order + " LIMIT :limit");
    bindVisits(query, filter, range);
    query.bind(":limit", limit);
    std::vector<VisitRow> rows;
    while (query.executeStep())
        rows.push_back(visitRow(query));
    return rows;
}

} // namespace

Result<std::unique_ptr<SqliteLedgerReader>> SqliteLedgerReader::open(const std::string &path)
{
    auto db = openForReading(path);
    if (!db)
        return db.error();
    return std::unique_ptr<SqliteLedgerReader>(new SqliteLedgerReader(std::move(*db)));
}

SqliteLedgerReader::SqliteLedgerReader(std::unique_ptr<SQLite::Database> db) : m_db(std::move(db)) {}
SqliteLedgerReader::~SqliteLedgerReader() = default;

Result<std::vector<VisitRow>> SqliteLedgerReader::visits(const VisitFilter &filter, std::optional<EntrySeq> before, int limit)
{
    try {
        auto range = rangeOf(*m_db, filter.from, filter.to);
        if (before)
            range.last = std::min(range.last, before->value - 1);
        return visitPage(*m_db, filter, range, "DESC", limit);
    } catch (...) {
        return currentSqliteError("reading visits", m_db->getHandle());
    }
}

Result<std::int64_t> SqliteLedgerReader::countVisits(const VisitFilter &filter)
{
    try {
        const auto range = rangeOf(*m_db, filter.from, filter.to);
        SQLite::Statement query(*m_db, "SELECT count(*) FROM visits v JOIN visit_persons p USING (seq)" + visitsWhere(filter));
        bindVisits(query, filter, range);
        query.executeStep();
        return query.getColumn(0).getInt64();
    } catch (...) {
        return currentSqliteError("counting visits", m_db->getHandle());
    }
}

Result<std::vector<VisitRow>> SqliteLedgerReader::visitsAscending(const VisitFilter &filter, EntrySeq after, int limit)
{
    try {
        auto range = rangeOf(*m_db, filter.from, filter.to);
        range.first = std::max(range.first, after.value + 1);
        return visitPage(*m_db, filter, range, "ASC", limit);
    } catch (...) {
        return currentSqliteError("reading visits", m_db->getHandle());
    }
}

Result<std::vector<StaffPunchRow>> SqliteLedgerReader::staffPunches(HallDay from, HallDay to, EntrySeq after, int limit)
{
    try {
        const auto range = rangeOf(*m_db, from, to);
        SQLite::Statement query(*m_db,
                                std::string(kPunchColumns) + " WHERE seq BETWEEN ? AND ? AND day BETWEEN ? AND ? ORDER BY seq LIMIT ?");
        query.bind(1, std::max(range.first, after.value + 1));
        query.bind(2, range.last);
        query.bind(3, storedDay(from));
        query.bind(4, storedDay(to));
        query.bind(5, limit);
        std::vector<StaffPunchRow> rows;
        while (query.executeStep())
            rows.push_back(punchRow(query));
        return rows;
    } catch (...) {
        return currentSqliteError("reading staff punches", m_db->getHandle());
    }
}

Result<DayCounts> SqliteLedgerReader::counts(HallDay day)
{
    try {
        SQLite::Statement query(*m_db, "SELECT admitted, refused, left_door, exits, staff_in, staff_out FROM days WHERE day = ?");
        query.bind(1, storedDay(day));
        if (!query.executeStep())
            return DayCounts{};
        return DayCounts{query.getColumn(0).getInt(), query.getColumn(1).getInt(), query.getColumn(2).getInt(),
                         query.getColumn(3).getInt(), query.getColumn(4).getInt(), query.getColumn(5).getInt()};
    } catch (...) {
        return currentSqliteError("counting a day", m_db->getHandle());
    }
}

Result<EntrySeq> SqliteLedgerReader::head()
{
    try {
        return journalHead(*m_db);
    } catch (...) {
        return currentSqliteError("reading the journal's head", m_db->getHandle());
    }
}

} // namespace menshen
