// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/StationConfig.h"
#include "menshen/ports/Clock.h"
#include "menshen/ports/LedgerUpkeep.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace menshen {

struct LedgerNightSettings {
    StationConfig::UpkeepPart upkeep;
    UtcOffset offset;
    std::string plan;      ///< its id; named as the grounds of a destruction
    int retentionDays = 0; ///< of the plan; 0: nothing is destroyed by itself
    /// The newest entry that the ledger held before this start; absent in a new one. Tells whether the clock can be believed.
    std::optional<WallTime> newestBefore;
    int mostDays = 7;       ///< more days than this at once are left to a person
    Micros settle = 5s;     ///< the door goes first
    Micros retry = 1h;      ///< after a backup that failed
    Micros lookEvery = 30s; ///< how often the wall's clock is looked at: it may be set
};

/// A part of the night that can fail.
enum class LedgerTask : std::uint8_t { State, Purge, Backup, Verification };

/// What became of it. All on the night's own thread; must not block for long.
struct LedgerNightSinks {
    std::function<void(const Destroyed &)> purged; ///< without days when none was due
    std::function<void(const std::string &why)> purgeHeld;
    std::function<void(const BackupEntry &)> backedUp;
    std::function<void(const ChainVerdict &)> verified;
    std::function<void(LedgerTask, const Error &)> failed;
};

/// The ledger's housekeeping: every night the plan's purge, then a backup (which drops the older copies that still hold what
/// was destroyed), then a walk along the whole chain; and one such walk soon after every start. A night that was missed
/// because the station stood still is made up after the start. One thread of its own.
///
/// Nothing is destroyed while the clock is doubtful: when the ledger's newest entry lies in its future, or so long ago that
/// the clock may have run ahead, until the station has been up for a day with it.
class LedgerNight {
public:
    /// `upkeep` and `clock` must outlive this.
    LedgerNight(LedgerUpkeep &upkeep, const Clock &clock, LedgerNightSettings settings, LedgerNightSinks sinks);
    ~LedgerNight(); ///< stops
    LedgerNight(const LedgerNight &) = delete;
    LedgerNight &operator=(const LedgerNight &) = delete;

    void start();
    /// Breaks off a backup or a walk; waits for a purge that has begun. Idempotent.
    void stop();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace menshen
