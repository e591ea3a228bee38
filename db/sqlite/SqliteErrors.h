// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"

#include <string_view>

struct sqlite3;

namespace menshen {

struct SqliteFailure {
    Error error; ///< DiskFull, BadInput (the row itself was refused), Storage, or Internal
    /// False after an I/O error: the connection's view of the file cannot be trusted any more, for pages that failed to
    /// sync count as clean.
    bool connectionUsable = true;
};

/// The room's whole translation of what a foreign library threw; call it inside a catch block.
/// `connection` may be null when none could be opened.
[[nodiscard]] SqliteFailure currentSqliteFailure(std::string_view doing, sqlite3 *connection);

[[nodiscard]] inline Error currentSqliteError(std::string_view doing, sqlite3 *connection)
{
    return currentSqliteFailure(doing, connection).error;
}

} // namespace menshen
