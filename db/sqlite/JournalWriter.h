// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/EntryJson.h"
#include "db/sqlite/KeyRing.h"
#include "menshen/core/Entries.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <optional>

namespace menshen {

/// Where the chain ends: what the next entry and the next head follow.
struct ChainEnd {
    EntrySeq seq;
    EntryHash hash;
    std::int64_t epoch = 0; ///< number
    EpochId epochId;
    std::int64_t headNumber = 0; ///< of the newest signed head
    EntrySeq headSeq;
    WallTime headAt;
    struct DayKey {
        std::int64_t id = 0;
        std::int64_t day = 0;
        std::optional<SecretKey> key; ///< absent when it was destroyed
        bool stored = true;           ///< false: made in the transaction that is under way
    };
    std::optional<DayKey> dayKey; ///< the newest
};

/// Appends entries and heads to the chain: sealed, hashed, signed. Runs inside the caller's transaction; the caller puts
/// `end()` back when that fails. Throws SQLite::Exception and DecodeError.
class JournalWriter {
public:
    JournalWriter(SQLite::Database &db, std::shared_ptr<KeyRing> keys);

    [[nodiscard]] const ChainEnd &end() const noexcept { return m_end; }
    void restore(const ChainEnd &end);

    /// `encoded` is the entry of `draft`; `keyOf`: seal it with the day key that sealed this earlier entry (a correction).
    /// A new day's first sealed entry is preceded by its DayKeyEntry.
    Receipt append(const EntryDraft &draft, const EncodedEntry &encoded, std::optional<EntrySeq> keyOf = std::nullopt);
    void sign(WallTime at);
    /// After the commit: keys made in it may be used by readers now.
    void committed();
    /// After a commit that destroyed this day key: nothing in memory has it any more.
    void forget(std::int64_t key);

private:
    struct SealingKey {
        std::int64_t id = 0;
        SecretKey key;
    };
    [[nodiscard]] SealingKey keyFor(const EntryDraft &draft);
    [[nodiscard]] SealingKey keyThatSealed(EntrySeq entry);
    void makeDayKey(const EntryDraft &draft);
    Receipt insert(const EntryDraft &draft, const EncodedEntry &encoded, const std::optional<SealingKey> &key);

    const std::shared_ptr<KeyRing> m_keys;
    const HeadSigner m_signer;
    SQLite::Statement m_insert, m_insertHead, m_insertKey, m_sealedWith;
    ChainEnd m_end;
};

/// Reads where the chain of `db` ends. Throws.
[[nodiscard]] ChainEnd chainEnd(SQLite::Database &db, KeyRing &keys);

} // namespace menshen
