// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/Migrations.h"

#include <SQLiteCpp/Transaction.h>
#include <string>

namespace menshen {

int schemaVersion(SQLite::Database &db) { return db.execAndGet("PRAGMA user_version").getInt(); }

int applicationId(SQLite::Database &db) { return db.execAndGet("PRAGMA application_id").getInt(); }

void migrate(SQLite::Database &db, std::span<const Migration> migrations)
{
    for (const auto &migration : migrations) {
        if (migration.version <= schemaVersion(db))
            continue;
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        db.exec(migration.sql);
        db.exec("PRAGMA user_version = " + std::to_string(migration.version));
        db.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
        transaction.commit();
    }
}

} // namespace menshen
