// SPDX-License-Identifier: GPL-3.0-or-later
// What an honest ledger goes through: growth, restorations, interruptions. Tampering has a file of its own.
#include "tests/db/HandmadeLedger.h"
#include "tests/db/LedgerFixture.h"

#include <thread>

namespace menshen {
namespace {

class ChainWalkTest : public testing::Test {
protected:
    ChainWalkTest() : m_ledger(m_folder / "ledger.db") { EXPECT_TRUE(sealingReady()); }

    [[nodiscard]] ChainVerdict verdict(std::vector<LedgerHead> heads = {}, std::optional<ChainPlace> from = {}) const
    {
        ChainWalk::Options options;
        options.keys = m_ledger.ring();
        options.knownHeads = std::move(heads);
        options.from = from;
        return walked(m_ledger.path(), options);
    }
    [[nodiscard]] ChainPlace placeAt(std::int64_t seq)
    {
        SQLite::Statement query(m_ledger.db(), "SELECT hash FROM journal WHERE seq = ?");
        query.bind(1, seq);
        query.executeStep();
        return {{seq}, bytesOf<EntryHash>(query, 0)};
    }
    /// A few pages of the walk.
    void grow()
    {
        for (int day = 0; day < 5; ++day)
            m_ledger.day(day, 10'000, 1000);
    }

    const TempFolder m_folder;
    HandmadeLedger m_ledger;
};

TEST_F(ChainWalkTest, ANewLedgerIsSound)
{
    const auto found = verdict();
    EXPECT_TRUE(found.sound()) << found.detail;
    EXPECT_EQ(found.checked.value, 1);
    EXPECT_EQ(found.heads, 1);
}

TEST_F(ChainWalkTest, TellsItsProgressAndGoesOnWhereItWasStopped)
{
    grow();
    std::stop_source stop;
    std::vector<std::int64_t> done;
    auto walk = ChainWalk::open(m_ledger.path(), {});
    ASSERT_TRUE(walk);
    const auto first = (*walk)->run(
        [&](UpkeepProgress now) {
            done.push_back(now.done);
            EXPECT_EQ(now.total, m_ledger.newest().value);
            if (done.size() == 2)
                stop.request_stop();
        },
        stop.get_token());
    ASSERT_TRUE(first);
    EXPECT_TRUE(first->sound());
    EXPECT_FALSE(first->complete);
    ASSERT_EQ(done.size(), 2U);
    EXPECT_EQ(first->checked.value, done[1]);
    EXPECT_EQ(first->hash, placeAt(done[1]).hash);

    const auto rest = verdict({}, ChainPlace{first->checked, first->hash});
    EXPECT_TRUE(rest.sound()) << rest.detail;
    EXPECT_TRUE(rest.complete);
    EXPECT_EQ(rest.checked, m_ledger.newest());
    EXPECT_EQ(first->heads + rest.heads, m_ledger.number("SELECT count(*) FROM heads"));
}

TEST_F(ChainWalkTest, GoingOnStillMeetsHeadsThatWereKeptBefore)
{
    m_ledger.day(0, 30);
    auto kept = m_ledger.head();
    m_ledger.day(1, 30);
    const auto from = placeAt(kept.seq.value + 10);
    EXPECT_TRUE(verdict({kept}, from).sound());
    kept.hash = from.hash;
    HeadSigner(m_ledger.keys().signing).sign(kept);
    EXPECT_EQ(verdict({kept}, from).fault, ChainFault::TailCut);
}

TEST_F(ChainWalkTest, GoingOnWhereNothingStandsAnyMoreOrSomethingElseIsAFault)
{
    m_ledger.day(0, 30);
    auto from = placeAt(20);
    from.hash.bytes[0] ^= 1;
    auto found = verdict({}, from);
    EXPECT_EQ(found.fault, ChainFault::Changed);
    EXPECT_EQ(found.at.value, 20);
    from = placeAt(20);
    from.seq.value = 1000;
    found = verdict({}, from);
    EXPECT_EQ(found.fault, ChainFault::TailCut) << found.detail;
    EXPECT_EQ(found.at.value, m_ledger.newest().value + 1);

    from = placeAt(20);
    m_ledger.db().exec("UPDATE journal SET body = '{}' WHERE seq = 9");
    m_ledger.hashAnew(9, 20);
    EXPECT_EQ(verdict({}, from).at.value, 2) << "looked for from the beginning: behind the first entry's head";
}

TEST_F(ChainWalkTest, LetsTheWritersLogBeEmptiedBetweenTwoPages)
{
    grow();
    m_ledger.db().exec("PRAGMA journal_mode = WAL");
    auto walk = ChainWalk::open(m_ledger.path(), {});
    ASSERT_TRUE(walk);
    int pages = 0;
    const auto found = (*walk)->run(
        [&](UpkeepProgress) {
            ++pages;
            m_ledger.append(HandmadeLedger::kFirstDay, ExitEntry{});
            SQLite::Statement checkpoint(m_ledger.db(), "PRAGMA wal_checkpoint(TRUNCATE)");
            checkpoint.executeStep();
            EXPECT_EQ(checkpoint.getColumn(0).getInt(), 0) << "a reader is in the way";
        },
        {});
    ASSERT_TRUE(found);
    EXPECT_TRUE(found->sound()) << found->detail;
    EXPECT_GE(pages, 3);
    EXPECT_EQ(found->checked.value + pages, m_ledger.newest().value) << "as far as the newest entry when it began";
}

TEST_F(ChainWalkTest, IsSoundWhileAStationWrites)
{
    const std::string path = m_folder / "busy.db";
    auto settings = settingsFor(path);
    settings.headEvery = 7;
    auto ledger = openLedger(settings);
    ASSERT_TRUE(ledger);
    std::atomic<bool> enough = false;
    std::atomic<int> written = 0;
    std::jthread guard([&] {
        while (!enough)
            if (appended(**ledger, draftOf(visitOf("visitor"))))
                ++written;
    });
    while (written < 10)
        std::this_thread::yield();
    for (int i = 0; i < 20; ++i) {
        const auto receipted = (*ledger)->head();
        ChainWalk::Options options;
        options.keys = (*ledger)->keys();
        const auto found = walked(path, options);
        EXPECT_TRUE(found.sound()) << found.detail;
        EXPECT_GE(found.checked, receipted);
    }
    enough = true;
}

// ---- Lives -----------------------------------------------------------------------------------------------------------

TEST_F(ChainWalkTest, ALedgerThatWasRestoredTwiceIsSound)
{
    for (int life = 0; life < 3; ++life) {
        if (life > 0)
            m_ledger.beginLife(EpochEntry::Restored{m_ledger.head().epoch, m_ledger.newest(), {}});
        m_ledger.day(life, 20);
    }
    const auto found = verdict({m_ledger.head()});
    EXPECT_TRUE(found.sound()) << found.detail;
}

TEST_F(ChainWalkTest, AHeadOfAFormerLifeStillHasToAgreeUpToItsEnd)
{
    m_ledger.day(0, 20);
    auto kept = m_ledger.head(), later = kept;
    m_ledger.beginLife(EpochEntry::Restored{kept.epoch, m_ledger.newest(), {}});
    m_ledger.day(1, 20);
    EXPECT_TRUE(verdict({kept}).sound());

    kept.hash = placeAt(3).hash;
    HeadSigner(m_ledger.keys().signing).sign(kept);
    EXPECT_EQ(verdict({kept}).fault, ChainFault::TailCut);

    later.seq.value += 5; // what the restoration lost
    later.number += 1;
    HeadSigner(m_ledger.keys().signing).sign(later);
    const auto found = verdict({later});
    EXPECT_TRUE(found.sound()) << found.detail;
    EXPECT_NE(found.detail.find("lost"), std::string::npos) << found.detail;
}

TEST_F(ChainWalkTest, AHeadOfALifeThatIsNotInTheLedgerIsACutTail)
{
    m_ledger.day(0, 20);
    auto kept = m_ledger.head();
    kept.epoch = randomBytes<EpochId>();
    HeadSigner(m_ledger.keys().signing).sign(kept);
    EXPECT_EQ(verdict({kept}).fault, ChainFault::TailCut);
}

// ---- The end alone ---------------------------------------------------------------------------------------------------

class ChainTailTest : public ChainWalkTest {
protected:
    ChainTailTest()
    {
        m_ledger.day(0, 50);
        m_ledger.day(1, 50);
    }
};

TEST_F(ChainTailTest, IsSoundAndShort)
{
    const auto tail = verifyTail(m_ledger.db(), 20);
    EXPECT_TRUE(tail.sound()) << tail.detail;
    EXPECT_EQ(tail.checked, m_ledger.newest());
    EXPECT_GE(tail.heads, 1);
    EXPECT_LT(tail.heads, 5);
    EXPECT_TRUE(verifyTail(m_ledger.db(), 1'000'000).sound()) << "more than there is";
}

TEST_F(ChainTailTest, MeetsTheNewestHeadThoughItIsOlder)
{
    for (int i = 0; i < 30; ++i)
        m_ledger.append(HandmadeLedger::kFirstDay, ExitEntry{});
    EXPECT_EQ(verifyTail(m_ledger.db(), 5).heads, 1);
    m_ledger.db().exec("UPDATE heads SET hash = zeroblob(32) WHERE number = (SELECT max(number) FROM heads)");
    EXPECT_EQ(verifyTail(m_ledger.db(), 5).fault, ChainFault::HeadMissing);
}

TEST_F(ChainTailTest, SeesWhatIsWrongThere)
{
    const auto last = m_ledger.newest().value;
    m_ledger.db().exec("UPDATE journal SET body = '{}' WHERE seq = " + std::to_string(last - 3));
    const auto tail = verifyTail(m_ledger.db(), 20);
    EXPECT_EQ(tail.fault, ChainFault::Changed);
    EXPECT_EQ(tail.at.value, last - 3);
}

TEST_F(ChainTailTest, SeesACutTail)
{
    const auto last = m_ledger.newest().value;
    m_ledger.db().exec("DELETE FROM journal WHERE seq > " + std::to_string(last - 1));
    const auto tail = verifyTail(m_ledger.db(), 20);
    EXPECT_EQ(tail.fault, ChainFault::TailCut);
    EXPECT_EQ(tail.at.value, last);
}

TEST_F(ChainTailTest, DoesNotLookAtWhatIsLongAgo)
{
    m_ledger.db().exec("UPDATE journal SET body = '{}' WHERE seq = 9");
    EXPECT_TRUE(verifyTail(m_ledger.db(), 20).sound());
    EXPECT_FALSE(verdict().sound());
}

// ---- What is no ledger -----------------------------------------------------------------------------------------------

TEST_F(ChainWalkTest, OpensOnlyLedgersOfThisSchema)
{
    const auto codeFor = [](const std::string &path) {
        const auto walk = ChainWalk::open(path, {});
        return walk ? ErrorCode::Internal : walk.error().code;
    };
    EXPECT_EQ(codeFor(m_folder / "nowhere.db"), ErrorCode::NotFound);
    EXPECT_EQ(codeFor(m_folder.write("text.db", "no database, only some text that is long enough")), ErrorCode::Damaged);
    EXPECT_EQ(codeFor(m_folder.write("empty.db", "")), ErrorCode::Damaged);
    m_ledger.db().exec("PRAGMA user_version = 1000");
    EXPECT_EQ(codeFor(m_ledger.path()), ErrorCode::SchemaTooNew);
    m_ledger.db().exec("PRAGMA user_version = 1");
    EXPECT_EQ(codeFor(m_ledger.path()), ErrorCode::SchemaTooOld);
}

} // namespace
} // namespace menshen
