// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/KeyRing.h"
#include "menshen/ports/Ledger.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace menshen {

/// A sealed part, or why there is none.
struct PersonalPart {
    PersonalState state = PersonalState::Destroyed;
    std::string text; ///< PersonalText; only when Whole
};

/// Opens the sealed parts of a ledger's entries on one connection. Not thread-safe. Throws SQLite::Exception and DecodeError.
class PersonalParts {
public:
    /// Without `keys` (null) every part that is not destroyed is Unreadable.
    PersonalParts(SQLite::Database &db, std::shared_ptr<KeyRing> keys);

    /// Of a row that was read already; `kind` as stored.
    [[nodiscard]] PersonalPart open(std::int64_t seq, std::int64_t epoch, std::string_view kind, std::int64_t key, std::string_view sealed);
    /// Of the entry `seq`; absent when it has no sealed part.
    [[nodiscard]] std::optional<PersonalPart> open(EntrySeq seq);

    /// The day key that sealed the entry; absent when it is gone or there is none.
    [[nodiscard]] std::optional<SecretKey> keyThatSealed(EntrySeq seq);

    [[nodiscard]] const EpochId &epochId(std::int64_t number);
    /// Day keys may have been made or destroyed by others since: to be called between two transactions.
    void refresh() { m_lastKey.reset(); }

private:
    struct Key {
        std::int64_t id = 0;
        bool destroyed = false;
        std::optional<SecretKey> key;
    };
    [[nodiscard]] const Key &keyOf(std::int64_t id);

    const std::shared_ptr<KeyRing> m_keys;
    SQLite::Statement m_row, m_key, m_keyOf, m_epoch;
    std::map<std::int64_t, EpochId> m_epochs;
    std::optional<Key> m_lastKey; ///< entries of a day stand together
};

} // namespace menshen
