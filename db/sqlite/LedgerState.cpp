// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/LedgerState.h"

#include "db/sqlite/EntryJson.h"
#include "db/sqlite/EnumNames.h"
#include "db/sqlite/LedgerFile.h"
#include "db/sqlite/SqliteErrors.h"
#include "db/sqlite/StoredBytes.h"
#include "db/sqlite/StoredText.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

namespace menshen {
namespace {

struct Newest {
    WallTime at;
    Entry entry;
};

std::optional<Newest> newestOf(SQLite::Database &db, const std::string &kind)
{
    // The kind is written out so that the partial index is used.
    SQLite::Statement query(db, "SELECT seq, at_us, body FROM journal WHERE kind = '" + kind + "' ORDER BY seq DESC LIMIT 1");
    if (!query.executeStep())
        return std::nullopt;
    auto entry = decodedEntry({query.getColumn(0).getInt64()}, kind, query.getColumn(2).getString(), std::nullopt);
    if (!entry)
        throw DecodeError(entry.error().detail);
    return Newest{WallTime{Micros{query.getColumn(1).getInt64()}}, std::move(*entry)};
}

void readIdentity(SQLite::Database &db, LedgerState &state)
{
    SQLite::Statement ledger(db, "SELECT l.station, e.epoch FROM ledger l, epochs e ORDER BY e.number DESC LIMIT 1");
    if (!ledger.executeStep())
        throw DecodeError("the ledger does not say whose it is");
    state.station = bytesOf<StationId>(ledger, 0);
    state.epoch = bytesOf<EpochId>(ledger, 1);
    SQLite::Statement last(db, "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1");
    if (last.executeStep()) {
        state.seq = {last.getColumn(0).getInt64()};
        state.hash = bytesOf<EntryHash>(last, 1);
    }
}

void readHead(SQLite::Database &db, LedgerState &state)
{
    SQLite::Statement query(db, "SELECT h.number, h.seq, h.at_us, h.hash, h.signature, e.epoch FROM heads h"
                                " JOIN epochs e ON e.number = h.epoch ORDER BY h.number DESC LIMIT 1");
    if (!query.executeStep())
        return;
    state.head = LedgerHead{state.station,
                            bytesOf<EpochId>(query, 5),
                            query.getColumn(0).getInt64(),
                            {query.getColumn(1).getInt64()},
                            bytesOf<EntryHash>(query, 3),
                            WallTime{Micros{query.getColumn(2).getInt64()}},
                            bytesOf<HeadSignature>(query, 4)};
}

void readDays(SQLite::Database &db, LedgerState &state)
{
    SQLite::Statement query(db, "SELECT count(DISTINCT day) FILTER (WHERE wrapped IS NOT NULL),"
                                " count(DISTINCT day) FILTER (WHERE wrapped IS NULL), min(day) FILTER (WHERE wrapped IS NOT NULL)"
                                " FROM day_keys");
    query.executeStep();
    state.daysSealed = query.getColumn(0).getInt64();
    state.daysDestroyed = query.getColumn(1).getInt64();
    if (!query.isColumnNull(2))
        state.oldestSealed = dayFromStored(query.getColumn(2).getInt64());
}

void readUpkeep(SQLite::Database &db, LedgerState &state)
{
    if (const auto newest = newestOf(db, "verification")) {
        const auto &found = std::get<VerificationEntry>(newest->entry);
        state.verified = LedgerState::Verified{newest->at, {found.fault, found.at, {}, found.checked, {}, 0, true}};
    }
    if (const auto newest = newestOf(db, "backup"))
        state.backup = LedgerState::BackedUp{newest->at, std::get<BackupEntry>(newest->entry)};
}

} // namespace

Result<LedgerState> ledgerState(const std::string &path)
{
    auto db = openForReading(path);
    if (!db)
        return db.error();
    try {
        const SQLite::Transaction oneView(**db);
        LedgerState state;
        readIdentity(**db, state);
        readHead(**db, state);
        readDays(**db, state);
        readUpkeep(**db, state);
        return state;
    } catch (...) {
        return currentSqliteError("reading the ledger's state", (*db)->getHandle());
    }
}

} // namespace menshen
