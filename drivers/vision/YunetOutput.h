// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/vision/DetectorOutput.h"

#include <array>

namespace menshen {

/// What a face detector of YuNet's format (the one of OpenCV's FaceDetectorYN since 2023) answers, as numbers; pure.
namespace yunet {

constexpr std::array<int, 3> kStrides{8, 16, 32}; ///< input pixels a cell of each map
constexpr int kMaxSide = 320;                     ///< the picture is scaled so that its longer side is this
constexpr int kBoxNumbers = 4;                    ///< centre from the cell's corner, log size; in cells

/// One map, row by row.
struct Map {
    std::span<const float> faces;   ///< that a face stands here, 0…1
    std::span<const float> objects; ///< that anything does
    std::span<const float> boxes;   ///< kBoxNumbers a cell
};

/// The picture's size for the model: both sides whole multiples of the coarsest cell.
[[nodiscard]] FrameSize paddedSize(FrameSize scaled) noexcept;
[[nodiscard]] std::size_t cellsOf(FrameSize padded, int stride) noexcept;

/// Faces whose score reaches `minScore`, in the model's pixels, best first, overlaps removed. Scores beyond 0…1 are taken
/// as the nearer end, as OpenCV does. DeviceProtocol when a size is wrong or a number is not finite.
[[nodiscard]] Result<std::vector<detector::Candidate>> readFaces(const std::array<Map, kStrides.size()> &maps, FrameSize padded,
                                                                 double minScore);

} // namespace yunet
} // namespace menshen
