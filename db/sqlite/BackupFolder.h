// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Chain.h"
#include "menshen/core/Result.h"

#include <SQLiteCpp/Database.h>
#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace menshen {

/// A day's key as both the ledger and a copy of it name it: numbers alone are used anew after a restoration.
using NamedDayKey = std::pair<std::int64_t, std::string>;

/// Whose personal data can be read no more, or still. Throws SQLite::Exception.
[[nodiscard]] std::set<NamedDayKey> destroyedDayKeys(SQLite::Database &ledger);
[[nodiscard]] std::set<NamedDayKey> keptDayKeys(SQLite::Database &copy);

/// Where copies of one station's ledger are kept, among whatever else is there.
class BackupFolder {
public:
    /// Makes it when it is missing and clears away what an interrupted backup left. BadInput for what is no folder; Denied.
    [[nodiscard]] static Result<BackupFolder> open(const std::string &path, const StationId &station);

    /// A name for a copy that is being made.
    [[nodiscard]] std::string unfinishedPath(WallTime now) const;
    /// The first name that is free for a copy of this moment; a clock that was set back must not overwrite one.
    [[nodiscard]] std::string freePath(WallTime now) const;

    /// Removes copies older than the newest `keep`, and those older than `fresh` that hold a key of `destroyed`. How many.
    /// Storage names the one that could not be removed.
    [[nodiscard]] Result<std::int64_t> rotate(const std::string &fresh, int keep, const std::set<NamedDayKey> &destroyed) const;

private:
    struct Copy;
    BackupFolder(std::filesystem::path path, const StationId &station);
    void clearUnfinished() const;
    [[nodiscard]] std::vector<Copy> copies() const;
    [[nodiscard]] bool isCopyName(const std::string &name) const;

    std::filesystem::path m_path;
    StationId m_station;
    std::string m_short; ///< of the station
};

} // namespace menshen
