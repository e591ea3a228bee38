// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/ChainFaults.h"

#include "db/sqlite/StoredBytes.h"

#include <SQLiteCpp/Statement.h>

namespace menshen {
namespace {

/// How far from its place an entry's own number is looked for: a second's work at most.
constexpr std::int64_t kReach = 1'000'000;
/// Entries that may have followed the newest head before they were taken out.
constexpr std::int64_t kUnsigned = 10'000;

std::string numberText(EntrySeq seq) { return std::to_string(seq.value); }

} // namespace

std::string entriesText(EntrySeq first, EntrySeq last)
{
    return first == last ? "entry " + numberText(first) : "entries " + numberText(first) + " to " + numberText(last);
}

FaultFinder::FaultFinder(SQLite::Database &db, const LedgerIdentity &identity) : m_db(db), m_identity(identity), m_rows(db) {}

bool FaultFinder::fits(const ChainRow &row, EntrySeq seq, const EntryHash &prev) const
{
    const auto *life = m_identity.life(row.entry.epoch);
    if (!life || !row.legible)
        return false;
    auto entry = row.entry;
    entry.seq = seq.value;
    return entryHash(m_identity.station, life->id, prev, entry) == row.hash;
}

FoundFault FaultFinder::explain(const ChainRow &row, const ChainPlace &before, EntrySeq agreed)
{
    const EntrySeq here{before.seq.value + 1}, number{row.entry.seq};
    if (const auto broken = brokenPages())
        return {ChainFault::Unreadable, here, "the file is damaged: " + *broken};
    if (number > here)
        return {ChainFault::Missing, here,
                entriesText(here, {number.value - 1}) + (number.value - 1 == here.value ? " is gone" : " are gone")};
    if (number < here)
        return {ChainFault::Unreadable, here, "entries do not come in their order"};
    if (fits(row, here, row.prev))
        return badLink(row, before, agreed);
    if (fits(row, here, before.hash))
        return {ChainFault::Changed, here, "the link of entry " + numberText(here) + " to the one before it was changed"};
    const auto own = hashedAs(row, here);
    if (!own)
        return unknown(row, before);
    return *own < here ? movedDown(row, *own) : movedUp(row, *own, before);
}

/// That the ledger has or once had, as its heads tell.
std::int64_t FaultFinder::highestNumber()
{
    return m_db.execAndGet("SELECT max((SELECT coalesce(max(seq), 0) FROM journal), (SELECT coalesce(max(seq), 0) FROM heads))").getInt64();
}

std::optional<std::string> FaultFinder::brokenPages()
{
    SQLite::Statement check(m_db, "PRAGMA quick_check(journal)");
    if (!check.executeStep())
        return std::nullopt;
    const auto answer = check.getColumn(0).getString();
    return answer == "ok" ? std::nullopt : std::optional(answer);
}

std::optional<EntrySeq> FaultFinder::hashedAs(const ChainRow &row, EntrySeq standsAt)
{
    const EntrySeq highest{highestNumber() + kUnsigned};
    for (std::int64_t distance = 1; distance <= kReach; ++distance) {
        const EntrySeq below{standsAt.value - distance}, above{standsAt.value + distance};
        if (below.value < 1 && above > highest)
            break;
        if (below.value > 0 && fits(row, below, row.prev))
            return below;
        if (above <= highest && fits(row, above, row.prev))
            return above;
    }
    return std::nullopt;
}

/// The entry is as it was hashed and follows another one than stands before it. When the next entry follows it, it is the
/// true one and the one before it was changed and hashed anew; else it is the one that was hashed anew.
FoundFault FaultFinder::badLink(const ChainRow &row, const ChainPlace &before, EntrySeq agreed)
{
    ChainRow next;
    const bool isLast = !m_rows.only({row.entry.seq + 1}, next);
    const bool isFollowed = isLast || next.prev == row.hash;
    m_rows.close();
    const bool beforeIsTrue = before.seq == agreed;
    const EntrySeq changed = isFollowed && !beforeIsTrue ? before.seq : EntrySeq{row.entry.seq};
    return {ChainFault::Changed, changed,
            "entry " + numberText(changed) + " was changed and hashed anew: the chain breaks between " + numberText(before.seq) + " and " +
                std::to_string(row.entry.seq)};
}

FoundFault FaultFinder::movedDown(const ChainRow &row, EntrySeq hashedAs)
{
    const EntrySeq here{row.entry.seq}, last{here.value - 1};
    ChainRow original;
    const bool isCopy = m_rows.only(hashedAs, original) && original.hash == row.hash;
    m_rows.close();
    if (isCopy)
        return {ChainFault::Inserted, here, "entry " + numberText(here) + " is a copy of entry " + numberText(hashedAs)};
    return {ChainFault::Inserted, hashedAs,
            entriesText(hashedAs, last) + " had no place here: entry " + numberText(here) + " was number " + numberText(hashedAs)};
}

FoundFault FaultFinder::movedUp(const ChainRow &row, EntrySeq hashedAs, const ChainPlace &before)
{
    const EntrySeq here{row.entry.seq};
    if (standsElsewhereToo(row))
        return {ChainFault::Inserted, here, "entry " + numberText(here) + " is a copy of what was entry " + numberText(hashedAs)};
    if (const auto now = whereFollowerStands(before))
        return {ChainFault::Reordered, here,
                "entry " + numberText(here) + " stands as number " + numberText(*now) + ", in its place what was number " +
                    numberText(hashedAs)};
    const EntrySeq last{hashedAs.value - 1};
    return {ChainFault::Missing, here,
            entriesText(here, last) + " taken out and the following ones numbered anew: entry " + numberText(here) + " was number " +
                numberText(hashedAs)};
}

FoundFault FaultFinder::unknown(const ChainRow &row, const ChainPlace &before)
{
    const EntrySeq here{row.entry.seq};
    if (const auto now = whereFollowerStands(before); now && *now > here)
        return {ChainFault::Inserted, here,
                "entry " + numberText(here) + " had no place here: what was number " + numberText(here) + " stands as " + numberText(*now)};
    return {ChainFault::Changed, here, "entry " + numberText(here) + " is not what was hashed"};
}

std::optional<EntrySeq> FaultFinder::whereFollowerStands(const ChainPlace &before)
{
    SQLite::Statement query(m_db, "SELECT seq FROM journal WHERE prev = ? AND seq <> ?");
    bindBytes(query, 1, before.hash);
    query.bind(2, before.seq.value + 1);
    while (query.executeStep()) {
        const EntrySeq candidate{query.getColumn(0).getInt64()};
        ChainRow row;
        const bool found = m_rows.only(candidate, row) && fits(row, {before.seq.value + 1}, before.hash);
        m_rows.close();
        if (found)
            return candidate;
    }
    return std::nullopt;
}

bool FaultFinder::standsElsewhereToo(const ChainRow &row)
{
    SQLite::Statement query(m_db, "SELECT 1 FROM journal WHERE hash = ? AND seq <> ?");
    bindBytes(query, 1, row.hash);
    query.bind(2, row.entry.seq);
    return query.executeStep();
}

} // namespace menshen
