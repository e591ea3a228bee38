// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

namespace menshen {

/// Stands between SQLite and the real disk while it lives (as SQLite's default VFS) and lets the Nth change of a file fail,
/// as SQLite's own tests do. One at a time; connections opened before it are not touched.
class FailingDisk {
public:
    FailingDisk();
    ~FailingDisk();
    FailingDisk(const FailingDisk &) = delete;
    FailingDisk &operator=(const FailingDisk &) = delete;

    enum class Lasting { Once, ForEver };

    /// The `nth` write, sync or truncation from now on (1: the next) answers with `code`: SQLITE_FULL for a write on a full
    /// disk, SQLITE_IOERR for a broken one.
    void failAt(int nth, int code, Lasting lasting);
    void heal();
    [[nodiscard]] bool hasFailed() const;

private:
    sqlite3_vfs m_vfs;
};

} // namespace menshen
