// SPDX-License-Identifier: GPL-3.0-or-later
// Who begins the day's count, and what becomes of the ledger's answers.
#include "src/app/InsideDesk.h"

#include <gtest/gtest.h>

namespace menshen {
namespace {

constexpr HallDay kMonday{std::chrono::year{2026} / 11 / 23};
constexpr HallDay kTuesday{std::chrono::year{2026} / 11 / 24};

class InsideDeskTest : public testing::Test {
protected:
    void tick(HallDay day, Micros after = 100ms)
    {
        m_now += after;
        m_desk.tick(m_now, day, m_inside);
    }
    void answer(const Result<Receipt> &result)
    {
        ASSERT_FALSE(m_waiting.empty());
        const auto then = std::move(m_waiting.front());
        m_waiting.erase(m_waiting.begin());
        then(result);
    }
    void durable() { answer(Receipt{EntrySeq{1}, WallTime{}}); }
    [[nodiscard]] std::vector<std::string> told() const
    {
        std::vector<std::string> found;
        for (const auto &[entry, actor] : m_appended) {
            found.push_back((entry.action == StationAction::DayBegan ? "began " : "reviewed ") + entry.detail + " " + actor);
        }
        return found;
    }

    int m_inside = 7;
    std::vector<std::pair<StationEntry, std::string>> m_appended;
    std::vector<InsideDesk::Then> m_waiting;
    MonoTime m_now{10s};
    InsideDesk m_desk{[this](Entry entry, std::string actor, InsideDesk::Then then) {
                          m_appended.emplace_back(std::get<StationEntry>(entry), std::move(actor));
                          m_waiting.push_back(std::move(then));
                      },
                      [this](int inside) { m_inside = inside; }};
};

using Strings = std::vector<std::string>;

TEST_F(InsideDeskTest, TheNumberStandsUntilTheEntryIsDurable)
{
    m_desk.restore({kMonday, 7, std::nullopt});
    tick(kTuesday);
    EXPECT_EQ(m_inside, 7);
    EXPECT_EQ(m_desk.leftOver(), std::nullopt);
    durable();
    EXPECT_EQ(m_inside, 0);
    EXPECT_EQ(m_desk.leftOver(), 7);
    EXPECT_EQ(told(), Strings{"began 7 station"});
}

TEST_F(InsideDeskTest, WhatTheDiskDidNotTakeIsTriedAgainButNotAtOnce)
{
    m_desk.restore({kMonday, 7, std::nullopt});
    tick(kTuesday);
    answer(Error{ErrorCode::DiskFull, ""});
    tick(kTuesday);
    tick(kTuesday, 4s);
    EXPECT_EQ(m_appended.size(), 1U);
    tick(kTuesday, 1s);
    ASSERT_EQ(m_appended.size(), 2U);
    durable();
    EXPECT_EQ(m_desk.leftOver(), 7);
}

TEST_F(InsideDeskTest, ADayIsBegunOnceHoweverOftenItTicksAndTheClockIsSet)
{
    m_desk.restore({kMonday, 7, std::nullopt});
    tick(kMonday);
    EXPECT_TRUE(m_appended.empty());
    tick(kTuesday);
    tick(kTuesday);
    tick(kMonday);
    durable();
    m_inside = 4;
    for (const HallDay day : {kMonday, kTuesday, kMonday, kTuesday}) {
        tick(day);
    }
    EXPECT_EQ(told(), Strings{"began 7 station"});
    EXPECT_EQ(m_inside, 4) << "the count is not lost";
}

TEST_F(InsideDeskTest, AStartOnTheSameDayBeginsNothingAndStillAsks)
{
    m_desk.restore({kTuesday, 2, 7});
    tick(kTuesday);
    EXPECT_TRUE(m_appended.empty());
    EXPECT_EQ(m_desk.leftOver(), 7);
}

TEST_F(InsideDeskTest, TheFirstDayOfAllBegins)
{
    m_inside = 0;
    tick(kMonday);
    durable();
    EXPECT_EQ(told(), Strings{"began 0 station"});
    EXPECT_EQ(m_desk.leftOver(), std::nullopt);
}

TEST_F(InsideDeskTest, AReviewThatIsNoNumberOrNotDurableChangesNothing)
{
    m_desk.restore({kTuesday, 2, 7});
    std::vector<Result<Receipt>> heard;
    const auto hear = [&](const Result<Receipt> &result) { heard.push_back(result); };
    m_desk.reviewed({-1, "guard", hear});
    ASSERT_EQ(heard.size(), 1U);
    EXPECT_EQ(heard[0].error().code, ErrorCode::BadInput);
    m_desk.reviewed({3, "guard", hear});
    answer(Error{ErrorCode::Storage, ""});
    EXPECT_EQ(heard.size(), 2U);
    EXPECT_EQ(m_inside, 7);
    EXPECT_EQ(m_desk.leftOver(), 7);
}

TEST_F(InsideDeskTest, WhatThePersonFoundCountsOnceItIsDurable)
{
    m_desk.restore({kTuesday, 2, 7});
    m_desk.reviewed({3, "guard"});
    durable();
    EXPECT_EQ(told(), Strings{"reviewed 3 guard"});
    EXPECT_EQ(m_inside, 3);
    EXPECT_EQ(m_desk.leftOver(), std::nullopt);
}

} // namespace
} // namespace menshen
