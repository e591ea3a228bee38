// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/LedgerFile.h"

#include "db/sqlite/Migrations.h"
#include "db/sqlite/SqliteErrors.h"

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

constexpr int kBusyTimeoutMs = 2000;
constexpr int kPrivateFile = 0600; ///< the ledger holds personal data

Error systemError(const std::string &what)
{
    const int problem = errno;
    return {problem == ENOSPC || problem == EDQUOT ? ErrorCode::DiskFull : ErrorCode::Storage,
            what + ": " + std::generic_category().message(problem)};
}

Error refusal(ErrorCode code, const std::string &path, const std::string &why) { return {code, path + ": " + why}; }

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
        return refusal(ErrorCode::Storage, path, "not a Menshen ledger");
    const int known = allMigrations().back().version;
    const int found = schemaVersion(db);
    if (found > known)
        return refusal(ErrorCode::SchemaTooNew, path,
                       "schema " + std::to_string(found) + ", this program knows up to " + std::to_string(known));
    return {};
}

/// Every commit is synced (FULL): what was acknowledged survives a power cut.
void prepareForWriting(SQLite::Database &db)
{
    if (db.execAndGet("PRAGMA journal_mode = WAL").getString() != "wal")
        throw SQLite::Exception("write-ahead logging is not available here", SQLITE_CANTOPEN);
    db.exec("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;"
            "PRAGMA journal_size_limit = 16777216");
}

Result<void> checkPages(SQLite::Database &db, const std::string &path)
{
    const auto answer = db.execAndGet("PRAGMA quick_check(1)").getString();
    if (answer != "ok")
        return refusal(ErrorCode::Storage, path, "damaged: " + answer);
    return {};
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

Result<void> makeWhole(const std::string &path)
{
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, kPrivateFile);
    if (descriptor < 0)
        return systemError("creating " + path);
    ::close(descriptor);
    try {
        SQLite::Database db(path, SQLite::OPEN_READWRITE, kBusyTimeoutMs);
        prepareForWriting(db);
        migrate(db, allMigrations());
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

Result<void> createLedgerIfMissing(const std::string &path)
{
    std::error_code problem;
    if (fs::exists(path, problem))
        return {};
    if (fs::exists(path + "-wal", problem))
        return refusal(ErrorCode::Storage, path, "missing, but its -wal file is there: put the ledger back, or move both away");
    const std::string unfinished = path + ".new"; // of a creation that was cut short
    for (const char *suffix : {"", "-wal", "-shm"})
        fs::remove(unfinished + suffix, problem);
    if (auto made = makeWhole(unfinished); !made) {
        fs::remove(unfinished, problem);
        return made;
    }
    if (::rename(unfinished.c_str(), path.c_str()) != 0)
        return systemError("renaming " + unfinished);
    return syncFolderOf(path);
}

Result<std::unique_ptr<SQLite::Database>> openForWriting(const std::string &path, bool thorough)
{
    std::error_code problem;
    const auto size = fs::file_size(path, problem);
    if (problem)
        return refusal(ErrorCode::Storage, path, problem.message());
    if (size == 0)
        return refusal(ErrorCode::Storage, path, "empty, not a ledger; a lost ledger is never replaced by a new one");
    try {
        auto db = std::make_unique<SQLite::Database>(path, SQLite::OPEN_READWRITE, kBusyTimeoutMs);
        neverCheckpoint(*db); // until it is known to be ours
        if (auto ours = identify(*db, path); !ours)
            return ours.error();
        sqlite3_db_config(db->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
        prepareForWriting(*db);
        if (thorough)
            if (auto sound = checkPages(*db, path); !sound)
                return sound.error();
        migrate(*db, allMigrations());
        return db;
    } catch (...) {
        return currentSqliteError("opening " + path, nullptr);
    }
}

Result<std::unique_ptr<SQLite::Database>> openForReading(const std::string &path)
{
    std::error_code problem;
    if (!fs::exists(path, problem))
        return refusal(ErrorCode::NotFound, path, "no such file");
    try {
        auto db = std::make_unique<SQLite::Database>(path, SQLite::OPEN_READONLY, kBusyTimeoutMs);
        neverCheckpoint(*db);
        if (auto ours = identify(*db, path); !ours)
            return ours.error();
        if (schemaVersion(*db) < allMigrations().back().version)
            return refusal(ErrorCode::Storage, path, "older schema: start the station once, it brings the ledger up to date");
        return db;
    } catch (...) {
        return currentSqliteError("opening " + path, nullptr);
    }
}

} // namespace menshen
