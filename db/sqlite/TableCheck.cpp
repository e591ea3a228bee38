// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/TableCheck.h"

#include "db/sqlite/JournalRows.h"
#include "db/sqlite/PersonMarks.h"
#include "db/sqlite/Projector.h"
#include "db/sqlite/RowBinder.h"
#include "db/sqlite/StoredText.h"

#include <SQLiteCpp/Transaction.h>
#include <limits>

namespace menshen {
namespace {

/// Entries in one read transaction: some tens of milliseconds, so that the writer's log can be emptied in between.
constexpr int kPage = 1'000;

FoundFault differs(EntrySeq at, const std::string &what) { return {ChainFault::TablesDiffer, at, what}; }

std::string entryText(EntrySeq seq) { return "entry " + std::to_string(seq.value); }

} // namespace

TableCheck::TableCheck(SQLite::Database &db, std::shared_ptr<KeyRing> keys)
    : m_db(db), m_keys(std::move(keys)), m_parts(db, m_keys),
      m_visit(db, "SELECT correction FROM visits WHERE seq = ? AND at_us IS ? AND day IS ? AND actor IS ? AND outcome IS ? AND verdict IS ?"
                  " AND reasons IS ? AND temperature IS ? AND uncertainty IS ? AND instrument IS ? AND default_calibration IS ?"
                  " AND mask IS ? AND finding IS ? AND happened_us IS ? AND filled_in_by IS ?"),
      m_correction(db, "SELECT 1 FROM journal WHERE seq = ?1 AND kind = 'correction' AND EXISTS"
                       " (SELECT 1 FROM links WHERE about = ?2 AND seq = ?1)"),
      m_corrected(db, "SELECT 1 FROM visits WHERE seq = ? AND correction >= ?"),
      m_punch(db, "SELECT 1 FROM staff_punches WHERE seq = ? AND at_us IS ? AND day IS ? AND number IS ? AND department IS ?"
                  " AND direction IS ? AND verdict IS ? AND reasons IS ? AND temperature IS ? AND mask IS ?"
                  " AND outcome IS ? AND finding IS ?"),
      m_link(db, "SELECT 1 FROM links WHERE about = ? AND seq = ?"),
      m_mark(db, "SELECT 1 FROM person_index WHERE key = (SELECT key FROM journal WHERE seq = ?2) AND mark = ?1 AND visit = ?2")
{
}

std::optional<FoundFault> TableCheck::page()
{
    m_parts.refresh();
    const SQLite::Transaction reading(m_db); // rolled back at its end: nothing is written
    const auto records = journalRows(m_db, m_parts, m_at, kPage);
    const auto first = m_at;
    std::int64_t visits = 0, punches = 0;
    for (const auto &record : records) {
        if (auto fault = entry(record))
            return fault;
        visits += std::holds_alternative<VisitEntry>(record.entry);
        punches += std::holds_alternative<StaffPunchEntry>(record.entry);
        m_at = record.receipt.seq;
    }
    m_done = m_at == journalHead(m_db);
    const EntrySeq last{m_done ? std::numeric_limits<std::int64_t>::max() : m_at.value};
    if (auto fault = tooMany("visits", first, last, visits))
        return fault;
    if (auto fault = tooMany("staff_punches", first, last, punches))
        return fault;
    if (!m_done)
        return std::nullopt;
    if (auto fault = days())
        return fault;
    return links();
}

std::optional<FoundFault> TableCheck::entry(const JournalRecord &record)
{
    const EntrySeq seq = record.receipt.seq;
    if (isLedgersOwn(record.entry))
        return std::nullopt;
    m_days[storedDay(record.day)].count(seq, record.entry);
    if (const auto about = aboutWhich(record.entry)) {
        ++m_links;
        if (!(RowBinder(m_link) << about->value << seq.value).found())
            return differs(seq, "the table of links lacks that " + entryText(seq) + " tells of " + entryText(*about));
    }
    if (const auto *visited = std::get_if<VisitEntry>(&record.entry))
        return visit(record, *visited);
    if (const auto *punched = std::get_if<StaffPunchEntry>(&record.entry)) {
        bindPunchRow(m_punch, seq, {record.receipt.at, record.day, record.actor, {}}, *punched);
        const bool shown = m_punch.executeStep();
        m_punch.tryReset(); // left open it would keep the log from being emptied
        if (!shown)
            return differs(seq, "the table of staff punches does not show " + entryText(seq) + " as the journal has it");
    } else if (const auto *correction = std::get_if<CorrectionEntry>(&record.entry)) {
        if (!(RowBinder(m_corrected) << correction->visit.value << seq.value).found())
            return differs(seq, "the table of visits hides the correction in " + entryText(seq));
    }
    return std::nullopt;
}

std::optional<FoundFault> TableCheck::visit(const JournalRecord &record, const VisitEntry &visit)
{
    const EntrySeq seq = record.receipt.seq;
    bindVisitRow(m_visit, seq, {record.receipt.at, record.day, record.actor, {}}, visit);
    if (!m_visit.executeStep())
        return differs(seq, "the table of visits does not show " + entryText(seq) + " as the journal has it");
    const auto correction = m_visit.isColumnNull(0) ? std::nullopt : std::optional(EntrySeq{m_visit.getColumn(0).getInt64()});
    m_visit.tryReset();
    if (!correction)
        return marks(seq, visit.identity);
    if (!(RowBinder(m_correction) << correction->value << seq.value).found())
        return differs(seq, "the table of visits shows a correction of " + entryText(seq) + " that there is not");
    return marks(seq, m_keys ? identityOf(m_parts, seq, correction) : IdentityDraft{});
}

std::optional<FoundFault> TableCheck::marks(EntrySeq visit, const IdentityDraft &identity)
{
    if (!m_keys)
        return std::nullopt;
    if (const auto key = m_parts.keyThatSealed(visit))
        for (const auto mark : personMarks(identity, dayMarkKey(m_keys->index(), *key)))
            if (!(RowBinder(m_mark) << mark << visit.value).found())
                return differs(visit, "the person of " + entryText(visit) + " cannot be found by document or phone: a mark is gone");
    return std::nullopt;
}

std::optional<FoundFault> TableCheck::tooMany(const char *table, EntrySeq first, EntrySeq last, std::int64_t wanted)
{
    SQLite::Statement count(m_db, std::string("SELECT count(*) FROM ") + table + " WHERE seq > ? AND seq <= ?");
    count.bind(1, first.value);
    count.bind(2, last.value);
    count.executeStep();
    if (count.getColumn(0).getInt64() == wanted)
        return std::nullopt;
    SQLite::Statement stranger(m_db, std::string("SELECT t.seq FROM ") + table + " t LEFT JOIN journal j ON j.seq = t.seq WHERE t.seq > ?" +
                                         " AND (j.kind IS NULL OR j.kind <> ?) ORDER BY t.seq LIMIT 1");
    stranger.bind(1, first.value);
    stranger.bind(2, std::string(table) == "visits" ? "visit" : "staff_punch");
    const EntrySeq at{stranger.executeStep() ? stranger.getColumn(0).getInt64() : first.value + 1};
    return differs(at, std::string("table ") + table + " shows " + entryText(at) + ", of which the journal tells nothing");
}

std::optional<FoundFault> TableCheck::days()
{
    SQLite::Statement query(
        m_db, "SELECT day, first_seq, last_seq, admitted, refused, left_door, exits, staff_in, staff_out, staff_refused, afterwards"
              " FROM days");
    std::map<std::int64_t, DaySums> shown;
    while (query.executeStep()) {
        const auto number = [&query](int column) { return query.getColumn(column).getInt64(); };
        shown[number(0)] = {number(1), number(2), number(3), number(4), number(5), number(6), number(7), number(8), number(9), number(10)};
    }
    for (const auto &[day, sums] : m_days)
        if (const auto row = shown.find(day); row == shown.end() || row->second != sums)
            return differs({sums.first}, "the sums of " + dayText(dayFromStored(day)) + " are not those of its entries");
    if (shown.size() > m_days.size())
        return differs({}, "the table of days shows a day without entries");
    return std::nullopt;
}

std::optional<FoundFault> TableCheck::links()
{
    if (m_db.execAndGet("SELECT count(*) FROM links").getInt64() == m_links)
        return std::nullopt;
    return differs({}, "the table of links joins entries that have nothing to do with each other");
}

} // namespace menshen
