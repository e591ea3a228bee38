// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"

#include <SQLiteCpp/Database.h>
#include <memory>
#include <string>

namespace menshen {

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

/// Makes an empty ledger of the newest schema under a temporary name and renames it into place, so that a file at `path`
/// is always a whole ledger. Does nothing when there is a file already. The caller holds the lock.
[[nodiscard]] Result<void> createLedgerIfMissing(const std::string &path);

/// Opens an existing ledger for writing, brought to the newest schema. Refuses, without changing a byte, an empty file,
/// another application's database and a newer schema (SchemaTooNew). `thorough`: also reads and checks every page.
[[nodiscard]] Result<std::unique_ptr<SQLite::Database>> openForWriting(const std::string &path, bool thorough);

/// Opens a ledger of exactly this schema read-only; such a connection never checkpoints.
[[nodiscard]] Result<std::unique_ptr<SQLite::Database>> openForReading(const std::string &path);

} // namespace menshen
