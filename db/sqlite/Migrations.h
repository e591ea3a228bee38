// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <SQLiteCpp/Database.h>
#include <span>

namespace menshen {

/// One step of the schema, db/migrations/NNNN_name.sql.
struct Migration {
    int version = 0; ///< NNNN, without a gap from 1
    const char *sql = nullptr;
};

/// Every step, oldest first; compiled in from db/migrations.
[[nodiscard]] std::span<const Migration> allMigrations() noexcept;

/// "MNSH": tells a Menshen ledger from any other SQLite file (PRAGMA application_id).
inline constexpr int kApplicationId = 0x4D4E5348;

[[nodiscard]] int schemaVersion(SQLite::Database &db);
[[nodiscard]] int applicationId(SQLite::Database &db);

/// Brings `db` to the newest of `migrations`, each in a transaction of its own that also records its number
/// (PRAGMA user_version) and marks the file as a ledger. Throws SQLite::Exception; the failing step leaves no trace.
void migrate(SQLite::Database &db, std::span<const Migration> migrations);

} // namespace menshen
