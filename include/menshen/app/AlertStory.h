// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Alerts.h"
#include "menshen/ports/Ledger.h"

#include <optional>
#include <vector>

namespace menshen {

/// The incident that a story of the ledger tells; nothing when it does not begin with its alert.
[[nodiscard]] std::optional<Alert> alertOf(const std::vector<StoryStep> &story, const Plan &plan);

/// The alerts that a station goes on with after a start, oldest first: those that nobody has ended, and those that ended today or
/// yesterday, of which somebody may not know it yet.
[[nodiscard]] Result<std::vector<std::vector<StoryStep>>> alertsToGoOnWith(LedgerReader &reader, HallDay today, UtcOffset offset);

} // namespace menshen
