// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Entries.h"
#include "menshen/core/Roster.h"

#include <variant>

namespace menshen {

/// What a register holds: of a kind that RegisterKind names, in its order.
using RegisterContent = std::variant<LeadingGroup, Roster>;

[[nodiscard]] inline RegisterKind kindOf(const RegisterContent &content) { return static_cast<RegisterKind>(content.index()); }

/// What differs between two versions of a register, in lines.
struct RegisterDifference {
    int added = 0, changed = 0, removed = 0;

    [[nodiscard]] bool any() const noexcept { return added + changed + removed > 0; }
    friend bool operator==(const RegisterDifference &, const RegisterDifference &) = default;
};

/// People by id; shifts, duties and closed days by what they are for. `before` is of the same kind.
[[nodiscard]] RegisterDifference differenceOf(const RegisterContent &before, const RegisterContent &after);

/// People, or days with somebody on duty and closed days: what a person would count as lines.
[[nodiscard]] int linesOf(const RegisterContent &content);

} // namespace menshen
