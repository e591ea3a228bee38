// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/Projector.h"
#include "menshen/core/Result.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace menshen {

/// How much is looked at when a ledger is opened. Every page: after an I/O error, and before a rebuild.
enum class OpeningCheck : std::uint8_t { Header, EveryPage };

/// The one connection that writes and checkpoints a ledger; whoever has it holds the ledger's lock. Not thread-safe.
class LedgerConnection {
public:
    [[nodiscard]] static Result<std::unique_ptr<LedgerConnection>> open(const std::string &path, OpeningCheck check);
    ~LedgerConnection();

    /// All of `drafts` in one transaction with their projections, or none. BadInput: one of them was refused.
    [[nodiscard]] Result<std::vector<Receipt>> write(std::span<const EntryDraft *const> drafts);
    [[nodiscard]] Result<void> rebuildProjections();

    /// Moves the log into the file when it has grown long; never waits for readers.
    [[nodiscard]] Result<void> checkpointIfLong();
    /// Moves everything and empties the log; waits for readers as long as the busy timeout.
    [[nodiscard]] Result<void> checkpointAll();

    /// False after an I/O error: drop this connection and open another, which checks every page.
    [[nodiscard]] bool usable() const noexcept { return m_usable; }
    [[nodiscard]] EntrySeq head() const noexcept { return m_head; }

private:
    explicit LedgerConnection(std::unique_ptr<SQLite::Database> db);
    void insert(EntrySeq seq, const EntryDraft &draft);
    void projectJournal();
    [[nodiscard]] Result<void> checkpoint(int mode);
    [[nodiscard]] Error failure(const char *doing);

    std::unique_ptr<SQLite::Database> m_db; ///< before the statements: they end first
    SQLite::Statement m_insert;
    Projector m_projector;
    EntrySeq m_head;
    int m_logPages = 0; ///< of the write-ahead log, after the last commit
    bool m_usable = true;
};

} // namespace menshen
