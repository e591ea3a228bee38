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

/// What a clock-in or clock-out amounts to with what is measured now (Y3, Q3). Absent: still measuring, ask again.
[[nodiscard]] std::optional<StaffPunchEntry> staffPunch(const StaffMember &member, PunchDirection direction, const Evidence &evidence,
                                                        const Plan &plan);

} // namespace menshen
