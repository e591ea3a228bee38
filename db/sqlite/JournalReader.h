// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/KeyRing.h"
#include "menshen/core/Entries.h"
#include "menshen/core/Result.h"
#include "menshen/ports/Ledger.h"

#include <memory>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace menshen {

class PersonalParts;

/// One entry as it stands in the journal. Holds personal data.
struct JournalRecord {
    Receipt receipt;
    HallDay day{};
    std::string actor;
    Entry entry; ///< its personal fields are empty unless `personal` is Whole
    PersonalState personal = PersonalState::Whole;
};

/// Reads the journal itself, in order, on a read-only connection; for tools and checks. Not thread-safe.
class JournalReader {
public:
    /// NotFound, SchemaTooNew, or Storage when the file is no ledger of this schema.
    [[nodiscard]] static Result<std::unique_ptr<JournalReader>> open(const std::string &path, std::shared_ptr<KeyRing> keys);
    ~JournalReader();

    /// Oldest first, those with seq > `after`, `limit` at most. Storage, naming the seq, when one cannot be understood.
    [[nodiscard]] Result<std::vector<JournalRecord>> entries(EntrySeq after, int limit);
    /// The newest entry; 0 when there is none.
    [[nodiscard]] Result<EntrySeq> head();

private:
    JournalReader(std::unique_ptr<SQLite::Database> db, std::shared_ptr<KeyRing> keys);
    std::unique_ptr<SQLite::Database> m_db;
    std::unique_ptr<PersonalParts> m_parts;
};

} // namespace menshen
