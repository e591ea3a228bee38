// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/seal/KeySlots.h"

#include <SQLiteCpp/Database.h>
#include <optional>

namespace menshen {

/// Opens with what the station's store holds.
inline constexpr const char *kStationSlot = "station";
/// While the station's secret is being replaced: opens with the new one. So whichever the store holds opens the ledger.
inline constexpr const char *kNextSlot = "station-next";
inline constexpr const char *kRecoverySlot = "recovery";

// All throw SQLite::Exception.

[[nodiscard]] std::optional<KeySlot> slotNamed(SQLite::Database &db, const char *name);
/// In place of the one of that name, if there is one.
void putSlot(SQLite::Database &db, const char *name, const KeySlot &slot);
void removeSlot(SQLite::Database &db, const char *name);

} // namespace menshen
