// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Entries.h"

#include <string>

namespace menshen {

/// A member of the hall's staff (Y4): bureau, window, canteen, cleaning, security.
struct StaffMember {
    std::string number;
    std::string name;
    std::string department;

    friend bool operator==(const StaffMember &, const StaffMember &) = default;
};

/// A member of staff at the door (Y3): his punch is a screening of its own.
struct StaffAtDoor {
    StaffMember member;
    PunchDirection direction = PunchDirection::In;
    bool asksQuestions = false; ///< the first clock-in of the day (Y2)
    SubjectId proved{};         ///< whom the guard took for him; of anybody else it proves nothing
    std::uint64_t request = 0;  ///< which asking it was
    friend bool operator==(const StaffAtDoor &, const StaffAtDoor &) = default;
};

/// The plan as it holds for a member of staff: his own levels, no identity, no cap, level I does not concern him (S1); questions
/// only where they are asked. Mask: Q3. Temperature: Y3.
[[nodiscard]] Plan staffPlan(const StaffAtDoor &staff, const Plan &plan);

} // namespace menshen
