// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Chain.h"
#include "menshen/ports/LedgerUpkeep.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace menshen {

class KeyRing;

/// A place in the chain that was found sound; a walk can go on from there.
struct ChainPlace {
    EntrySeq seq;   ///< 0: before the first entry
    EntryHash hash; ///< of it; for seq 0 the genesis hash
};

/// Walks a ledger's chain on a read-only connection while a station may be writing: every hash, every link, every signed
/// head, every key. Needs no secret; with one (`keys`) it also checks that every day's key is the one that the chain names
/// and opens what it sealed (the newest entry of each day). Not thread-safe.
class ChainWalk {
public:
    struct Options {
        std::vector<LedgerHead> knownHeads; ///< kept by somebody: what they saw must still be there
        std::shared_ptr<KeyRing> keys;      ///< may be null
        /// Resume. When something else stands there by now, the whole chain is walked to tell what became of it.
        std::optional<ChainPlace> from;
        bool tables = false; ///< also hold the tables that people are shown against the whole journal; takes several times longer
    };
    /// NotFound, SchemaTooNew, SchemaTooOld, Damaged; BadInput for a known head of another station.
    [[nodiscard]] static Result<std::unique_ptr<ChainWalk>> open(const std::string &path, Options options);
    ~ChainWalk();

    /// As far as the newest entry of now. Whatever is wrong is in the verdict, not an Error; an unreadable page too. `at` is 0
    /// where no entry is wrong, but a head or a key of the ledger itself. Known heads of entries that a restoration lost are no
    /// fault: a sound verdict's detail tells of them.
    [[nodiscard]] Result<ChainVerdict> run(const UpkeepProgressSink &progress, const std::stop_token &stop);

private:
    class Impl;
    explicit ChainWalk(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// The newest `entries` entries and the newest head, for a start that must not wait. Same verdicts. `db` is the caller's own.
[[nodiscard]] ChainVerdict verifyTail(SQLite::Database &db, std::int64_t entries);

} // namespace menshen
