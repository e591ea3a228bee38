// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/PersonalParts.h"

#include "db/sqlite/StoredBytes.h"

namespace menshen {

PersonalParts::PersonalParts(SQLite::Database &db, std::shared_ptr<KeyRing> keys)
    : m_keys(std::move(keys)), m_row(db, "SELECT epoch, kind, key, sealed FROM journal WHERE seq = ? AND key IS NOT NULL"),
      m_key(db, "SELECT wrapped FROM day_keys WHERE id = ?"), m_keyOf(db, "SELECT key FROM journal WHERE seq = ? AND key IS NOT NULL"),
      m_epoch(db, "SELECT epoch FROM epochs WHERE number = ?")
{
}

const EpochId &PersonalParts::epochId(std::int64_t number)
{
    if (const auto known = m_epochs.find(number); known != m_epochs.end())
        return known->second;
    m_epoch.tryReset();
    m_epoch.bind(1, number);
    if (!m_epoch.executeStep())
        throw DecodeError("an entry of an epoch that the ledger does not know");
    const auto id = bytesOf<EpochId>(m_epoch, 0);
    m_epoch.reset();
    return m_epochs.emplace(number, id).first->second;
}

const PersonalParts::Key &PersonalParts::keyOf(std::int64_t id)
{
    if (m_lastKey && m_lastKey->id == id)
        return *m_lastKey;
    m_key.tryReset();
    m_key.bind(1, id);
    Key key{id, false, {}};
    if (m_key.executeStep()) {
        key.destroyed = m_key.isColumnNull(0);
        if (!key.destroyed && m_keys)
            key.key = m_keys->dayKey(id, storedBytes(m_key, 0));
    }
    m_key.reset();
    return m_lastKey.emplace(std::move(key));
}

PersonalPart PersonalParts::open(std::int64_t seq, std::int64_t epoch, std::string_view kind, std::int64_t key, std::string_view sealed)
{
    const auto &opener = keyOf(key);
    if (opener.destroyed)
        return {PersonalState::Destroyed, {}};
    if (!opener.key)
        return {PersonalState::Unreadable, {}};
    auto text = unsealed(sealed, *opener.key, {m_keys->station(), epochId(epoch), seq, kind});
    if (!text)
        return {PersonalState::Unreadable, {}};
    return {PersonalState::Whole, std::move(*text)};
}

std::optional<PersonalPart> PersonalParts::open(EntrySeq seq)
{
    m_row.tryReset();
    m_row.bind(1, seq.value);
    if (!m_row.executeStep())
        return std::nullopt;
    const auto epoch = m_row.getColumn(0).getInt64();
    const auto kind = m_row.getColumn(1).getString();
    const auto key = m_row.getColumn(2).getInt64();
    const std::string sealed(storedBytes(m_row, 3));
    m_row.reset(); // before anything may throw: a statement left open keeps the log from being emptied
    return open(seq.value, epoch, kind, key, sealed);
}

std::optional<SecretKey> PersonalParts::keyThatSealed(EntrySeq seq)
{
    m_keyOf.tryReset();
    m_keyOf.bind(1, seq.value);
    if (!m_keyOf.executeStep())
        return std::nullopt;
    const auto id = m_keyOf.getColumn(0).getInt64();
    m_keyOf.reset();
    return keyOf(id).key;
}

} // namespace menshen
