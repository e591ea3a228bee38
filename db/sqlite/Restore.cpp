// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/Backup.h"
#include "db/sqlite/ChainRows.h"
#include "db/sqlite/ChainWalk.h"
#include "db/sqlite/CompactCopy.h"
#include "db/sqlite/EnumNames.h"
#include "db/sqlite/JournalWriter.h"
#include "db/sqlite/LedgerFile.h"
#include "db/sqlite/SqliteErrors.h"
#include "db/sqlite/StoredBytes.h"

#include <SQLiteCpp/Transaction.h>
#include <algorithm>
#include <filesystem>

namespace menshen {
namespace {

namespace fs = std::filesystem;

/// What the backup holds, found sound.
struct Sound {
    LedgerIdentity identity;
    EntrySeq last;
    EntryHash hash;
    WallTime lastAt;
    std::optional<LedgerHead> lost;
};

Result<void> checkTargetIsFree(const std::string &target)
{
    std::error_code ignored;
    for (const char *suffix : {"", "-wal"})
        if (fs::exists(fs::symlink_status(target + suffix, ignored)))
            return Error{ErrorCode::BadInput, target + suffix + " is there: move it away first; a ledger is never overwritten"};
    return {};
}

/// Heads that speak of what came after the backup, and of nothing that an earlier restoration told already.
bool isBeyond(const LedgerHead &head, const Sound &backup)
{
    if (head.seq <= backup.last)
        return false;
    const auto *life = backup.identity.life(head.epoch);
    return !life || life->number == backup.identity.lives.back().number;
}

Result<void> checkKnownHead(SQLite::Database &db, const LedgerHead &head, const Sound &backup)
{
    if (head.station != backup.identity.station)
        return Error{ErrorCode::BadInput, "a head of another station, " + hexOf(head.station)};
    if (!isSignedBy(head, backup.identity.signingKey))
        return Error{ErrorCode::BadInput, "head " + std::to_string(head.number) + " is not signed with the backup's key"};
    const auto *life = backup.identity.life(head.epoch);
    if (!life || head.seq > backup.last || head.seq > life->last)
        return {};
    SQLite::Statement row(db, "SELECT hash FROM journal WHERE seq = ?");
    row.bind(1, head.seq.value);
    const auto there = row.executeStep() ? bytesOf<EntryHash>(row, 0) : genesisHash(head.station);
    if (there != head.hash)
        return Error{ErrorCode::Damaged, "the backup is not a copy of what head " + std::to_string(head.number) + " was signed on"};
    return {};
}

/// Every page, the whole chain, all keys.
Result<ChainVerdict> walk(const std::string &path, const std::shared_ptr<KeyRing> &keys)
{
    auto walk = ChainWalk::open(path, {{}, keys, std::nullopt});
    if (!walk)
        return walk.error();
    auto verdict = (*walk)->run({}, {});
    if (verdict && !verdict->sound())
        return Error{ErrorCode::Damaged, path + ": " + verdict->detail};
    return verdict;
}

Result<Sound> examined(SQLite::Database &db, const RestoreRequest &request, const std::shared_ptr<KeyRing> &keys)
{
    if (auto pages = checkEveryPage(db, {}); !pages)
        return Error{pages.error().code, request.backup + ": " + pages.error().detail};
    const auto verdict = walk(request.backup, keys);
    if (!verdict)
        return verdict.error();
    try {
        Sound sound{storedIdentity(db), verdict->checked, verdict->hash, {}, {}};
        SQLite::Statement last(db, "SELECT at_us FROM journal WHERE seq = ?");
        last.bind(1, sound.last.value);
        if (!last.executeStep())
            return Error{ErrorCode::Damaged, request.backup + ": holds no entry"};
        sound.lastAt = WallTime{Micros{last.getColumn(0).getInt64()}};
        for (const auto &head : request.knownHeads) {
            if (auto known = checkKnownHead(db, head, sound); !known)
                return known.error();
            if (isBeyond(head, sound) && (!sound.lost || sound.lost->seq < head.seq))
                sound.lost = head;
        }
        return sound;
    } catch (...) {
        return currentSqliteError("reading " + request.backup, db.getHandle());
    }
}

EpochEntry newLife(const Sound &backup)
{
    EpochEntry entry{backup.identity.station, randomBytes<EpochId>(), backup.identity.signingKey, EpochEntry::Restored{}};
    entry.restored->from = backup.identity.lives.back().id;
    entry.restored->last = backup.last;
    if (backup.lost)
        entry.restored->knownUntil = backup.lost->seq;
    return entry;
}

/// The life's row, its first entry and its first head, together. Nothing is projected from such an entry.
void beginLife(SQLite::Database &db, const std::shared_ptr<KeyRing> &keys, const EntryDraft &draft)
{
    SQLite::Transaction together(db, SQLite::TransactionBehavior::IMMEDIATE);
    JournalWriter journal(db, keys);
    auto end = journal.end();
    ++end.epoch;
    end.epochId = std::get<EpochEntry>(draft.entry).epoch;
    SQLite::Statement epoch(db, "INSERT INTO epochs VALUES (?, ?, ?)");
    epoch.bind(1, end.epoch);
    bindBytes(epoch, 2, end.epochId);
    epoch.bind(3, end.seq.value + 1);
    epoch.exec();
    journal.restore(end);
    journal.append(draft, encodedEntry(draft.entry));
    journal.sign(draft.at);
    together.commit();
}

Result<void> beginLifeIn(const std::string &path, const std::shared_ptr<KeyRing> &keys, const Sound &backup, const EntryDraft &draft)
{
    auto db = openForWriting(path, false);
    if (!db)
        return db.error();
    try {
        const auto end = chainEnd(**db, *keys);
        if (end.seq != backup.last || end.hash != backup.hash)
            return Error{ErrorCode::Damaged, "the copy does not end where the backup ends"};
        beginLife(**db, keys, draft);
        // Whole in one file, so that it can be renamed; the station's first opening turns the log on again.
        (*db)->exec("PRAGMA journal_mode = DELETE");
        return {};
    } catch (const DecodeError &error) {
        return Error{ErrorCode::Damaged, error.what()};
    } catch (...) {
        return currentSqliteError("beginning a new life of the ledger", (*db)->getHandle());
    }
}

/// Under a name that is not the ledger's yet.
Result<void> build(SQLite::Database &source, const std::string &unfinished, const std::shared_ptr<KeyRing> &keys, const Sound &backup,
                   const EntryDraft &draft)
{
    if (auto copied = copyCompact(source, unfinished, {}, {}); !copied)
        return copied;
    if (auto begun = beginLifeIn(unfinished, keys, backup, draft); !begun)
        return begun;
    if (const auto sound = walk(unfinished, keys); !sound)
        return sound.error();
    return syncFile(unfinished);
}

} // namespace

Result<RestoreReport> restoreLedger(const RestoreRequest &request, const StationSecret &secret, const Clock &clock, UtcOffset offset)
{
    if (auto free = checkTargetIsFree(request.target); !free)
        return free.error();
    auto source = openForReading(request.backup, ReadSchema::AnyWithJournal);
    if (!source)
        return source.error();
    const auto keys = KeyRing::open(**source, secret);
    if (!keys)
        return keys.error();
    const auto lock = LedgerLock::take(request.target);
    if (!lock)
        return lock.error();
    const auto backup = examined(**source, request, *keys);
    if (!backup)
        return backup.error();

    const auto now = clock.wall();
    const auto life = newLife(*backup);
    const std::string unfinished = request.target + ".new";
    removeWithSideFiles(unfinished); // of a creation or restoration that was cut short
    auto done = build(**source, unfinished, *keys, *backup, {now, hallDayOf(now, offset), request.actor, life});
    if (done)
        done = renameIntoPlace(unfinished, request.target);
    if (!done) {
        removeWithSideFiles(unfinished);
        return done.error();
    }
    return RestoreReport{backup->last, backup->lastAt, backup->lost, life.epoch};
}

} // namespace menshen
