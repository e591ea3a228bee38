// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Entries.h"
#include "menshen/core/Result.h"

#include <optional>
#include <string>

namespace menshen {

/// What the ledger says of a register last; absent: it was never changed. Reads only, also while a station runs.
[[nodiscard]] Result<std::optional<RegisterChangedEntry>> lastRegisterChange(const std::string &ledgerPath, RegisterKind kind);

} // namespace menshen
