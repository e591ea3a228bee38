// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Mask.h"

#include <opencv2/core.hpp>

namespace menshen {

/// The part of `box` that lies in the picture; of size 0 when there is none.
[[nodiscard]] PixelBox within(const PixelBox &box, cv::Size picture);

/// Sharpness and brightness of the face at `face.box`, which lies within `picture` (8-bit BGR), and the colours around a large
/// one; unchanged when nothing of it does.
void measure(const cv::Mat &picture, Face &face);

} // namespace menshen
