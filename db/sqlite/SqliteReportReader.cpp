// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/SqliteReportReader.h"

#include "db/sqlite/EntryJson.h"
#include "db/sqlite/JournalRows.h"
#include "db/sqlite/LedgerFile.h"
#include "db/sqlite/SqliteErrors.h"
#include "db/sqlite/StoredBytes.h"
#include "db/sqlite/StoredText.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <algorithm>
#include <limits>

namespace menshen {
namespace {

using enum ReportItem;

Entry entryOf(EntrySeq seq, std::string_view kind, std::string_view body)
{
    auto entry = decodedEntry(seq, kind, body, std::nullopt);
    if (!entry)
        throw DecodeError(entry.error().detail);
    return std::move(*entry);
}

/// One number; 0 when there is none.
std::int64_t numberOf(SQLite::Database &db, const std::string &sql, std::int64_t parameter)
{
    SQLite::Statement query(db, sql);
    query.bind(1, parameter);
    return query.executeStep() ? query.getColumn(0).getInt64() : 0;
}

/// Heads are signed every five minutes while a station runs, also when it is idle. The first one after a longer silence is
/// somebody else's: the next start's, or that of a command.
constexpr Micros kLongestSilence = 10min;

/// The last sign of a running station before the entry `seq`: an entry of its own, or the last of the heads that followed it
/// without a silence.
WallTime lifeBefore(SQLite::Database &db, std::int64_t seq)
{
    SQLite::Statement entry(db, "SELECT seq, at_us FROM journal WHERE seq < ? AND actor <> 'ctl' AND kind NOT IN"
                                " ('epoch', 'day_key', 'keys_rotated', 'destruction', 'backup', 'verification')"
                                " ORDER BY seq DESC LIMIT 1");
    entry.bind(1, seq);
    if (!entry.executeStep())
        return {};
    WallTime life{Micros{entry.getColumn(1).getInt64()}};
    SQLite::Statement heads(db, "SELECT at_us FROM heads WHERE seq >= ? AND seq < ? ORDER BY seq, number");
    heads.bind(1, entry.getColumn(0).getInt64());
    heads.bind(2, seq);
    while (heads.executeStep()) {
        const WallTime at{Micros{heads.getColumn(0).getInt64()}};
        if (at > life + kLongestSilence)
            break;
        life = std::max(life, at);
    }
    return life;
}

/// Where a day lies in the journal: its entries are after `before` and, unless the clock was set, before `after`.
struct DayPlace {
    std::int64_t before = 0;
    std::int64_t after = std::numeric_limits<std::int64_t>::max();
};

DayPlace placeOf(SQLite::Database &db, HallDay day)
{
    SQLite::Statement own(db, "SELECT first_seq, last_seq FROM days WHERE day = ?");
    own.bind(1, storedDay(day));
    if (own.executeStep())
        return {own.getColumn(0).getInt64() - 1, own.getColumn(1).getInt64() + 1};
    DayPlace place; // nothing was recorded that day
    place.before = numberOf(db, "SELECT coalesce(max(last_seq), 0) FROM days WHERE day < ?", storedDay(day));
    if (const auto next = numberOf(db, "SELECT coalesce(min(first_seq), 0) FROM days WHERE day > ?", storedDay(day)); next > 0)
        place.after = next;
    return place;
}

/// By what the station said last: back to where it was started or stopped.
StationBefore stationBefore(SQLite::Database &db, std::int64_t upTo)
{
    SQLite::Statement query(db, "SELECT seq, body FROM journal WHERE kind = 'station' AND seq <= ? ORDER BY seq DESC");
    query.bind(1, upTo);
    StationBefore before;
    std::set<std::string> seen; // of each device only the newest word counts
    while (query.executeStep()) {
        const auto entry = std::get<StationEntry>(entryOf({query.getColumn(0).getInt64()}, "station", storedBytes(query, 1)));
        if (entry.action == StationAction::Stopped)
            return {};
        if (entry.action == StationAction::Started) {
            before.running = true;
            return before;
        }
        const bool lost = entry.action == StationAction::DeviceLost;
        if ((lost || entry.action == StationAction::DeviceBack) && seen.insert(entry.detail).second && lost)
            before.lost.insert(entry.detail);
    }
    return {}; // nobody ever started it
}

/// Until when a station that ran at `from` went on running.
WallTime ranUntil(SQLite::Database &db, std::int64_t from)
{
    SQLite::Statement query(db, "SELECT seq, at_us, body FROM journal WHERE kind = 'station' AND seq >= ? ORDER BY seq");
    query.bind(1, from);
    while (query.executeStep()) {
        const auto seq = query.getColumn(0).getInt64();
        const auto action = std::get<StationEntry>(entryOf({seq}, "station", storedBytes(query, 2))).action;
        if (action == StationAction::Stopped)
            return WallTime{Micros{query.getColumn(1).getInt64()}};
        if (action == StationAction::Started)
            return lifeBefore(db, seq);
    }
    return lifeBefore(db, std::numeric_limits<std::int64_t>::max());
}

void sumDays(SQLite::Database &db, HallDay upTo, ReportFigures &totals)
{
    SQLite::Statement query(db, "SELECT coalesce(sum(admitted), 0), coalesce(sum(refused), 0), coalesce(sum(left_door), 0),"
                                " coalesce(sum(exits), 0), coalesce(sum(staff_in), 0), coalesce(sum(staff_out), 0),"
                                " coalesce(sum(staff_refused), 0), coalesce(sum(afterwards), 0)"
                                " FROM days WHERE day <= ?");
    query.bind(1, storedDay(upTo));
    query.executeStep();
    int column = 0;
    for (const auto item : {Admitted, Refused, Left, Exits, StaffIn, StaffOut, StaffRefused, Afterwards})
        totals[item] = query.getColumn(column++).getInt64();
    totals[Visitors] = totals.of(Admitted) + totals.of(Refused) + totals.of(Left);
}

void sumAlerts(SQLite::Database &db, HallDay upTo, ReportFigures &totals)
{
    const auto day = storedDay(upTo);
    totals[Alerts] = numberOf(db, "SELECT count(*) FROM journal WHERE kind = 'alert_raised' AND day <= ?", day);
    const std::string actions = " FROM journal WHERE kind = 'alert_action' AND day <= ? AND json_extract(body, '$.action') = ";
    totals[HandedOver] = numberOf(db, "SELECT count(*)" + actions + "'handed_over'", day);
    totals[FalseAlarms] = numberOf(db, "SELECT count(*)" + actions + "'false_alarm'", day);
    totals[Isolated] = numberOf(db,
                                "SELECT count(DISTINCT json_extract(body, '$.alert'))" + actions +
                                    "'step_done' AND json_extract(body, '$.step') = 'isolation_room'",
                                day);
}

/// An incident that was handed over is not open any more in a report, though steps of it may be left.
std::int64_t alertsOpen(SQLite::Database &db, HallDay upTo)
{
    return numberOf(db,
                    "SELECT count(*) FROM journal WHERE kind = 'alert_raised' AND day <= ?1 AND seq NOT IN"
                    " (SELECT json_extract(body, '$.alert') FROM journal WHERE kind = 'alert_action' AND day <= ?1"
                    " AND json_extract(body, '$.action') IN ('handed_over', 'false_alarm', 'closed'))",
                    storedDay(upTo));
}

} // namespace

Result<std::unique_ptr<SqliteReportReader>> SqliteReportReader::open(const std::string &path, std::shared_ptr<KeyRing> keys)
{
    auto db = openForReading(path);
    if (!db)
        return db.error();
    try {
        return std::unique_ptr<SqliteReportReader>(new SqliteReportReader(std::move(*db), std::move(keys)));
    } catch (...) {
        return currentSqliteError("opening " + path, nullptr);
    }
}

SqliteReportReader::SqliteReportReader(std::unique_ptr<SQLite::Database> db, std::shared_ptr<KeyRing> keys)
    : m_db(std::move(db)), m_parts(std::make_unique<PersonalParts>(*m_db, std::move(keys)))
{
}

SqliteReportReader::~SqliteReportReader() = default;

template <typename Work>
auto SqliteReportReader::inOneView(const char *doing, Work work) -> Result<decltype(work())>
{
    try {
        const SQLite::Transaction oneView(*m_db);
        m_parts->refresh();
        return work();
    } catch (...) {
        return currentSqliteError(doing, m_db->getHandle());
    }
}

Result<ReportFrame> SqliteReportReader::frame(HallDay day)
{
    auto frame = inOneView("reading what surrounds a day", [&] {
        ReportFrame found;
        SQLite::Statement first(*m_db, "SELECT day FROM journal ORDER BY seq LIMIT 1");
        if (!first.executeStep())
            return found;
        const auto firstDay = first.getColumn(0).getInt64();
        // Whatever day has entries has a report, also one that a clock behind has put before the beginning.
        found.ledgerBegan = dayFromStored(numberOf(*m_db, "SELECT min(?1, coalesce(min(day), ?1)) FROM days", firstDay));
        found.upTo = journalHead(*m_db);
        found.newestEntry = WallTime{Micros{numberOf(*m_db, "SELECT at_us FROM journal WHERE seq = ?", found.upTo.value)}};
        const auto place = placeOf(*m_db, day);
        found.before = stationBefore(*m_db, place.before);
        found.ranUntil = ranUntil(*m_db, place.after);
        sumDays(*m_db, day, found.totals);
        sumAlerts(*m_db, day, found.totals);
        found.alertsOpen = alertsOpen(*m_db, day);
        return found;
    });
    if (frame && frame->upTo == EntrySeq{})
        return Error{ErrorCode::NotFound, "there is no entry in the ledger"};
    return frame;
}

Result<std::vector<ReportFact>> SqliteReportReader::facts(HallDay day, EntrySeq after, EntrySeq upTo, int limit)
{
    return inOneView("reading a day's entries", [&] {
        const auto place = placeOf(*m_db, day);
        SQLite::Statement query(*m_db,
                                "SELECT seq, at_us, kind, body FROM journal WHERE seq > ?1 AND seq < ?2 AND day = ?3 AND kind IN"
                                " ('visit', 'staff_punch', 'exit', 'alert_raised', 'alert_action', 'station') ORDER BY seq LIMIT ?4");
        query.bind(1, std::max(after.value, place.before));
        query.bind(2, std::min(upTo.value + 1, place.after));
        query.bind(3, storedDay(day));
        query.bind(4, limit);
        std::vector<ReportFact> found;
        while (query.executeStep()) {
            const EntrySeq seq{query.getColumn(0).getInt64()};
            found.push_back(
                {seq, WallTime{Micros{query.getColumn(1).getInt64()}}, entryOf(seq, storedBytes(query, 2), storedBytes(query, 3)), {}});
            if (const auto *station = std::get_if<StationEntry>(&found.back().entry); station && station->action == StationAction::Started)
                found.back().lifeBefore = lifeBefore(*m_db, seq.value);
        }
        return found;
    });
}

Result<std::vector<SignedReport>> SqliteReportReader::reports(HallDay from, HallDay to)
{
    return inOneView("reading signed reports", [&] {
        SQLite::Statement query(*m_db, "SELECT seq FROM journal WHERE kind = 'report_signed'"
                                       " AND json_extract(body, '$.day') BETWEEN ? AND ? ORDER BY seq");
        query.bind(1, dayText(from));
        query.bind(2, dayText(to));
        std::vector<SignedReport> found;
        while (query.executeStep())
            if (auto record = journalRow(*m_db, *m_parts, {query.getColumn(0).getInt64()}))
                found.push_back(
                    {record->receipt, std::move(record->actor), std::get<ReportSignedEntry>(std::move(record->entry)), record->personal});
        return found;
    });
}

Result<std::vector<ReportTold>> SqliteReportReader::told(HallDay from)
{
    return inOneView("reading what was told of reports", [&] {
        SQLite::Statement query(*m_db, "SELECT seq, at_us, body FROM journal WHERE kind = 'report_told'"
                                       " AND json_extract(body, '$.day') >= ? ORDER BY seq");
        query.bind(1, dayText(from));
        std::vector<ReportTold> found;
        while (query.executeStep())
            found.push_back({std::get<ReportToldEntry>(entryOf({query.getColumn(0).getInt64()}, "report_told", storedBytes(query, 2))),
                             WallTime{Micros{query.getColumn(1).getInt64()}}});
        return found;
    });
}

} // namespace menshen
