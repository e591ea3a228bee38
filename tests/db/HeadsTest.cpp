// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/db/LedgerFixture.h"

#include <thread>

namespace menshen {
namespace {

std::vector<std::pair<std::int64_t, std::int64_t>> headsOf(const std::string &path)
{
    const SQLite::Database db(path, SQLite::OPEN_READONLY);
    SQLite::Statement query(db, "SELECT number, seq FROM heads ORDER BY number");
    std::vector<std::pair<std::int64_t, std::int64_t>> heads;
    while (query.executeStep())
        heads.emplace_back(query.getColumn(0).getInt64(), query.getColumn(1).getInt64());
    return heads;
}

TEST(Heads, AreSignedAtTheBeginningAtEachStartAndAtACleanStop)
{
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    ASSERT_TRUE(appended(*opened(path), draftOf(ExitEntry{})));
    const auto first = headsOf(path);
    ASSERT_GE(first.size(), 2U);
    EXPECT_EQ(first.front().first, 1);
    EXPECT_EQ(first.back().second, 2) << "the stop's head is of the newest entry";
    opened(path)->stop();
    const auto second = headsOf(path);
    EXPECT_GT(second.size(), first.size());
    for (std::size_t i = 0; i < second.size(); ++i)
        EXPECT_EQ(second[i].first, static_cast<std::int64_t>(i) + 1) << "numbered without a gap";
}

TEST(Heads, FollowEverySoManyEntries)
{
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    auto settings = settingsFor(path);
    settings.headEvery = 10;
    const auto ledger = std::move(*openLedger(settings));
    for (int i = 0; i < 35; ++i)
        ASSERT_TRUE(appended(*ledger, draftOf(ExitEntry{})));
    const auto heads = headsOf(path);
    std::int64_t before = 0;
    for (const auto &[number, seq] : heads) {
        EXPECT_LE(seq - before, 10);
        before = seq;
    }
    EXPECT_GE(before, 30);
}

TEST(Heads, AreSignedWhileNothingHappensToo)
{
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    test::TestKeyStore keys;
    test::ManualClock clock;
    const auto ledger = std::move(*SqliteLedger::open(settingsFor(path), keys, clock));
    const auto before = headsOf(path).size();
    clock.advance(5min);
    const auto deadline = std::chrono::steady_clock::now() + 30s;
    while (headsOf(path).size() == before && std::chrono::steady_clock::now() < deadline)
        std::this_thread::yield();
    const auto after = headsOf(path);
    ASSERT_EQ(after.size(), before + 1);
    EXPECT_EQ(after.back().second, 1) << "of the same entry, at a later time";
}

TEST(Heads, TheStateNamesTheNewestAndItsTextIsOneThatVerifies)
{
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    const auto ledger = opened(path);
    ASSERT_TRUE(appended(*ledger, draftOf(visitOf("v"))));
    const auto state = ledger->state();
    ASSERT_TRUE(state) << state.error().detail;
    ASSERT_TRUE(state->head);
    EXPECT_EQ(state->seq, EntrySeq{3});
    EXPECT_EQ(state->head->station, state->station);
    EXPECT_EQ(state->head->epoch, state->epoch);
    const auto again = headFromText(headText(*state->head));
    ASSERT_TRUE(again);
    EXPECT_TRUE(isSignedBy(*again, HeadSigner(ledger->keys()->signing()).publicKey()));
}

} // namespace
} // namespace menshen
