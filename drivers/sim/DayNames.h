// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/sim/DayScript.h"
#include "drivers/sim/SimNames.h"

namespace menshen {

inline constexpr NameTable<DayOutcome, 6> kDayOutcomes{{{"admitted", DayOutcome::Admitted},
                                                        {"refused", DayOutcome::Refused},
                                                        {"left", DayOutcome::Left},
                                                        {"gone", DayOutcome::Gone},
                                                        {"in", DayOutcome::In},
                                                        {"out", DayOutcome::Out}}};
inline constexpr NameTable<bool, 2> kDayKinds{{{"visitor", false}, {"staff", true}}};
inline constexpr NameTable<PunchDirection, 2> kDayDirections{{{"in", PunchDirection::In}, {"out", PunchDirection::Out}}};
inline constexpr NameTable<DayArrival, 4> kDayArrivals{
    {{"alone", DayArrival::Alone}, {"swap", DayArrival::Swap}, {"joins", DayArrival::Joins}, {"stays", DayArrival::Stays}}};
inline constexpr NameTable<DayAsked, 3> kDayAsked{{{"no", DayAsked::No}, {"same", DayAsked::SamePerson}, {"next", DayAsked::NextPerson}}};
inline constexpr NameTable<DayWork, 3> kDayWorks{
    {{"identity", DayWork::Identity}, {"answers", DayWork::Answers}, {"contact", DayWork::Contact}}};

} // namespace menshen
