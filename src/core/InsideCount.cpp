// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/InsideCount.h"

#include <algorithm>
#include <charconv>

namespace menshen {

namespace {

/// Of a detail that is no number: 0, as of an entry that says nothing.
int numberIn(const std::string &detail) noexcept
{
    int number = 0;
    std::from_chars(detail.data(), detail.data() + detail.size(), number);
    return std::max(0, number);
}

} // namespace

bool beginsDay(const InsideCount &count, HallDay today) noexcept { return !count.day || today > *count.day; }

StationEntry dayBegan(int leftOver) { return {StationAction::DayBegan, std::to_string(leftOver)}; }

StationEntry insideReviewed(int found) { return {StationAction::InsideReviewed, std::to_string(found)}; }

InsideCount afterEntry(InsideCount count, HallDay day, const Entry &entry)
{
    if (const auto *visit = std::get_if<VisitEntry>(&entry)) {
        count.inside += visit->outcome == Outcome::Admitted && !visit->afterwards;
    } else if (std::holds_alternative<ExitEntry>(entry)) {
        count.inside = std::max(0, count.inside - 1);
    } else if (const auto *station = std::get_if<StationEntry>(&entry)) {
        if (station->action == StationAction::DayBegan && beginsDay(count, day)) {
            const int left = numberIn(station->detail);
            count = {day, 0, left > 0 ? std::optional(left) : std::nullopt};
        } else if (station->action == StationAction::InsideReviewed) {
            count.inside = numberIn(station->detail);
            count.leftOver.reset();
        }
    }
    return count;
}

} // namespace menshen
