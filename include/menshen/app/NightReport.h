// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/LedgerNight.h"
#include "menshen/app/Station.h"

#include <functional>

namespace menshen {

/// What the night does is posted into the station, so that it is seen at the door, and then told to `log`: a trouble until it
/// is over, and an entry for a purge that was held. `clock` must outlive the sinks.
[[nodiscard]] LedgerNightSinks nightReport(LedgerNightSinks log, const Clock &clock, const std::function<void(StationCommand)> &post);

} // namespace menshen
