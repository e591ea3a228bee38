// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/JournalReader.h"

#include "db/sqlite/JournalRows.h"
#include "db/sqlite/LedgerFile.h"
#include "db/sqlite/SqliteErrors.h"

namespace menshen {

Result<std::unique_ptr<JournalReader>> JournalReader::open(const std::string &path, std::shared_ptr<KeyRing> keys)
{
    auto db = openForReading(path);
    if (!db)
        return db.error();
    try {
        return std::unique_ptr<JournalReader>(new JournalReader(std::move(*db), std::move(keys)));
    } catch (...) {
        return currentSqliteError("opening " + path, nullptr);
    }
}

JournalReader::JournalReader(std::unique_ptr<SQLite::Database> db, std::shared_ptr<KeyRing> keys)
    : m_db(std::move(db)), m_parts(std::make_unique<PersonalParts>(*m_db, std::move(keys)))
{
}
JournalReader::~JournalReader() = default;

Result<std::vector<JournalRecord>> JournalReader::entries(EntrySeq after, int limit)
{
    try {
        m_parts->refresh();
        return journalRows(*m_db, *m_parts, after, limit);
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
