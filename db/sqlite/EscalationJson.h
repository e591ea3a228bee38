// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/JsonFields.h"
#include "menshen/core/Entries.h"

namespace menshen {

// Telling the leading group: the policy that an alert carries (it names people: sealed), and the steps of it as bodies of
// entries. Reading throws DecodeError and nlohmann's exceptions.

[[nodiscard]] Json toJson(const EscalationPolicy &policy);
[[nodiscard]] EscalationPolicy policyFrom(const Json &from);

[[nodiscard]] Json toJson(const EscalationEntry &entry);
[[nodiscard]] EscalationEntry escalationFrom(const Json &from);

} // namespace menshen
