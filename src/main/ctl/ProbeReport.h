// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Plan.h"
#include "src/main/ctl/ProbeWorkers.h"

#include <string>

namespace menshen::ctl {

/// One line about what was heard in `seconds`, for a person or as a JSON object.
[[nodiscard]] std::string thermometerLine(const ThermometerHeard &heard, const std::string &profile, const Calibration &calibration,
                                          double seconds, bool json);
[[nodiscard]] std::string cameraLine(const CameraHeard &heard, const MaskRules &rules, double seconds, bool json);

} // namespace menshen::ctl
