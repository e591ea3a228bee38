// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Entries.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

namespace menshen {

/// Keeps the tables that the screens read in step with the journal. They are a pure function of its rows: projecting
/// every entry anew gives the same tables. Runs inside the caller's transaction; throws SQLite::Exception.
class Projector {
public:
    explicit Projector(SQLite::Database &db);

    /// `draft` stands in the journal as `seq` already.
    void project(EntrySeq seq, const EntryDraft &draft);
    /// Empties every projection.
    void clear();

private:
    void visit(EntrySeq seq, const EntryDraft &draft, const VisitEntry &visit);
    void person(EntrySeq seq, const VisitEntry &visit);
    void punch(EntrySeq seq, const EntryDraft &draft, const StaffPunchEntry &punch);
    void day(EntrySeq seq, const EntryDraft &draft);

    SQLite::Database &m_db;
    SQLite::Statement m_visit;
    SQLite::Statement m_person;
    SQLite::Statement m_punch;
    SQLite::Statement m_day;
};

} // namespace menshen
