// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Entries.h"
#include "menshen/core/Plan.h"

#include <SQLiteCpp/Database.h>
#include <optional>
#include <vector>

namespace menshen {

/// Visits and punches, oldest first, that somebody should have been told of by their reasons under `plan` and that neither
/// name an alert nor are named by one. Without `from` every visit is looked at. Throws SQLite::Exception and DecodeError.
[[nodiscard]] std::vector<EntrySeq> untoldFindings(SQLite::Database &db, std::optional<HallDay> from, const Plan &plan);

} // namespace menshen
