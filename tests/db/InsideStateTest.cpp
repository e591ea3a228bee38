// SPDX-License-Identifier: GPL-3.0-or-later
// How many are inside as the journal ends: what a start finds.
#include "db/sqlite/InsideState.h"

#include "tests/db/LedgerFixture.h"

namespace menshen {
namespace {

constexpr HallDay kNextDay{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

class InsideState : public testing::Test {
protected:
    void SetUp() override { m_ledger = opened(m_path); }
    void add(Entry entry, HallDay day = kDay)
    {
        ASSERT_TRUE(appended(*m_ledger, draftOf(std::move(entry), startOfDay(day, UtcOffset{}) + 9h, day)));
    }
    [[nodiscard]] InsideCount held() const
    {
        const auto count = insideState(m_path);
        EXPECT_TRUE(count) << count.error().detail;
        return count ? *count : InsideCount{};
    }

    const TempFolder m_folder;
    const std::string m_path = (m_folder / "ledger.db").string();
    std::unique_ptr<SqliteLedger> m_ledger;
};

TEST_F(InsideState, WithoutALedgerThereIsNoCount)
{
    const auto count = insideState((m_folder / "other.db").string());
    ASSERT_FALSE(count);
    EXPECT_EQ(count.error().code, ErrorCode::NotFound);
}

TEST_F(InsideState, ANewLedgerHasBegunNoDay)
{
    const InsideCount count = held();
    EXPECT_EQ(count.inside, 0);
    EXPECT_EQ(count.leftOver, std::nullopt);
}

TEST_F(InsideState, ALedgerOfBeforeCountsItsNewestDay)
{
    add(visitOf("张三"));
    add(visitOf("李四"), kNextDay);
    add(visitOf("王五"), kNextDay);
    add(ExitEntry{}, kNextDay);
    EXPECT_EQ(held(), (InsideCount{kNextDay, 1, std::nullopt}));
}

TEST_F(InsideState, WhatWasLeftOverIsAskedForUntilSomebodyHasLooked)
{
    add(dayBegan(0));
    add(visitOf("张三"));
    add(visitOf("李四"));
    EXPECT_EQ(held(), (InsideCount{kDay, 2, std::nullopt}));
    add(dayBegan(2), kNextDay);
    add(visitOf("王五"), kNextDay);
    EXPECT_EQ(held(), (InsideCount{kNextDay, 1, 2}));
    add(insideReviewed(4), kNextDay);
    add(ExitEntry{}, kNextDay);
    EXPECT_EQ(held(), (InsideCount{kNextDay, 3, std::nullopt}));
}

TEST_F(InsideState, EntriesOfAClockThatWasSetBackStillCountInTheJournalsOrder)
{
    add(dayBegan(0), kNextDay);
    add(visitOf("张三"), kNextDay);
    add(visitOf("李四")); // a day earlier by the clock
    EXPECT_EQ(held(), (InsideCount{kNextDay, 2, std::nullopt}));
}

TEST_F(InsideState, WhoWasEnteredAfterwardsIsNotInside)
{
    add(dayBegan(0));
    VisitEntry paper = visitOf("张三");
    paper.afterwards = EnteredAfterwards{kMorning, "guard"};
    add(paper);
    EXPECT_EQ(held().inside, 0);
}

} // namespace
} // namespace menshen
