// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/LedgerUpkeep.h"

#include <SQLiteCpp/Database.h>
#include <vector>

namespace menshen {

/// Finds the days whose personal data is due and destroys it. Runs inside the caller's transaction; throws SQLite::Exception
/// and DecodeError.
class Purge {
public:
    explicit Purge(SQLite::Database &db) : m_db(db) {}

    /// A day is due by the order in which keys were made, not by its name alone: a key made after that of a day which stays
    /// (the clock had been set back) stays too, a name that lies in the future (the clock ran ahead) is taken for the day
    /// before it, and a day whose successor is more than two weeks later stays as long as that one (the clock may have stood
    /// still), unless `gapsAreClosures`. The oldest `mostDays` of them. BadInput for a `before` after `today`.
    [[nodiscard]] Result<std::vector<DestructionEntry::Day>> due(const PurgeRequest &request, HallDay today);
    [[nodiscard]] static DestructionEntry certificate(const PurgeRequest &request, std::vector<DestructionEntry::Day> days);
    /// Wipes marks and keys; what is returned belongs into the journal, in the same transaction.
    [[nodiscard]] DestructionEntry destroy(const PurgeRequest &request, std::vector<DestructionEntry::Day> days, WallTime now);

private:
    struct Key {
        std::int64_t id = 0, day = 0;
        std::int64_t age = 0; ///< the day that counts
        bool living = false;
    };
    [[nodiscard]] std::vector<Key> keysWithTheirAge(std::int64_t today, bool gapsAreClosures);
    void count(DestructionEntry::Day &day);
    [[nodiscard]] std::int64_t wipeMarks(std::int64_t key);
    void wipeKey(std::int64_t key, WallTime now);

    SQLite::Database &m_db;
};

} // namespace menshen
