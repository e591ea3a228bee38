// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/StationConfig.h"

namespace menshen {

/// Tries what can be tried without a person: the ledger opens, the models load and see a picture, every screen loads
/// without a warning. One line for each to standard output. Devices that are not plugged in are said, not failed.
/// 0 when all is well, else 1.
[[nodiscard]] int runSelfTest(const StationConfig &config);

} // namespace menshen
