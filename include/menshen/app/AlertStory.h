// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Alerts.h"
#include "menshen/ports/Ledger.h"

#include <optional>
#include <vector>

namespace menshen {

/// The incident that a story of the ledger tells; nothing when it does not begin with its alert.
[[nodiscard]] std::optional<Alert> alertOf(const std::vector<StoryStep> &story, const Plan &plan);

} // namespace menshen
