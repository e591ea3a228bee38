// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/ReportNews.h"

#include <gmock/gmock.h>

namespace menshen {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::IsEmpty;

constexpr HallDay day(unsigned number) { return HallDay{std::chrono::year{2026}, std::chrono::November, std::chrono::day{number}}; }
constexpr WallTime at(unsigned number, Micros time) { return startOfDay(day(number), UtcOffset{}) + time; }

ReportTold told(ReportNews news, unsigned number, WallTime when, bool delivered = true, int version = 0, int level = 0)
{
    return {{news, day(number), version, level, "mail", delivered, {}}, when};
}

/// To who is to sign, and to who is above them.
std::vector<ReportNewsDue> overdueOf(unsigned number)
{
    return {{ReportNews::Overdue, day(number), 0, 0}, {ReportNews::Overdue, day(number), 0, 1}};
}

TEST(ReportNews, NothingIsOwedNothingIsTold) { EXPECT_THAT(reportNewsDue({}, {}, {}, at(20, 9h)), IsEmpty()); }

TEST(ReportNews, EverySignedVersionIsToldOnceAndAFailureIsNoTelling)
{
    const std::vector<ReportSignature> signatures{{day(19), 1, at(20, 9h)}, {day(19), 2, at(20, 10h)}};
    const ReportNewsDue first{ReportNews::Signed, day(19), 1};
    const ReportNewsDue second{ReportNews::Signed, day(19), 2};
    EXPECT_THAT(reportNewsDue({}, signatures, {}, at(20, 11h)), ElementsAre(first, second));
    EXPECT_THAT(reportNewsDue({}, signatures, {told(ReportNews::Signed, 19, at(20, 9h), false, 1)}, at(20, 11h)),
                ElementsAre(first, second));
    EXPECT_THAT(reportNewsDue({}, signatures, {told(ReportNews::Signed, 19, at(20, 9h), true, 1)}, at(20, 11h)), ElementsAre(second));
}

TEST(ReportNews, WhatWasSignedLongBeforeThereWereCouriersIsNotSent)
{
    EXPECT_THAT(reportNewsDue({}, {{day(10), 1, at(11, 9h)}}, {}, at(20, 11h)), IsEmpty());
}

TEST(ReportNews, AReportDueSoonIsSaidOnce)
{
    const ReportDuty duty{day(19), {}};
    EXPECT_THAT(reportNewsDue(duty, {}, {}, at(20, 17h)), ElementsAre(ReportNewsDue{ReportNews::Reminder, day(19), 0}));
    EXPECT_THAT(reportNewsDue(duty, {}, {told(ReportNews::Reminder, 19, at(20, 16h))}, at(20, 17h)), IsEmpty());
}

TEST(ReportNews, AnOverdueOneIsSaidAtOnceThenAfterOneTwoFourHoursAndAtLastDaily)
{
    const ReportDuty duty{{}, {day(19)}};
    std::vector<ReportTold> said;
    WallTime now = at(20, 18h);
    for (const auto pause : {0h, 1h, 2h, 4h, 8h, 16h, 24h, 24h, 24h}) {
        if (pause > 0h) {
            EXPECT_THAT(reportNewsDue(duty, {}, said, now + pause - 1us), IsEmpty()) << pause.count();
        }
        now += pause;
        EXPECT_THAT(reportNewsDue(duty, {}, said, now), ElementsAreArray(overdueOf(19))) << pause.count();
        said.push_back(told(ReportNews::Overdue, 19, now));
        said.push_back(told(ReportNews::Overdue, 19, now, true, 0, 1));
    }
}

TEST(ReportNews, ManyMissingDaysAreOneMessageAndAFurtherDayIsSaidAtOnce)
{
    const std::vector<ReportTold> said{told(ReportNews::Overdue, 18, at(19, 18h)), told(ReportNews::Overdue, 18, at(19, 18h), true, 0, 1)};
    EXPECT_THAT(reportNewsDue({{}, {day(17), day(18)}}, {}, said, at(19, 18h) + 5min), IsEmpty());
    EXPECT_THAT(reportNewsDue({{}, {day(17), day(18), day(19)}}, {}, said, at(20, 17h + 30min)), ElementsAreArray(overdueOf(19)));
}

TEST(ReportNews, ALevelThatWasNotReachedIsToldForItself)
{
    const std::vector<ReportTold> said{told(ReportNews::Overdue, 19, at(20, 18h)), told(ReportNews::Overdue, 19, at(20, 18h), false, 0, 1)};
    EXPECT_THAT(reportNewsDue({{}, {day(19)}}, {}, said, at(20, 18h) + 5min), ElementsAre(overdueOf(19)[1]));
}

TEST(ReportNews, AClockThatWasSetBackDoesNotKeepItQuiet)
{
    const std::vector<ReportTold> said{told(ReportNews::Overdue, 19, at(25, 18h))};
    EXPECT_THAT(reportNewsDue({{}, {day(19)}}, {}, said, at(20, 18h)), ElementsAreArray(overdueOf(19)));
}

} // namespace
} // namespace menshen
