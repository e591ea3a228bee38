// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/BackupFolder.h"

#include "db/sqlite/CompactCopy.h"
#include "db/sqlite/LedgerFile.h"
#include "db/sqlite/StoredBytes.h"

#include <SQLiteCpp/Statement.h>
#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace menshen {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMoment = "00000000T000000Z"; ///< the shape of a name's time: a digit stands for any
constexpr std::string_view kEnding = ".ledger";

std::string momentText(WallTime at)
{
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(at - day)};
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d%02u%02uT%02d%02d%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
    return text.data();
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool isMoment(std::string_view text)
{
    if (text.size() != kMoment.size())
        return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (isDigit(kMoment[i]) ? !isDigit(text[i]) : text[i] != kMoment[i])
            return false;
    return true;
}

std::set<NamedDayKey> dayKeys(SQLite::Database &db, const std::string &which)
{
    std::set<NamedDayKey> keys;
    for (SQLite::Statement query(db, "SELECT id, key_check FROM day_keys WHERE wrapped IS " + which); query.executeStep();)
        keys.emplace(query.getColumn(0).getInt64(), query.getColumn(1).getString());
    return keys;
}

/// ".menshen-3fa907c1-20261122T080000Z.4711.part": whether the process 4711 has ended.
bool isAbandoned(std::string_view name)
{
    name.remove_suffix(std::string_view(".part").size());
    const auto digits = name.substr(name.rfind('.') + 1);
    pid_t maker = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), maker);
    return problem == std::errc{} && end == digits.data() + digits.size() && maker > 0 && ::kill(maker, 0) != 0 && errno == ESRCH;
}

/// Without the loop's own increment, which throws when the disk is pulled while it is listed.
std::vector<fs::path> filesIn(const fs::path &folder)
{
    std::vector<fs::path> files;
    std::error_code problem;
    for (fs::directory_iterator file(folder, problem), end; !problem && file != end; file.increment(problem))
        files.push_back(file->path());
    return files;
}

} // namespace

std::set<NamedDayKey> destroyedDayKeys(SQLite::Database &ledger) { return dayKeys(ledger, "NULL"); }
std::set<NamedDayKey> keptDayKeys(SQLite::Database &copy) { return dayKeys(copy, "NOT NULL"); }

/// How new a copy is, is told by what it holds: clocks are set back. One that cannot be read counts as the oldest.
struct BackupFolder::Copy {
    fs::path path;
    std::int64_t life = 0, seq = 0;
    std::set<NamedDayKey> keys;
    bool isForeign = false; ///< of another station after all: not ours to remove

    [[nodiscard]] auto age() const { return std::tuple(life, seq, path.filename().string()); }

    static Copy read(const fs::path &path, const StationId &station)
    {
        Copy copy{path, 0, 0, {}, false};
        auto db = openForReading(path, ReadSchema::AnyWithJournal);
        if (!db)
            return copy;
        try {
            SQLite::Statement whose(**db, "SELECT station FROM ledger");
            copy.isForeign = whose.executeStep() && bytesOf<StationId>(whose, 0) != station;
            copy.keys = keptDayKeys(**db);
            copy.seq = (*db)->execAndGet("SELECT coalesce(max(seq), 0) FROM journal").getInt64();
            copy.life = (*db)->execAndGet("SELECT coalesce(max(number), 0) FROM epochs").getInt64();
        } catch (const std::exception &) { // damaged: as far as it could be read
        }
        return copy;
    }
};

BackupFolder::BackupFolder(fs::path path, const StationId &station)
    : m_path(std::move(path)), m_station(station), m_short(hexOf(station).substr(0, 8))
{
}

Result<BackupFolder> BackupFolder::open(const std::string &path, const StationId &station)
{
    std::error_code problem;
    const bool isThere = fs::exists(path, problem);
    if (!isThere && !problem && fs::create_directories(path, problem))
        fs::permissions(path, fs::perms::owner_all, problem);
    if (problem) {
        errno = problem.value();
        auto error = fileError(path);
        return errno == ENOTDIR ? Error{ErrorCode::BadInput, error.detail} : error;
    }
    if (!fs::is_directory(path, problem))
        return Error{ErrorCode::BadInput, path + " is not a folder"};
    BackupFolder folder(path, station);
    folder.clearUnfinished();
    return folder;
}

std::string BackupFolder::unfinishedPath(WallTime now) const
{
    return m_path / (".menshen-" + m_short + '-' + momentText(now) + '.' + std::to_string(::getpid()) + ".part");
}

std::string BackupFolder::freePath(WallTime now) const
{
    const std::string stem = m_path / ("menshen-" + m_short + '-' + momentText(now));
    std::string path = stem + std::string(kEnding);
    std::error_code ignored;
    for (int again = 2; fs::exists(fs::symlink_status(path, ignored)); ++again)
        path = stem + '-' + std::to_string(again) + std::string(kEnding);
    return path;
}

void BackupFolder::clearUnfinished() const
{
    const std::string ours = ".menshen-" + m_short + '-';
    for (const auto &path : filesIn(m_path)) {
        const std::string name = path.filename();
        if (name.starts_with(ours) && name.ends_with(".part") && isAbandoned(name))
            removeWithSideFiles(path);
    }
}

bool BackupFolder::isCopyName(const std::string &name) const
{
    std::string_view rest = name;
    const std::string ours = "menshen-" + m_short + '-';
    if (!rest.starts_with(ours) || !rest.ends_with(kEnding) || rest.size() < ours.size() + kMoment.size() + kEnding.size())
        return false;
    rest.remove_prefix(ours.size());
    rest.remove_suffix(kEnding.size());
    const auto again = rest.substr(kMoment.size());
    return isMoment(rest.substr(0, kMoment.size())) &&
           (again.empty() || (again.size() > 1 && again.front() == '-' && std::all_of(again.begin() + 1, again.end(), isDigit)));
}

std::vector<BackupFolder::Copy> BackupFolder::copies() const
{
    std::vector<Copy> found;
    std::error_code ignored;
    for (const auto &path : filesIn(m_path))
        if (isCopyName(path.filename()) && fs::symlink_status(path, ignored).type() == fs::file_type::regular)
            if (auto copy = Copy::read(path, m_station); !copy.isForeign)
                found.push_back(std::move(copy));
    std::sort(found.begin(), found.end(), [](const Copy &a, const Copy &b) { return a.age() > b.age(); });
    return found;
}

Result<std::int64_t> BackupFolder::rotate(const std::string &fresh, int keep, const std::set<NamedDayKey> &destroyed) const
{
    std::int64_t removed = 0;
    int kept = 1; // the fresh one, whatever its age
    for (const auto &copy : copies()) {
        if (copy.path == fresh)
            continue;
        const bool remembers = std::any_of(copy.keys.begin(), copy.keys.end(), [&](const auto &key) { return destroyed.contains(key); });
        if (!remembers && kept < keep) {
            ++kept;
            continue;
        }
        std::error_code problem;
        if (!fs::remove(copy.path, problem) && problem)
            return Error{ErrorCode::Storage,
                         copy.path.string() + " has to go and cannot be removed: " + problem.message() + "; the new copy is " + fresh};
        ++removed;
    }
    if (removed > 0)
        if (auto synced = syncFolderOf(fresh); !synced)
            return synced.error();
    return removed;
}

} // namespace menshen
