// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/KeyRing.h"
#include "menshen/ports/Clock.h"
#include "menshen/ports/Ledger.h"
#include "menshen/ports/LedgerUpkeep.h"
#include "menshen/ports/StationKey.h"

#include <memory>
#include <string>

namespace menshen {

struct LedgerSettings {
    std::string path;
    UtcOffset offset;                            ///< dates what the ledger writes by itself
    std::int64_t headEvery = 1000;               ///< entries between two signed heads
    Micros headInterval = 5min;                  ///< the longest time between two, also when nothing happens
    std::int64_t ballastBytes = 8 * 1024 * 1024; ///< given up when the disk is full, so that the end can still be written
    int longLogPages = 4000;                     ///< of 4 KiB in the write-ahead log, then they are moved into the file
    std::int64_t tailEntries = 1000;             ///< walked at every start
};

/// The ledger in a SQLite file. One thread owns the only connection that writes and checkpoints; what waits while it
/// syncs goes into the next transaction together (group commit). Thread-safe.
///
/// When the disk is full nothing half-written stays; the reserve beside the file is given up, waiting admissions fail with
/// DiskFull and everything else is written with the room that there is then. The reserve is made again as soon as there is room
/// for it. After an I/O error the connection is dropped and another is opened, its pages and the end of its chain checked; a
/// `ledger_recovered` entry then tells of it. Entries whose commit met the error are answered when it is known whether they
/// stand in the journal: with their receipts, or with the error. Until the file can be read again they wait; only at stop() are
/// they answered with an error although they may be found in the ledger later.
class SqliteLedger final : public Ledger, public LedgerUpkeep {
public:
    /// Opens the ledger, or makes a new one (and the store a key) where there is neither file nor key. Never replaces one that
    /// cannot be read, never makes a key for a ledger that has one. Storage: another program is writing it; Damaged,
    /// SchemaTooNew, SchemaTooOld, KeyMissing, WrongKey, WrongStation, DiskFull. `clock` must outlive the ledger.
    [[nodiscard]] static Result<std::unique_ptr<SqliteLedger>> open(const LedgerSettings &settings, StationKeyStore &store,
                                                                    const Clock &clock);

    /// Builds every projection anew from the journal, while no station runs on it. Checks every page first.
    [[nodiscard]] static Result<void> rebuildProjections(const LedgerSettings &settings, StationKeyStore &store, const Clock &clock);

    ~SqliteLedger() override; ///< stops
    SqliteLedger(const SqliteLedger &) = delete;
    SqliteLedger &operator=(const SqliteLedger &) = delete;

    /// After stop() `done` is called at once, on the caller's thread, with Storage. `done` must not throw.
    void append(EntryDraft draft, Done done) override;
    void appendAll(std::vector<EntryDraft> drafts, AllDone done) override;

    /// Writes what waits, signs a head, empties the log into the file and closes it. Idempotent; not from within a `done`.
    void stop();

    /// The newest durable entry; 0 when there is none.
    [[nodiscard]] EntrySeq head() const;
    /// For readers in this process.
    [[nodiscard]] std::shared_ptr<KeyRing> keys() const;

    [[nodiscard]] Result<LedgerState> state() override;
    [[nodiscard]] Result<ChainVerdict> verify(const UpkeepProgressSink &progress, std::stop_token stop) override;
    [[nodiscard]] Result<BackupEntry> backup(const BackupRequest &request, const UpkeepProgressSink &progress,
                                             std::stop_token stop) override;
    [[nodiscard]] Result<Destroyed> purge(const PurgeRequest &request) override;

private:
    class Writer;
    explicit SqliteLedger(std::unique_ptr<Writer> writer);
    std::unique_ptr<Writer> m_writer;
};

} // namespace menshen
