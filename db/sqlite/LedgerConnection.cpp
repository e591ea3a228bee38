// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/LedgerConnection.h"

#include "db/sqlite/EntryJson.h"
#include "db/sqlite/EnumNames.h"
#include "db/sqlite/JournalRows.h"
#include "db/sqlite/LedgerFile.h"
#include "db/sqlite/SqliteErrors.h"
#include "db/sqlite/StoredText.h"

#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

namespace menshen {
namespace {

constexpr int kLongLogPages = 1000;
constexpr int kRebuildPage = 500;

int rememberLogPages(void *pages, sqlite3 *, const char *, int inLog)
{
    *static_cast<int *>(pages) = inLog;
    return SQLITE_OK;
}

} // namespace

Result<std::unique_ptr<LedgerConnection>> LedgerConnection::open(const std::string &path, OpeningCheck check)
{
    auto db = openForWriting(path, check == OpeningCheck::EveryPage);
    if (!db)
        return db.error();
    try {
        return std::unique_ptr<LedgerConnection>(new LedgerConnection(std::move(*db)));
    } catch (...) {
        return currentSqliteError("opening " + path, nullptr);
    }
}

LedgerConnection::LedgerConnection(std::unique_ptr<SQLite::Database> db)
    : m_db(std::move(db)), m_insert(*m_db, "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?)"), m_projector(*m_db),
      m_head(journalHead(*m_db))
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
    m_usable = failure.connectionUsable && rolledBack;
    return std::move(failure.error);
}

void LedgerConnection::insert(EntrySeq seq, const EntryDraft &draft)
{
    const auto encoded = encodedEntry(draft.entry);
    m_insert.tryReset(); // reset() would throw what an earlier run of it met
    m_insert.bind(1, seq.value);
    m_insert.bind(2, static_cast<std::int64_t>(draft.at.time_since_epoch().count()));
    m_insert.bind(3, storedDay(draft.day));
    m_insert.bind(4, encoded.kind);
    m_insert.bind(5, draft.actor);
    m_insert.bind(6, encoded.body);
    if (encoded.personal)
        m_insert.bind(7, *encoded.personal);
    else
        m_insert.bind(7);
    m_insert.exec();

    // Projected from what was stored, not from what was given: so a rebuild cannot differ, and nothing gets a receipt
    // that could not be read back.
    auto stored = decodedEntry(seq, encoded.kind, encoded.body, encoded.personal);
    if (!stored)
        throw DecodeError(stored.error().detail);
    m_projector.project(seq, {draft.at, draft.day, draft.actor, std::move(*stored)});
}

Result<std::vector<Receipt>> LedgerConnection::write(std::span<const EntryDraft *const> drafts)
{
    for (const auto *draft : drafts)
        if (!draft->day.ok())
            return Error{ErrorCode::BadInput, "an entry's day does not exist"};
    try {
        std::vector<Receipt> receipts;
        EntrySeq head = m_head;
        SQLite::Transaction transaction(*m_db, SQLite::TransactionBehavior::IMMEDIATE);
        for (const auto *draft : drafts) {
            ++head.value;
            insert(head, *draft);
            receipts.push_back({head, draft->at});
        }
        transaction.commit();
        m_head = head;
        return receipts;
    } catch (const DecodeError &error) {
        return Error{ErrorCode::BadInput, error.what()};
    } catch (...) {
        return failure("appending to the journal");
    }
}

Result<void> LedgerConnection::rebuildProjections()
{
    try {
        SQLite::Transaction transaction(*m_db, SQLite::TransactionBehavior::IMMEDIATE);
        m_projector.clear();
        projectJournal();
        transaction.commit();
        return {};
    } catch (...) {
        return failure("rebuilding the projections");
    }
}

void LedgerConnection::projectJournal()
{
    EntrySeq after;
    while (true) {
        const auto records = journalRows(*m_db, after, kRebuildPage);
        if (records.empty())
            return;
        for (const auto &record : records)
            m_projector.project(record.receipt.seq, {record.receipt.at, record.day, record.actor, record.entry});
        after = records.back().receipt.seq;
    }
}

Result<void> LedgerConnection::checkpointIfLong()
{
    return m_logPages < kLongLogPages ? Result<void>() : checkpoint(SQLITE_CHECKPOINT_PASSIVE);
}

Result<void> LedgerConnection::checkpointAll() { return checkpoint(SQLITE_CHECKPOINT_TRUNCATE); }

Result<void> LedgerConnection::checkpoint(int mode)
{
    const int code = sqlite3_wal_checkpoint_v2(m_db->getHandle(), nullptr, mode, nullptr, nullptr);
    if (code == SQLITE_OK || code == SQLITE_BUSY) // busy: a reader still needs the log; the next one gets it
        return {};
    try {
        throw SQLite::Exception(m_db->getHandle(), code);
    } catch (...) {
        return failure("checkpointing the ledger");
    }
}

} // namespace menshen
