// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/SqliteErrors.h"

#include "db/sqlite/EnumNames.h"

#include <SQLiteCpp/Exception.h>
#include <cerrno>
#include <sqlite3.h>

namespace menshen {
namespace {

/// SQLite says FULL for a write that met a full disk, but IOERR when the same happened to the shared-memory file or in a sync.
bool isDiskFull(int code, sqlite3 *connection)
{
    if (code == SQLITE_FULL)
        return true;
    const int systemError = connection ? sqlite3_system_errno(connection) : 0;
    return code == SQLITE_IOERR && (systemError == ENOSPC || systemError == EDQUOT);
}

bool isRefusedRow(int code) { return code == SQLITE_CONSTRAINT || code == SQLITE_MISMATCH || code == SQLITE_TOOBIG; }

SqliteFailure translated(const SQLite::Exception &error, sqlite3 *connection, std::string detail)
{
    const int code = error.getErrorCode() & 0xff;
    if (isDiskFull(code, connection))
        return {{ErrorCode::DiskFull, std::move(detail)}, code == SQLITE_FULL};
    if (isRefusedRow(code))
        return {{ErrorCode::BadInput, std::move(detail)}, true};
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
        return {{ErrorCode::Damaged, std::move(detail)}, false};
    return {{ErrorCode::Storage, std::move(detail)}, code == SQLITE_BUSY};
}

} // namespace

SqliteFailure currentSqliteFailure(std::string_view doing, sqlite3 *connection)
{
    const std::string prefix = std::string(doing) + ": ";
    try {
        throw;
    } catch (const SQLite::Exception &error) {
        return translated(error, connection, prefix + error.what());
    } catch (const DecodeError &error) {
        return {{ErrorCode::Storage, prefix + error.what()}, true};
    } catch (const std::exception &error) {
        return {{ErrorCode::Internal, prefix + error.what()}, true};
    }
}

} // namespace menshen
