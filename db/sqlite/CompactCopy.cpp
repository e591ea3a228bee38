// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/CompactCopy.h"

#include "db/sqlite/LedgerFile.h"
#include "db/sqlite/SqliteErrors.h"

#include <SQLiteCpp/Statement.h>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <sqlite3.h>
#include <system_error>
#include <unistd.h>

namespace menshen {
namespace {

namespace fs = std::filesystem;

constexpr int kPrivateFile = 0600;
constexpr int kStepsBetweenLooks = 50'000; ///< of SQLite's machine: some milliseconds

/// Lets a person stop a long statement of SQLite's, and sees it grow a file.
class Watch {
public:
    Watch(SQLite::Database &db, const std::stop_token &stop, std::function<void()> look) : m_db(db), m_stop(stop), m_look(std::move(look))
    {
        sqlite3_progress_handler(m_db.getHandle(), kStepsBetweenLooks, looked, this);
    }
    ~Watch() { sqlite3_progress_handler(m_db.getHandle(), 0, nullptr, nullptr); }
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;

private:
    static int looked(void *watch)
    {
        const auto &self = *static_cast<Watch *>(watch);
        if (self.m_look)
            self.m_look();
        return self.m_stop.stop_requested() ? 1 : 0;
    }

    SQLite::Database &m_db;
    const std::stop_token &m_stop;
    const std::function<void()> m_look;
};

Result<void> createPrivate(const std::string &path)
{
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kPrivateFile);
    if (descriptor < 0)
        return fileError("creating " + path);
    ::close(descriptor);
    return {};
}

Error stoppedOr(const std::stop_token &stop, const char *doing, sqlite3 *connection)
{
    auto error = currentSqliteError(doing, connection);
    return stop.stop_requested() ? Error{ErrorCode::Cancelled, std::string(doing) + " was stopped"} : error;
}

std::int64_t sizeOf(const std::string &path)
{
    std::error_code gone;
    const auto size = fs::file_size(path, gone);
    return gone ? 0 : static_cast<std::int64_t>(size);
}

Result<void> vacuumInto(SQLite::Database &source, const std::string &to, const UpkeepProgressSink &progress, const std::stop_token &stop)
{
    try {
        const auto pageSize = source.execAndGet("PRAGMA page_size").getInt64();
        const auto pages = source.execAndGet("PRAGMA page_count").getInt64() - source.execAndGet("PRAGMA freelist_count").getInt64();
        const Watch watch(source, stop, [&] {
            if (progress)
                progress({std::min(pages, sizeOf(to) / pageSize), pages});
        });
        SQLite::Statement vacuum(source, "VACUUM INTO ?");
        vacuum.bind(1, to);
        vacuum.exec();
        if (progress)
            progress({pages, pages});
        return {};
    } catch (...) {
        return stoppedOr(stop, "copying the ledger", source.getHandle());
    }
}

} // namespace

Error fileError(const std::string &what)
{
    const int problem = errno;
    const auto code = problem == ENOSPC || problem == EDQUOT                      ? ErrorCode::DiskFull
                      : problem == EACCES || problem == EPERM || problem == EROFS ? ErrorCode::Denied
                      : problem == ENOENT                                         ? ErrorCode::NotFound
                                                                                  : ErrorCode::Storage;
    return {code, what + ": " + std::generic_category().message(problem)};
}

void removeWithSideFiles(const std::string &path) noexcept
{
    std::error_code ignored;
    for (const char *suffix : {"", "-journal", "-wal", "-shm"})
        fs::remove(path + suffix, ignored);
}

Result<void> copyCompact(SQLite::Database &source, const std::string &to, const UpkeepProgressSink &progress, const std::stop_token &stop)
{
    if (auto made = createPrivate(to); !made)
        return made;
    auto copied = vacuumInto(source, to, progress, stop);
    if (copied && stop.stop_requested()) // a small one is copied before anybody looks
        copied = Error{ErrorCode::Cancelled, "copying the ledger was stopped"};
    if (!copied)
        removeWithSideFiles(to);
    return copied;
}

Result<void> checkEveryPage(SQLite::Database &db, const std::stop_token &stop)
{
    try {
        const Watch watch(db, stop, {});
        const auto answer = db.execAndGet("PRAGMA quick_check(1)").getString();
        return answer == "ok" ? Result<void>() : Result<void>(Error{ErrorCode::Damaged, answer});
    } catch (...) {
        return stoppedOr(stop, "checking every page", db.getHandle());
    }
}

Result<void> syncFile(const std::string &path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return fileError("opening " + path);
    const bool synced = ::fsync(descriptor) == 0;
    const auto error = fileError("syncing " + path);
    ::close(descriptor);
    return synced ? Result<void>() : Result<void>(error);
}

Result<void> renameIntoPlace(const std::string &unfinished, const std::string &path)
{
    bool renamed = ::renameat2(AT_FDCWD, unfinished.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE) == 0;
    int problem = errno;
    std::error_code ignored;
    if (!renamed && problem == EINVAL && !fs::exists(path, ignored)) // a file system that cannot (FAT, some networks')
    {
        renamed = ::rename(unfinished.c_str(), path.c_str()) == 0;
        problem = errno;
    }
    if (!renamed && fs::exists(path, ignored))
        return Error{ErrorCode::BadInput, path + " exists already"};
    errno = problem;
    if (!renamed)
        return fileError("renaming " + unfinished);
    return syncFolderOf(path);
}

} // namespace menshen
