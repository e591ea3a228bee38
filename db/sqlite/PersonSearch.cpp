// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/PersonSearch.h"

#include "db/seal/Sealing.h"
#include "db/sqlite/PersonMarks.h"
#include "db/sqlite/StoredBytes.h"
#include "db/sqlite/StoredText.h"
#include "db/sqlite/VisitQuery.h"

#include <algorithm>

namespace menshen {
namespace {

constexpr std::size_t kShortestNumber = 7;
/// A busy phone (an agency's) must not make a look-up slow.
constexpr int kMostVisitsOfOneDay = 1000;

bool sameName(const VisitRow &visit, const PersonQuery &query)
{
    return !query.name.empty() && searchable(visit.identity.name) == searchable(query.name);
}

} // namespace

bool looksLikeWholeNumber(std::string_view searchableText)
{
    const auto isPart = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '+'; };
    const auto digits = std::count_if(searchableText.begin(), searchableText.end(), [](char c) { return c >= '0' && c <= '9'; });
    return searchableText.size() >= kShortestNumber && digits >= 5 && std::all_of(searchableText.begin(), searchableText.end(), isPart);
}

PersonSearch::PersonSearch(SQLite::Database &db, PersonalParts &parts, KeyRing &keys)
    : m_db(db), m_parts(parts), m_lookUp(db, "SELECT visit FROM person_index WHERE key = ? AND mark = ? LIMIT ?")
{
    SQLite::Statement living(db, "SELECT id, wrapped FROM day_keys WHERE wrapped IS NOT NULL");
    while (living.executeStep()) {
        const auto id = living.getColumn(0).getInt64();
        if (const auto key = keys.dayKey(id, storedBytes(living, 1)))
            m_days.push_back({id, dayMarkKey(keys.index(), *key)});
    }
}

PersonSearch::Visits PersonSearch::marked(const MarkMaker &markOf, std::string_view typed)
{
    Visits visits;
    for (const auto &day : m_days) {
        m_lookUp.tryReset();
        m_lookUp.bind(1, day.key);
        m_lookUp.bind(2, markOf(typed, day.markKey));
        m_lookUp.bind(3, kMostVisitsOfOneDay);
        while (m_lookUp.executeStep())
            visits.insert(m_lookUp.getColumn(0).getInt64());
        m_lookUp.reset();
    }
    return visits;
}

PersonSearch::Visits PersonSearch::nearly(std::string_view document)
{
    Visits visits;
    for (const auto &near : documentsOneMistakeAway(document))
        visits.merge(marked(documentMark, near));
    return visits;
}

std::vector<std::int64_t> PersonSearch::visitsOf(std::string_view typed)
{
    auto visits = marked(documentMark, typed);
    visits.merge(marked(phoneMark, typed));
    if (visits.empty())
        visits = nearly(typed);
    return {visits.begin(), visits.end()};
}

std::vector<PersonVisit> PersonSearch::find(const PersonQuery &query, int limit)
{
    Visits certain, near, byPhone;
    if (!searchable(query.document).empty()) {
        certain = marked(documentMark, query.document);
        near = nearly(query.document);
    }
    if (!searchable(query.phone).empty())
        byPhone = marked(phoneMark, query.phone);
    std::vector<PersonVisit> found;
    const auto add = [&](std::int64_t visit, PersonMatch match) { found.push_back({match, visitRowOf(m_db, m_parts, {visit})}); };
    for (const auto visit : certain)
        add(visit, PersonMatch::Certain);
    for (const auto visit : near)
        if (!certain.contains(visit)) {
            add(visit, byPhone.contains(visit) ? PersonMatch::Likely : PersonMatch::Possible);
            if (sameName(found.back().visit, query))
                found.back().match = PersonMatch::Likely;
        }
    for (const auto visit : byPhone)
        if (!certain.contains(visit) && !near.contains(visit))
            add(visit, PersonMatch::Possible);
    std::stable_sort(found.begin(), found.end(), [](const PersonVisit &a, const PersonVisit &b) {
        return a.match != b.match ? a.match < b.match : a.visit.seq > b.visit.seq;
    });
    if (std::cmp_less(limit, found.size()))
        found.erase(found.begin() + limit, found.end());
    return found;
}

} // namespace menshen
