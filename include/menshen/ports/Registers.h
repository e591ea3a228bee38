// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Registers.h"
#include "menshen/core/Result.h"

#include <optional>
#include <vector>

namespace menshen {

/// One version of a register, without what stands in it.
struct RegisterVersion {
    int version = 0; ///< 1, 2, 3 …; a number is used once
    WallTime at;
    int lines = 0;
    EntryHash digest{}; ///< of the sealed file, as its RegisterChangedEntry says
};

struct StoredRegister {
    RegisterVersion version;
    RegisterContent content;
};

/// Where the registers of the office lie: sealed, whole versions, the newest one holds. A change is staged first, then entered
/// in the ledger, then taken: whatever is cut short in between leaves the version before in force, and the staged one beside
/// it, for the next start to take or to drop by what the ledger says. Thread-safe; slow (disk): not on the GUI's or the
/// engine's thread. Storage or DiskFull when it cannot write, Damaged for a file that was changed, WrongKey for one that was
/// sealed elsewhere; nothing is removed then.
class Registers {
public:
    virtual ~Registers() = default;

    /// The version that holds; absent: none was ever saved.
    [[nodiscard]] virtual Result<std::optional<StoredRegister>> newest(RegisterKind kind) const = 0;
    /// NotFound.
    [[nodiscard]] virtual Result<StoredRegister> version(RegisterKind kind, int version) const = 0;
    /// Numbers of those that can still be loaded, newest first.
    [[nodiscard]] virtual Result<std::vector<int>> versions(RegisterKind kind) const = 0;

    /// Durable, and not in force yet. Replaces one that was staged before.
    [[nodiscard]] virtual Result<RegisterVersion> stage(const RegisterContent &content, WallTime at) = 0;
    /// What a stop in between has left; absent almost always.
    [[nodiscard]] virtual Result<std::optional<StoredRegister>> staged(RegisterKind kind) const = 0;
    /// The staged version holds from now on, and old ones are thinned out.
    [[nodiscard]] virtual Result<void> take(RegisterKind kind) = 0;
    [[nodiscard]] virtual Result<void> drop(RegisterKind kind) = 0;
};

} // namespace menshen
