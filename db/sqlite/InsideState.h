// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/InsideCount.h"
#include "menshen/core/Result.h"

#include <string>

namespace menshen {

/// How many are inside as the journal ends, read on a connection of its own; needs no key. A ledger of before days were begun by an
/// entry counts its newest day.
[[nodiscard]] Result<InsideCount> insideState(const std::string &path);

} // namespace menshen
