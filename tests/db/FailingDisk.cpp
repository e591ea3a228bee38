// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/db/FailingDisk.h"

#include <mutex>

namespace menshen {
namespace {

/// The plan of failure. Files are opened by SQLite, which knows of no FailingDisk object: so it stands alone.
struct Fault {
    std::mutex mutex;
    int countdown = 0; ///< 0: nothing is planned
    int code = SQLITE_OK;
    bool forEver = false;
    bool failed = false;
};

Fault &fault()
{
    static Fault only;
    return only;
}

/// SQLITE_OK, or how this change of a file fails.
int nextChange(int ioerrKind)
{
    auto &plan = fault();
    const std::lock_guard guard(plan.mutex);
    if (plan.countdown == 0 || --plan.countdown > 0)
        return SQLITE_OK;
    plan.failed = true;
    plan.countdown = plan.forEver ? 1 : 0;
    return plan.code == SQLITE_IOERR ? ioerrKind : plan.code;
}

sqlite3_vfs *realVfs = nullptr;

/// SQLite allocates it with room for the real file behind it.
struct File {
    sqlite3_file base;
    [[nodiscard]] sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

sqlite3_file *real(sqlite3_file *file) { return reinterpret_cast<File *>(file)->real(); }

int closeFile(sqlite3_file *file) { return real(file)->pMethods->xClose(real(file)); }
int readFile(sqlite3_file *file, void *to, int size, sqlite3_int64 at) { return real(file)->pMethods->xRead(real(file), to, size, at); }
int writeFile(sqlite3_file *file, const void *from, int size, sqlite3_int64 at)
{
    const int failed = nextChange(SQLITE_IOERR_WRITE);
    return failed ? failed : real(file)->pMethods->xWrite(real(file), from, size, at);
}
int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    const int failed = nextChange(SQLITE_IOERR_TRUNCATE);
    return failed ? failed : real(file)->pMethods->xTruncate(real(file), size);
}
int syncFile(sqlite3_file *file, int flags)
{
    const int failed = nextChange(SQLITE_IOERR_FSYNC);
    return failed ? failed : real(file)->pMethods->xSync(real(file), flags);
}
int fileSize(sqlite3_file *file, sqlite3_int64 *size) { return real(file)->pMethods->xFileSize(real(file), size); }
int lockFile(sqlite3_file *file, int level) { return real(file)->pMethods->xLock(real(file), level); }
int unlockFile(sqlite3_file *file, int level) { return real(file)->pMethods->xUnlock(real(file), level); }
int checkLock(sqlite3_file *file, int *reserved) { return real(file)->pMethods->xCheckReservedLock(real(file), reserved); }
int fileControl(sqlite3_file *file, int op, void *arg) { return real(file)->pMethods->xFileControl(real(file), op, arg); }
int sectorSize(sqlite3_file *file) { return real(file)->pMethods->xSectorSize(real(file)); }
int characteristics(sqlite3_file *file) { return real(file)->pMethods->xDeviceCharacteristics(real(file)); }
int shmMap(sqlite3_file *file, int region, int size, int extend, void volatile **to)
{
    return real(file)->pMethods->xShmMap(real(file), region, size, extend, to);
}
int shmLock(sqlite3_file *file, int offset, int n, int flags) { return real(file)->pMethods->xShmLock(real(file), offset, n, flags); }
void shmBarrier(sqlite3_file *file) { real(file)->pMethods->xShmBarrier(real(file)); }
int shmUnmap(sqlite3_file *file, int remove) { return real(file)->pMethods->xShmUnmap(real(file), remove); }

constexpr sqlite3_io_methods kMethods = {2,        closeFile,  readFile,  writeFile,   truncateFile, syncFile,        fileSize,
                                         lockFile, unlockFile, checkLock, fileControl, sectorSize,   characteristics, shmMap,
                                         shmLock,  shmBarrier, shmUnmap,  nullptr,     nullptr};

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    file->pMethods = nullptr;
    real(file)->pMethods = nullptr;
    const int code = realVfs->xOpen(realVfs, name, real(file), flags, outFlags);
    if (real(file)->pMethods)
        file->pMethods = &kMethods;
    return code;
}

} // namespace

FailingDisk::FailingDisk()
{
    realVfs = sqlite3_vfs_find(nullptr);
    m_vfs = *realVfs;
    m_vfs.pNext = nullptr;
    m_vfs.zName = "failing-disk";
    m_vfs.szOsFile = static_cast<int>(sizeof(File)) + realVfs->szOsFile;
    m_vfs.xOpen = openFile;
    heal();
    sqlite3_vfs_register(&m_vfs, 1);
}

FailingDisk::~FailingDisk()
{
    sqlite3_vfs_unregister(&m_vfs);
    sqlite3_vfs_register(realVfs, 1);
}

void FailingDisk::failAt(int nth, int code, Lasting lasting)
{
    auto &plan = fault();
    const std::lock_guard guard(plan.mutex);
    plan.countdown = nth;
    plan.code = code;
    plan.forEver = lasting == Lasting::ForEver;
    plan.failed = false;
}

void FailingDisk::heal() { failAt(0, SQLITE_OK, Lasting::Once); }

bool FailingDisk::hasFailed() const
{
    auto &plan = fault();
    const std::lock_guard guard(plan.mutex);
    return plan.failed;
}

} // namespace menshen
