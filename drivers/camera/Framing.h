// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Camera.h"

#include <opencv2/core.hpp>

namespace menshen {

/// The longer side of what leaves the camera, in pixels. A screen shows about as much and a detector sees a third of it:
/// more would only be copied.
constexpr int kWorkingSize = 1280;

/// As 8-bit BGR: grey, alpha and 16 bits are converted, BGR is passed on without a copy. DeviceProtocol for anything else.
[[nodiscard]] Result<cv::Mat> asBgr(const cv::Mat &picture);

/// The part of the camera's own picture that `view` shows: a look into the same memory.
[[nodiscard]] cv::Mat zoneOf(const cv::Mat &picture, const CameraView &view);

/// A zone as it is shown: shrunk to the working size, turned, mirrored. One pass over the pixels for each that is needed,
/// none at all when nothing is; `zone` is never written to.
[[nodiscard]] cv::Mat asShown(const cv::Mat &zone, const CameraView &view);

} // namespace menshen
