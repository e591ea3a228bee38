// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/sim/DayScript.h"
#include "drivers/sim/SimNames.h"

namespace menshen {

inline constexpr NameTable<DayOutcome, 5> kDayOutcomes{{{"admitted", DayOutcome::Admitted},
                                                        {"refused", DayOutcome::Refused},
                                                        {"left", DayOutcome::Left},
                                                        {"in", DayOutcome::In},
                                                        {"out", DayOutcome::Out}}};
inline constexpr NameTable<bool, 2> kDayKinds{{{"visitor", false}, {"staff", true}}};
inline constexpr NameTable<PunchDirection, 2> kDayDirections{{{"in", PunchDirection::In}, {"out", PunchDirection::Out}}};

} // namespace menshen
