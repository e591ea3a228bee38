// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/InsideState.h"

#include "db/sqlite/EntryJson.h"
#include "db/sqlite/EnumNames.h"
#include "db/sqlite/JournalRows.h"
#include "db/sqlite/LedgerFile.h"
#include "db/sqlite/SqliteErrors.h"
#include "db/sqlite/StoredText.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <algorithm>

namespace menshen {
namespace {

/// More than any hall writes between two days that begin; further back nobody looks.
constexpr std::int64_t kEntriesBack = 200'000;

struct Row {
    std::int64_t seq = 0;
    HallDay day{};
    Entry entry;
};

Row rowOf(SQLite::Statement &query)
{
    const auto seq = query.getColumn(0).getInt64();
    auto entry = decodedEntry({seq}, query.getColumn(2).getString(), query.getColumn(3).getString(), std::nullopt);
    if (!entry)
        throw DecodeError(entry.error().detail);
    return {seq, dayFromStored(query.getColumn(1).getInt64()), std::move(*entry)};
}

/// Days begin in the journal's order, so the newest such entry is the newest day's.
std::optional<Row> newestBeginning(SQLite::Database &db)
{
    SQLite::Statement query(db, "SELECT seq, day, kind, body FROM journal WHERE seq > ? AND kind = 'station' ORDER BY seq DESC");
    query.bind(1, journalHead(db).value - kEntriesBack);
    while (query.executeStep()) {
        auto row = rowOf(query);
        if (const auto &station = std::get<StationEntry>(row.entry); station.action == StationAction::DayBegan)
            return row;
    }
    return std::nullopt;
}

InsideCount newestDay(SQLite::Database &db)
{
    SQLite::Statement query(db, "SELECT day, admitted - exits FROM days ORDER BY day DESC LIMIT 1");
    if (!query.executeStep())
        return {};
    return {dayFromStored(query.getColumn(0).getInt64()), std::max(0, query.getColumn(1).getInt()), std::nullopt};
}

InsideCount countSince(SQLite::Database &db, const Row &beginning)
{
    auto count = afterEntry({}, beginning.day, beginning.entry);
    SQLite::Statement query(db,
                            "SELECT seq, day, kind, body FROM journal WHERE seq > ? AND kind IN ('visit', 'exit', 'station') ORDER BY seq");
    query.bind(1, beginning.seq);
    while (query.executeStep()) {
        const auto row = rowOf(query);
        count = afterEntry(count, row.day, row.entry);
    }
    return count;
}

} // namespace

Result<InsideCount> insideState(const std::string &path)
{
    auto db = openForReading(path);
    if (!db)
        return db.error();
    try {
        const SQLite::Transaction oneView(**db);
        const auto beginning = newestBeginning(**db);
        return beginning ? countSince(**db, *beginning) : newestDay(**db);
    } catch (...) {
        return currentSqliteError("counting who is inside", (*db)->getHandle());
    }
}

} // namespace menshen
