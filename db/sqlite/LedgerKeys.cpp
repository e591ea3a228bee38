// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/LedgerKeys.h"

#include "db/sqlite/ChainWalk.h"
#include "db/sqlite/JournalWriter.h"
#include "db/sqlite/KeySlotRows.h"
#include "db/sqlite/LedgerFile.h"
#include "db/sqlite/SqliteErrors.h"
#include "db/sqlite/StoredBytes.h"

#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

namespace menshen {
namespace {

constexpr std::int64_t kTailEntries = 1000;

/// A ledger on which nobody else works. The lock goes last.
struct HeldLedger {
    LedgerLock lock;
    std::unique_ptr<SQLite::Database> db;
};

Result<HeldLedger> heldLedger(const std::string &path)
{
    if (!sealingReady())
        return Error{ErrorCode::Internal, "libsodium cannot be initialised"};
    const auto exists = ledgerExists(path);
    if (!exists)
        return exists.error();
    if (!*exists)
        return Error{ErrorCode::NotFound, path + ": no such file"};
    auto lock = LedgerLock::take(path);
    if (!lock)
        return lock.error();
    auto db = openForWriting(path, false);
    if (!db)
        return db.error();
    return HeldLedger{std::move(*lock), std::move(*db)};
}

/// All of `work` or none of it; what it throws or returns as an error undoes it.
template <typename Work>
Result<void> inTransaction(SQLite::Database &db, const char *doing, Work work)
{
    try {
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        Result<void> done = work();
        if (done)
            transaction.commit();
        return done;
    } catch (const DecodeError &error) {
        return Error{ErrorCode::Damaged, error.what()};
    } catch (...) {
        auto failure = currentSqliteFailure(doing, db.getHandle());
        if (!failure.connectionUsable) // then it must not touch the file again, not even to checkpoint while closing
            sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        return std::move(failure.error);
    }
}

/// What was wrapped under an old key must not stay in the log. A failure here undoes nothing: the next checkpoint does it.
void emptyLog(SQLite::Database &db) { sqlite3_wal_checkpoint_v2(db.getHandle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr); }

StationSecret secretOr(const std::optional<StationSecret> &fresh, const StationId &station)
{
    return fresh ? StationSecret{station, fresh->secret} : StationSecret{station, randomKey()};
}

StationId stationOf(SQLite::Database &db)
{
    SQLite::Statement query(db, "SELECT station FROM ledger");
    if (!query.executeStep())
        throw DecodeError("the ledger does not say whose it is");
    return bytesOf<StationId>(query, 0);
}

// ---- Rotation ----------------------------------------------------------------------------------------------------

void rewrapOwnKey(SQLite::Database &db, std::string_view name, const SecretKey &key, const KeyRing &keys)
{
    const auto blob = wrapped(key, keys.root(), keys.station(), name);
    SQLite::Statement update(db, "UPDATE wrapped_keys SET wrapped = ? WHERE name = ?");
    update.bind(1, blob.data(), static_cast<int>(blob.size()));
    update.bind(2, std::string(name));
    update.exec();
}

void rewrapDayKeys(SQLite::Database &db, KeyRing &old, const KeyRing &fresh)
{
    SQLite::Statement rows(db, "SELECT id, wrapped FROM day_keys WHERE wrapped IS NOT NULL");
    SQLite::Statement update(db, "UPDATE day_keys SET wrapped = ? WHERE id = ?");
    while (rows.executeStep()) {
        const auto id = rows.getColumn(0).getInt64();
        const auto key = old.dayKey(id, storedBytes(rows, 1));
        if (!key)
            throw DecodeError("day key " + std::to_string(id) + " does not open: it was changed or is another ledger's");
        const auto blob = wrapped(*key, fresh.root(), fresh.station(), dayKeyPurpose(id));
        update.reset();
        update.bind(1, blob.data(), static_cast<int>(blob.size()));
        update.bind(2, id);
        update.exec();
    }
}

/// The slot that `secret` opens, for another root.
Result<KeySlot> slotForRoot(SQLite::Database &db, const StationSecret &secret, const KeyRing &old, const SecretKey &root)
{
    const auto slot = slotNamed(db, kStationSlot);
    if (slot && slot->kind == KeySlot::Kind::Passphrase)
        return resealedSlot(*slot, old.root(), root, old.station()); // cheaper than another Argon2id
    return makeSlot(root, secret, old.station());
}

struct Rotation {
    const StationSecret &old, &next;
    const KeySlot &nextSlot; ///< made before: a passphrase takes a second
    std::shared_ptr<KeyRing> oldKeys, keys;
    WallTime now;
    HallDay today;
};

Result<void> rotate(SQLite::Database &db, const Rotation &rotation)
{
    rewrapOwnKey(db, kIndexPurpose, rotation.keys->index(), *rotation.keys);
    rewrapOwnKey(db, kSigningPurpose, rotation.keys->signing(), *rotation.keys);
    rewrapDayKeys(db, *rotation.oldKeys, *rotation.keys);
    const auto still = slotForRoot(db, rotation.old, *rotation.oldKeys, rotation.keys->root());
    if (!still)
        return still.error();
    putSlot(db, kStationSlot, *still);
    putSlot(db, kNextSlot, rotation.nextSlot);
    if (const auto recovery = slotNamed(db, kRecoverySlot)) {
        const auto resealed = resealedSlot(*recovery, rotation.oldKeys->root(), rotation.keys->root(), rotation.keys->station());
        if (!resealed)
            return Error{resealed.error().code, "the recovery passphrase's slot was changed by somebody: set the recovery passphrase anew"};
        putSlot(db, kRecoverySlot, *resealed);
    }
    const KeysRotatedEntry entry;
    JournalWriter journal(db, rotation.keys);
    journal.append({rotation.now, rotation.today, "ctl", entry}, encodedEntry(entry));
    journal.sign(rotation.now);
    return {};
}

/// The ledger opens with the old secret and with `next`: the store takes it, then the old one goes.
Result<void> handOver(SQLite::Database &db, StationKeyStore &store, const StationSecret &next, const StationId &station)
{
    if (auto replaced = store.replace(next); !replaced)
        return Error{replaced.error().code,
                     "the new secret could not be put in place, what opened the ledger before still does; nothing is "
                     "lost, run it again (" +
                         store.description() + "): " + replaced.error().detail};
    if (auto settled = settleKeys(db, next, station); !settled)
        return Error{settled.error().code, "the new secret is in place and opens the ledger; the old one does, too, until the station has "
                                           "been started: " +
                                               settled.error().detail};
    emptyLog(db);
    return {};
}

// ---- Recovery ----------------------------------------------------------------------------------------------------

/// A key of another ledger is never written over. One that is missing, damaged or open to others is.
Result<void> mayBeReplaced(StationKeyStore &store, const StationId &station)
{
    const auto held = store.load();
    if (held && held->station && *held->station != station)
        return Error{ErrorCode::WrongStation, store.description() + ": holds the key of station " + hexOf(*held->station) +
                                                  ", this is the ledger of station " + hexOf(station) + ": move that key away first"};
    return {};
}

Result<SecretKey> recoveredRoot(SQLite::Database &db, const Passphrase &recovery, const StationId &station)
{
    const auto slot = slotNamed(db, kRecoverySlot);
    if (!slot)
        return Error{ErrorCode::NotFound, "this ledger has no recovery passphrase"};
    return openSlot(*slot, {station, recovery}, station);
}

/// Puts the slot of `next` beside the lost one's.
Result<void> readmit(SQLite::Database &db, const Passphrase &recovery, const StationSecret &next, const StationId &station,
                     PassphraseCost cost)
{
    const auto root = recoveredRoot(db, recovery, station);
    if (!root)
        return root.error();
    const auto slot = makeSlot(*root, next, station, cost);
    if (!slot)
        return slot.error();
    return inTransaction(db, "making a new key slot", [&]() -> Result<void> {
        putSlot(db, kNextSlot, *slot);
        const auto keys = KeyRing::open(db, next); // also that the root is this ledger's
        return keys ? Result<void>() : Result<void>(keys.error());
    });
}

void readStatus(SQLite::Database &db, KeyStatus &status)
{
    SQLite::Statement ledger(db, "SELECT signing_key FROM ledger");
    ledger.executeStep();
    status.station = stationOf(db);
    status.signingKey = bytesOf<SigningPublicKey>(ledger, 0);
    const auto slot = slotNamed(db, kStationSlot);
    status.stationSlot = slot ? slot->kind : KeySlot::Kind::Key;
    status.recoverySet = slotNamed(db, kRecoverySlot).has_value();
    status.unfinished = slotNamed(db, kNextSlot).has_value();
    SQLite::Statement keys(db, "SELECT count(*), count(destroyed_us) FROM day_keys");
    keys.executeStep();
    status.dayKeys = keys.getColumn(0).getInt64();
    status.destroyedKeys = keys.getColumn(1).getInt64();
}

} // namespace

Result<KeyStatus> keyStatus(const std::string &path, const std::optional<StationSecret> &secret)
{
    auto db = openForReading(path);
    if (!db)
        return db.error();
    KeyStatus status;
    try {
        readStatus(**db, status);
    } catch (const DecodeError &error) {
        return Error{ErrorCode::Damaged, path + ": " + error.what()};
    } catch (...) {
        return currentSqliteError("reading the ledger's keys", (*db)->getHandle());
    }
    if (!secret)
        return status;
    const auto keys = KeyRing::open(**db, *secret);
    if (!keys && keys.error().code != ErrorCode::WrongKey && keys.error().code != ErrorCode::WrongStation)
        return keys.error();
    status.opens = keys.has_value();
    return status;
}

Result<void> setRecovery(const std::string &path, StationKeyStore &store, const Passphrase &recovery, PassphraseCost cost)
{
    if (auto good = checkPassphrase(recovery.text()); !good)
        return good;
    auto held = heldLedger(path);
    if (!held)
        return held.error();
    const auto secret = stationSecret(path, store);
    if (!secret)
        return secret.error();
    const auto keys = KeyRing::open(*held->db, *secret);
    if (!keys)
        return keys.error();
    const auto slot = makeSlot((*keys)->root(), {std::nullopt, recovery}, (*keys)->station(), cost);
    if (!slot)
        return slot.error();
    auto put = inTransaction(*held->db, "setting the recovery passphrase", [&]() -> Result<void> {
        putSlot(*held->db, kRecoverySlot, *slot);
        return {};
    });
    if (put)
        emptyLog(*held->db); // the passphrase before must not open it any more
    return put;
}

Result<void> rotateKeys(const std::string &path, StationKeyStore &store, const Clock &clock, UtcOffset offset,
                        const std::optional<StationSecret> &fresh, PassphraseCost cost)
{
    auto held = heldLedger(path);
    if (!held)
        return held.error();
    auto &db = *held->db;
    const auto secret = stationSecret(path, store);
    if (!secret)
        return secret.error();
    const auto old = KeyRing::open(db, *secret);
    if (!old)
        return old.error();
    const auto station = (*old)->station();
    if (auto settled = settleKeys(db, *secret, station); !settled)
        return settled;
    if (const auto tail = verifyTail(db, kTailEntries); !tail.sound())
        return Error{ErrorCode::Damaged, path + ": the end of the chain is wrong: " + tail.detail};
    const auto next = secretOr(fresh, station);
    const auto keys = std::make_shared<KeyRing>(station, randomKey(), (*old)->index(), (*old)->signing());
    const auto nextSlot = makeSlot(keys->root(), next, station, cost);
    if (!nextSlot)
        return nextSlot.error();
    const auto now = clock.wall();
    const Rotation rotation{*secret, next, *nextSlot, *old, keys, now, hallDayOf(now, offset)};
    if (auto rotated = inTransaction(db, "rotating the keys", [&] { return rotate(db, rotation); }); !rotated)
        return rotated;
    return handOver(db, store, next, station);
}

Result<void> recoverKeys(const std::string &path, const Passphrase &recovery, StationKeyStore &store,
                         const std::optional<StationSecret> &fresh, PassphraseCost cost)
{
    auto held = heldLedger(path);
    if (!held)
        return held.error();
    auto &db = *held->db;
    try {
        const auto station = stationOf(db);
        const auto next = secretOr(fresh, station);
        if (std::holds_alternative<SecretKey>(next.secret)) // a passphrase's store would ask for the lost one
            if (auto may = mayBeReplaced(store, station); !may)
                return may;
        if (auto readmitted = readmit(db, recovery, next, station, cost); !readmitted)
            return readmitted;
        return handOver(db, store, next, station);
    } catch (const DecodeError &error) {
        return Error{ErrorCode::Damaged, path + ": " + error.what()};
    } catch (...) {
        return currentSqliteError("recovering the ledger's keys", db.getHandle());
    }
}

Result<void> settleKeys(SQLite::Database &db, const StationSecret &secret, const StationId &station)
{
    try {
        const auto next = slotNamed(db, kNextSlot);
        if (!next)
            return {};
        const bool taken = openSlot(*next, secret, station).has_value();
        const auto current = taken ? std::nullopt : slotNamed(db, kStationSlot);
        if (!taken && (!current || !openSlot(*current, secret, station)))
            return Error{ErrorCode::WrongKey, "this secret opens neither of the ledger's two slots"};
        return inTransaction(db, "ending a rotation of keys", [&]() -> Result<void> {
            if (taken)
                putSlot(db, kStationSlot, *next);
            removeSlot(db, kNextSlot);
            return {};
        });
    } catch (...) {
        return currentSqliteError("ending a rotation of keys", db.getHandle());
    }
}

} // namespace menshen
