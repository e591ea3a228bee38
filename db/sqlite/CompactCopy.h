// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"
#include "menshen/ports/LedgerUpkeep.h"

#include <SQLiteCpp/Database.h>
#include <string>

namespace menshen {

/// Writes what `source` holds now into a new file of one piece, readable by its owner only and not synced yet. VACUUM INTO
/// rather than SQLite's backup of pages: pages that a purge has freed cannot come along, and a writer that goes on does not
/// make it begin again; meanwhile the writer's log cannot be emptied. Nothing stays behind when it fails: Cancelled, DiskFull,
/// Denied, Damaged, Storage.
[[nodiscard]] Result<void> copyCompact(SQLite::Database &source, const std::string &to, const UpkeepProgressSink &progress,
                                       const std::stop_token &stop);

/// Damaged says what is wrong; Cancelled.
[[nodiscard]] Result<void> checkEveryPage(SQLite::Database &db, const std::stop_token &stop);

/// Durable: the file's content, not its name.
[[nodiscard]] Result<void> syncFile(const std::string &path);

/// Gives a finished file its name, durably, never in place of another one: BadInput when there is one by now.
[[nodiscard]] Result<void> renameIntoPlace(const std::string &unfinished, const std::string &path);

/// Denied, DiskFull, NotFound, or Storage, from errno.
[[nodiscard]] Error fileError(const std::string &what);

/// With whatever SQLite left beside it.
void removeWithSideFiles(const std::string &path) noexcept;

} // namespace menshen
