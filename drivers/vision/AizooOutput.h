// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Mask.h"
#include "menshen/core/Result.h"

#include <span>
#include <vector>

namespace menshen {

/// What a detector of AIZOO's format answers, as numbers; pure, so that it can be tested and fuzzed without a model.
namespace aizoo {

constexpr int kInputSide = 260;
constexpr std::size_t kAnchors = 4u * (33u * 33u + 17u * 17u + 9u * 9u + 5u * 5u + 3u * 3u);
constexpr int kClasses = 2;    ///< mask, no_mask: it knows no mask worn wrongly
constexpr int kBoxNumbers = 4; ///< centre and log size, as shares of the anchor's size

struct Found {
    PixelBox box; ///< in shares of the picture, 0…1; may reach beyond it
    double score = 0;
    MaskProbabilities state; ///< what it holds of the two that it knows, made to sum to 1
};

/// Reads `boxes` (kAnchors × kBoxNumbers) and `scores` (kAnchors × kClasses, 0…1 each): faces whose better score reaches
/// `minScore`, best first, overlaps removed. DeviceProtocol when a size is wrong or a number is not what it should be.
[[nodiscard]] Result<std::vector<Found>> readFaces(std::span<const float> boxes, std::span<const float> scores, double minScore);

} // namespace aizoo
} // namespace menshen
