// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/KeySlotRows.h"

#include "db/sqlite/StoredBytes.h"

#include <SQLiteCpp/Statement.h>

namespace menshen {

std::optional<KeySlot> slotNamed(SQLite::Database &db, const char *name)
{
    SQLite::Statement query(db, "SELECT kind, content FROM key_slots WHERE name = ?");
    query.bind(1, name);
    if (!query.executeStep())
        return std::nullopt;
    const auto kind = query.getColumn(0).getString() == "key" ? KeySlot::Kind::Key : KeySlot::Kind::Passphrase;
    return KeySlot{kind, std::string(storedBytes(query, 1))};
}

void putSlot(SQLite::Database &db, const char *name, const KeySlot &slot)
{
    SQLite::Statement insert(db, "INSERT OR REPLACE INTO key_slots VALUES (?, ?, ?)");
    insert.bind(1, name);
    insert.bind(2, slot.kind == KeySlot::Kind::Key ? "key" : "passphrase");
    insert.bind(3, slot.content.data(), static_cast<int>(slot.content.size()));
    insert.exec();
}

void removeSlot(SQLite::Database &db, const char *name)
{
    SQLite::Statement remove(db, "DELETE FROM key_slots WHERE name = ?");
    remove.bind(1, name);
    remove.exec();
}

} // namespace menshen
