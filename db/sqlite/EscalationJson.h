// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/JsonFields.h"
#include "menshen/core/Entries.h"

namespace menshen {

// What an alert carries: whom to tell (names people: sealed) and the plan's steps; and what is recorded of telling them, as bodies of
// entries. Reading throws DecodeError and nlohmann's exceptions.

[[nodiscard]] Json toJson(const EscalationPolicy &policy);
[[nodiscard]] EscalationPolicy policyFrom(const Json &from);

[[nodiscard]] Json toJson(const std::vector<AlertStep> &steps);
[[nodiscard]] std::vector<AlertStep> alertStepsFrom(const Json &from);

[[nodiscard]] Json toJson(const EscalationEntry &entry);
[[nodiscard]] EscalationEntry escalationFrom(const Json &from);
[[nodiscard]] Json toJson(const TurnedAwayToldEntry &entry);
[[nodiscard]] TurnedAwayToldEntry turnedAwayToldFrom(const Json &from);

} // namespace menshen
