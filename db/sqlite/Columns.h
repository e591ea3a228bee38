// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/EntryJson.h"
#include "db/sqlite/EnumNames.h"
#include "db/sqlite/StoredBytes.h"

#include <SQLiteCpp/Statement.h>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace menshen {

/// Reads the columns of a row one after the other.
class Columns {
public:
    explicit Columns(const SQLite::Statement &query) : m_query(query) {}

    std::int64_t integer() { return m_query.getColumn(m_index++).getInt64(); }
    std::string text() { return std::string(blob()); }
    WallTime time() { return WallTime{Micros{integer()}}; }
    /// An entry's number; 0 for none.
    EntrySeq seq() { return {optionalInteger().value_or(0)}; }
    /// Where SQLite keeps it: until the statement steps on.
    std::string_view blob() { return storedBytes(m_query, m_index++); }
    template <typename E>
    E named()
    {
        return enumNamed<E>(blob());
    }
    template <typename E>
    std::optional<E> optionalNamed()
    {
        if (skipNull())
            return std::nullopt;
        return named<E>();
    }
    std::optional<std::int64_t> optionalInteger()
    {
        if (skipNull())
            return std::nullopt;
        return integer();
    }
    std::optional<Celsius> celsius()
    {
        if (skipNull())
            return std::nullopt;
        return Celsius{m_query.getColumn(m_index++).getDouble()};
    }
    std::vector<Reason> reasons()
    {
        if (skipNull())
            return {};
        return decodedReasons(blob());
    }

private:
    bool skipNull()
    {
        const bool null = m_query.isColumnNull(m_index);
        m_index += null;
        return null;
    }

    const SQLite::Statement &m_query;
    int m_index = 0;
};

} // namespace menshen
