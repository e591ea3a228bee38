// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Camera.h"

namespace menshen {

/// The detector of the kind that the settings name. Errors are those of its own open().
[[nodiscard]] Result<std::unique_ptr<MaskDetector>> openDetector(const DetectorSettings &settings);

} // namespace menshen
