// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/ChainFaults.h"
#include "db/sqlite/PersonalParts.h"
#include "db/sqlite/ProjectedRows.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <map>
#include <memory>
#include <optional>

namespace menshen {

struct JournalRecord;

/// Holds the tables that screens, searches and exports read against the journal, whose chain was found whole: whoever leaves
/// the chain alone could still change what people are shown. With the keys also that every person can be found by document
/// and phone; marks too many show nobody who was not there and are not looked for. Works while a station writes, in short read
/// transactions. Throws SQLite::Exception and DecodeError.
class TableCheck {
public:
    /// `keys` may be null.
    TableCheck(SQLite::Database &db, std::shared_ptr<KeyRing> keys);

    /// Goes on by some entries.
    [[nodiscard]] std::optional<FoundFault> page();
    [[nodiscard]] bool done() const noexcept { return m_done; } ///< as far as the newest entry
    [[nodiscard]] EntrySeq at() const noexcept { return m_at; }

private:
    [[nodiscard]] std::optional<FoundFault> entry(const JournalRecord &record);
    [[nodiscard]] std::optional<FoundFault> visit(const JournalRecord &record, const VisitEntry &visit);
    [[nodiscard]] std::optional<FoundFault> newestCorrection(EntrySeq visit, EntrySeq correction);
    [[nodiscard]] std::optional<FoundFault> marks(EntrySeq visit, const IdentityDraft &identity);
    [[nodiscard]] std::optional<FoundFault> tooMany(const char *table, EntrySeq first, EntrySeq last, std::int64_t wanted);
    [[nodiscard]] std::optional<FoundFault> days();
    [[nodiscard]] std::optional<FoundFault> links();

    SQLite::Database &m_db;
    const std::shared_ptr<KeyRing> m_keys;
    PersonalParts m_parts;
    SQLite::Statement m_visit, m_correction, m_corrected, m_punch, m_link, m_mark;
    std::map<std::int64_t, DaySums> m_days; ///< by day
    std::int64_t m_links = 0;
    EntrySeq m_at;
    bool m_done = false;
};

} // namespace menshen
