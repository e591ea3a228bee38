// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/TurnedAway.h"

#include <algorithm>

namespace menshen {

namespace {

constexpr int kPage = 200;

/// What the whole entry says, which a row does not: with its story.
Result<void> add(std::vector<std::vector<StoryStep>> &found, LedgerReader &reader, EntrySeq seq, const Plan &plan)
{
    auto story = reader.story(seq);
    if (!story)
        return story.error();
    const Entry &entry = story->front().entry;
    const auto *visit = std::get_if<VisitEntry>(&entry);
    const auto *punch = std::get_if<StaffPunchEntry>(&entry);
    if ((visit != nullptr && isTurnedAway(*visit, plan)) || (punch != nullptr && isTurnedAway(*punch, plan)))
        found.push_back(std::move(*story));
    return {};
}

} // namespace

bool isTurnedAway(const VisitEntry &visit, const Plan &plan)
{
    return visit.outcome == Outcome::Refused && !visit.afterwards && isTurnedAwayUnmasked(visit.reasons, plan);
}

bool isTurnedAway(const StaffPunchEntry &punch, const Plan &plan)
{
    return punch.outcome == Outcome::Refused && isTurnedAwayUnmasked(punch.reasons, plan);
}

Result<std::vector<std::vector<StoryStep>>> turnedAwayOn(LedgerReader &reader, HallDay day, const Plan &plan)
{
    std::vector<std::vector<StoryStep>> found;
    if (!plan.unmaskedTold)
        return found;
    VisitFilter filter;
    filter.from = filter.to = day;
    filter.outcome = Outcome::Refused;
    for (EntrySeq after;;) {
        const auto page = reader.visitsAscending(filter, after, kPage);
        if (!page)
            return page.error();
        for (const VisitRow &row : *page) {
            after = row.seq;
            if (isTurnedAwayUnmasked(row.reasons, plan))
                if (const auto added = add(found, reader, row.seq, plan); !added)
                    return added.error();
        }
        if (std::ssize(*page) < kPage)
            break;
    }
    for (EntrySeq after;;) {
        const auto page = reader.staffPunches(day, day, after, kPage);
        if (!page)
            return page.error();
        for (const StaffPunchRow &row : *page) {
            after = row.seq;
            if (isTurnedAwayUnmasked(row.reasons, plan))
                if (const auto added = add(found, reader, row.seq, plan); !added)
                    return added.error();
        }
        if (std::ssize(*page) < kPage)
            break;
    }
    std::ranges::sort(found, {}, [](const std::vector<StoryStep> &story) { return story.front().seq; });
    return found;
}

} // namespace menshen
