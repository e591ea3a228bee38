// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/KeyRing.h"
#include "db/sqlite/PersonalParts.h"
#include "menshen/ports/Ledger.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <set>
#include <string_view>
#include <vector>

namespace menshen {

/// Finds a person's visits through the index of marks. The index knows equality only, so a mistyped document is found by
/// looking up every document that is one mistake away (a few hundred), each in every living day. Throws SQLite::Exception and DecodeError.
class PersonSearch {
public:
    PersonSearch(SQLite::Database &db, PersonalParts &parts, KeyRing &keys);

    /// Surest first, then newest first.
    [[nodiscard]] std::vector<PersonVisit> find(const PersonQuery &query, int limit);
    /// Those with this document (or one a mistake away) or this phone, in order.
    [[nodiscard]] std::vector<std::int64_t> visitsOf(std::string_view typed);

private:
    using Visits = std::set<std::int64_t>;
    using MarkMaker = std::int64_t (*)(std::string_view, const SecretKey &);
    [[nodiscard]] Visits marked(const MarkMaker &markOf, std::string_view typed);
    [[nodiscard]] Visits nearly(std::string_view document);

    SQLite::Database &m_db;
    PersonalParts &m_parts;
    SQLite::Statement m_lookUp;
    struct Day {
        std::int64_t key = 0;
        SecretKey markKey;
    };
    std::vector<Day> m_days; ///< whose keys are there
};

/// Long enough and made of digits and letters only, as documents and phones are: worth a look into the index.
[[nodiscard]] bool looksLikeWholeNumber(std::string_view searchableText);

} // namespace menshen
