// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/RegisterChanges.h"

#include "db/sqlite/EntryJson.h"
#include "db/sqlite/LedgerFile.h"
#include "db/sqlite/SqliteErrors.h"

#include <SQLiteCpp/Statement.h>

namespace menshen {

Result<std::optional<RegisterChangedEntry>> lastRegisterChange(const std::string &ledgerPath, RegisterKind kind)
{
    auto db = openForReading(ledgerPath);
    if (!db)
        return db.error();
    try {
        SQLite::Statement query(**db, "SELECT seq, body FROM journal WHERE kind = 'register_changed' ORDER BY seq DESC");
        while (query.executeStep()) {
            auto entry = decodedEntry({query.getColumn(0).getInt64()}, "register_changed", query.getColumn(1).getString(), std::nullopt);
            if (!entry)
                return entry.error();
            if (const auto &change = std::get<RegisterChangedEntry>(*entry); change.which == kind)
                return std::optional(change);
        }
        return std::optional<RegisterChangedEntry>();
    } catch (...) {
        return currentSqliteError("reading the changes of registers", (*db)->getHandle());
    }
}

} // namespace menshen
