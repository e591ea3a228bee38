// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Entries.h"

#include <optional>

namespace menshen {

/// How many are inside, as the journal tells it. The number starts anew with each day, as an entry that says what was left over:
/// ten exits a day that nobody counts would fill the hall within a week. A person looks at what was left over.
struct InsideCount {
    std::optional<HallDay> day; ///< the newest that has begun; nothing: none ever did
    int inside = 0;
    std::optional<int> leftOver; ///< of the day before, while nobody has looked; never 0

    friend bool operator==(const InsideCount &, const InsideCount &) = default;
};

/// A day begins once. One that is not later than the newest begun day begins nothing: the clock was set back.
[[nodiscard]] bool beginsDay(const InsideCount &count, HallDay today) noexcept;

/// The entries that begin a day and that say what a person found.
[[nodiscard]] StationEntry dayBegan(int leftOver);
[[nodiscard]] StationEntry insideReviewed(int found);

/// `count` after the journal's next entry, of `day`. What was entered afterwards, and anything else, changes nothing.
[[nodiscard]] InsideCount afterEntry(InsideCount count, HallDay day, const Entry &entry);

} // namespace menshen
