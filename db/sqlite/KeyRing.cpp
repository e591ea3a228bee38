// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/KeyRing.h"

#include "db/sqlite/KeySlotRows.h"
#include "db/sqlite/LedgerFile.h"
#include "db/sqlite/SqliteErrors.h"
#include "db/sqlite/StoredBytes.h"

#include <SQLiteCpp/Statement.h>
#include <array>

namespace menshen {
namespace {

/// While keys are being rotated there are two: whichever the station still holds opens the ledger.
Result<SecretKey> rootKey(SQLite::Database &db, const StationSecret &secret, const StationId &station)
{
    Error refused{ErrorCode::Damaged, "the ledger has no key slot for its station"};
    for (const char *name : {kStationSlot, kNextSlot}) {
        const auto slot = slotNamed(db, name);
        if (!slot)
            continue;
        auto root = openSlot(*slot, secret, station);
        if (root)
            return root;
        if (refused.code != ErrorCode::WrongKey)
            refused = root.error();
    }
    return refused;
}

std::optional<SecretKey> wrappedKey(SQLite::Database &db, std::string_view name, const SecretKey &root, const StationId &station)
{
    SQLite::Statement query(db, "SELECT wrapped FROM wrapped_keys WHERE name = ?");
    query.bind(1, std::string(name));
    return query.executeStep() ? unwrapped(storedBytes(query, 0), root, station, name) : std::nullopt;
}

} // namespace

std::string dayKeyPurpose(std::int64_t id) { return "day " + std::to_string(id); }

Result<std::shared_ptr<KeyRing>> KeyRing::open(const std::string &ledgerPath, StationKeyStore &store)
{
    auto db = openForReading(ledgerPath);
    if (!db)
        return db.error();
    const auto secret = stationSecret(ledgerPath, store);
    if (!secret)
        return secret.error();
    return open(**db, *secret);
}

Result<std::shared_ptr<KeyRing>> KeyRing::open(SQLite::Database &db, const StationSecret &secret)
{
    if (!sealingReady())
        return Error{ErrorCode::Internal, "libsodium cannot be initialised"};
    try {
        SQLite::Statement query(db, "SELECT station FROM ledger");
        if (!query.executeStep())
            return Error{ErrorCode::Damaged, "the ledger does not say whose it is"};
        const auto station = bytesOf<StationId>(query, 0);
        if (secret.station && *secret.station != station)
            return Error{ErrorCode::WrongStation,
                         "this is the ledger of station " + hexOf(station) + ", the key is that of station " + hexOf(*secret.station)};
        const auto root = rootKey(db, secret, station);
        if (!root)
            return root.error();
        const auto index = wrappedKey(db, kIndexPurpose, *root, station);
        const auto signing = wrappedKey(db, kSigningPurpose, *root, station);
        if (!index || !signing)
            return Error{ErrorCode::Damaged, "the ledger's own keys do not open: they were changed or are another ledger's"};
        return std::make_shared<KeyRing>(station, *root, *index, *signing);
    } catch (...) {
        return currentSqliteError("opening the ledger's keys", db.getHandle());
    }
}

KeyRing::KeyRing(const StationId &station, const SecretKey &root, const SecretKey &index, const SecretKey &signing)
    : m_station(station), m_root(root), m_index(index), m_signing(signing)
{
}

std::optional<SecretKey> KeyRing::dayKey(std::int64_t id, std::string_view wrapped)
{
    if (auto known = knownDayKey(id))
        return known;
    auto key = unwrapped(wrapped, m_root, m_station, dayKeyPurpose(id));
    if (key)
        remember(id, *key);
    return key;
}

std::optional<SecretKey> KeyRing::knownDayKey(std::int64_t id) const
{
    const std::lock_guard guard(m_mutex);
    const auto found = m_dayKeys.find(id);
    return found == m_dayKeys.end() ? std::nullopt : std::optional(found->second);
}

void KeyRing::remember(std::int64_t id, const SecretKey &key)
{
    const std::lock_guard guard(m_mutex);
    if (!m_forgotten.contains(id))
        m_dayKeys.insert_or_assign(id, key);
}

void KeyRing::drop(std::int64_t id)
{
    const std::lock_guard guard(m_mutex);
    m_dayKeys.erase(id);
}

void KeyRing::forget(std::int64_t id)
{
    const std::lock_guard guard(m_mutex);
    m_dayKeys.erase(id);
    m_forgotten.insert(id);
}

} // namespace menshen
