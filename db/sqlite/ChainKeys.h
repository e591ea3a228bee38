// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/ChainFaults.h"
#include "db/sqlite/KeyRing.h"

#include <SQLiteCpp/Statement.h>
#include <map>
#include <memory>
#include <set>

namespace menshen {

/// Holds a ledger's key material against what its chain says of it. Throws SQLite::Exception and DecodeError.
class KeyTrack {
public:
    /// `keys` may be null: then nothing is opened.
    KeyTrack(SQLite::Database &db, const LedgerIdentity &identity, std::shared_ptr<KeyRing> keys);

    /// An entry that fits the chain; for those that are sealed and those that tell of keys.
    [[nodiscard]] std::optional<FoundFault> pass(const ChainRow &row);
    /// The whole of the tables, once the walk from `start` is over.
    [[nodiscard]] std::optional<FoundFault> finish(EntrySeq start, EntrySeq newest);

private:
    struct DayKey {
        std::int64_t id = 0, day = 0;
        EntrySeq made;
        std::string check;
        std::optional<std::string> wrapped; ///< absent: destroyed
    };
    [[nodiscard]] std::optional<FoundFault> sealed(const ChainRow &row);
    [[nodiscard]] std::optional<FoundFault> made(const ChainRow &row);
    void destroyed(EntrySeq seq, std::string_view body);
    void destroyedOutside(EntrySeq start, EntrySeq newest);
    [[nodiscard]] std::optional<DayKey> stored(std::int64_t id);
    [[nodiscard]] std::optional<FoundFault> dayKey(const DayKey &key);
    [[nodiscard]] std::optional<FoundFault> opens(const DayKey &key);
    [[nodiscard]] std::optional<FoundFault> newestOpens(std::int64_t id, const SecretKey &key);
    [[nodiscard]] std::optional<FoundFault> ownKeys();

    SQLite::Database &m_db;
    const LedgerIdentity &m_identity;
    const std::shared_ptr<KeyRing> m_keys;
    SQLite::Statement m_stored;
    ChainRows m_rows;
    std::int64_t m_lastKey = 0;                ///< of the entry before: entries of a day stand together
    EntrySeq *m_lastSealed = nullptr;          ///< into m_newest
    std::map<std::int64_t, EntrySeq> m_newest; ///< the newest entry that each key sealed
    std::set<std::int64_t> m_certified;        ///< keys whose destruction is in the chain
};

} // namespace menshen
