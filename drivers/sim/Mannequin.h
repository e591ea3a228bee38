// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace menshen {

/// How the drawn mannequin wears (or does not wear) a mask. Of the last two no face is seen: under a veil, or from behind.
enum class MannequinFace : std::uint8_t { NoMask, Mask, NoseOut, Chin, HandBeforeMouth, Veiled, FromBehind };

/// One drawn figure in the picture.
struct MannequinLook {
    MannequinFace face = MannequinFace::Mask;
    std::uint32_t variant = 0; ///< skin, hair, mask colour, build: the same number draws the same figure
    double height = 0.45;      ///< of the face box, as a share of the picture's height; < 0.15 is "too far"
    double x = 0.5;            ///< centre of the face, share of the picture's width
    double y = 0;              ///< how much lower than an adult's the face is, share of the picture's height: a child, a wheelchair
    double roll = 0;           ///< degrees clockwise: 90 lies on its side
    std::optional<std::uint32_t> uniform{}; ///< clothes and mask of this number instead of the variant's
};

/// Draws a scene: a hall behind, none, one or several figures in front. `seconds` moves them slightly (sway, blink).
/// Returns an 8-bit BGR picture. Pure: same input, same picture.
[[nodiscard]] cv::Mat drawScene(const std::vector<MannequinLook> &figures, cv::Size size, double seconds);

} // namespace menshen
