// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/JournalReader.h"
#include "db/sqlite/PersonalParts.h"

#include <SQLiteCpp/Database.h>

namespace menshen {

/// Entries with seq > `after`, oldest first. Throws SQLite::Exception and DecodeError.
[[nodiscard]] std::vector<JournalRecord> journalRows(SQLite::Database &db, PersonalParts &parts, EntrySeq after, int limit);
/// One entry; absent when there is none.
[[nodiscard]] std::optional<JournalRecord> journalRow(SQLite::Database &db, PersonalParts &parts, EntrySeq seq);

/// The newest entry; 0 when there is none. Throws SQLite::Exception.
[[nodiscard]] EntrySeq journalHead(SQLite::Database &db);

} // namespace menshen
