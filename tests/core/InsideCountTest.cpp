// SPDX-License-Identifier: GPL-3.0-or-later
// The number inside starts anew with the day.
#include "menshen/core/InsideCount.h"

#include <gtest/gtest.h>

using namespace menshen;

namespace {

constexpr HallDay kMonday{std::chrono::year{2026} / 11 / 23};
constexpr HallDay kTuesday{std::chrono::year{2026} / 11 / 24};
constexpr HallDay kWednesday{std::chrono::year{2026} / 11 / 25};

VisitEntry admitted()
{
    VisitEntry visit;
    visit.outcome = Outcome::Admitted;
    return visit;
}

InsideCount after(InsideCount count, HallDay day, const std::vector<Entry> &entries)
{
    for (const Entry &entry : entries) {
        count = afterEntry(count, day, entry);
    }
    return count;
}

const InsideCount kMondayEvening{kMonday, 7, std::nullopt};

} // namespace

TEST(InsideCount, ANewLedgerBeginsItsFirstDay) { EXPECT_TRUE(beginsDay({}, kMonday)); }

TEST(InsideCount, ADayBeginsOnceAndAClockSetBackBeginsNone)
{
    EXPECT_TRUE(beginsDay(kMondayEvening, kTuesday));
    EXPECT_FALSE(beginsDay(kMondayEvening, kMonday));
    const InsideCount tuesday = after(kMondayEvening, kTuesday, {dayBegan(7)});
    EXPECT_FALSE(beginsDay(tuesday, kTuesday));
    EXPECT_FALSE(beginsDay(tuesday, kMonday)) << "set back over midnight";
    EXPECT_TRUE(beginsDay(tuesday, kWednesday));
}

TEST(InsideCount, Q14_WhatWasLeftOverDoesNotFillTheNextDaysCap)
{
    const InsideCount tuesday = after(kMondayEvening, kTuesday, {dayBegan(7)});
    EXPECT_EQ(tuesday.inside, 0);
    EXPECT_EQ(tuesday.leftOver, 7);
}

TEST(InsideCount, AnEmptyHallLeavesNothingToLookAt)
{
    EXPECT_EQ(after({kMonday, 0, std::nullopt}, kTuesday, {dayBegan(0)}).leftOver, std::nullopt);
}

TEST(InsideCount, ThePersonsNumberCountsAndEndsTheQuestion)
{
    const InsideCount found = after(kMondayEvening, kTuesday, {dayBegan(7), admitted(), admitted(), insideReviewed(3)});
    EXPECT_EQ(found.inside, 3);
    EXPECT_EQ(found.leftOver, std::nullopt);
    EXPECT_EQ(after(found, kTuesday, {admitted(), ExitEntry{}, ExitEntry{}}).inside, 2);
}

TEST(InsideCount, WhoWasEnteredAfterwardsOrRefusedIsNotInside)
{
    VisitEntry paper = admitted();
    paper.afterwards = EnteredAfterwards{WallTime{}, "guard"};
    VisitEntry refused;
    refused.outcome = Outcome::Refused;
    EXPECT_EQ(after(kMondayEvening, kMonday, {paper, refused}), kMondayEvening);
}

TEST(InsideCount, NobodyIsLessThanNobody) { EXPECT_EQ(after({kMonday, 1, std::nullopt}, kMonday, {ExitEntry{}, ExitEntry{}}).inside, 0); }

TEST(InsideCount, AnUnreadableDetailIsNoPersonAndNothingElseCounts)
{
    const StationEntry odd{StationAction::DayBegan, "-4 or so"};
    EXPECT_EQ(after(kMondayEvening, kTuesday, {odd}), (InsideCount{kTuesday, 0, std::nullopt}));
    EXPECT_EQ(after(kMondayEvening, kTuesday, {StationEntry{StationAction::Started, "12"}}), kMondayEvening);
}

TEST(InsideCount, ASecondBeginningOfADayChangesNothing)
{
    const InsideCount tuesday = after(kMondayEvening, kTuesday, {dayBegan(7), admitted()});
    EXPECT_EQ(after(tuesday, kTuesday, {dayBegan(7)}), tuesday);
    EXPECT_EQ(after(tuesday, kMonday, {dayBegan(7)}), tuesday);
}
