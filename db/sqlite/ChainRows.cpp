// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/ChainRows.h"

#include "db/sqlite/EntryJson.h"
#include "db/sqlite/StoredBytes.h"

#include <SQLiteCpp/Statement.h>
#include <cstring>
#include <limits>
#include <sqlite3.h>

namespace menshen {
namespace {

constexpr EntrySeq kNoEnd{std::numeric_limits<std::int64_t>::max()};

enum Column : std::uint8_t { Seq, Epoch, At, Day, Kind, Actor, Body, Key, Sealed, Prev, Hash };

std::string_view bytesAt(sqlite3_stmt *row, int column)
{
    const void *bytes = sqlite3_column_blob(row, column); // of a text too: as stored, without looking for its encoding
    return {bytes ? static_cast<const char *>(bytes) : "", static_cast<std::size_t>(sqlite3_column_bytes(row, column))};
}

bool readHash(sqlite3_stmt *row, int column, EntryHash &hash)
{
    const auto stored = bytesAt(row, column);
    if (stored.size() != hash.bytes.size())
        return false;
    std::memcpy(hash.bytes.data(), stored.data(), stored.size());
    return true;
}

} // namespace

ChainRows::ChainRows(SQLite::Database &db) : m_db(db)
{
    constexpr const char *kSql = "SELECT seq, epoch, at_us, day, kind, actor, body, key, sealed, prev, hash FROM journal "
                                 "WHERE seq > ?1 ORDER BY seq LIMIT ?2";
    if (const int code = sqlite3_prepare_v3(db.getHandle(), kSql, -1, SQLITE_PREPARE_PERSISTENT, &m_rows, nullptr); code != SQLITE_OK)
        throw SQLite::Exception(db.getHandle(), code);
}

ChainRows::~ChainRows() { sqlite3_finalize(m_rows); }

void ChainRows::open(EntrySeq after, std::int64_t limit)
{
    close();
    sqlite3_bind_int64(m_rows, 1, after.value);
    sqlite3_bind_int64(m_rows, 2, limit);
}

void ChainRows::close() noexcept { sqlite3_reset(m_rows); }

bool ChainRows::next(ChainRow &row)
{
    const int code = sqlite3_step(m_rows);
    if (code == SQLITE_DONE)
        return false;
    if (code != SQLITE_ROW)
        throw SQLite::Exception(m_db.getHandle(), code);
    auto &entry = row.entry;
    entry.seq = sqlite3_column_int64(m_rows, Seq);
    entry.epoch = sqlite3_column_int64(m_rows, Epoch);
    entry.atUs = sqlite3_column_int64(m_rows, At);
    entry.day = sqlite3_column_int64(m_rows, Day);
    entry.kind = bytesAt(m_rows, Kind);
    entry.actor = bytesAt(m_rows, Actor);
    entry.body = bytesAt(m_rows, Body);
    entry.key.reset();
    if (sqlite3_column_type(m_rows, Key) != SQLITE_NULL)
        entry.key = sqlite3_column_int64(m_rows, Key);
    entry.sealed.reset();
    if (sqlite3_column_type(m_rows, Sealed) != SQLITE_NULL)
        entry.sealed = bytesAt(m_rows, Sealed);
    row.legible = readHash(m_rows, Prev, row.prev);
    row.legible = readHash(m_rows, Hash, row.hash) && row.legible;
    return true;
}

bool ChainRows::only(EntrySeq seq, ChainRow &row)
{
    open({seq.value - 1}, 1);
    return next(row) && row.entry.seq == seq.value;
}

const LedgerLife *LedgerIdentity::life(std::int64_t number) const noexcept
{
    const auto found = std::find_if(lives.begin(), lives.end(), [number](const LedgerLife &life) { return life.number == number; });
    return found == lives.end() ? nullptr : &*found;
}

const LedgerLife *LedgerIdentity::life(const EpochId &id) const noexcept
{
    const auto found = std::find_if(lives.begin(), lives.end(), [&id](const LedgerLife &life) { return life.id == id; });
    return found == lives.end() ? nullptr : &*found;
}

LedgerIdentity storedIdentity(SQLite::Database &db)
{
    LedgerIdentity identity;
    SQLite::Statement ledger(db, "SELECT station, signing_key FROM ledger");
    if (!ledger.executeStep())
        throw DecodeError("the ledger does not say whose it is");
    identity.station = bytesOf<StationId>(ledger, 0);
    identity.signingKey = bytesOf<SigningPublicKey>(ledger, 1);

    SQLite::Statement epochs(db, "SELECT number, epochs.epoch, first_seq, kind, body FROM epochs LEFT JOIN journal ON seq = first_seq "
                                 "ORDER BY number");
    while (epochs.executeStep()) {
        LedgerLife life{epochs.getColumn(0).getInt64(), bytesOf<EpochId>(epochs, 1), {epochs.getColumn(2).getInt64()}, kNoEnd, {}};
        if (!identity.lives.empty())
            identity.lives.back().last = {life.first.value - 1};
        const auto entry = decodedEntry(life.first, storedBytes(epochs, 3), storedBytes(epochs, 4), std::nullopt);
        if (entry && std::holds_alternative<EpochEntry>(*entry))
            if (const auto &restored = std::get<EpochEntry>(*entry).restored)
                life.restoredAfter = restored->last;
        identity.lives.push_back(life);
    }
    return identity;
}

} // namespace menshen
