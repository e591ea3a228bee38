// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Staff.h"

namespace menshen {

Plan staffPlan(const StaffAtDoor &staff, const Plan &plan)
{
    Plan own = plan;
    own.responseLevel = 2; // level I closes the hall to the public only (S1)
    own.temperatureCheck = plan.staff.temperature;
    own.maskCheck = staff.direction == PunchDirection::In ? plan.staff.mask : CheckLevel::Off; // Q3: before entering
    own.identityCheck = CheckLevel::Off;
    own.capacity = 0;
    if (!staff.asksQuestions) {
        own.questions.clear();
    }
    return own;
}

} // namespace menshen
