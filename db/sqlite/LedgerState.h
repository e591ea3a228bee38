// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/LedgerUpkeep.h"

#include <string>

namespace menshen {

/// How a ledger is, read on a connection of its own; needs no key. `ballast` is the writer's to tell.
[[nodiscard]] Result<LedgerState> ledgerState(const std::string &path);

} // namespace menshen
