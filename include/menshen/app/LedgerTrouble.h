// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/LedgerUpkeep.h"

#include <optional>
#include <vector>

namespace menshen {

/// What can be wrong with the ledger's upkeep, worst first.
enum class LedgerTroubleKind : std::uint8_t {
    ChainFault,         ///< a walk found that the ledger was changed or damaged
    VerificationFailed, ///< no walk could be made: nobody knows how the chain is
    BackupFailed,
    PurgeFailed, ///< personal data that is due is still there
    PurgeHeld    ///< the same on purpose: the clock is doubtful, or more days are due than a night may destroy
};

/// Something is wrong with how the ledger is kept. It stops nobody at the door, and is shown until it is over.
struct LedgerTrouble {
    LedgerTroubleKind kind = LedgerTroubleKind::ChainFault;
    WallTime since;                      ///< when it was noticed first
    ChainFault fault = ChainFault::None; ///< of the first kind only
    EntrySeq entry;                      ///< with `fault`: the first entry that is wrong; 0: no one entry
    Error error;                         ///< why; with `fault` Damaged and what the walk said

    friend bool operator==(const LedgerTrouble &, const LedgerTrouble &) = default;
};

/// What a piece of upkeep changes: first what is over, then what is wrong now.
struct LedgerNews {
    std::vector<LedgerTroubleKind> over;
    std::optional<LedgerTrouble> trouble;
};

/// Of a walk that ended at `at`. A fault is over only when a whole walk was sound: one that was broken off proves nothing.
[[nodiscard]] LedgerNews newsOf(const ChainVerdict &verdict, WallTime at);

/// What a ledger remembers of itself: the fault that its last walk found.
[[nodiscard]] std::vector<LedgerTrouble> troublesOf(const LedgerState &state);

/// At most one trouble a kind, worst first. One that goes on keeps its `since`.
[[nodiscard]] std::vector<LedgerTrouble> withNews(std::vector<LedgerTrouble> troubles, const LedgerNews &news);

} // namespace menshen
