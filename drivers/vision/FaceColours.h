// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Mask.h"

#include <opencv2/core.hpp>

namespace menshen {

/// The coarse colours of hair, forehead and clothes around the face at `box` in `picture` (8-bit BGR). A zone of which hardly
/// anything lies in the picture is all zero. What a mask or a hand would cover is left out: putting one on makes nobody another.
[[nodiscard]] FaceLook coloursOf(const cv::Mat &picture, const PixelBox &box);

} // namespace menshen
