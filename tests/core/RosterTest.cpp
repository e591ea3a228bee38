// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Roster.h"
#include "tests/support/Leaders.h"

#include <gmock/gmock.h>

#include <random>

namespace menshen {
namespace {

using namespace menshen::test;
using testing::ElementsAre;
using testing::IsEmpty;

OnDuty at(const Roster &roster, WallTime when) { return onDutyAt(roster, sampleGroup(), when, {}); }

std::vector<RosterProblemKind> kindsOf(const std::vector<RosterProblem> &problems)
{
    std::vector<RosterProblemKind> kinds;
    for (const RosterProblem &problem : problems) {
        kinds.push_back(problem.kind);
    }
    return kinds;
}

std::vector<RosterProblem> november(const Roster &roster, unsigned from = 16, unsigned to = 29)
{
    return rosterProblems(roster, sampleGroup(), dayOfNovember(from), dayOfNovember(to));
}

EscalationPolicy policyFrom(PeopleSource source)
{
    EscalationPolicy policy;
    policy.levels.push_back({"level", {"级", "Level"}, {}, {"sms"}, 5min, source});
    return policy;
}

std::vector<std::string> idsOf(const EscalationPolicy &policy)
{
    std::vector<std::string> ids;
    for (const Recipient &person : policy.levels.front().people) {
        ids.push_back(person.id);
    }
    return ids;
}

// ---- a roster with faults

TEST(OnDuty, AShiftThatIsNobodysFallsToTheDeputiesAndSaysSo)
{
    const OnDuty duty = at(sampleRoster(), hallTime(22, 23));
    EXPECT_EQ(duty.basis, DutyBasis::Gap);
    EXPECT_TRUE(duty.isDefault());
    EXPECT_THAT(duty.people, ElementsAre("p2", "p3"));
    EXPECT_EQ(duty.shift, "夜班");
    EXPECT_EQ(duty.day, dayOfNovember(22));
}

TEST(OnDuty, AnEmptyRosterIsTheDefaultAtEveryHour)
{
    EXPECT_EQ(at({}, hallTime(20, 3)).basis, DutyBasis::BetweenShifts);
    EXPECT_THAT(at({}, hallTime(20, 3)).people, ElementsAre("p2", "p3"));
}

TEST(OnDuty, WithoutDeputiesItIsTheLeaderThenWhoeverThereIsButNeverTheCdc)
{
    LeadingGroup group = sampleGroup();
    std::erase_if(group.people, [](const GroupPerson &person) { return person.role == GroupRole::Deputy; });
    EXPECT_THAT(onDutyAt({}, group, hallTime(20, 3), {}).people, ElementsAre("p1"));
    std::erase_if(group.people,
                  [](const GroupPerson &person) { return person.role != GroupRole::Office && person.role != GroupRole::Cdc; });
    EXPECT_THAT(onDutyAt({}, group, hallTime(20, 3), {}).people, ElementsAre("p6"));
    std::erase_if(group.people, [](const GroupPerson &person) { return person.role != GroupRole::Cdc; });
    EXPECT_THAT(onDutyAt({}, group, hallTime(20, 3), {}).people, IsEmpty());
}

TEST(OnDuty, ALineThatNamesNobodyOfTheGroupIsAGap)
{
    Roster roster = sampleRoster();
    roster.duties.front().person = "p99";
    EXPECT_EQ(at(roster, hallTime(16, 9)).basis, DutyBasis::Gap);
}

TEST(OnDuty, OfTwoAtOnceTheFirstLineHoldsAndTheOtherIsNamed)
{
    Roster roster = sampleRoster();
    roster.duties.push_back({dayOfNovember(16), "白班", "p4"});
    EXPECT_THAT(at(roster, hallTime(16, 9)).people, ElementsAre("p1"));
    const auto problems = november(roster, 16, 16);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0], (RosterProblem{RosterProblemKind::TwoAtOnce, dayOfNovember(16), "白班", 24, 1, "p4"}));
}

TEST(OnDuty, OfOverlappingShiftsTheOneThatSomebodyHasHolds)
{
    Roster roster;
    roster.shifts = {{"全天", 0min, 0min}, {"白班", 8h, 20h}};
    roster.duties = {{dayOfNovember(20), "全天", "p4"}};
    EXPECT_THAT(at(roster, hallTime(20, 9)).people, ElementsAre("p4"));
    roster.duties.push_back({dayOfNovember(20), "白班", "p1"});
    EXPECT_THAT(at(roster, hallTime(20, 9)).people, ElementsAre("p1"));
    EXPECT_THAT(at(roster, hallTime(20, 21)).people, ElementsAre("p4"));
    EXPECT_THAT(kindsOf(november(roster, 20, 20)), ElementsAre(RosterProblemKind::ShiftOverlap));
}

TEST(RosterProblems, ASoundRosterHasOnlyItsGapAndNamesItsDayAndShift)
{
    const auto problems = november(sampleRoster());
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0], (RosterProblem{RosterProblemKind::Gap, dayOfNovember(22), "夜班", 0, 0, ""}));
}

TEST(RosterProblems, EachFaultIsNamedWithItsLine)
{
    Roster roster = sampleRoster();
    roster.duties[0].person = "p9";  // 16th by day
    roster.duties[2].shift = "晚班"; // 17th by day: and so a gap
    roster.duties[4].person = "p7";  // 18th: the CDC
    roster.duties[6].person = "p6";  // 19th: a clerk of the office
    EXPECT_THAT(kindsOf(november(roster, 16, 19)),
                ElementsAre(RosterProblemKind::UnknownPerson, RosterProblemKind::UnknownShift, RosterProblemKind::Gap,
                            RosterProblemKind::NotALeader, RosterProblemKind::NotALeader));
    EXPECT_EQ(november(roster, 16, 16)[0].line, 1);
}

TEST(RosterProblems, SomebodyWhomNothingReachesIsNamed)
{
    LeadingGroup group = sampleGroup();
    group.people[0].mobile = "07315551234"; // a landline takes no message
    group.people[0].email.clear();
    const auto problems = rosterProblems(sampleRoster(), group, dayOfNovember(16), dayOfNovember(16));
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].kind, RosterProblemKind::Unreachable);
    EXPECT_EQ(problems[0].person, "p1");
}

TEST(RosterProblems, SomebodyAwayWithoutASubstituteIsNamed)
{
    LeadingGroup group = sampleGroup();
    group.people[3].awayUntil = dayOfNovember(19);
    const auto problems = rosterProblems(sampleRoster(), group, dayOfNovember(19), dayOfNovember(19));
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].kind, RosterProblemKind::Away);
    EXPECT_THAT(onDutyAt(sampleRoster(), group, hallTime(19, 9), {}).people, ElementsAre("p4")) << "still better than nobody";
}

TEST(RosterProblems, WithoutShiftsThatIsSaid) { EXPECT_THAT(kindsOf(november({})), ElementsAre(RosterProblemKind::NoShifts)); }

TEST(RosterProblems, OfALongRosterTakeNoLongerThanItsLines)
{
    Roster roster;
    roster.shifts = {{"白班", 8h, 20h}};
    const std::chrono::sys_days first{dayOfNovember(1)};
    for (int i = 0; i < 36'500; ++i) {
        roster.duties.push_back({HallDay{first + std::chrono::days{i}}, "白班", "p1"});
    }
    EXPECT_THAT(rosterProblems(roster, sampleGroup(), HallDay{first}, HallDay{first + std::chrono::days{36'499}}), IsEmpty());
}

// ---- a sound roster

TEST(OnDuty, TheShiftsLeaderIsOnDutyFromItsFirstMinuteToItsLast)
{
    const Roster roster = sampleRoster();
    EXPECT_THAT(at(roster, hallTime(20, 8)).people, ElementsAre("p1"));
    EXPECT_EQ(at(roster, hallTime(20, 8)).until, hallTime(20, 20));
    EXPECT_THAT(at(roster, hallTime(20, 19, 59)).people, ElementsAre("p1"));
    EXPECT_THAT(at(roster, hallTime(20, 20)).people, ElementsAre("p2"));
    EXPECT_EQ(at(roster, hallTime(20, 20)).basis, DutyBasis::Roster);
}

TEST(OnDuty, AShiftThatPassesMidnightBelongsToTheDayItBegan)
{
    const OnDuty duty = at(sampleRoster(), hallTime(21, 3));
    EXPECT_THAT(duty.people, ElementsAre("p2")) << "the 20th's night";
    EXPECT_EQ(duty.day, dayOfNovember(20));
    EXPECT_EQ(duty.until, hallTime(21, 8));
}

TEST(OnDuty, AClosedDayNeedsNobodyButMayHaveSomebody)
{
    Roster roster = sampleRoster();
    EXPECT_EQ(at(roster, hallTime(28, 12)).basis, DutyBasis::Closed);
    roster.duties.push_back({dayOfNovember(28), "白班", "p4"});
    EXPECT_THAT(at(roster, hallTime(28, 12)).people, ElementsAre("p4"));
    EXPECT_THAT(november(roster, 28, 28), IsEmpty());
}

TEST(OnDuty, AHandOverHoldsFromItsMomentToTheShiftsEnd)
{
    Roster roster = sampleRoster();
    roster.handOvers = {{dayOfNovember(20), "白班", hallTime(20, 12), "p4"}, {dayOfNovember(20), "白班", hallTime(20, 15), "p3"}};
    EXPECT_THAT(at(roster, hallTime(20, 11, 59)).people, ElementsAre("p1"));
    EXPECT_EQ(at(roster, hallTime(20, 12)).basis, DutyBasis::HandedOver);
    EXPECT_THAT(at(roster, hallTime(20, 12)).people, ElementsAre("p4"));
    EXPECT_THAT(at(roster, hallTime(20, 16)).people, ElementsAre("p3"));
    EXPECT_THAT(at(roster, hallTime(20, 20)).people, ElementsAre("p2")) << "the night is by the roster again";
}

TEST(OnDuty, AHandOverFillsAGap)
{
    Roster roster = sampleRoster();
    roster.handOvers = {{dayOfNovember(22), "夜班", hallTime(22, 21), "p4"}};
    EXPECT_EQ(at(roster, hallTime(22, 20, 30)).basis, DutyBasis::Gap);
    EXPECT_THAT(at(roster, hallTime(23, 1)).people, ElementsAre("p4"));
}

TEST(OnDuty, WhoIsAwayIsStoodInForAndTwoWhoStandInForEachOtherDoNotLeadInACircle)
{
    LeadingGroup group = sampleGroup();
    group.people[0].awayUntil = dayOfNovember(20);
    const OnDuty duty = onDutyAt(sampleRoster(), group, hallTime(20, 9), {});
    EXPECT_EQ(duty.basis, DutyBasis::Substitute);
    EXPECT_THAT(duty.people, ElementsAre("p2"));
    EXPECT_THAT(onDutyAt(sampleRoster(), group, hallTime(24, 9), {}).people, ElementsAre("p1")) << "back again";
    group.people[1].awayUntil = group.people[2].awayUntil = dayOfNovember(20);
    EXPECT_THAT(onDutyAt(sampleRoster(), group, hallTime(20, 9), {}).people, ElementsAre("p1"));
}

TEST(OnDuty, IsByTheHallsClockAndNotByUtc)
{
    const UtcOffset urumqi{std::chrono::minutes{6 * 60}};
    EXPECT_THAT(onDutyAt(sampleRoster(), sampleGroup(), hallTime(20, 20, 0, urumqi), urumqi).people, ElementsAre("p2"));
    EXPECT_THAT(onDutyAt(sampleRoster(), sampleGroup(), hallTime(20, 20, 0, urumqi) - 1us, urumqi).people, ElementsAre("p1"));
}

// ---- the people of a level

TEST(PolicyAt, TakesThePeopleOfEachSourceAndKeepsThoseOfTheSettings)
{
    const auto of = [](PeopleSource source) {
        return idsOf(policyAt(policyFrom(source), sampleGroup(), sampleRoster(), hallTime(20, 9), {}));
    };
    EXPECT_THAT(of(PeopleSource::Roster), ElementsAre("p1"));
    EXPECT_THAT(of(PeopleSource::Office), ElementsAre("p5", "p6"));
    EXPECT_THAT(of(PeopleSource::Deputies), ElementsAre("p2", "p3"));
    EXPECT_THAT(of(PeopleSource::Leader), ElementsAre("p1"));
    EXPECT_THAT(of(PeopleSource::Cdc), ElementsAre("p7"));
    EscalationPolicy policy = policyFrom(PeopleSource::Cdc);
    policy.levels[0].people = {{"Li", "13900139000", ""}};
    policy = policyAt(policy, sampleGroup(), sampleRoster(), hallTime(20, 9), {});
    EXPECT_THAT(idsOf(policy), ElementsAre("", "p7"));
    EXPECT_FALSE(policy.levels[0].from) << "what is copied into an alert asks nobody any more";
}

TEST(PolicyAt, WithoutAnybodyOfTheCdcItsLineTellsNobodyInItsPlace)
{
    LeadingGroup group = sampleGroup();
    std::erase_if(group.people, [](const GroupPerson &person) { return person.role == GroupRole::Cdc; });
    EscalationPolicy policy;
    policy.beside = {policyFrom(PeopleSource::Cdc).levels[0]};
    policy.beside[0].couriers = {"robot"};
    EXPECT_THAT(policyAt(policy, sampleGroup(), {}, hallTime(20, 9), {}).beside[0].couriers, ElementsAre("robot"));
    EXPECT_THAT(policyAt(policy, group, {}, hallTime(20, 9), {}).beside[0].couriers, IsEmpty());
    policy.beside[0].from.reset();
    EXPECT_THAT(policyAt(policy, group, {}, hallTime(20, 9), {}).beside[0].couriers, ElementsAre("robot")) << "a robot of the CDC's own";
}

TEST(PolicyAt, AnOnDutyLeaderWhomNothingReachesIsJoinedByTheDeputies)
{
    LeadingGroup group = sampleGroup();
    group.people[0].mobile.clear();
    group.people[0].email.clear();
    EXPECT_THAT(idsOf(policyAt(policyFrom(PeopleSource::Roster), group, sampleRoster(), hallTime(20, 9), {})),
                ElementsAre("p1", "p2", "p3"));
}

TEST(PolicyAt, ALevelWithoutAnybodyIsFilledFromTheDefault)
{
    LeadingGroup group = sampleGroup();
    std::erase_if(group.people, [](const GroupPerson &person) { return person.role == GroupRole::Leader; });
    EXPECT_THAT(idsOf(policyAt(policyFrom(PeopleSource::Leader), group, {}, hallTime(20, 9), {})), ElementsAre("p2", "p3"));
}

TEST(PolicyAt, LeavesALevelOfTheSettingsAsItIs)
{
    EscalationPolicy policy;
    policy.levels.push_back({"level", {}, {{"Li", "13900139000", ""}}, {"sms"}});
    EXPECT_EQ(policyAt(policy, sampleGroup(), sampleRoster(), hallTime(20, 9), {}), policy);
}

// ---- whatever the roster, there is one answer or a named gap

class RandomRoster : public testing::TestWithParam<unsigned> {};

TEST_P(RandomRoster, EveryMomentHasExactlyOneLeaderOrTheDefaultWithItsReason)
{
    std::mt19937 random(GetParam());
    const auto upTo = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    Roster roster;
    for (int i = upTo(4); i > 0; --i) {
        roster.shifts.push_back(
            {"s" + std::to_string(upTo(4)), std::chrono::minutes{upTo(24 * 60 - 1)}, std::chrono::minutes{upTo(24 * 60 - 1)}});
    }
    for (int i = upTo(40); i > 0; --i) {
        roster.duties.push_back(
            {dayOfNovember(static_cast<unsigned>(10 + upTo(8))), "s" + std::to_string(upTo(4)), "p" + std::to_string(1 + upTo(8))});
    }
    for (int i = upTo(3); i > 0; --i) {
        roster.closed.push_back({dayOfNovember(static_cast<unsigned>(10 + upTo(8))), ""});
        const auto day = static_cast<unsigned>(10 + upTo(8));
        roster.handOvers.push_back(
            {dayOfNovember(day), "s" + std::to_string(upTo(4)), hallTime(day, upTo(23)), "p" + std::to_string(1 + upTo(8))});
    }
    LeadingGroup group = sampleGroup();
    for (GroupPerson &person : group.people) {
        if (upTo(3) == 0) {
            person.awayUntil = dayOfNovember(static_cast<unsigned>(10 + upTo(8)));
        }
    }
    const UtcOffset offset{std::chrono::minutes{upTo(26 * 60) - 12 * 60}};
    const auto problems = rosterProblems(roster, group, dayOfNovember(9), dayOfNovember(19));
    for (int i = 0; i < 200; ++i) {
        const WallTime when = hallTime(10, 0, 0, offset) + std::chrono::seconds{upTo(8 * 24 * 3600)};
        const OnDuty duty = onDutyAt(roster, group, when, offset);
        if (!duty.isDefault()) {
            ASSERT_EQ(duty.people.size(), 1U);
            ASSERT_NE(personOf(group, duty.people[0]), nullptr);
            ASSERT_GT(duty.until, when);
            continue;
        }
        std::vector<std::string> fallback;
        for (const GroupPerson *person : fallbackOf(group)) {
            fallback.push_back(person->id);
        }
        ASSERT_EQ(duty.people, fallback);
        if (duty.basis == DutyBasis::Gap) {
            const bool named = std::ranges::any_of(problems, [&](const RosterProblem &problem) {
                return problem.day == duty.day && problem.shift == duty.shift &&
                       (problem.kind == RosterProblemKind::Gap || problem.kind == RosterProblemKind::UnknownPerson);
            });
            ASSERT_TRUE(named) << "a gap that the page does not show";
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomRoster, testing::Range(0U, 300U));

} // namespace
} // namespace menshen
