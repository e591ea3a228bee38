// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/PersonSearch.h"

#include "db/sqlite/PersonMarks.h"
#include "db/sqlite/StoredText.h"
#include "db/sqlite/VisitQuery.h"

#include <algorithm>

namespace menshen {
namespace {

constexpr std::size_t kShortestNumber = 7;
/// A busy phone (an agency's) must not make a look-up slow.
constexpr int kMostVisitsOfOne = 10'000;

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

PersonSearch::PersonSearch(SQLite::Database &db, PersonalParts &parts, const KeyRing &keys)
    : m_db(db), m_parts(parts), m_keys(keys),
      m_lookUp(db, "SELECT visit FROM person_index WHERE key IN (SELECT id FROM day_keys WHERE wrapped IS NOT NULL) AND mark = ? LIMIT ?")
{
}

PersonSearch::Visits PersonSearch::marked(std::int64_t mark)
{
    Visits visits;
    m_lookUp.tryReset();
    m_lookUp.bind(1, mark);
    m_lookUp.bind(2, kMostVisitsOfOne);
    while (m_lookUp.executeStep())
        visits.insert(m_lookUp.getColumn(0).getInt64());
    m_lookUp.reset();
    return visits;
}

PersonSearch::Visits PersonSearch::nearly(std::string_view document)
{
    Visits visits;
    for (const auto &near : documentsOneMistakeAway(document))
        visits.merge(marked(documentMark(near, m_keys.index())));
    return visits;
}

std::vector<std::int64_t> PersonSearch::visitsOf(std::string_view typed)
{
    auto visits = marked(documentMark(typed, m_keys.index()));
    visits.merge(marked(phoneMark(typed, m_keys.index())));
    if (visits.empty())
        visits = nearly(typed);
    return {visits.begin(), visits.end()};
}

std::vector<PersonVisit> PersonSearch::find(const PersonQuery &query, int limit)
{
    Visits certain, near, byPhone;
    if (!searchable(query.document).empty()) {
        certain = marked(documentMark(query.document, m_keys.index()));
        near = nearly(query.document);
    }
    if (!searchable(query.phone).empty())
        byPhone = marked(phoneMark(query.phone, m_keys.index()));
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
