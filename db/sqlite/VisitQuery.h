// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/KeyRing.h"
#include "db/sqlite/PersonalParts.h"
#include "menshen/ports/Ledger.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <functional>
#include <limits>
#include <optional>
#include <vector>

namespace menshen {

/// One filter on the visits, asked within the caller's transaction. Throws SQLite::Exception and DecodeError.
class VisitQuery {
public:
    VisitQuery(SQLite::Database &db, PersonalParts &parts, KeyRing &keys, const VisitFilter &filter);

    [[nodiscard]] std::vector<VisitRow> newestFirst(std::optional<EntrySeq> before, int limit);
    [[nodiscard]] std::vector<VisitRow> oldestFirst(EntrySeq after, int limit);
    [[nodiscard]] std::int64_t count();

private:
    struct SeqRange {
        std::int64_t first = 1;
        std::int64_t last = std::numeric_limits<std::int64_t>::max();
    };
    enum class Order { OldestFirst, NewestFirst };

    void findRange();
    void findPerson();
    [[nodiscard]] std::string where() const;
    void bind(SQLite::Statement &query, SeqRange range) const;
    using RowSink = std::function<bool(VisitRow)>; ///< false: enough
    void scan(SeqRange range, Order order, const RowSink &take);
    void personsRows(SeqRange range, Order order, const RowSink &take);
    [[nodiscard]] std::vector<VisitRow> rows(SeqRange range, Order order, int limit);
    [[nodiscard]] bool hasFragment(const VisitRow &row) const;

    SQLite::Database &m_db;
    PersonalParts &m_parts;
    KeyRing &m_keys;
    const VisitFilter &m_filter;
    const std::string m_fragment; ///< searchable; empty: all
    SeqRange m_range;
    std::optional<std::vector<std::int64_t>> m_visits; ///< a person's, when the text is a whole document or phone; in order
};

/// A visit with its personal part opened.
[[nodiscard]] VisitRow visitRowOf(SQLite::Database &db, PersonalParts &parts, EntrySeq visit);

/// Oldest first, those of these days with seq > `after`.
[[nodiscard]] std::vector<StaffPunchRow> staffPunches(SQLite::Database &db, PersonalParts &parts, HallDay from, HallDay to, EntrySeq after,
                                                      int limit);

} // namespace menshen
