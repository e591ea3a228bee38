// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/EnumNames.h"

#include <SQLiteCpp/Statement.h>
#include <algorithm>
#include <string_view>

namespace menshen {

/// A column's bytes where SQLite keeps them: valid until the statement steps on.
[[nodiscard]] inline std::string_view storedBytes(const SQLite::Statement &query, int column)
{
    const auto value = query.getColumn(column);
    const auto *bytes = static_cast<const char *>(value.getBlob());
    return {bytes ? bytes : "", static_cast<std::size_t>(value.getBytes())};
}

/// Throws DecodeError when the column is not exactly that long.
template <typename B>
[[nodiscard]] B bytesOf(const SQLite::Statement &query, int column)
{
    const auto stored = storedBytes(query, column);
    B value;
    if (stored.size() != value.bytes.size())
        throw DecodeError("a stored key, id or hash has the wrong length");
    std::copy(stored.begin(), stored.end(), value.bytes.begin());
    return value;
}

template <typename B>
void bindBytes(SQLite::Statement &statement, int index, const B &value)
{
    statement.bind(index, value.bytes.data(), static_cast<int>(value.bytes.size()));
}

} // namespace menshen
