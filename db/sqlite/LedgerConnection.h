// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/EntryJson.h"
#include "db/sqlite/JournalWriter.h"
#include "db/sqlite/Projector.h"
#include "menshen/core/Result.h"
#include "menshen/ports/LedgerUpkeep.h"

#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace menshen {

/// How much is looked at when a ledger is opened. Every page: before a rebuild, and after an I/O error unless the file is so
/// large that the door would have to wait (the whole chain is walked in the background then).
enum class OpeningCheck : std::uint8_t { Tail, EveryPage };

/// An entry with what will be stored of it, made by whoever appends it.
struct EncodedDraft {
    EntryDraft draft;
    EncodedEntry encoded;
};

/// The one connection that writes and checkpoints a ledger; whoever has it holds the ledger's lock. Not thread-safe.
class LedgerConnection {
public:
    /// `tailEntries`: how far back the chain is walked. Damaged when anything is wrong with it.
    [[nodiscard]] static Result<std::unique_ptr<LedgerConnection>> open(const std::string &path, const std::shared_ptr<KeyRing> &keys,
                                                                        OpeningCheck check, std::int64_t tailEntries);
    /// The same for a ledger that was opened for writing already.
    [[nodiscard]] static Result<std::unique_ptr<LedgerConnection>> adopt(std::unique_ptr<SQLite::Database> db,
                                                                         const std::shared_ptr<KeyRing> &keys, std::int64_t tailEntries);
    ~LedgerConnection();

    /// When a head is due, and by whose clock.
    struct HeadRule {
        std::int64_t entries = 0;
        Micros interval{};
        WallTime now;
    };
    /// All of `drafts` in one transaction with their projections and a head if one is due, or none. A draft's kEntryBefore is
    /// the draft before it, whatever the ledger writes in between. BadInput: one of them was refused.
    [[nodiscard]] Result<std::vector<Receipt>> write(std::span<const EncodedDraft *const> drafts, const HeadRule &heads);
    /// After write() failed on a connection that is not usable any more: the receipts of what may be durable nevertheless, for the
    /// commit itself may have met the error. Empty: nothing is.
    [[nodiscard]] std::vector<Receipt> takeUnsettled() { return std::exchange(m_unsettled, {}); }
    /// Whether exactly these entries stand in the journal.
    [[nodiscard]] Result<bool> stand(const std::vector<Receipt> &receipts);
    /// A head now, unless the newest one is of the newest entry and of this moment.
    [[nodiscard]] Result<void> sign(WallTime now);
    [[nodiscard]] Result<Destroyed> purge(const PurgeRequest &request, WallTime now, UtcOffset offset);
    [[nodiscard]] Result<void> rebuildProjections();

    /// Moves the log into the file when it has grown long; never waits for readers. After a purge: everything, for the log still
    /// holds what has been destroyed.
    [[nodiscard]] Result<void> checkpointIfLong(int longLogPages);
    /// Moves everything and empties the log; waits for readers as long as the busy timeout.
    [[nodiscard]] Result<void> checkpointAll();
    /// The same, and an error when a reader kept a part in the log: what an earlier failed commit left there was never synced for
    /// sure, in the file it is.
    [[nodiscard]] Result<void> settleLog();

    /// False after an I/O error: drop this connection and open another.
    [[nodiscard]] bool usable() const noexcept { return m_usable; }
    [[nodiscard]] const ChainEnd &end() const noexcept { return m_journal.end(); }

private:
    LedgerConnection(std::unique_ptr<SQLite::Database> db, std::shared_ptr<KeyRing> keys);
    void rollBack(const ChainEnd &before);
    Receipt appendOne(const EncodedDraft &draft, EntrySeq before);
    void projectJournal();
    /// `notUnderstood`: what it means when something cannot be decoded: the entry given, or the ledger's own.
    template <typename Work>
    [[nodiscard]] auto inTransaction(const char *doing, ErrorCode notUnderstood, Work work) -> Result<decltype(work())>;
    struct Checkpointed {
        int inLog = 0, moved = 0; ///< pages
    };
    [[nodiscard]] Result<Checkpointed> checkpoint(int mode);
    [[nodiscard]] Error failure(const char *doing);

    std::unique_ptr<SQLite::Database> m_db; ///< before the statements: they end first
    const std::shared_ptr<KeyRing> m_keys;
    JournalWriter m_journal;
    Projector m_projector;
    int m_logPages = 0;                                   ///< of the write-ahead log, after the last commit
    bool m_logHoldsDestroyed = true;                      ///< or may: of a program that was killed before it could empty it
    std::chrono::steady_clock::time_point m_nextEmptying; ///< not before
    std::vector<Receipt> m_unsettled;                     ///< of the last write, until it is known to have committed
    bool m_usable = true;
};

} // namespace menshen
