// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Chain.h"
#include "menshen/core/Entries.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace menshen {

struct UpkeepProgress {
    std::int64_t done = 0, total = 0; ///< entries, or pages of the file
};
/// Called on the worker's thread, at least once a second while there is progress.
using UpkeepProgressSink = std::function<void(UpkeepProgress)>;

/// What has been done to the ledger, and how it is; for the office's page.
struct LedgerState {
    StationId station;
    EpochId epoch;
    EntrySeq seq;                   ///< newest entry
    EntryHash hash;                 ///< of it
    std::optional<LedgerHead> head; ///< signed last
    struct Verified {
        WallTime at;
        ChainVerdict verdict;
    };
    std::optional<Verified> verified; ///< the last walk along the whole chain
    struct BackedUp {
        WallTime at;
        BackupEntry entry;
    };
    std::optional<BackedUp> backup; ///< the last one
    std::int64_t daysSealed = 0;    ///< days whose personal data can be read
    std::int64_t daysDestroyed = 0; ///< days whose personal data is gone for ever
    std::optional<HallDay> oldestSealed;
    bool ballast = true; ///< false: the disk was full and the reserve has been given up
};

/// What a purge destroys or would destroy; becomes the entry and the certificate.
struct PurgeRequest {
    HallDay before{}; ///< days before this one; the personal data of this day stays
    bool dryRun = false;
    std::string actor;   ///< "station" (nightly), "ctl"
    std::string grounds; ///< which rule: "plan yiyang: 30 days"; no personal data
    /// No more days than this at once, the oldest first: a clock that runs ahead must not destroy a ledger. 0: no limit.
    int mostDays = 0;
    /// Somebody looked at the days' names and vouches for them: a long gap after a day means that the hall was closed, not
    /// that the clock had stopped.
    bool gapsAreClosures = false;
};

struct Destroyed {
    DestructionEntry entry;
    std::optional<Receipt> receipt; ///< absent after a dry run
};

struct BackupRequest {
    std::string folder; ///< made when missing; the copies are named menshen-<station, 8 digits>-<UTC time>.ledger
    int keep = 7;       ///< newest copies kept; older ones of this station are removed once the new one is verified
    std::string actor;
};

/// What keeps a ledger honest and small. Thread-safe; everything here may take long: call it on a worker.
class LedgerUpkeep {
public:
    virtual ~LedgerUpkeep() = default;

    [[nodiscard]] virtual Result<LedgerState> state() = 0;
    /// Walks the whole chain on a connection of its own while the station goes on, and records the outcome (VerificationEntry).
    [[nodiscard]] virtual Result<ChainVerdict> verify(const UpkeepProgressSink &progress, std::stop_token stop) = 0;
    /// A verified copy, durable, under its final name; recorded (BackupEntry). Cancelled leaves nothing behind.
    [[nodiscard]] virtual Result<BackupEntry> backup(const BackupRequest &request, const UpkeepProgressSink &progress,
                                                     std::stop_token stop) = 0;
    /// Destroys the keys of days that are over and what finds people by them, and records the certificate.
    [[nodiscard]] virtual Result<Destroyed> purge(const PurgeRequest &request) = 0;
};

} // namespace menshen
