// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"

#include <string>

namespace menshen {

/// What a failed system call (`number` is its errno) says of a camera's device node: DeviceUnavailable (not there, gone, no
/// camera), Denied, DeviceBusy.
[[nodiscard]] Error deviceError(int number, const std::string &node);

/// Whether `node` is a V4L2 camera that this program may open; the reason if not. Takes nothing away from whoever uses it.
[[nodiscard]] Result<void> askNode(const std::string &node);

/// Why OpenCV could not open a node that askNode() found good: DeviceBusy when another program streams from it.
[[nodiscard]] Error whyNotOpened(const std::string &node);

} // namespace menshen
