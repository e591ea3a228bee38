// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Staff.h"

namespace menshen {

std::optional<StaffPunchEntry> staffPunch(const StaffMember &member, PunchDirection direction, const Evidence &evidence, const Plan &plan)
{
    // Staff pass the same checks as visitors, by their own levels, without identity and questions.
    Plan staffPlan = plan;
    staffPlan.responseLevel = 2; // level I closes the hall to the public only (S1)
    staffPlan.temperatureCheck = plan.staff.temperature;
    staffPlan.maskCheck = direction == PunchDirection::In ? plan.staff.mask : CheckLevel::Off; // Q3: before entering
    staffPlan.identityCheck = CheckLevel::Off;
    staffPlan.questions.clear();
    staffPlan.capacity = 0;

    const Assessment assessment = assess(evidence, {}, {}, 0, staffPlan, {});
    if (!assessment.verdict) {
        return std::nullopt;
    }
    return StaffPunchEntry{member.number, member.name, member.department, direction, *assessment.verdict, assessment.reasons, evidence};
}

} // namespace menshen
