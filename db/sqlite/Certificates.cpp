// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/Certificates.h"

#include "db/sqlite/EntryJson.h"
#include "db/sqlite/LedgerFile.h"
#include "db/sqlite/LedgerState.h"
#include "db/sqlite/SqliteErrors.h"
#include "db/sqlite/StoredBytes.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

namespace menshen {
namespace {

Result<CertificateFacts> factsFrom(SQLite::Database &db, EntrySeq destruction)
{
    SQLite::Statement query(db, "SELECT j.seq, j.at_us, j.actor, j.body, j.hash, e.epoch, l.station FROM journal j"
                                " JOIN epochs e ON e.number = j.epoch JOIN ledger l WHERE j.kind = 'destruction'"
                                " AND (?1 = 0 OR j.seq = ?1) ORDER BY j.seq DESC LIMIT 1");
    query.bind(1, destruction.value);
    if (!query.executeStep())
        return Error{ErrorCode::BadInput, destruction.value == 0 ? "nothing was ever destroyed in this ledger"
                                                                 : "entry " + std::to_string(destruction.value) + " is no destruction"};
    CertificateFacts facts;
    facts.receipt.seq = {query.getColumn(0).getInt64()};
    facts.receipt.at = WallTime{Micros{query.getColumn(1).getInt64()}};
    facts.receipt.hash = bytesOf<EntryHash>(query, 4);
    facts.actor = query.getColumn(2).getString();
    facts.epoch = bytesOf<EpochId>(query, 5);
    facts.station = bytesOf<StationId>(query, 6);
    const auto entry = decodedEntry(facts.receipt.seq, "destruction", query.getColumn(3).getString(), std::nullopt);
    if (!entry)
        return entry.error();
    facts.destruction = std::get<DestructionEntry>(*entry);

    // By hand one may have gone to some other folder: it says nothing of the station's own.
    SQLite::Statement backup(db, "SELECT at_us FROM journal WHERE kind = 'backup' AND seq > ? AND actor IN ('station', 'purge')"
                                 " ORDER BY seq LIMIT 1");
    backup.bind(1, facts.receipt.seq.value);
    if (backup.executeStep())
        facts.backupsRemoved = WallTime{Micros{backup.getColumn(0).getInt64()}};
    return facts;
}

} // namespace

Result<CertificateFacts> certificateFacts(const std::string &path, EntrySeq destruction)
{
    const auto state = ledgerState(path);
    if (!state)
        return state.error();
    auto db = openForReading(path);
    if (!db)
        return db.error();
    try {
        const SQLite::Transaction oneView(**db);
        auto facts = factsFrom(**db, destruction);
        if (facts && state->head && state->head->seq >= facts->receipt.seq)
            facts->head = state->head;
        return facts;
    } catch (...) {
        return currentSqliteError("reading a certificate", (*db)->getHandle());
    }
}

} // namespace menshen
