// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/ReportDuty.h"

#include <gmock/gmock.h>

namespace menshen {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr UtcOffset kOffset{};
const ReportRules kRules{17h + 30min, 60min};

constexpr HallDay day(unsigned number) { return HallDay{std::chrono::year{2026}, std::chrono::November, std::chrono::day{number}}; }
constexpr WallTime at(unsigned number, Micros time) { return startOfDay(day(number), kOffset) + time; }

ReportStanding standing(unsigned number, WallTime now, std::optional<WallTime> firstSigned = {}, unsigned began = 1)
{
    return reportStanding(day(number), day(began), firstSigned, now, kRules, kOffset);
}

// ---- what cannot be reported

TEST(ReportProblem, OnlyADayThatHasEndedAndThatTheLedgerKnowsIsSigned)
{
    const auto problem = [](unsigned number, WallTime now, WallTime newest) {
        return reportProblem(day(number), day(5), newest, now, kOffset);
    };
    const auto noon = at(10, 12h);
    EXPECT_EQ(problem(4, noon, noon), ReportProblem::BeforeLedger);
    EXPECT_EQ(problem(5, noon, noon), ReportProblem::None);
    EXPECT_EQ(problem(9, noon, noon), ReportProblem::None);
    EXPECT_EQ(problem(10, noon, noon), ReportProblem::NotEnded);
    EXPECT_EQ(problem(10, at(11, 0h) - 1us, noon), ReportProblem::NotEnded);
    EXPECT_EQ(problem(10, at(11, 0h), noon), ReportProblem::None);
    EXPECT_EQ(problem(11, noon, noon), ReportProblem::Future);
}

TEST(ReportProblem, AClockThatWasSetBackCannotMakeALateReportTimely)
{
    EXPECT_EQ(reportProblem(day(8), day(5), at(12, 9h), at(9, 12h), kOffset), ReportProblem::ClockBehind);
    EXPECT_EQ(reportProblem(day(11), day(5), at(12, 9h), at(9, 12h), kOffset), ReportProblem::ClockBehind) << "not: to come";
    EXPECT_EQ(reportProblem(day(8), day(5), at(9, 12h) + 30s, at(9, 12h), kOffset), ReportProblem::None) << "as much as NTP moves it";
}

// ---- when it is due

TEST(ReportDuty, ADaysReportIsDueOnTheNextDayAtThePlansTime)
{
    EXPECT_EQ(reportDueAt(day(30), kRules, kOffset), startOfDay(HallDay{std::chrono::year{2026} / 12 / 1}, kOffset) + 17h + 30min);
    EXPECT_EQ(reportDueAt(day(3), kRules, UtcOffset{-210min}), startOfDay(day(4), UtcOffset{-210min}) + 17h + 30min);
}

TEST(ReportDuty, GoesFromNotEndedToNotDueToNagToMissing)
{
    EXPECT_EQ(standing(3, at(3, 23h)), ReportStanding::NotEnded);
    EXPECT_EQ(standing(4, at(3, 23h)), ReportStanding::NotEnded);
    EXPECT_EQ(standing(3, at(4, 0h)), ReportStanding::NotDue);
    EXPECT_EQ(standing(3, at(4, 16h + 30min) - 1us), ReportStanding::NotDue);
    EXPECT_EQ(standing(3, at(4, 16h + 30min)), ReportStanding::Nag);
    EXPECT_EQ(standing(3, at(4, 17h + 30min)), ReportStanding::Nag);
    EXPECT_EQ(standing(3, at(4, 17h + 30min) + 1us), ReportStanding::Missing);
    EXPECT_EQ(standing(3, at(20, 0h)), ReportStanding::Missing);
    EXPECT_EQ(standing(3, at(20, 0h), {}, 4), ReportStanding::BeforeLedger);
}

TEST(ReportDuty, SignedIsInTimeOrLateForEver)
{
    EXPECT_EQ(standing(3, at(20, 0h), at(4, 17h + 30min)), ReportStanding::InTime);
    EXPECT_EQ(standing(3, at(20, 0h), at(4, 17h + 30min) + 1us), ReportStanding::Late);
    EXPECT_EQ(latenessOf(day(3), at(4, 17h + 30min), kRules, kOffset), 0min);
    EXPECT_EQ(latenessOf(day(3), at(4, 17h + 30min) + 1us, kRules, kOffset), 1min);
    EXPECT_EQ(latenessOf(day(3), at(5, 17h + 30min), kRules, kOffset), 1440min);
}

TEST(ReportDuty, NamesWhatIsMissingAndWhatIsDueSoon)
{
    const SignedDays done{{day(4), at(5, 9h)}};
    const auto duty = reportDuty(day(3), done, at(7, 17h), kRules, kOffset);
    EXPECT_THAT(duty.missing, ElementsAre(day(3), day(5)));
    EXPECT_EQ(duty.nag, day(6));
    EXPECT_EQ(reportDuty(day(3), done, at(5, 9h), kRules, kOffset), (ReportDuty{std::nullopt, {day(3)}}));
}

TEST(ReportDuty, ALedgerThatIsNewOwesNothing) { EXPECT_EQ(reportDuty(day(7), {}, at(7, 20h), kRules, kOffset), ReportDuty{}); }

TEST(ReportDuty, WhatIsLongPastIsNoLongerNaggedAbout)
{
    const HallDay began{std::chrono::year{2020} / 1 / 23};
    EXPECT_EQ(reportDuty(began, {}, at(30, 23h), kRules, kOffset).missing.size(), static_cast<std::size_t>(kReportLookBack));
}

// ---- what a report says of those before it

struct Told {
    ReportPunctuality previous;
    std::chrono::minutes late;
    std::int64_t missing;
    friend bool operator==(const Told &, const Told &) = default;
};

Told told(unsigned number, const SignedDays &done, WallTime now)
{
    DailyReport report;
    report.day = day(number);
    report.ledgerBegan = day(3);
    tellOfEarlier(report, done, now, kRules, kOffset);
    return {report.previous, report.previousLate, report.missingBefore};
}

TEST(ReportDuty, ALateReportIsSaidInTheNextOne)
{
    EXPECT_EQ(told(4, {{day(3), at(4, 20h)}}, at(5, 9h)), (Told{ReportPunctuality::Late, 150min, 0}));
    EXPECT_EQ(told(4, {{day(3), at(4, 9h)}}, at(5, 9h)), (Told{ReportPunctuality::InTime, 0min, 0}));
}

TEST(ReportDuty, MissingOnesAreSaidAndCounted)
{
    EXPECT_EQ(told(6, {{day(4), at(5, 9h)}}, at(7, 9h)), (Told{ReportPunctuality::Missing, 0min, 2}));
    EXPECT_EQ(told(6, {{day(3), at(4, 9h)}, {day(4), at(5, 9h)}}, at(6, 9h)), (Told{ReportPunctuality::Pending, 0min, 0}));
}

TEST(ReportDuty, TheFirstDayHasNoneBeforeIt) { EXPECT_EQ(told(3, {}, at(4, 9h)), (Told{ReportPunctuality::None, 0min, 0})); }

} // namespace
} // namespace menshen
