// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/JournalReader.h"

#include "db/sqlite/JournalRows.h"
#include "db/sqlite/LedgerFile.h"
#include "db/sqlite/SqliteErrors.h"

namespace menshen {

Result<std::unique_ptr<JournalReader>> JournalReader::open(const std::string &path)
{
    auto db = openForReading(path);
    if (!db)
        return db.error();
    return std::unique_ptr<JournalReader>(new JournalReader(std::move(*db)));
}

JournalReader::JournalReader(std::unique_ptr<SQLite::Database> db) : m_db(std::move(db)) {}
JournalReader::~JournalReader() = default;

Result<std::vector<JournalRecord>> JournalReader::entries(EntrySeq after, int limit)
{
    try {
        return journalRows(*m_db, after, limit);
    } catch (...) {
        return currentSqliteError("reading the journal", m_db->getHandle());
    }
}

Result<EntrySeq> JournalReader::head()
{
    try {
        return journalHead(*m_db);
    } catch (...) {
        return currentSqliteError("reading the journal's head", m_db->getHandle());
    }
}

} // namespace menshen
