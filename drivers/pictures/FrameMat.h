// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Camera.h"

#include <opencv2/core.hpp>

namespace menshen {

/// Wraps an 8-bit BGR picture as a Frame without copying; the Frame keeps the picture alive.
/// Nobody may write into `picture` afterwards. An empty picture gives an empty Frame.
[[nodiscard]] Frame frameOf(cv::Mat picture, MonoTime at);

/// A view of the frame's pixels, valid while `frame` (or a copy of it) lives. Read only, whatever cv::Mat allows.
/// BadInput when the frame is empty or its stride is too short for its width.
[[nodiscard]] Result<cv::Mat> matOf(const Frame &frame);

} // namespace menshen
