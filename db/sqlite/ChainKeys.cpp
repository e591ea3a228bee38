// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/ChainKeys.h"

#include "db/sqlite/EntryJson.h"
#include "db/sqlite/StoredBytes.h"

#include <SQLiteCpp/Transaction.h>

namespace menshen {
namespace {

FoundFault foreign(EntrySeq at, std::string detail) { return {ChainFault::ForeignKey, at, std::move(detail)}; }

template <typename T>
std::optional<T> decodedAs(EntrySeq seq, std::string_view kind, std::string_view body)
{
    const auto entry = decodedEntry(seq, kind, body, std::nullopt);
    if (!entry || !std::holds_alternative<T>(*entry))
        return std::nullopt;
    return std::get<T>(*entry);
}

std::int64_t storedDayOf(HallDay day) { return std::chrono::sys_days{day}.time_since_epoch().count(); }

} // namespace

KeyTrack::KeyTrack(SQLite::Database &db, const LedgerIdentity &identity, std::shared_ptr<KeyRing> keys)
    : m_db(db), m_identity(identity), m_keys(std::move(keys)),
      m_stored(db, "SELECT id, day, made_seq, key_check, wrapped FROM day_keys WHERE id = ?"), m_rows(db)
{
}

std::optional<FoundFault> KeyTrack::pass(const ChainRow &row)
{
    if (row.entry.key)
        return sealed(row);
    if (row.entry.kind == "day_key")
        return made(row);
    if (row.entry.kind == "destruction")
        destroyed({row.entry.seq}, row.entry.body);
    return std::nullopt;
}

std::optional<FoundFault> KeyTrack::sealed(const ChainRow &row)
{
    const EntrySeq here{row.entry.seq};
    if (*row.entry.key != m_lastKey || !m_lastSealed) {
        const auto key = stored(*row.entry.key);
        if (!key || key->made >= here)
            return foreign(here, "sealed with key " + std::to_string(*row.entry.key) + ", of which the ledger knows nothing there");
        m_lastKey = key->id;
        m_lastSealed = &m_newest[key->id];
    }
    *m_lastSealed = here;
    return std::nullopt;
}

std::optional<FoundFault> KeyTrack::made(const ChainRow &row)
{
    const EntrySeq here{row.entry.seq};
    const auto entry = decodedAs<DayKeyEntry>(here, row.entry.kind, row.entry.body);
    if (!entry)
        return FoundFault{ChainFault::Changed, here, "an entry about a day's key that cannot be understood"};
    const auto key = stored(entry->key);
    if (!key)
        return foreign(here, "key " + std::to_string(entry->key) + " is not in the ledger any more, not even as destroyed");
    if (key->check != entry->check || key->made != here || key->day != storedDayOf(entry->day))
        return foreign(here, "key " + std::to_string(entry->key) + " is another one than the chain names");
    return std::nullopt;
}

void KeyTrack::destroyed(EntrySeq seq, std::string_view body)
{
    if (const auto entry = decodedAs<DestructionEntry>(seq, "destruction", body))
        for (const auto &day : entry->days)
            m_certified.insert(day.key);
}

/// Of before the walk's beginning, and while it was under way.
void KeyTrack::destroyedOutside(EntrySeq start, EntrySeq newest)
{
    SQLite::Statement query(m_db, "SELECT seq, body FROM journal WHERE kind IN ('backup', 'verification', 'destruction', 'epoch') "
                                  "AND kind = 'destruction' AND (seq <= ? OR seq > ?)");
    query.bind(1, start.value);
    query.bind(2, newest.value);
    while (query.executeStep())
        destroyed({query.getColumn(0).getInt64()}, storedBytes(query, 1));
}

std::optional<KeyTrack::DayKey> KeyTrack::stored(std::int64_t id)
{
    m_stored.reset();
    m_stored.bind(1, id);
    if (!m_stored.executeStep())
        return std::nullopt;
    DayKey key{id, m_stored.getColumn(1).getInt64(), {m_stored.getColumn(2).getInt64()}, m_stored.getColumn(3).getString(), {}};
    if (!m_stored.isColumnNull(4))
        key.wrapped = std::string(storedBytes(m_stored, 4));
    m_stored.reset(); // no reader is kept open
    return key;
}

std::optional<FoundFault> KeyTrack::finish(EntrySeq start, EntrySeq newest)
{
    const SQLite::Transaction together(m_db); // a certificate is seen with its destruction or not at all
    if (auto fault = ownKeys())
        return fault;
    std::vector<std::int64_t> ids;
    for (SQLite::Statement query(m_db, "SELECT id FROM day_keys ORDER BY id"); query.executeStep();)
        ids.push_back(query.getColumn(0).getInt64());
    destroyedOutside(start, newest);
    for (const auto id : ids)
        if (const auto key = stored(id))
            if (auto fault = dayKey(*key))
                return fault;
    return std::nullopt;
}

std::optional<FoundFault> KeyTrack::dayKey(const DayKey &key)
{
    ChainRow row;
    std::optional<FoundFault> fault;
    const std::string name = "key " + std::to_string(key.id);
    if (!m_rows.only(key.made, row) || row.entry.kind != "day_key")
        fault = foreign({}, name + " stands in the ledger, but no entry tells of its making");
    else
        fault = made(row);
    m_rows.close();
    if (fault)
        return fault;
    if (key.wrapped && m_certified.contains(key.id))
        return foreign(key.made, name + " was destroyed by a certificate and is there again");
    if (!key.wrapped)
        return m_certified.contains(key.id) ? std::nullopt
                                            : std::optional(foreign(key.made, name + " was destroyed and no certificate tells of it"));
    return m_keys ? opens(key) : std::nullopt;
}

std::optional<FoundFault> KeyTrack::opens(const DayKey &key)
{
    const auto opened = unwrapped(*key.wrapped, m_keys->root(), m_identity.station, dayKeyPurpose(key.id));
    const std::string name = "key " + std::to_string(key.id);
    if (!opened)
        return foreign(key.made, name + " does not open: it was wrapped by another ledger, or changed");
    if (keyCheck(*opened) != key.check)
        return foreign(key.made, name + " opens, but is another one than the chain names");
    return newestOpens(key.id, *opened);
}

std::optional<FoundFault> KeyTrack::newestOpens(std::int64_t id, const SecretKey &key)
{
    const auto newest = m_newest.find(id);
    if (newest == m_newest.end())
        return std::nullopt;
    ChainRow row;
    const bool found = m_rows.only(newest->second, row) && row.entry.sealed;
    const auto *life = found ? m_identity.life(row.entry.epoch) : nullptr;
    const bool opened = life && unsealed(*row.entry.sealed, key, {m_identity.station, life->id, row.entry.seq, row.entry.kind}).has_value();
    m_rows.close();
    return opened ? std::nullopt
                  : std::optional(foreign(newest->second, "what entry " + std::to_string(newest->second.value) +
                                                              " sealed does not open with key " + std::to_string(id)));
}

std::optional<FoundFault> KeyTrack::ownKeys()
{
    if (!m_keys)
        return std::nullopt;
    if (m_keys->station() != m_identity.station || HeadSigner(m_keys->signing()).publicKey() != m_identity.signingKey)
        return foreign({}, "the ledger names another signing key than the one that its station holds");
    for (const auto &[name, known] : {std::pair(kIndexPurpose, m_keys->index()), std::pair(kSigningPurpose, m_keys->signing())}) {
        SQLite::Statement query(m_db, "SELECT wrapped FROM wrapped_keys WHERE name = ?");
        query.bind(1, std::string(name));
        const auto opened = query.executeStep() ? unwrapped(storedBytes(query, 0), m_keys->root(), m_identity.station, name) : std::nullopt;
        if (!opened || keyCheck(*opened) != keyCheck(known))
            return foreign({}, "the wrapped " + std::string(name) + " key is not this ledger's");
    }
    return std::nullopt;
}

} // namespace menshen
