// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/Purge.h"

#include "db/sqlite/EnumNames.h"
#include "db/sqlite/StoredText.h"

#include <SQLiteCpp/Statement.h>
#include <algorithm>
#include <limits>

namespace menshen {
namespace {

/// A day whose successor is more than so many days later may have been named by a clock that had stopped. No shorter: halls
/// close for a week and more at the great feasts.
constexpr std::int64_t kDoubtfulGap = 14;

/// The entries that a key sealed: those between its making and the next key's, and corrections made later.
struct SealedRange {
    std::int64_t first = 0;
    std::int64_t last = std::numeric_limits<std::int64_t>::max();
};

SealedRange rangeOf(SQLite::Database &db, std::int64_t key)
{
    SQLite::Statement query(db, "SELECT made_seq, (SELECT made_seq FROM day_keys WHERE id = ?1 + 1) FROM day_keys WHERE id = ?1");
    query.bind(1, key);
    if (!query.executeStep())
        throw DecodeError("a day key is missing");
    SealedRange range{query.getColumn(0).getInt64(), std::numeric_limits<std::int64_t>::max()};
    if (!query.isColumnNull(1))
        range.last = query.getColumn(1).getInt64();
    return range;
}

} // namespace

std::vector<Purge::Key> Purge::keysWithTheirAge(std::int64_t today, bool gapsAreClosures)
{
    std::vector<Key> keys;
    SQLite::Statement query(m_db, "SELECT id, day, wrapped IS NOT NULL FROM day_keys ORDER BY id");
    while (query.executeStep())
        keys.push_back({query.getColumn(0).getInt64(), query.getColumn(1).getInt64(), today, query.getColumn(2).getInt() != 0});
    auto known = std::numeric_limits<std::int64_t>::min(); // the latest day so far that is not in the future
    for (auto &key : keys) {
        if (key.day <= today)
            known = std::max(known, key.day);
        if (known != std::numeric_limits<std::int64_t>::min())
            key.age = known;
    }
    for (std::size_t i = 0; !gapsAreClosures && i + 1 < keys.size(); ++i)
        if (keys[i + 1].age - keys[i].age > kDoubtfulGap)
            keys[i].age = keys[i + 1].age;
    return keys;
}

Result<std::vector<DestructionEntry::Day>> Purge::due(const PurgeRequest &request, HallDay today)
{
    if (request.before > today)
        return Error{ErrorCode::BadInput,
                     dayText(request.before) + ": personal data of today and later is not destroyed; today is " + dayText(today)};
    const auto before = storedDay(request.before);
    std::vector<DestructionEntry::Day> days;
    for (const auto &key : keysWithTheirAge(storedDay(today), request.gapsAreClosures))
        if (key.living && key.age < before)
            days.push_back({dayFromStored(key.day), key.id, 0, 0});
    if (request.mostDays > 0 && std::cmp_greater(days.size(), request.mostDays))
        days.resize(static_cast<std::size_t>(request.mostDays)); // the oldest; the others are still due next time
    for (auto &day : days)
        count(day);
    return days;
}

DestructionEntry Purge::certificate(const PurgeRequest &request, std::vector<DestructionEntry::Day> days)
{
    return {request.before, request.grounds, std::move(days), 0};
}

DestructionEntry Purge::destroy(const PurgeRequest &request, std::vector<DestructionEntry::Day> days, WallTime now)
{
    auto certificate = Purge::certificate(request, std::move(days));
    for (const auto &day : certificate.days)
        certificate.marks += wipeMarks(day.key);
    for (const auto &day : certificate.days)
        wipeKey(day.key, now);
    return certificate;
}

void Purge::count(DestructionEntry::Day &day)
{
    const auto range = rangeOf(m_db, day.key);
    SQLite::Statement query(m_db, "SELECT count(*), coalesce(sum(kind = 'visit'), 0) FROM journal"
                                  " WHERE seq BETWEEN ?1 AND ?2 AND key = ?3 AND kind <> 'correction'");
    query.bind(1, range.first);
    query.bind(2, range.last);
    query.bind(3, day.key);
    query.executeStep();
    day.entries = query.getColumn(0).getInt64();
    day.visits = query.getColumn(1).getInt64();
    SQLite::Statement corrections(m_db, "SELECT count(*) FROM journal WHERE kind = 'correction' AND key = ?");
    corrections.bind(1, day.key);
    corrections.executeStep();
    day.entries += corrections.getColumn(0).getInt64();
}

std::int64_t Purge::wipeMarks(std::int64_t key)
{
    SQLite::Statement wipe(m_db, "DELETE FROM person_index WHERE key = ?");
    wipe.bind(1, key);
    return wipe.exec();
}

void Purge::wipeKey(std::int64_t key, WallTime now)
{
    SQLite::Statement wipe(m_db, "UPDATE day_keys SET wrapped = NULL, destroyed_us = ? WHERE id = ?");
    wipe.bind(1, static_cast<std::int64_t>(now.time_since_epoch().count()));
    wipe.bind(2, key);
    wipe.exec();
}

} // namespace menshen
