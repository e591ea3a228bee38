// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/AlertStory.h"

namespace menshen {

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

} // namespace menshen
