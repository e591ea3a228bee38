// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"
#include "menshen/ports/Clock.h"
#include "menshen/ports/StationKey.h"

#include <SQLiteCpp/Database.h>
#include <memory>
#include <string>

namespace menshen {

/// How long a connection waits for another's lock.
inline constexpr int kBusyTimeoutMs = 2000;

/// Keeps other programs from writing the same ledger: an flock on `<ledger>.lock`. Never on the ledger itself, whose
/// own locks SQLite would lose when any descriptor of it is closed.
class LedgerLock {
public:
    /// Storage when another program holds it.
    [[nodiscard]] static Result<LedgerLock> take(const std::string &ledgerPath);
    LedgerLock(LedgerLock &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    LedgerLock &operator=(LedgerLock &&) = delete;
    ~LedgerLock();

private:
    explicit LedgerLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

/// Whether there is a ledger at `path`. Storage when there is not, but its -wal file is.
[[nodiscard]] Result<bool> ledgerExists(const std::string &path);

/// Makes a ledger of the newest schema with keys of its own, its first entry (EpochEntry) and first head, under a temporary
/// name and renames it into place, so that a file at `path` is always a whole ledger. The caller holds the lock and has seen
/// that there is none.
[[nodiscard]] Result<void> createLedger(const std::string &path, const StationSecret &secret, WallTime now, UtcOffset offset);

/// The station's secret for a ledger that is there: KeyMissing where the store has none, for a new key would not open it.
[[nodiscard]] Result<StationSecret> stationSecret(const std::string &path, StationKeyStore &store);

// A connection is used by one thread at a time (SQLite's own locks are off).

/// Opens an existing ledger for writing, brought to the newest schema. Refuses, without changing a byte, an empty file,
/// another application's database, an older schema (SchemaTooOld) and a newer one (SchemaTooNew). `thorough`: also reads
/// and checks every page.
[[nodiscard]] Result<std::unique_ptr<SQLite::Database>> openForWriting(const std::string &path, bool thorough);

/// What a reader needs: the tables of the newest schema, or only the journal, its heads and keys, which every schema has alike.
enum class ReadSchema : std::uint8_t { Newest, AnyWithJournal };

/// Opens a ledger read-only; such a connection never checkpoints. A backup may be of an older schema than the ledger.
[[nodiscard]] Result<std::unique_ptr<SQLite::Database>> openForReading(const std::string &path, ReadSchema wanted = ReadSchema::Newest);

/// Durable under its name: the folder of `path` is synced.
[[nodiscard]] Result<void> syncFolderOf(const std::string &path);

} // namespace menshen
