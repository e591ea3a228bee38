// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/VisitQuery.h"

#include "db/sqlite/Columns.h"
#include "db/sqlite/EntryJson.h"
#include "db/sqlite/PersonSearch.h"
#include "db/sqlite/StoredText.h"

#include <algorithm>

namespace menshen {
namespace {

constexpr const char *kVisitColumns = "SELECT v.seq, v.at_us, v.day, v.actor, v.outcome, v.verdict, v.reasons, v.temperature,"
                                      " v.uncertainty, v.instrument, v.default_calibration, v.mask, v.correction, v.finding, v.happened_us,"
                                      " v.filled_in_by, j.epoch, j.key, j.sealed"
                                      " FROM visits v JOIN journal j ON j.seq = v.seq";

/// The newest correction says who it was; the visit itself keeps its notes.
void applyCorrection(PersonalParts &parts, EntrySeq correction, VisitRow &row)
{
    row.corrected = true;
    const auto part = parts.open(correction);
    if (part && part->state == PersonalState::Whole)
        row.identity = correctedIdentityFrom(part->text);
    else if (part)
        row.personal = part->state;
}

std::optional<EnteredAfterwards> afterwards(Columns &columns)
{
    const auto happened = columns.optionalInteger();
    auto by = columns.text();
    return happened ? std::optional(EnteredAfterwards{WallTime{Micros{*happened}}, std::move(by)}) : std::nullopt;
}

VisitRow visitRow(const SQLite::Statement &query, PersonalParts &parts)
{
    Columns columns(query);
    VisitRow row;
    row.seq = {columns.integer()};
    row.at = columns.time();
    row.day = dayFromStored(columns.integer());
    row.actor = columns.text();
    row.outcome = columns.named<Outcome>();
    row.verdict = columns.optionalNamed<Verdict>();
    row.reasons = columns.reasons();
    row.temperature = columns.celsius();
    row.uncertainty = columns.celsius();
    row.instrument = columns.optionalNamed<Instrument>();
    row.defaultCalibration = columns.integer() != 0;
    row.mask = columns.optionalNamed<MaskState>();
    const auto correction = columns.optionalInteger();
    row.finding = columns.seq();
    row.afterwards = afterwards(columns);
    const auto epoch = columns.integer();
    const auto key = columns.integer();
    const auto part = parts.open(row.seq.value, epoch, "visit", key, columns.blob());
    row.personal = part.state;
    if (part.state == PersonalState::Whole) {
        auto personal = visitPersonalFrom(part.text);
        row.identity = std::move(personal.identity);
        row.overrideReason = std::move(personal.overrideReason);
        row.note = std::move(personal.note);
    }
    if (correction)
        applyCorrection(parts, {*correction}, row);
    return row;
}

/// With the usual value ruled out as the index's own condition does: SQLite does not see that one implies the other.
std::string equals(const char *column, const std::string &value, const std::string &usual)
{
    const std::string is = std::string(" AND v.") + column + " = '" + value + '\'';
    return value == usual ? is : is + " AND v." + column + " <> '" + usual + '\'';
}

} // namespace

VisitQuery::VisitQuery(SQLite::Database &db, PersonalParts &parts, KeyRing &keys, const VisitFilter &filter)
    : m_db(db), m_parts(parts), m_keys(keys), m_filter(filter), m_fragment(searchable(filter.text))
{
    findRange();
    findPerson();
}

/// Where the entries of a range of days lie. Entries are in order of seq, days only nearly (a clock may jump), so rows in
/// the range are still asked for their day; but no page needs sorting.
void VisitQuery::findRange()
{
    if (!m_filter.from && !m_filter.to)
        return;
    SQLite::Statement query(m_db, "SELECT coalesce(min(first_seq), 1), coalesce(max(last_seq), 0) FROM days WHERE day BETWEEN ? AND ?");
    query.bind(1, m_filter.from ? storedDay(*m_filter.from) : std::numeric_limits<std::int64_t>::min());
    query.bind(2, m_filter.to ? storedDay(*m_filter.to) : std::numeric_limits<std::int64_t>::max());
    query.executeStep();
    m_range = {query.getColumn(0).getInt64(), query.getColumn(1).getInt64()};
}

void VisitQuery::findPerson()
{
    if (!looksLikeWholeNumber(m_fragment))
        return;
    auto visits = PersonSearch(m_db, m_parts, m_keys).visitsOf(m_filter.text);
    if (!visits.empty())
        m_visits = std::move(visits);
}

std::string VisitQuery::where() const
{
    std::string where = " WHERE v.seq BETWEEN :first AND :last";
    if (m_filter.from) // the unary + keeps day out of the choice of an index
        where += " AND +v.day >= :from";
    if (m_filter.to)
        where += " AND +v.day <= :to";
    if (m_filter.since)
        where += " AND coalesce(v.happened_us, v.at_us) >= :since"; // of a paper form: when he was here, not when it was typed
    if (m_filter.until)
        where += " AND coalesce(v.happened_us, v.at_us) <= :until";
    if (m_filter.outcome)
        where += equals("outcome", nameOf(*m_filter.outcome), nameOf(Outcome::Admitted));
    if (m_filter.verdict)
        where += equals("verdict", nameOf(*m_filter.verdict), nameOf(Verdict::Pass));
    return where;
}

void VisitQuery::bind(SQLite::Statement &query, SeqRange range) const
{
    query.bind(":first", range.first);
    query.bind(":last", range.last);
    if (m_filter.from)
        query.bind(":from", storedDay(*m_filter.from));
    if (m_filter.to)
        query.bind(":to", storedDay(*m_filter.to));
    if (m_filter.since)
        query.bind(":since", m_filter.since->time_since_epoch().count());
    if (m_filter.until)
        query.bind(":until", m_filter.until->time_since_epoch().count());
}

/// A fragment may be in the clear nowhere but here: every candidate is opened and looked at.
bool VisitQuery::hasFragment(const VisitRow &row) const
{
    const auto &who = row.identity;
    return searchable(who.name).find(m_fragment) != std::string::npos || searchable(who.document).find(m_fragment) != std::string::npos ||
           searchable(who.phone).find(m_fragment) != std::string::npos;
}

void VisitQuery::personsRows(SeqRange range, Order order, const RowSink &take)
{
    SQLite::Statement query(m_db, kVisitColumns + where() + " AND v.seq = :visit");
    auto visits = *m_visits;
    if (order == Order::NewestFirst)
        std::reverse(visits.begin(), visits.end());
    for (const auto visit : visits) {
        query.reset();
        bind(query, range);
        query.bind(":visit", visit);
        if (query.executeStep() && !take(visitRow(query, m_parts)))
            return;
    }
}

void VisitQuery::scan(SeqRange range, Order order, const RowSink &take)
{
    if (m_visits)
        return personsRows(range, order, take);
    SQLite::Statement query(m_db, kVisitColumns + where() + " ORDER BY v.seq" + (order == Order::NewestFirst ? " DESC" : ""));
    bind(query, range);
    while (query.executeStep())
        if (auto row = visitRow(query, m_parts); (m_fragment.empty() || hasFragment(row)) && !take(std::move(row)))
            return;
}

std::vector<VisitRow> VisitQuery::rows(SeqRange range, Order order, int limit)
{
    std::vector<VisitRow> found;
    if (limit > 0)
        scan(range, order, [&](VisitRow row) {
            found.push_back(std::move(row));
            return std::cmp_less(found.size(), limit);
        });
    return found;
}

std::vector<VisitRow> VisitQuery::newestFirst(std::optional<EntrySeq> before, int limit)
{
    auto range = m_range;
    if (before)
        range.last = std::min(range.last, before->value - 1);
    return rows(range, Order::NewestFirst, limit);
}

std::vector<VisitRow> VisitQuery::oldestFirst(EntrySeq after, int limit)
{
    auto range = m_range;
    range.first = std::max(range.first, after.value + 1);
    return rows(range, Order::OldestFirst, limit);
}

std::int64_t VisitQuery::count()
{
    if (!m_fragment.empty()) {
        std::int64_t counted = 0;
        scan(m_range, Order::OldestFirst, [&](const VisitRow &) { return ++counted > 0; });
        return counted;
    }
    SQLite::Statement query(m_db, "SELECT count(*) FROM visits v" + where());
    bind(query, m_range);
    query.executeStep();
    return query.getColumn(0).getInt64();
}

VisitRow visitRowOf(SQLite::Database &db, PersonalParts &parts, EntrySeq visit)
{
    SQLite::Statement query(db, std::string(kVisitColumns) + " WHERE v.seq = ?");
    query.bind(1, visit.value);
    if (!query.executeStep())
        throw DecodeError("the index of persons names a visit that is not there");
    return visitRow(query, parts);
}

std::vector<StaffPunchRow> staffPunches(SQLite::Database &db, PersonalParts &parts, HallDay from, HallDay to, EntrySeq after, int limit)
{
    SQLite::Statement query(db,
                            "SELECT p.seq, p.at_us, p.day, p.number, p.department, p.direction, p.verdict, p.reasons, p.temperature,"
                            " p.mask, p.outcome, j.epoch, j.key, j.sealed FROM staff_punches p JOIN journal j ON j.seq = p.seq"
                            " WHERE p.seq > ?1 AND p.seq BETWEEN (SELECT coalesce(min(first_seq), 1) FROM days WHERE day BETWEEN ?2 AND ?3)"
                            " AND (SELECT coalesce(max(last_seq), 0) FROM days WHERE day BETWEEN ?2 AND ?3)"
                            " AND +p.day BETWEEN ?2 AND ?3 ORDER BY p.seq LIMIT ?4");
    query.bind(1, after.value);
    query.bind(2, storedDay(from));
    query.bind(3, storedDay(to));
    query.bind(4, limit);
    std::vector<StaffPunchRow> rows;
    while (query.executeStep()) {
        Columns columns(query);
        StaffPunchRow row;
        row.seq = {columns.integer()};
        row.at = columns.time();
        row.day = dayFromStored(columns.integer());
        row.number = columns.text();
        row.department = columns.text();
        row.direction = columns.named<PunchDirection>();
        row.verdict = columns.named<Verdict>();
        row.reasons = columns.reasons();
        row.temperature = columns.celsius();
        row.mask = columns.optionalNamed<MaskState>();
        row.outcome = columns.named<Outcome>();
        const auto epoch = columns.integer();
        const auto key = columns.integer();
        const auto part = parts.open(row.seq.value, epoch, "staff_punch", key, columns.blob());
        row.personal = part.state;
        if (part.state == PersonalState::Whole)
            row.name = onlyTextFrom(part.text);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace menshen
