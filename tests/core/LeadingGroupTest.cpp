// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/LeadingGroup.h"
#include "tests/support/Leaders.h"

#include <gmock/gmock.h>

namespace menshen {
namespace {

using namespace menshen::test;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr HallDay kToday = dayOfNovember(22);

TEST(GroupProblems, AnEmptyGroupIsSaidToBeEmpty)
{
    EXPECT_THAT(groupProblems({}, kToday), ElementsAre(GroupProblem{GroupProblemKind::Empty, 0, ""}));
}

TEST(GroupProblems, EachFaultIsNamedWithItsLine)
{
    LeadingGroup group = sampleGroup();
    group.people[1].mobile.clear();
    group.people[1].email.clear();
    group.people[2].substitute = "p99";
    group.people[3].substitute = "p4"; // himself
    group.people[4].awayUntil = kToday;
    group.people[4].substitute.clear();
    group.people[5].name = "冯丽";
    group.people[6].id = "p6";
    EXPECT_THAT(groupProblems(group, kToday),
                ElementsAre(GroupProblem{GroupProblemKind::Unreachable, 2, "p2"},
                            GroupProblem{GroupProblemKind::UnknownSubstitute, 3, "p3"},
                            GroupProblem{GroupProblemKind::UnknownSubstitute, 4, "p4"}, GroupProblem{GroupProblemKind::AwayAlone, 5, "p5"},
                            GroupProblem{GroupProblemKind::DoubleName, 6, "p6"}, GroupProblem{GroupProblemKind::DoubleId, 7, "p6"}));
}

TEST(GroupProblems, MissingRolesAreNamed)
{
    LeadingGroup group;
    group.people = {{"p1", "A", GroupRole::Member, "13800138001", "", "", {}}};
    EXPECT_THAT(groupProblems(group, kToday),
                ElementsAre(GroupProblem{GroupProblemKind::NoLeader, 0, ""}, GroupProblem{GroupProblemKind::NoOffice, 0, ""},
                            GroupProblem{GroupProblemKind::NoCdc, 0, ""}));
    group.people = {{"p1", "A", GroupRole::Leader, "13800138001", "", "", {}}, {"p2", "B", GroupRole::Leader, "13800138001", "", "", {}}};
    EXPECT_THAT(groupProblems(group, kToday), Contains(GroupProblem{GroupProblemKind::TwoLeaders, 0, ""}));
}

TEST(GroupProblems, ASoundGroupHasNone) { EXPECT_THAT(groupProblems(sampleGroup(), kToday), IsEmpty()); }

TEST(GroupIds, AreNeverGivenTwiceAlsoWhenTheirOwnerIsGone)
{
    LeadingGroup group = sampleGroup();
    group.people.clear();
    EXPECT_EQ(freshId(group), "p8");
    EXPECT_EQ(freshId(group), "p9");
}

TEST(GroupIds, AreReadStrictly)
{
    EXPECT_EQ(numberOfId("p3"), 3);
    for (const char *bad : {"", "p", "p0", "p03", "3", "p3x", "px", "p-3", "../p3", "p99999999999"}) {
        EXPECT_FALSE(numberOfId(bad)) << bad;
    }
}

TEST(GroupNames, OneOfTwoIsNobody)
{
    LeadingGroup group = sampleGroup();
    EXPECT_EQ(personNamed(group, "吴敏")->id, "p2");
    group.people[2].name = "吴敏";
    EXPECT_EQ(personNamed(group, "吴敏"), nullptr);
    EXPECT_EQ(personNamed(group, "nobody"), nullptr);
}

TEST(RegisterDifference, CountsWhatAPersonWouldCount)
{
    LeadingGroup before = sampleGroup(), after = sampleGroup();
    after.people.erase(after.people.begin());
    after.people[0].mobile = "13900139000";
    after.people.push_back({"p8", "New", GroupRole::Member, "13800138008", "", "", {}});
    EXPECT_EQ(differenceOf(before, after), (RegisterDifference{1, 1, 1}));
    EXPECT_FALSE(differenceOf(before, before).any());

    const Roster was = sampleRoster();
    Roster is = was;
    is.duties[0].person = "p4";
    is.closed.pop_back();
    is.handOvers.push_back({dayOfNovember(20), "白班", hallTime(20, 12), "p4"});
    EXPECT_EQ(differenceOf(was, is), (RegisterDifference{1, 1, 1}));
    EXPECT_EQ(linesOf(is), 23 + 1);
}

} // namespace
} // namespace menshen
