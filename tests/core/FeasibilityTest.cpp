// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Feasibility.h"

#include <gmock/gmock.h>

#include <limits>

namespace menshen {
namespace {

using testing::Contains;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<Needed> neededBy(const Plan &plan, const Pace &pace)
{
    std::vector<Needed> needed;
    for (const Infeasible &problem : infeasible(plan, pace)) {
        needed.push_back(problem.what);
    }
    return needed;
}

TEST(Feasibility, ThermometerThatAnswersTooSeldomForTheWindowIsNamedWithWhatWouldDo)
{
    const auto problems = infeasible(Plan{}, {126ms, {}}); // five within half a second
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].what, Needed::Samples);
    EXPECT_EQ(problems[0].slowest, 125ms);
    EXPECT_EQ(problems[0].remedy, "at most 125 ms: the plan's temperature.min_samples is 5 within temperature.window_ms of 500 ms");
    EXPECT_THAT(infeasible(Plan{}, {125ms, {}}), IsEmpty());
}

TEST(Feasibility, SamplesThatAreOldBeforeTheNextOneComesAreNone)
{
    Plan plan;
    plan.temperature.window = 10s;
    plan.temperature.minSamples = 2;
    plan.temperature.maxAge = 500ms;
    EXPECT_THAT(neededBy(plan, {1s, {}}), testing::ElementsAre(Needed::FreshSample));
    EXPECT_THAT(neededBy(plan, {300ms, {}}), IsEmpty());
}

TEST(Feasibility, TooFewPicturesForTheMaskOrForFollowingAnybodyAreNamed)
{
    EXPECT_THAT(neededBy(Plan{}, {{}, 15.0}), IsEmpty());
    EXPECT_THAT(neededBy(Plan{}, {{}, 6.0}), testing::ElementsAre(Needed::MaskFrames));
    EXPECT_THAT(neededBy(Plan{}, {{}, 3.0}), testing::ElementsAre(Needed::SameSubject, Needed::MaskFrames));
    EXPECT_THAT(neededBy(Plan{}, {{}, 1.0}), testing::ElementsAre(Needed::SameSubject, Needed::FaceStays, Needed::MaskFrames));
    EXPECT_THAT(
        infeasible(Plan{}, {{}, 6.0}),
        Contains(Field(&Infeasible::remedy, HasSubstr("at least 6.7: the plan's mask.min_frames is 5 within mask.window_ms of 600 ms"))));
}

TEST(Feasibility, WhatIsSaidToDoDoes)
{
    Plan plan;
    for (const int frames : {2, 3, 5, 8, 30}) {
        plan.mask.minFrames = frames;
        EXPECT_THAT(infeasible(plan, {{}, picturesNeeded(plan)}), IsEmpty()) << frames;
        EXPECT_FALSE(areTooFewPictures(picturesNeeded(plan) * 1.01, plan)) << frames;
        EXPECT_TRUE(areTooFewPictures(picturesNeeded(plan) * 0.98, plan)) << frames;
    }
}

TEST(Feasibility, ACameraThatGivesNoPicturesIsTooSlowAndOneThatIsNotThereIsNot)
{
    for (const double none : {0.0, -1.0, std::numeric_limits<double>::quiet_NaN()}) {
        EXPECT_TRUE(areTooFewPictures(none, Plan{})) << none;
    }
    EXPECT_THAT(infeasible(Plan{}, {}), IsEmpty());
}

TEST(Feasibility, WhatThePlanDoesNotLookAtIsNotNeeded)
{
    Plan plan;
    plan.maskCheck = plan.staff.mask = plan.temperatureCheck = plan.staff.temperature = CheckLevel::Off;
    EXPECT_THAT(infeasible(plan, {1s, 5.0}), IsEmpty());
    plan.staff.mask = CheckLevel::Soft;
    EXPECT_THAT(neededBy(plan, {1s, 5.0}), testing::ElementsAre(Needed::MaskFrames));
}

} // namespace
} // namespace menshen
