// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/AlertStory.h"

#include <algorithm>

namespace menshen {

namespace {

constexpr int kPage = 20;
constexpr std::chrono::days kLookBack{7}; ///< when an alert was raised that ended now

std::optional<WallTime> endOf(const std::vector<StoryStep> &story)
{
    for (const StoryStep &step : story)
        if (const auto *action = std::get_if<AlertActionEntry>(&step.entry); action != nullptr && endsAlert(*action))
            return step.at;
    return std::nullopt;
}

} // namespace

std::optional<Alert> alertOf(const std::vector<StoryStep> &story, const Plan &plan)
{
    const auto *raised = story.empty() ? nullptr : std::get_if<AlertRaisedEntry>(&story.front().entry);
    if (!raised)
        return std::nullopt;
    Alert alert = raisedAlert(*raised, {story.front().seq, story.front().at, story.front().hash}, plan);
    for (const StoryStep &step : story) {
        if (const auto *action = std::get_if<AlertActionEntry>(&step.entry))
            alert = after(std::move(alert), *action, {step.seq, step.at, step.hash}, step.actor);
        else if (const auto *told = std::get_if<EscalationEntry>(&step.entry))
            alert = after(std::move(alert), *told);
    }
    return alert;
}

Result<std::vector<std::vector<StoryStep>>> alertsToGoOnWith(LedgerReader &reader, HallDay today, UtcOffset offset)
{
    auto found = reader.openAlerts();
    if (!found)
        return found;
    const WallTime yesterday = startOfDay(today, offset) - std::chrono::days{1};
    const WallTime earliest = yesterday - kLookBack;
    std::optional<EntrySeq> before;
    while (true) {
        auto page = reader.alerts(before, kPage);
        if (!page)
            return page;
        for (auto &story : *page) {
            if (story.empty() || story.front().at < earliest)
                continue;
            if (const auto end = endOf(story); end && *end >= yesterday)
                found->push_back(story);
        }
        const bool last = std::ssize(*page) < kPage || page->back().empty() || page->back().front().at < earliest;
        if (last)
            break;
        before = page->back().front().seq;
    }
    std::ranges::sort(*found, {}, [](const std::vector<StoryStep> &story) { return story.front().seq; });
    return found;
}

} // namespace menshen
