// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Ledger.h"

#include <memory>
#include <string>

namespace menshen {

/// The ledger in a SQLite file. One thread owns the only connection that writes and checkpoints; what waits while it
/// syncs goes into the next transaction together (group commit). Thread-safe.
///
/// When the disk is full every waiting entry fails with DiskFull and nothing half-written stays; appending works again as
/// soon as there is room. After an I/O error the waiting entries fail with Storage, the connection is dropped and another
/// is opened and checked page by page; a `ledger_recovered` entry then tells of it. An entry that failed with Storage has no
/// receipt, but may still be found in the ledger: never the other way round.
class SqliteLedger final : public Ledger {
public:
    /// Opens the ledger at `path`, or makes a new one where there is no file. Never replaces one that cannot be read.
    /// Storage: unreadable, no ledger, or another program is writing it. SchemaTooNew, DiskFull.
    [[nodiscard]] static Result<std::unique_ptr<SqliteLedger>> open(const std::string &path);

    /// Builds every projection anew from the journal, while no station runs on it. Checks every page first.
    [[nodiscard]] static Result<void> rebuildProjections(const std::string &path);

    ~SqliteLedger() override; ///< stops
    SqliteLedger(const SqliteLedger &) = delete;
    SqliteLedger &operator=(const SqliteLedger &) = delete;

    /// After stop() `done` is called at once, on the caller's thread, with Storage. `done` must not throw.
    void append(EntryDraft draft, Done done) override;

    /// Writes what waits, empties the log into the file and closes it. Idempotent; not from within a `done`.
    void stop();

    /// The newest durable entry; 0 when there is none.
    [[nodiscard]] EntrySeq head() const;

private:
    class Writer;
    explicit SqliteLedger(std::unique_ptr<Writer> writer);
    std::unique_ptr<Writer> m_writer;
};

} // namespace menshen
