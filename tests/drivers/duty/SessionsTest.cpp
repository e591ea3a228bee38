// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/duty/Sessions.h"
#include "drivers/duty/TryLimit.h"

#include <gtest/gtest.h>

using namespace menshen;

namespace {

constexpr MonoTime kNow{1h};
const PinHolder kWang{"p1", "王建国", GroupRole::OfficeDirector};

} // namespace

TEST(Sessions, ALinkShowsItsOwnAlertOnly)
{
    Sessions sessions;
    const std::string name = sessions.opened(EntrySeq{7}, "", kNow);
    const auto session = sessions.find(name, kNow);
    ASSERT_TRUE(session);
    EXPECT_TRUE(session->maySee(EntrySeq{7}));
    EXPECT_FALSE(session->maySee(EntrySeq{8}));
}

TEST(Sessions, ASecondLinkAddsItsAlertUnderANewName)
{
    Sessions sessions;
    const std::string first = sessions.opened(EntrySeq{7}, "", kNow);
    const std::string second = sessions.opened(EntrySeq{8}, first, kNow);
    EXPECT_NE(first, second);
    EXPECT_FALSE(sessions.find(first, kNow));
    EXPECT_TRUE(sessions.find(second, kNow)->maySee(EntrySeq{7}));
    EXPECT_TRUE(sessions.find(second, kNow)->maySee(EntrySeq{8}));
}

TEST(Sessions, SigningInNeverTakesOverANameThatABrowserBrought)
{
    Sessions sessions;
    const std::string planted = Sessions::stranger();
    const std::string name = sessions.signedIn(kWang, planted, kNow);
    EXPECT_NE(name, planted);
    EXPECT_FALSE(sessions.find(planted, kNow));
    EXPECT_TRUE(sessions.find(name, kNow)->maySee(EntrySeq{99}));
}

TEST(Sessions, EndByTheClockHoweverMuchIsLookedAt)
{
    Sessions sessions;
    const std::string name = sessions.signedIn(kWang, "", kNow);
    EXPECT_TRUE(sessions.find(name, kNow + Sessions::kLasts - 1us));
    EXPECT_FALSE(sessions.find(name, kNow + Sessions::kLasts));
    const std::string linked = sessions.signedIn(kWang, "", kNow);
    const std::string later = sessions.opened(EntrySeq{7}, linked, kNow + 20min);
    EXPECT_FALSE(sessions.find(later, kNow + Sessions::kLasts)) << "a link does not make a PIN last longer";
}

TEST(Sessions, AreBoundedAndTheOldestGoesFirst)
{
    Sessions sessions;
    const std::string oldest = sessions.opened(EntrySeq{1}, "", kNow);
    std::string newest;
    for (std::size_t i = 0; i < Sessions::kMost; ++i) {
        newest = sessions.opened(EntrySeq{2}, "", kNow + 1s);
    }
    EXPECT_FALSE(sessions.find(oldest, kNow + 1s));
    EXPECT_TRUE(sessions.find(newest, kNow + 1s));
}

TEST(Sessions, AFormIsBoundToItsBrowser)
{
    Sessions sessions;
    const std::string mine = Sessions::stranger(), other = Sessions::stranger();
    EXPECT_TRUE(sessions.isFormToken(sessions.formToken(mine), mine));
    EXPECT_FALSE(sessions.isFormToken(sessions.formToken(other), mine));
    EXPECT_FALSE(sessions.isFormToken("", mine));
    EXPECT_FALSE(sessions.isFormToken(sessions.formToken(""), "")) << "a browser without a cookie has no form";
    EXPECT_FALSE(Sessions().isFormToken(sessions.formToken(mine), mine)) << "of another start";
}

TEST(TryLimit, FiveAreForgivenThenWaitsDouble)
{
    TryLimit limit;
    MonoTime now = kNow;
    for (int i = 0; i < TryLimit::kFree; ++i) {
        EXPECT_EQ(limit.take("a", now), 0us) << i;
    }
    EXPECT_EQ(limit.take("a", now), 30s);
    EXPECT_EQ(limit.take("b", now), 0us) << "others are not to blame";
    now += 30s;
    EXPECT_EQ(limit.take("a", now), 0us);
    EXPECT_EQ(limit.take("a", now), 60s);
    for (int i = 0; i < 20; ++i) {
        now += limit.take("a", now);
        EXPECT_EQ(limit.take("a", now), 0us);
    }
    EXPECT_EQ(limit.take("a", now), TryLimit::kLongestWait);
}

TEST(TryLimit, ARightPinForgetsAndWhatWasNotJudgedDoesNotCount)
{
    TryLimit limit;
    for (int i = 0; i < 50; ++i) {
        EXPECT_EQ(limit.take("a", kNow), 0us);
        limit.giveBack("a");
    }
    for (int i = 0; i < TryLimit::kFree; ++i) {
        EXPECT_EQ(limit.take("a", kNow), 0us);
    }
    EXPECT_GT(limit.take("a", kNow), 0us);
    limit.forgive("a");
    EXPECT_EQ(limit.take("a", kNow), 0us);
}

TEST(TryLimit, WhatWasNotJudgedCostsNoWaitEither)
{
    TryLimit limit;
    for (int i = 0; i < TryLimit::kFree; ++i) {
        EXPECT_EQ(limit.take("a", kNow), 0us);
    }
    limit.giveBack("a");
    EXPECT_EQ(limit.take("a", kNow), 0us) << "four were judged";
    const MonoTime later = kNow + TryLimit::kFirstWait;
    EXPECT_EQ(limit.take("a", later), 0us);
    limit.giveBack("a");
    EXPECT_EQ(limit.take("a", later), 0us) << "the wait before it is over, and it brought no new one";
    EXPECT_EQ(limit.take("a", later), 60s);
}

TEST(TryLimit, ForgetsInTimeAndKeepsABoundedTable)
{
    TryLimit limit;
    for (int i = 0; i <= TryLimit::kFree; ++i) {
        (void)limit.take("a", kNow);
    }
    EXPECT_EQ(limit.take("a", kNow + TryLimit::kForgotten + 1us), 0us);
    for (std::size_t i = 0; i < 3 * TryLimit::kMost; ++i) {
        EXPECT_EQ(limit.take(std::to_string(i), kNow + 1h), 0us);
    }
}
