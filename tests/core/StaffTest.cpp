// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Staff.h"
#include "tests/support/People.h"

#include <gtest/gtest.h>

using namespace menshen;
using namespace menshen::test;

namespace {

const StaffMember kWang{"1001", "王芳", "窗口"};

Evidence measured(double object, MaskState mask)
{
    DoorBench door;
    door.stand({faceOf(mask)}, Celsius{object});
    return door.state().evidence;
}

} // namespace

TEST(StaffPunch, WaitsWhileStillMeasuring) { EXPECT_FALSE(staffPunch(kWang, PunchDirection::In, Evidence{}, smallPlan())); }

TEST(StaffPunch, ClocksInWithTemperatureAndMask)
{
    const auto punch = staffPunch(kWang, PunchDirection::In, measured(35.4, MaskState::Mask), smallPlan());
    ASSERT_TRUE(punch);
    EXPECT_EQ(punch->verdict, Verdict::Pass);
    EXPECT_EQ(punch->number, "1001");
    EXPECT_TRUE(punch->evidence.infrared);
}

TEST(StaffPunch, NeedsAMaskBeforeEnteringOnly)
{
    EXPECT_EQ(staffPunch(kWang, PunchDirection::In, measured(35.4, MaskState::NoMask), smallPlan())->verdict, Verdict::Refuse);
    EXPECT_EQ(staffPunch(kWang, PunchDirection::Out, measured(35.4, MaskState::NoMask), smallPlan())->verdict, Verdict::Pass);
}

TEST(StaffPunch, AFeverIsRefusedOnTheWayInAndOut)
{
    for (const auto direction : {PunchDirection::In, PunchDirection::Out}) {
        const auto punch = staffPunch(kWang, direction, measured(37.8, MaskState::Mask), smallPlan());
        EXPECT_EQ(punch->verdict, Verdict::Refuse);
        EXPECT_TRUE(isAlerting(punch->reasons, smallPlan()));
    }
}

TEST(StaffPunch, IsNotStoppedByWhatConcernsVisitors)
{
    Plan plan = smallPlan();
    plan.responseLevel = 1;
    plan.capacity = 1;
    EXPECT_EQ(staffPunch(kWang, PunchDirection::In, measured(35.4, MaskState::Mask), plan)->verdict, Verdict::Pass);
}
