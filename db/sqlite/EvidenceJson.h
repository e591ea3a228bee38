// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/JsonFields.h"
#include "menshen/core/Verdict.h"

#include <vector>

namespace menshen {

// What was measured and why it was judged so, as it stands in the bodies of entries. Usual values are left out: a hall
// writes hundreds of entries a day. Reading throws DecodeError and nlohmann's exceptions.

void putReasons(Json &to, const std::vector<Reason> &reasons);
[[nodiscard]] std::vector<Reason> reasonsIn(const Json &from);
[[nodiscard]] Json toJson(const std::vector<Reason> &reasons);
[[nodiscard]] std::vector<Reason> reasonsFrom(const Json &from);

void putEvidence(Json &to, const Evidence &evidence);
[[nodiscard]] Evidence evidenceIn(const Json &from);

} // namespace menshen
