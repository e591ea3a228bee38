// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Mask.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace menshen::detector {

/// Intersection over union. 0 for boxes without a size or with a number that is none.
[[nodiscard]] double overlapOf(const PixelBox &a, const PixelBox &b) noexcept;

/// Keeps the best of each group of boxes that overlap by more than `maxOverlap`; looks at the `most` best ones only.
/// `Found` has a box and a score.
template <typename Found>
[[nodiscard]] std::vector<Found> bestOfOverlapping(std::vector<Found> found, double maxOverlap, std::size_t most)
{
    std::ranges::stable_sort(found, std::ranges::greater{}, &Found::score);
    if (found.size() > most)
        found.erase(found.begin() + static_cast<std::ptrdiff_t>(most), found.end());
    std::vector<Found> kept;
    for (const Found &each : found)
        if (std::ranges::none_of(kept, [&](const Found &better) { return overlapOf(better.box, each.box) > maxOverlap; }))
            kept.push_back(each);
    return kept;
}

} // namespace menshen::detector
