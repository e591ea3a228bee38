// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/LedgerFile.h"

#include "db/sqlite/CompactCopy.h"
#include "db/sqlite/JournalWriter.h"
#include "db/sqlite/KeySlotRows.h"
#include "db/sqlite/Migrations.h"
#include "db/sqlite/SqliteErrors.h"
#include "db/sqlite/StoredBytes.h"

#include <SQLiteCpp/Transaction.h>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sqlite3.h>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>

namespace menshen {
namespace {

namespace fs = std::filesystem;

constexpr int kPrivateFile = 0600; ///< the ledger holds personal data

Error systemError(const std::string &what)
{
    const int problem = errno;
    return {problem == ENOSPC || problem == EDQUOT ? ErrorCode::DiskFull : ErrorCode::Storage,
            what + ": " + std::generic_category().message(problem)};
}

Error refusal(ErrorCode code, const std::string &path, const std::string &why) { return {code, path + ": " + why}; }

/// SQLite counts its allocations under a lock of the whole process; nobody asks for the count. To be done before its first use.
void doNotCountMemory()
{
    static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(once);
}

/// Without it the bug of SQLite 3.7 … 3.51 that loses data when checkpoints race could be met from a second connection.
void neverCheckpoint(SQLite::Database &db)
{
    sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_wal_autocheckpoint(db.getHandle(), 0);
}

/// Refuses what is no ledger of ours or a newer one. Reads only.
Result<void> identify(SQLite::Database &db, const std::string &path)
{
    if (applicationId(db) != kApplicationId)
        return refusal(ErrorCode::Damaged, path, "not a Menshen ledger");
    const int known = allMigrations().back().version;
    const int found = schemaVersion(db);
    if (found > known)
        return refusal(ErrorCode::SchemaTooNew, path,
                       "schema " + std::to_string(found) + ", this program knows up to " + std::to_string(known));
    if (found < allMigrations().front().version)
        return refusal(ErrorCode::SchemaTooOld, path,
                       "schema " + std::to_string(found) +
                           " of a trial version, neither sealed nor chained: export it with the program "
                           "that wrote it, move it away and start anew");
    return {};
}

/// Every commit is synced (FULL): what was acknowledged survives a power cut.
void prepareForWriting(SQLite::Database &db)
{
    if (db.execAndGet("PRAGMA journal_mode = WAL").getString() != "wal")
        throw SQLite::Exception("write-ahead logging is not available here", SQLITE_CANTOPEN);
    db.exec("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;"
            "PRAGMA cache_size = -16384;" // KiB: the marks of persons lie all over their tree
            "PRAGMA journal_size_limit = 16777216");
}

void putWrapped(SQLite::Database &db, std::string_view name, const SecretKey &key, const SecretKey &root, const StationId &station)
{
    const auto blob = wrapped(key, root, station, name);
    SQLite::Statement insert(db, "INSERT INTO wrapped_keys VALUES (?, ?)");
    insert.bind(1, std::string(name));
    insert.bind(2, blob.data(), static_cast<int>(blob.size()));
    insert.exec();
}

void putIdentity(SQLite::Database &db, const EpochEntry &first, WallTime now)
{
    SQLite::Statement ledger(db, "INSERT INTO ledger VALUES (1, ?, ?, ?)");
    bindBytes(ledger, 1, first.station);
    bindBytes(ledger, 2, first.signingKey);
    ledger.bind(3, static_cast<std::int64_t>(now.time_since_epoch().count()));
    ledger.exec();
    SQLite::Statement epoch(db, "INSERT INTO epochs VALUES (1, ?, 1)");
    bindBytes(epoch, 1, first.epoch);
    epoch.exec();
}

/// Keys, identity, the first entry and the first head of a new ledger.
void beginLedger(SQLite::Database &db, const KeySlot &slot, const std::shared_ptr<KeyRing> &keys, WallTime now, UtcOffset offset)
{
    SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
    const EpochEntry first{keys->station(), randomBytes<EpochId>(), HeadSigner(keys->signing()).publicKey(), {}};
    putSlot(db, kStationSlot, slot);
    putWrapped(db, kIndexPurpose, keys->index(), keys->root(), keys->station());
    putWrapped(db, kSigningPurpose, keys->signing(), keys->root(), keys->station());
    putIdentity(db, first, now);
    JournalWriter journal(db, keys);
    journal.append({now, hallDayOf(now, offset), "station", first}, encodedEntry(first));
    journal.sign(now);
    transaction.commit();
}

Result<void> makeWhole(const std::string &path, const StationSecret &secret, WallTime now, UtcOffset offset)
{
    if (!sealingReady())
        return Error{ErrorCode::Internal, "libsodium cannot be initialised"};
    const auto keys = std::make_shared<KeyRing>(secret.station.value_or(randomBytes<StationId>()), randomKey(), randomKey(), randomKey());
    const auto slot = makeSlot(keys->root(), secret, keys->station());
    if (!slot)
        return slot.error();
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, kPrivateFile);
    if (descriptor < 0)
        return systemError("creating " + path);
    ::close(descriptor);
    try {
        SQLite::Database db(path, SQLite::OPEN_READWRITE, kBusyTimeoutMs);
        prepareForWriting(db);
        migrate(db, allMigrations());
        beginLedger(db, *slot, keys, now, offset);
        return {};
    } catch (...) {
        return currentSqliteError("creating " + path, nullptr);
    }
}

} // namespace

Result<LedgerLock> LedgerLock::take(const std::string &ledgerPath)
{
    const std::string path = ledgerPath + ".lock";
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kPrivateFile);
    if (descriptor < 0)
        return systemError("opening " + path);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        return LedgerLock(descriptor);
    const auto error = errno == EWOULDBLOCK ? refusal(ErrorCode::Storage, ledgerPath, "another program is writing this ledger")
                                            : systemError("locking " + path);
    ::close(descriptor);
    return error;
}

LedgerLock::~LedgerLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor); // the lock goes with it
}

Result<void> syncFolderOf(const std::string &path)
{
    const auto folder = fs::absolute(path).parent_path();
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return systemError(folder.string());
    const bool synced = ::fsync(descriptor) == 0;
    const auto error = systemError("syncing " + folder.string());
    ::close(descriptor);
    return synced ? Result<void>() : Result<void>(error);
}

Result<bool> ledgerExists(const std::string &path)
{
    std::error_code problem;
    const auto found = fs::symlink_status(path, problem); // a link that leads nowhere is a disk that is not mounted, not a new station
    if (found.type() != fs::file_type::not_found)
        return found.type() == fs::file_type::none ? Result<bool>(refusal(ErrorCode::Storage, path, problem.message()))
                                                   : Result<bool>(true);
    if (fs::exists(path + "-wal", problem))
        return refusal(ErrorCode::Storage, path, "missing, but its -wal file is there: put the ledger back, or move both away");
    if (fs::exists(path + ".reserve", problem))
        return refusal(ErrorCode::Storage, path,
                       "missing, but there was one: its .reserve file is there. Put the ledger or a backup back (menshenctl ledger "
                       "restore); to begin a new one, remove that file");
    return false;
}

Result<void> createLedger(const std::string &path, const StationSecret &secret, WallTime now, UtcOffset offset)
{
    doNotCountMemory();
    const std::string unfinished = path + ".new"; // of a creation that was cut short
    std::error_code problem;
    for (const char *suffix : {"", "-wal", "-shm"})
        fs::remove(unfinished + suffix, problem);
    if (auto made = makeWhole(unfinished, secret, now, offset); !made) {
        fs::remove(unfinished, problem);
        return made;
    }
    return renameIntoPlace(unfinished, path);
}

Result<StationSecret> stationSecret(const std::string &path, StationKeyStore &store)
{
    auto secret = store.load();
    if (secret || secret.error().code != ErrorCode::NotFound)
        return secret;
    return refusal(ErrorCode::KeyMissing, path,
                   "this ledger is sealed and its key is missing (" + store.description() +
                       "): put the key back, or give the ledger a new one with the recovery passphrase (menshenctl keys recover)");
}

Result<std::unique_ptr<SQLite::Database>> openForWriting(const std::string &path, bool thorough)
{
    doNotCountMemory();
    std::error_code problem;
    const auto size = fs::file_size(path, problem);
    if (problem)
        return refusal(ErrorCode::Storage, path, problem.message());
    if (size == 0)
        return refusal(ErrorCode::Damaged, path, "empty, not a ledger; a lost ledger is never replaced by a new one");
    try {
        auto db = std::make_unique<SQLite::Database>(path, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, kBusyTimeoutMs);
        neverCheckpoint(*db); // until it is known to be ours
        if (auto ours = identify(*db, path); !ours)
            return ours.error();
        sqlite3_db_config(db->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
        prepareForWriting(*db);
        if (thorough)
            if (auto sound = checkEveryPage(*db, {}); !sound)
                return refusal(sound.error().code, path, sound.error().detail);
        migrate(*db, allMigrations());
        return db;
    } catch (...) {
        return currentSqliteError("opening " + path, nullptr);
    }
}

Result<std::unique_ptr<SQLite::Database>> openForReading(const std::string &path, ReadSchema wanted)
{
    doNotCountMemory();
    std::error_code problem;
    if (!fs::exists(path, problem))
        return refusal(ErrorCode::NotFound, path, "no such file");
    try {
        auto db = std::make_unique<SQLite::Database>(path, SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX, kBusyTimeoutMs);
        neverCheckpoint(*db);
        if (auto ours = identify(*db, path); !ours)
            return ours.error();
        if (wanted == ReadSchema::Newest && schemaVersion(*db) < allMigrations().back().version)
            return refusal(ErrorCode::SchemaTooOld, path, "older schema: start the station once, it brings the ledger up to date");
        return db;
    } catch (...) {
        return currentSqliteError("opening " + path, nullptr);
    }
}

} // namespace menshen
