// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Mask.h"
#include "menshen/core/Result.h"

#include <span>
#include <vector>

namespace menshen {

/// What the two models answer, as numbers; pure, so that it can be tested and fuzzed without a model.
namespace detector {

constexpr int kUnit = 32;                ///< the face model takes any picture whose sides are multiples of this
constexpr int kBudget = 384 * 288;       ///< pixels of the face model's picture, about
constexpr int kLongestSide = 768;        ///< of it: a strip of a picture is squeezed no further
constexpr int kCell = 8;                 ///< input pixels a cell of its maps
constexpr int kBoxChannels = 4;          ///< dx, dy from the cell's centre, log w, log h; all in cells
constexpr int kCropSide = 72;            ///< the state model's picture
constexpr std::size_t kStateNumbers = 5; ///< mask, no_mask, incorrect, covered, nothing

/// From this score of the face model a place gets a second look: the state model sees it larger and may refuse it.
constexpr double kFirstLook = 0.2;

/// The face model's picture for a camera's: about its proportions, about kBudget pixels. As tools/train does.
[[nodiscard]] FrameSize inputSizeFor(FrameSize picture) noexcept;

/// The face model's maps for an input of this size.
[[nodiscard]] constexpr FrameSize gridOf(FrameSize input) noexcept { return {input.width / kCell, input.height / kCell}; }

/// A possible face, in the face model's pixels.
struct Candidate {
    PixelBox box;
    double score = 0; ///< 0…1
};

/// Reads the face model's maps, row by row (`heat`: a logit a cell of `grid`, `box`: kBoxChannels maps): peaks whose score
/// reaches `minScore`, best first, overlaps not yet removed. DeviceProtocol when a size is wrong or a number is not finite.
[[nodiscard]] Result<std::vector<Candidate>> readFaces(std::span<const float> heat, std::span<const float> box, FrameSize grid,
                                                       double minScore);

/// Keeps the best of each group of overlapping boxes (intersection over union, or one mostly inside another).
[[nodiscard]] std::vector<Candidate> withoutOverlaps(std::vector<Candidate> candidates);

/// What the state model says of a crop.
struct SecondLook {
    double face = 0;         ///< 0…1, that it shows one at all
    MaskProbabilities state; ///< if it does
};

/// Softmax of the state model's kStateNumbers logits. DeviceProtocol when there are more or fewer, or one is not finite.
[[nodiscard]] Result<SecondLook> readState(std::span<const float> logits);

/// Log odds; no look is surer than one in ten thousand.
[[nodiscard]] double logit(double probability) noexcept;

/// One score, 0…1, of what both models say that a place is a face: the sum of their evidence.
[[nodiscard]] double scoreOf(double firstLook, double secondLook) noexcept;

} // namespace detector
} // namespace menshen
