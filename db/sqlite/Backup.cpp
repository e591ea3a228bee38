// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/Backup.h"

#include "db/sqlite/BackupFolder.h"
#include "db/sqlite/ChainWalk.h"
#include "db/sqlite/CompactCopy.h"
#include "db/sqlite/LedgerFile.h"
#include "db/sqlite/SqliteErrors.h"
#include "db/sqlite/StoredBytes.h"

#include <SQLiteCpp/Statement.h>
#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <sys/statvfs.h>

namespace menshen {
namespace {

namespace fs = std::filesystem;

/// A purge that comes in between makes one copy worthless; a third in a row is no chance.
constexpr int kAttempts = 3;

/// The copy and then the look at it are half of the work each.
class Halves {
public:
    explicit Halves(const UpkeepProgressSink &sink) : m_sink(sink) {}
    [[nodiscard]] UpkeepProgressSink first()
    {
        return [this](UpkeepProgress now) {
            m_pages = now.total;
            tell(now.done);
        };
    }
    [[nodiscard]] UpkeepProgressSink second()
    {
        return [this](UpkeepProgress now) { tell(m_pages + (now.total > 0 ? m_pages * now.done / now.total : 0)); };
    }

private:
    void tell(std::int64_t done) const
    {
        if (m_sink)
            m_sink({done, 2 * m_pages});
    }
    const UpkeepProgressSink &m_sink;
    std::int64_t m_pages = 0;
};

/// Removes an unfinished copy unless it got its name.
class Unfinished {
public:
    explicit Unfinished(std::string path) : m_path(std::move(path)) {}
    ~Unfinished()
    {
        if (!m_path.empty())
            removeWithSideFiles(m_path);
    }
    Unfinished(const Unfinished &) = delete;
    Unfinished &operator=(const Unfinished &) = delete;
    void finished() { m_path.clear(); }

private:
    std::string m_path;
};

Result<StationId> stationOf(SQLite::Database &db)
{
    try {
        SQLite::Statement query(db, "SELECT station FROM ledger");
        if (!query.executeStep())
            return Error{ErrorCode::Damaged, "the ledger does not say whose it is"};
        return bytesOf<StationId>(query, 0);
    } catch (...) {
        return currentSqliteError("reading whose ledger it is", db.getHandle());
    }
}

/// What a copy must leave on its disk, which may be the ledger's own: for the log that cannot be emptied meanwhile, the reserve,
/// and a day at the door.
constexpr std::uint64_t kRoomLeft = 64ULL << 20U;

/// Seen beforehand: a backup on the ledger's own disk must not fill it and stop the door.
Result<void> checkRoom(SQLite::Database &live, const std::string &folder)
{
    struct statvfs disk {};
    if (::statvfs(folder.c_str(), &disk) != 0)
        return fileError(folder);
    try {
        const auto pages = live.execAndGet("PRAGMA page_count").getInt64() - live.execAndGet("PRAGMA freelist_count").getInt64();
        const auto wanted = static_cast<std::uint64_t>(pages * live.execAndGet("PRAGMA page_size").getInt64());
        const auto free = static_cast<std::uint64_t>(disk.f_bavail) * disk.f_frsize;
        if (free < wanted + kRoomLeft)
            return Error{ErrorCode::DiskFull,
                         folder + ": " + std::to_string(free) + " bytes are free, a copy takes about " + std::to_string(wanted)};
        return {};
    } catch (...) {
        return currentSqliteError("measuring the ledger", live.getHandle());
    }
}

/// As far as which entry a sound copy reaches.
Result<EntrySeq> checkedCopy(const std::string &copy, const UpkeepProgressSink &progress, const std::stop_token &stop)
{
    {
        auto db = openForReading(copy);
        if (!db)
            return db.error();
        if (auto pages = checkEveryPage(**db, stop); !pages)
            return pages.error();
    }
    auto walk = ChainWalk::open(copy, {});
    if (!walk)
        return walk.error();
    const auto verdict = (*walk)->run(progress, stop);
    if (!verdict)
        return verdict.error();
    if (!verdict->sound())
        return Error{ErrorCode::Damaged, "the copy's chain is not sound, and so the ledger's: " + verdict->detail};
    if (!verdict->complete)
        return Error{ErrorCode::Cancelled, "checking the copy was stopped"};
    return verdict->checked;
}

Result<std::int64_t> rotate(SQLite::Database &live, const BackupFolder &folder, const std::string &fresh, int keep)
{
    try {
        return folder.rotate(fresh, std::max(1, keep), destroyedDayKeys(live));
    } catch (...) {
        return currentSqliteError("looking at older copies", live.getHandle());
    }
}

/// Whether a purge destroyed since what the copy still holds.
Result<bool> holdsDestroyed(SQLite::Database &live, const std::string &copy)
{
    auto db = openForReading(copy);
    if (!db)
        return db.error();
    try {
        const auto kept = keptDayKeys(**db), destroyed = destroyedDayKeys(live);
        return std::any_of(kept.begin(), kept.end(), [&destroyed](const auto &key) { return destroyed.contains(key); });
    } catch (...) {
        return currentSqliteError("comparing the copy's keys", live.getHandle());
    }
}

Result<EntrySeq> makeCopy(SQLite::Database &live, const std::string &to, const UpkeepProgressSink &progress, const std::stop_token &stop)
{
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        Halves halves(progress);
        Unfinished unfinished(to);
        if (auto copied = copyCompact(live, to, halves.first(), stop); !copied)
            return copied.error();
        auto upTo = checkedCopy(to, halves.second(), stop);
        if (!upTo)
            return upTo;
        const auto outdated = holdsDestroyed(live, to);
        if (!outdated)
            return outdated.error();
        if (*outdated)
            continue;
        if (auto synced = syncFile(to); !synced)
            return synced.error();
        unfinished.finished();
        return upTo;
    }
    return Error{ErrorCode::Storage, "keys of days were destroyed each time while the ledger was being copied"};
}

} // namespace

Result<BackupEntry> copyLedger(const std::string &path, const BackupRequest &request, const Clock &clock,
                               const UpkeepProgressSink &progress, const std::stop_token &stop)
{
    auto live = openForReading(path);
    if (!live)
        return live.error();
    const auto station = stationOf(**live);
    if (!station)
        return station.error();
    auto folder = BackupFolder::open(request.folder, *station);
    if (!folder)
        return folder.error();
    if (auto room = checkRoom(**live, request.folder); !room)
        return room.error();

    const auto now = clock.wall();
    const auto unfinished = folder->unfinishedPath(now);
    const auto upTo = makeCopy(**live, unfinished, progress, stop);
    if (!upTo)
        return upTo.error();
    const Unfinished untilNamed(unfinished);
    const auto finished = folder->freePath(now);
    if (auto named = renameIntoPlace(unfinished, finished); !named)
        return named.error();
    std::error_code ignored;
    BackupEntry entry{fs::path(finished).filename(), *upTo, static_cast<std::int64_t>(fs::file_size(finished, ignored)), 0};
    const auto removed = rotate(**live, *folder, finished, request.keep);
    if (!removed)
        return removed.error();
    entry.removed = *removed;
    return entry;
}

} // namespace menshen
