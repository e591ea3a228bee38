// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/JournalRows.h"

#include "db/sqlite/EntryJson.h"
#include "db/sqlite/EnumNames.h"
#include "db/sqlite/StoredText.h"

#include <SQLiteCpp/Statement.h>

namespace menshen {

std::vector<JournalRecord> journalRows(SQLite::Database &db, EntrySeq after, int limit)
{
    SQLite::Statement query(db, "SELECT seq, at_us, day, kind, actor, body, personal FROM journal WHERE seq > ? ORDER BY seq LIMIT ?");
    query.bind(1, after.value);
    query.bind(2, limit);
    std::vector<JournalRecord> records;
    while (query.executeStep()) {
        const EntrySeq seq{query.getColumn(0).getInt64()};
        const auto personal = query.isColumnNull(6) ? std::nullopt : std::optional(query.getColumn(6).getString());
        auto entry = decodedEntry(seq, query.getColumn(3).getString(), query.getColumn(5).getString(), personal);
        if (!entry)
            throw DecodeError(entry.error().detail);
        records.push_back({{seq, WallTime{Micros{query.getColumn(1).getInt64()}}},
                           dayFromStored(query.getColumn(2).getString()),
                           query.getColumn(4).getString(),
                           std::move(*entry)});
    }
    return records;
}

EntrySeq journalHead(SQLite::Database &db) { return {db.execAndGet("SELECT coalesce(max(seq), 0) FROM journal").getInt64()}; }

} // namespace menshen
