// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/KeyRing.h"
#include "db/sqlite/PersonalParts.h"
#include "db/sqlite/ProjectedRows.h"
#include "menshen/core/Entries.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <map>

namespace menshen {

/// Keeps the tables that the screens read in step with the journal. They are a pure function of its rows and of the keys that
/// are still there: projecting every entry anew gives the same tables. Runs inside the caller's transaction; throws
/// SQLite::Exception and DecodeError.
class Projector {
public:
    Projector(SQLite::Database &db, std::shared_ptr<KeyRing> keys);

    /// `draft` stands in the journal as `seq` already. Personal fields are empty where their key is gone.
    void project(EntrySeq seq, const EntryDraft &draft);
    /// After the last entry of a transaction: the days' sums are written once for all of them.
    void finish();
    /// A transaction begins or was rolled back, or a key was destroyed: what was remembered of the last one no longer holds.
    void refresh()
    {
        m_sums.clear();
        m_parts.refresh();
    }
    /// Empties every projection.
    void clear();

private:
    void visit(EntrySeq seq, const EntryDraft &draft, const VisitEntry &visit);
    void punch(EntrySeq seq, const EntryDraft &draft, const StaffPunchEntry &punch);
    void correct(EntrySeq seq, const CorrectionEntry &correction);
    void mark(EntrySeq visit, const IdentityDraft &identity);

    SQLite::Database &m_db;
    const std::shared_ptr<KeyRing> m_keys;
    PersonalParts m_parts;
    SQLite::Statement m_visit, m_correction, m_corrected, m_punch, m_day, m_link, m_mark, m_unmark;
    std::map<std::int64_t, DaySums> m_sums; ///< by day: what the transaction under way adds
};

/// Who a visit's person is by now, `correction` being its newest one; empty when that cannot be read any more.
[[nodiscard]] IdentityDraft identityOf(PersonalParts &parts, EntrySeq visit, std::optional<EntrySeq> correction);

} // namespace menshen
