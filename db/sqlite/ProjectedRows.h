// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Entries.h"

#include <SQLiteCpp/Statement.h>
#include <optional>

namespace menshen {

// What the tables hold of an entry. Written by the Projector, and held against the tables by the TableCheck: both bind the
// same values, in the order of the columns. Throw SQLite::Exception.

/// The columns of `visits` but the newest correction.
void bindVisitRow(SQLite::Statement &statement, EntrySeq seq, const EntryDraft &draft, const VisitEntry &visit);
/// The columns of `staff_punches`.
void bindPunchRow(SQLite::Statement &statement, EntrySeq seq, const EntryDraft &draft, const StaffPunchEntry &punch);

/// What some entries of one day add to its row of `days`.
struct DaySums {
    std::int64_t first = 0, last = 0;
    std::int64_t admitted = 0, refused = 0, left = 0, exits = 0, staffIn = 0, staffOut = 0, staffRefused = 0, afterwards = 0;
    void count(EntrySeq seq, const Entry &entry); ///< in the order of their numbers
    friend bool operator==(const DaySums &, const DaySums &) = default;
};

/// The earlier entry that `entry` tells of: a row of `links`. Absent for most.
[[nodiscard]] std::optional<EntrySeq> aboutWhich(const Entry &entry);

} // namespace menshen
