// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Entries.h"
#include "menshen/core/Result.h"

#include <memory>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace menshen {

/// One entry as it stands in the journal. Holds personal data.
struct JournalRecord {
    Receipt receipt;
    HallDay day{};
    std::string actor;
    Entry entry;
};

/// Reads the journal itself, in order, on a read-only connection; for tools and checks. Not thread-safe.
class JournalReader {
public:
    /// NotFound, SchemaTooNew, or Storage when the file is no ledger of this schema.
    [[nodiscard]] static Result<std::unique_ptr<JournalReader>> open(const std::string &path);
    ~JournalReader();

    /// Oldest first, those with seq > `after`, `limit` at most. Storage, naming the seq, when one cannot be understood.
    [[nodiscard]] Result<std::vector<JournalRecord>> entries(EntrySeq after, int limit);
    /// The newest entry; 0 when there is none.
    [[nodiscard]] Result<EntrySeq> head();

private:
    explicit JournalReader(std::unique_ptr<SQLite::Database> db);
    std::unique_ptr<SQLite::Database> m_db;
};

} // namespace menshen
