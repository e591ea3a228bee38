// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/ChainRows.h"
#include "db/sqlite/ChainWalk.h"

#include <SQLiteCpp/Database.h>
#include <optional>
#include <string>

namespace menshen {

struct FoundFault {
    ChainFault fault = ChainFault::None;
    EntrySeq at; ///< as ChainVerdict::at
    std::string detail;
};

/// Finds out what was done to a chain where it first does not fit. May read the whole journal: it is asked once.
/// Throws SQLite::Exception.
class FaultFinder {
public:
    FaultFinder(SQLite::Database &db, const LedgerIdentity &identity);

    /// `row` follows `before`, up to where the chain is whole, and does not fit; signed heads agreed up to `agreed`.
    [[nodiscard]] FoundFault explain(const ChainRow &row, const ChainPlace &before, EntrySeq agreed);

    /// Whether `row` is what was hashed, would it stand as `seq` behind `prev`.
    [[nodiscard]] bool fits(const ChainRow &row, EntrySeq seq, const EntryHash &prev) const;

private:
    [[nodiscard]] std::optional<std::string> brokenPages();
    /// The number under which `row` was hashed, the nearest to its own.
    [[nodiscard]] std::optional<EntrySeq> hashedAs(const ChainRow &row, EntrySeq standsAt);
    [[nodiscard]] std::int64_t highestNumber();
    [[nodiscard]] FoundFault badLink(const ChainRow &row, const ChainPlace &before, EntrySeq agreed);
    [[nodiscard]] FoundFault movedDown(const ChainRow &row, EntrySeq hashedAs);
    [[nodiscard]] FoundFault movedUp(const ChainRow &row, EntrySeq hashedAs, const ChainPlace &before);
    [[nodiscard]] FoundFault unknown(const ChainRow &row, const ChainPlace &before);
    /// Where the entry that should follow `before` stands now.
    [[nodiscard]] std::optional<EntrySeq> whereFollowerStands(const ChainPlace &before);
    [[nodiscard]] bool standsElsewhereToo(const ChainRow &row);

    SQLite::Database &m_db;
    const LedgerIdentity &m_identity;
    ChainRows m_rows;
};

/// "entry 7", "entries 7 to 9".
[[nodiscard]] std::string entriesText(EntrySeq first, EntrySeq last);

} // namespace menshen
