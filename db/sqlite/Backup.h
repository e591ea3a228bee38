// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Chain.h"
#include "menshen/ports/Clock.h"
#include "menshen/ports/LedgerUpkeep.h"
#include "menshen/ports/StationKey.h"

#include <string>
#include <variant>
#include <vector>

namespace menshen {

/// Copies the ledger as it is now while a station may be writing, walks the copy's pages and chain, syncs it and gives it its
/// final name; then removes the oldest copies of this station beyond `keep`, and every older copy that still holds a key
/// which this ledger has destroyed. Copies are older or newer by what they hold, for clocks are set back. Records nothing: that
/// is the ledger's to do. BadInput for what is no folder, Denied for a folder that cannot be written, DiskFull, Damaged when the
/// copy is not sound (it is removed), Cancelled; Storage also when an older copy has to go and cannot be removed (the new one
/// stays then). Progress counts the file's pages twice: while they are copied and while the copy is checked.
[[nodiscard]] Result<BackupEntry> copyLedger(const std::string &path, const BackupRequest &request, const Clock &clock,
                                             const UpkeepProgressSink &progress, const std::stop_token &stop);

struct RestoreRequest {
    std::string backup;                 ///< a copy made by a backup
    std::string target;                 ///< the ledger's place; must be free (an old one is moved away by a person first)
    std::vector<LedgerHead> knownHeads; ///< kept by somebody: tell what lies between the backup and the loss
    std::string actor;
};

struct RestoreReport {
    EntrySeq last; ///< the newest entry that the backup holds
    WallTime lastAt;
    std::optional<LedgerHead> lost; ///< the newest known head beyond it: entries last + 1 … lost->seq are not there any more
    EpochId epoch;                  ///< the new life
};

/// Puts a backup in the ledger's place as a new life of it (EpochEntry). The backup is walked first and not touched. Opened by
/// the station's secret; by the recovery passphrase after `recoverKeys`. BadInput when the target exists; Damaged; WrongKey…
[[nodiscard]] Result<RestoreReport> restoreLedger(const RestoreRequest &request, const StationSecret &secret, const Clock &clock,
                                                  UtcOffset offset);

} // namespace menshen
