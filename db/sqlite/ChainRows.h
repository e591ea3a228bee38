// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/seal/Chain.h"

#include <SQLiteCpp/Database.h>
#include <algorithm>
#include <vector>

struct sqlite3_stmt;

namespace menshen {

/// A row of the journal where SQLite keeps it: its texts are valid until the next step.
struct ChainRow {
    StoredEntry entry;
    EntryHash prev, hash;
    bool legible = true; ///< false: a column is not of the length or type that the schema asks for
};

/// Reads the journal in short transactions and without copying. SQLite's own interface: SQLiteCpp's columns cost a reference
/// count each, and a walk reads a hundred million of them. Throws SQLite::Exception.
class ChainRows {
public:
    explicit ChainRows(SQLite::Database &db);
    ~ChainRows();
    ChainRows(const ChainRows &) = delete;
    ChainRows &operator=(const ChainRows &) = delete;

    /// The entries behind `after`, `limit` at most; a read transaction begins with the first of them.
    void open(EntrySeq after, std::int64_t limit);
    /// False behind the last.
    [[nodiscard]] bool next(ChainRow &row);
    /// Ends the read transaction.
    void close() noexcept;

    /// The entry `seq` alone; false when there is none. To be followed by close().
    [[nodiscard]] bool only(EntrySeq seq, ChainRow &row);

private:
    SQLite::Database &m_db;
    sqlite3_stmt *m_rows = nullptr;
};

/// One life of the ledger, as table `epochs` and its first entry tell.
struct LedgerLife {
    std::int64_t number = 0;
    EpochId id;
    EntrySeq first, last;                  ///< `last`: of this life; the greatest number there is for the newest
    std::optional<EntrySeq> restoredAfter; ///< it began with a restoration of a copy that ended there
};

/// What every hash and signature of a ledger depends on. As stored, checked by nobody yet.
struct LedgerIdentity {
    StationId station;
    SigningPublicKey signingKey;
    std::vector<LedgerLife> lives; ///< oldest first

    /// Null when there is none.
    [[nodiscard]] const LedgerLife *life(std::int64_t number) const noexcept;
    [[nodiscard]] const LedgerLife *life(const EpochId &id) const noexcept;
};

/// Throws SQLite::Exception, and DecodeError when the ledger does not say whose it is.
[[nodiscard]] LedgerIdentity storedIdentity(SQLite::Database &db);

} // namespace menshen
