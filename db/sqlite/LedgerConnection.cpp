// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/LedgerConnection.h"

#include "db/sqlite/ChainWalk.h"
#include "db/sqlite/EnumNames.h"
#include "db/sqlite/JournalRows.h"
#include "db/sqlite/LedgerFile.h"
#include "db/sqlite/Purge.h"
#include "db/sqlite/SqliteErrors.h"
#include "db/sqlite/StoredBytes.h"

#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

namespace menshen {
namespace {

constexpr int kRebuildPage = 500;
constexpr auto kEmptyingPause = 3s;

int rememberLogPages(void *pages, sqlite3 *, const char *, int inLog)
{
    *static_cast<int *>(pages) = inLog;
    return SQLITE_OK;
}

/// For a correction: the visit whose key seals it.
std::optional<EntrySeq> sealedLike(const Entry &entry)
{
    const auto *correction = std::get_if<CorrectionEntry>(&entry);
    return correction ? std::optional(correction->visit) : std::nullopt;
}

} // namespace

Result<std::unique_ptr<LedgerConnection>> LedgerConnection::open(const std::string &path, const std::shared_ptr<KeyRing> &keys,
                                                                 OpeningCheck check, std::int64_t tailEntries)
{
    auto db = openForWriting(path, check == OpeningCheck::EveryPage);
    if (!db)
        return db.error();
    return adopt(std::move(*db), keys, tailEntries);
}

Result<std::unique_ptr<LedgerConnection>> LedgerConnection::adopt(std::unique_ptr<SQLite::Database> db,
                                                                  const std::shared_ptr<KeyRing> &keys, std::int64_t tailEntries)
{
    if (const auto tail = verifyTail(*db, tailEntries); !tail.sound())
        return Error{ErrorCode::Damaged, db->getFilename() + ": the end of the chain is wrong: " + tail.detail};
    try {
        return std::unique_ptr<LedgerConnection>(new LedgerConnection(std::move(db), keys));
    } catch (...) {
        return currentSqliteError("opening the ledger", nullptr);
    }
}

LedgerConnection::LedgerConnection(std::unique_ptr<SQLite::Database> db, std::shared_ptr<KeyRing> keys)
    : m_db(std::move(db)), m_keys(std::move(keys)), m_journal(*m_db, m_keys), m_projector(*m_db, m_keys)
{
    // SQLite's own checkpoint after a commit swallows its errors, and a swallowed sync error loses data: ours reports.
    sqlite3_wal_hook(m_db->getHandle(), rememberLogPages, &m_logPages);
}

LedgerConnection::~LedgerConnection()
{
    // A connection that met an I/O error must not touch the file again, not even to checkpoint while closing.
    if (!m_usable)
        sqlite3_db_config(m_db->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

Error LedgerConnection::failure(const char *doing)
{
    auto failure = currentSqliteFailure(doing, m_db->getHandle());
    const bool rolledBack = sqlite3_get_autocommit(m_db->getHandle()) != 0;
    m_usable = m_usable && failure.connectionUsable && rolledBack;
    return std::move(failure.error);
}

template <typename Work>
auto LedgerConnection::inTransaction(const char *doing, ErrorCode notUnderstood, Work work) -> Result<decltype(work())>
{
    const auto before = m_journal.end();
    try {
        m_projector.refresh();
        SQLite::Transaction transaction(*m_db, SQLite::TransactionBehavior::IMMEDIATE);
        auto made = work();
        m_projector.finish();
        transaction.commit();
        m_journal.committed();
        return made;
    } catch (const DecodeError &error) {
        rollBack(before);
        return Error{notUnderstood, error.what()};
    } catch (...) {
        rollBack(before);
        return failure(doing);
    }
}

void LedgerConnection::rollBack(const ChainEnd &before)
{
    m_journal.restore(before);
    m_projector.refresh();
}

Receipt LedgerConnection::appendOne(const EncodedDraft &draft, EntrySeq before)
{
    if (const auto *reference = referenceOf(draft.draft.entry); reference && *reference == kEntryBefore) {
        auto resolved = draft.draft;
        *referenceOf(resolved.entry) = before;
        auto encoded = encodedEntry(resolved.entry);
        return appendOne({std::move(resolved), std::move(encoded)}, before);
    }
    const auto receipt = m_journal.append(draft.draft, draft.encoded, sealedLike(draft.draft.entry));
    m_projector.project(receipt.seq, draft.draft);
    return receipt;
}

Result<std::vector<Receipt>> LedgerConnection::write(std::span<const EncodedDraft *const> drafts, const HeadRule &heads)
{
    m_unsettled.clear();
    auto written = inTransaction("appending to the journal", ErrorCode::BadInput, [&] {
        std::vector<Receipt> receipts;
        receipts.reserve(drafts.size());
        for (const auto *draft : drafts)
            receipts.push_back(appendOne(*draft, receipts.empty() ? EntrySeq{} : receipts.back().seq));
        const auto &end = m_journal.end();
        if (end.seq.value - end.headSeq.value >= heads.entries || std::chrono::abs(heads.now - end.headAt) >= heads.interval)
            m_journal.sign(heads.now);
        m_unsettled = receipts;
        return receipts;
    });
    if (written || m_usable)
        m_unsettled.clear();
    return written;
}

Result<bool> LedgerConnection::stand(const std::vector<Receipt> &receipts)
{
    try {
        SQLite::Statement query(*m_db, "SELECT hash FROM journal WHERE seq = ?");
        for (const auto &receipt : receipts) {
            query.tryReset();
            query.bind(1, receipt.seq.value);
            if (!query.executeStep() || bytesOf<EntryHash>(query, 0) != receipt.hash)
                return false;
        }
        return true;
    } catch (...) {
        return failure("looking for entries in the journal");
    }
}

Result<void> LedgerConnection::sign(WallTime now)
{
    if (m_journal.end().headSeq == m_journal.end().seq && m_journal.end().headAt == now)
        return {};
    const auto signedHead = inTransaction("signing a head", ErrorCode::Damaged, [&] {
        m_journal.sign(now);
        return true;
    });
    return signedHead ? Result<void>() : Result<void>(signedHead.error());
}

Result<Destroyed> LedgerConnection::purge(const PurgeRequest &request, WallTime now, UtcOffset offset)
{
    const auto today = hallDayOf(now, offset);
    auto destroyed = inTransaction("purging", ErrorCode::Damaged, [&]() -> Result<Destroyed> {
        Purge purge(*m_db);
        auto days = purge.due(request, today);
        if (!days)
            return days.error();
        if (request.dryRun || days->empty())
            return Destroyed{purge.certificate(request, *days), std::nullopt};
        auto certificate = purge.destroy(request, *days, now);
        const auto receipt = m_journal.append({now, today, request.actor, certificate}, encodedEntry(certificate));
        m_journal.sign(now);
        return Destroyed{std::move(certificate), receipt};
    });
    if (!destroyed)
        return destroyed.error();
    if (*destroyed && (*destroyed)->receipt) {
        for (const auto &day : (*destroyed)->entry.days)
            m_journal.forget(day.key);
        m_projector.refresh();
        m_logHoldsDestroyed = true;
        // Now, before a backup or anybody else begins to read for long; a reader in the way is waited for once.
        if (auto emptied = checkpointAll(); !emptied)
            return emptied.error();
    }
    return *destroyed;
}

Result<void> LedgerConnection::rebuildProjections()
{
    const auto rebuilt = inTransaction("rebuilding the projections", ErrorCode::Damaged, [&] {
        m_projector.clear();
        projectJournal();
        return true;
    });
    return rebuilt ? Result<void>() : Result<void>(rebuilt.error());
}

void LedgerConnection::projectJournal()
{
    PersonalParts parts(*m_db, m_keys);
    EntrySeq after;
    while (true) {
        const auto records = journalRows(*m_db, parts, after, kRebuildPage);
        if (records.empty())
            return;
        for (const auto &record : records)
            m_projector.project(record.receipt.seq, {record.receipt.at, record.day, record.actor, record.entry});
        after = records.back().receipt.seq;
    }
}

Result<void> LedgerConnection::checkpointIfLong(int longLogPages)
{
    using std::chrono::steady_clock;
    if (m_logHoldsDestroyed && steady_clock::now() >= m_nextEmptying) {
        m_nextEmptying = steady_clock::now() + kEmptyingPause;
        sqlite3_busy_timeout(m_db->getHandle(), 0); // somebody reads: next time; nobody at the door waits for it
        auto emptied = checkpointAll();
        sqlite3_busy_timeout(m_db->getHandle(), kBusyTimeoutMs);
        return emptied;
    }
    if (m_logPages < longLogPages)
        return {};
    const auto moved = checkpoint(SQLITE_CHECKPOINT_PASSIVE);
    return moved ? Result<void>() : Result<void>(moved.error());
}

Result<void> LedgerConnection::checkpointAll()
{
    const auto emptied = checkpoint(SQLITE_CHECKPOINT_TRUNCATE);
    return emptied ? Result<void>() : Result<void>(emptied.error());
}

Result<void> LedgerConnection::settleLog()
{
    const auto settled = checkpoint(SQLITE_CHECKPOINT_TRUNCATE);
    if (!settled)
        return settled.error();
    if (settled->moved < settled->inLog)
        return Error{ErrorCode::Storage, "settling the ledger's log: somebody reads what stood there before"};
    return {};
}

Result<LedgerConnection::Checkpointed> LedgerConnection::checkpoint(int mode)
{
    Checkpointed pages;
    const int code = sqlite3_wal_checkpoint_v2(m_db->getHandle(), nullptr, mode, &pages.inLog, &pages.moved);
    if (code == SQLITE_OK && mode == SQLITE_CHECKPOINT_TRUNCATE)
        m_logHoldsDestroyed = false;
    if (code == SQLITE_OK || code == SQLITE_BUSY) // busy: a reader still needs the log; the next one gets it
        return pages;
    try {
        throw SQLite::Exception(m_db->getHandle(), code);
    } catch (...) {
        return failure("checkpointing the ledger");
    }
}

} // namespace menshen
