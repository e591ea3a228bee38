// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Camera.h"

#include <opencv2/core.hpp>

#include <vector>

namespace menshen {

/// A copy of the picture in which nobody can be recognised: each box, widened by 30 % to each side, is melted down to a
/// handful of colours and smoothed. Where there is no box at all nobody can vouch for the picture, so all of it is coarsened.
/// BadInput when the frame is empty or a box is not a number.
[[nodiscard]] Result<cv::Mat> withoutFaces(const Frame &frame, const std::vector<PixelBox> &faces);

/// What is melted down for `face`, cut at the picture's edge; empty when it lies outside.
[[nodiscard]] cv::Rect hiddenAround(const PixelBox &face, cv::Size picture);

} // namespace menshen
