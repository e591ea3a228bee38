// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Mask.h"
#include "menshen/core/Result.h"

#include <span>
#include <vector>

namespace menshen {

/// What the two models answer, as numbers; pure, so that it can be tested and fuzzed without a model.
namespace detector {

constexpr FrameSize kInput{320, 240}; ///< the face model's picture
constexpr int kCell = 8;              ///< input pixels a cell of its maps
constexpr FrameSize kGrid{kInput.width / kCell, kInput.height / kCell};
constexpr std::size_t kCells = 40u * 30u;
constexpr int kClasses = 3;     ///< mask, no_mask, incorrect: the face model's own guess is not used as a state
constexpr int kBoxChannels = 4; ///< dx, dy from the cell's centre, log w, log h; all in cells
constexpr int kCropSide = 72;   ///< the state model's picture

/// A possible face, in the face model's pixels.
struct Candidate {
    PixelBox box;
    double score = 0; ///< 0…1
};

/// Reads the face model's maps (`heat`: kClasses × kCells logits, `box`: kBoxChannels × kCells): peaks whose score
/// reaches `minScore`, best first, overlaps not yet removed. DeviceProtocol when a size is wrong or a number is not finite.
[[nodiscard]] Result<std::vector<Candidate>> readFaces(std::span<const float> heat, std::span<const float> box, double minScore);

/// Keeps the best of each group of overlapping boxes (intersection over union, or one mostly inside another).
[[nodiscard]] std::vector<Candidate> withoutOverlaps(std::vector<Candidate> candidates);

/// Softmax of the state model's kClasses logits. DeviceProtocol when there are more or fewer, or one is not finite.
[[nodiscard]] Result<MaskProbabilities> readState(std::span<const float> logits);

} // namespace detector
} // namespace menshen
