// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/JournalRows.h"

#include "db/sqlite/EntryJson.h"
#include "db/sqlite/EnumNames.h"
#include "db/sqlite/StoredBytes.h"
#include "db/sqlite/StoredText.h"

#include <SQLiteCpp/Statement.h>

namespace menshen {
namespace {

constexpr const char *kColumns = "SELECT seq, epoch, at_us, day, kind, actor, body, key, sealed, hash FROM journal ";

JournalRecord recordOf(const SQLite::Statement &query, PersonalParts &parts)
{
    const EntrySeq seq{query.getColumn(0).getInt64()};
    const auto kind = query.getColumn(4).getString();
    PersonalPart personal{PersonalState::Whole, {}};
    std::optional<std::string_view> text;
    if (!query.isColumnNull(7)) {
        personal = parts.open(seq.value, query.getColumn(1).getInt64(), kind, query.getColumn(7).getInt64(), storedBytes(query, 8));
        if (personal.state == PersonalState::Whole)
            text = personal.text;
    }
    auto entry = decodedEntry(seq, kind, query.getColumn(6).getString(), text);
    if (!entry)
        throw DecodeError(entry.error().detail);
    return {{seq, WallTime{Micros{query.getColumn(2).getInt64()}}, bytesOf<EntryHash>(query, 9)},
            dayFromStored(query.getColumn(3).getInt64()),
            query.getColumn(5).getString(),
            std::move(*entry),
            personal.state};
}

} // namespace

std::vector<JournalRecord> journalRows(SQLite::Database &db, PersonalParts &parts, EntrySeq after, int limit)
{
    SQLite::Statement query(db, std::string(kColumns) + "WHERE seq > ? ORDER BY seq LIMIT ?");
    query.bind(1, after.value);
    query.bind(2, limit);
    std::vector<JournalRecord> records;
    while (query.executeStep())
        records.push_back(recordOf(query, parts));
    return records;
}

std::optional<JournalRecord> journalRow(SQLite::Database &db, PersonalParts &parts, EntrySeq seq)
{
    SQLite::Statement query(db, std::string(kColumns) + "WHERE seq = ?");
    query.bind(1, seq.value);
    return query.executeStep() ? std::optional(recordOf(query, parts)) : std::nullopt;
}

EntrySeq journalHead(SQLite::Database &db) { return {db.execAndGet("SELECT coalesce(max(seq), 0) FROM journal").getInt64()}; }

} // namespace menshen
