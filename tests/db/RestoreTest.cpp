// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/Backup.h"
#include "db/sqlite/LedgerFile.h"
#include "tests/db/FailingDisk.h"
#include "tests/db/HandmadeLedger.h"
#include "tests/db/LedgerFixture.h"

#include <fstream>

namespace menshen {
namespace {

namespace fs = std::filesystem;

std::string contentOf(const fs::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A ledger, a copy of it, and what was recorded and seen after that.
class RestoreTest : public testing::Test {
protected:
    RestoreTest() : m_ledger(m_folder / "lost.db")
    {
        EXPECT_TRUE(sealingReady());
        m_ledger.day(0, 20);
        m_atBackup = m_ledger.head();
        const auto made = copyLedger(m_ledger.path(), {m_folder / "copies", 7, "test"}, realClock(), {}, {});
        EXPECT_TRUE(made) << made.error().detail;
        m_backup = fs::path(m_folder / "copies") / made->file;
        m_ledger.day(1, 20);
        m_lastSeen = m_ledger.head();
    }

    [[nodiscard]] std::string target() const { return m_folder / "ledger.db"; }
    Result<RestoreReport> restore(std::vector<LedgerHead> heads = {}) { return restore(m_ledger.secret(), std::move(heads)); }
    Result<RestoreReport> restore(const StationSecret &secret, std::vector<LedgerHead> heads = {})
    {
        return restoreLedger({m_backup, target(), std::move(heads), "ctl"}, secret, realClock(), UtcOffset{});
    }
    void expectRefusal(const Result<RestoreReport> &report, ErrorCode code)
    {
        ASSERT_FALSE(report);
        EXPECT_EQ(report.error().code, code) << report.error().detail;
        for (const char *suffix : {"", "-wal", "-shm", ".new", ".new-wal", ".new-journal", ".new-shm"})
            EXPECT_FALSE(fs::exists(target() + suffix)) << suffix;
    }
    [[nodiscard]] ChainVerdict verdict(std::vector<LedgerHead> heads = {}) const
    {
        ChainWalk::Options options;
        options.keys = m_ledger.ring();
        options.knownHeads = std::move(heads);
        return walked(target(), options);
    }
    [[nodiscard]] EpochEntry newestLife() const
    {
        SQLite::Database db(target(), SQLite::OPEN_READONLY);
        SQLite::Statement query(db, "SELECT seq, kind, body FROM journal ORDER BY seq DESC LIMIT 1");
        query.executeStep();
        const auto entry = decodedEntry({query.getColumn(0).getInt64()}, storedBytes(query, 1), storedBytes(query, 2), std::nullopt);
        EXPECT_TRUE(entry && std::holds_alternative<EpochEntry>(*entry));
        return std::get<EpochEntry>(*entry);
    }

    const TempFolder m_folder{::access("/dev/shm", W_OK) == 0 ? fs::path("/dev/shm") : fs::temp_directory_path()};
    HandmadeLedger m_ledger;
    fs::path m_backup;
    LedgerHead m_atBackup, m_lastSeen;
};

TEST_F(RestoreTest, BeginsANewLifeBehindTheBackupsEnd)
{
    const auto bytes = contentOf(m_backup);
    const auto report = restore();
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_EQ(report->last, m_atBackup.seq);
    EXPECT_FALSE(report->lost);
    EXPECT_EQ(contentOf(m_backup), bytes) << "the backup is not touched";
    EXPECT_EQ(std::distance(fs::directory_iterator(m_folder / "copies"), {}), 1) << "nor is anything put beside it";

    const auto found = verdict({m_atBackup});
    EXPECT_TRUE(found.sound()) << found.detail;
    EXPECT_EQ(found.checked.value, report->last.value + 1);
    const auto life = newestLife();
    EXPECT_EQ(life.epoch, report->epoch);
    EXPECT_NE(life.epoch, m_atBackup.epoch);
    EXPECT_EQ(life.station, m_ledger.keys().station);
    ASSERT_TRUE(life.restored);
    EXPECT_EQ(life.restored->from, m_atBackup.epoch);
    EXPECT_EQ(life.restored->last, report->last);
    EXPECT_FALSE(life.restored->knownUntil);
    SQLite::Database db(target(), SQLite::OPEN_READONLY);
    EXPECT_EQ(db.execAndGet("SELECT max(number) FROM heads").getInt64(), m_atBackup.number + 1) << "numbers go on";
    EXPECT_EQ(db.execAndGet("SELECT actor FROM journal ORDER BY seq DESC LIMIT 1").getString(), "ctl");
    EXPECT_EQ(fs::status(target()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(RestoreTest, AStationGoesOnWithIt)
{
    test::TestKeyStore store;
    const std::string lost = m_folder / "real.db";
    {
        const auto ledger = opened(lost);
        for (int i = 0; i < 20; ++i)
            ASSERT_TRUE(appended(*ledger, draftOf(visitOf("visitor"))));
        const auto made = ledger->backup({m_folder / "real", 7, "station"}, {}, {});
        ASSERT_TRUE(made);
        m_backup = fs::path(m_folder / "real") / made->file;
    }
    const auto report = restore(*store.load());
    ASSERT_TRUE(report) << report.error().detail;
    {
        const auto ledger = opened(target());
        ASSERT_TRUE(ledger);
        const auto receipt = appended(*ledger, draftOf(visitOf("after")));
        ASSERT_TRUE(receipt);
        EXPECT_GT(receipt->seq.value, report->last.value + 1);
    }
    expectSoundChain(target());
    const auto projections = projectionsOf(target());
    ASSERT_TRUE(rebuildProjections(target()));
    EXPECT_EQ(projectionsOf(target()), projections);
}

TEST_F(RestoreTest, TellsWhatLiesBetweenTheBackupAndTheLoss)
{
    const auto report = restore({m_atBackup, m_lastSeen});
    ASSERT_TRUE(report) << report.error().detail;
    ASSERT_TRUE(report->lost);
    EXPECT_EQ(*report->lost, m_lastSeen);
    EXPECT_EQ(newestLife().restored->knownUntil, m_lastSeen.seq);
    const auto found = verdict({m_atBackup, m_lastSeen});
    EXPECT_TRUE(found.sound()) << "a loss that is told is no fault: " << found.detail;
    EXPECT_NE(found.detail.find("up to " + std::to_string(m_lastSeen.seq.value)), std::string::npos) << found.detail;
}

TEST_F(RestoreTest, AHeadThatWasSignedOnTheLastEntryLaterTellsOfNoLoss)
{
    HandmadeLedger copy(m_folder / "idle.db");
    copy.day(0, 5);
    const auto made = copyLedger(copy.path(), {m_folder / "idle", 7, "test"}, realClock(), {}, {});
    ASSERT_TRUE(made);
    copy.sign(); // nothing happened, and that was signed
    m_backup = fs::path(m_folder / "idle") / made->file;
    const auto report = restore(copy.secret(), {copy.head()});
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_FALSE(report->lost);
    ChainWalk::Options options;
    options.knownHeads = {copy.head()};
    EXPECT_TRUE(walked(target(), options).sound());
}

TEST_F(RestoreTest, ALifeThatWasLostInItsTurnIsToldToo)
{
    ASSERT_TRUE(restore({m_lastSeen}));
    LedgerHead second;
    {
        fs::rename(target(), m_folder / "second.db");
        SQLite::Database db(m_folder / "second.db", SQLite::OPEN_READONLY);
        SQLite::Statement query(db, "SELECT h.number, e.epoch, h.seq, h.at_us, h.hash, h.signature FROM heads h JOIN epochs e "
                                    "ON e.number = h.epoch ORDER BY h.number DESC LIMIT 1");
        query.executeStep();
        second = {m_ledger.keys().station,         bytesOf<EpochId>(query, 1),   query.getColumn(0).getInt64(),
                  {query.getColumn(2).getInt64()}, bytesOf<EntryHash>(query, 4), WallTime{Micros{query.getColumn(3).getInt64()}},
                  bytesOf<HeadSignature>(query, 5)};
    }
    const auto report = restore({second});
    ASSERT_TRUE(report) << report.error().detail;
    ASSERT_TRUE(report->lost);
    EXPECT_EQ(report->lost->seq, second.seq);
    EXPECT_TRUE(verdict({second, m_lastSeen, m_atBackup}).sound());
}

// ---- Refusals --------------------------------------------------------------------------------------------------------

TEST_F(RestoreTest, NeverOverwritesALedgerNorWhatIsLeftOfOne)
{
    m_folder.write("ledger.db", "a ledger");
    const auto report = restore();
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::BadInput);
    EXPECT_EQ(contentOf(target()), "a ledger");
    fs::rename(target(), target() + "-wal");
    const auto again = restore();
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::BadInput) << "that log belongs to another ledger";
    EXPECT_FALSE(fs::exists(target()));
}

TEST_F(RestoreTest, AMissingBackupIsNotFound)
{
    m_backup = m_folder / "nowhere";
    expectRefusal(restore(), ErrorCode::NotFound);
}

TEST_F(RestoreTest, ADamagedBackupIsRefused)
{
    const auto whole = contentOf(m_backup);
    for (const auto &damaged : {whole.substr(0, whole.size() / 2), whole.substr(0, 100), std::string()}) {
        m_backup = m_folder.write("damaged.ledger", damaged);
        expectRefusal(restore(), ErrorCode::Damaged);
    }
    m_backup = m_folder.write("damaged.ledger", whole);
    SQLite::Database(m_backup, SQLite::OPEN_READWRITE).exec("UPDATE journal SET body = '{}' WHERE seq = 9");
    expectRefusal(restore(), ErrorCode::Damaged);
}

TEST_F(RestoreTest, AnotherKeyOrStationIsRefused)
{
    expectRefusal(restore({m_ledger.keys().station, randomKey()}), ErrorCode::WrongKey);
    expectRefusal(restore({randomBytes<StationId>(), m_ledger.keys().secret}), ErrorCode::WrongStation);
}

TEST_F(RestoreTest, HeadsThatAreNotThisLedgersAreRefused)
{
    HandmadeLedger other(m_folder / "other.db");
    expectRefusal(restore({other.head()}), ErrorCode::BadInput);
    auto forged = m_lastSeen;
    forged.seq.value += 1000;
    expectRefusal(restore({forged}), ErrorCode::BadInput);
}

TEST_F(RestoreTest, ABackupThatDisagreesWithAKeptHeadIsRefused)
{
    auto other = m_atBackup;
    other.hash = m_lastSeen.hash;
    HeadSigner(m_ledger.keys().signing).sign(other);
    expectRefusal(restore({other}), ErrorCode::Damaged);
}

TEST_F(RestoreTest, NotWhileAStationHoldsThePlace)
{
    const auto lock = LedgerLock::take(target());
    ASSERT_TRUE(lock);
    expectRefusal(restore(), ErrorCode::Storage);
}

TEST_F(RestoreTest, ADiskThatFailsOrIsFullAtAnyWriteLeavesNoLedgerBehind)
{
    for (const int code : {SQLITE_FULL, SQLITE_IOERR}) {
        int nth = 1;
        for (bool failed = true; failed && !HasFailure(); nth += nth < 60 ? 1 : 4) {
            FailingDisk disk;
            disk.failAt(nth, code, FailingDisk::Lasting::ForEver);
            const auto report = restore();
            failed = disk.hasFailed();
            if (failed)
                expectRefusal(report, code == SQLITE_FULL ? ErrorCode::DiskFull : ErrorCode::Storage);
            else
                EXPECT_TRUE(report) << report.error().detail;
        }
        EXPECT_GT(nth, 20) << "a restoration writes more than that";
        EXPECT_TRUE(verdict().sound());
        fs::remove(target());
    }
}

TEST_F(RestoreTest, WhatACutShortOneLeftDoesNotHinder)
{
    m_folder.write("ledger.db.new", "half");
    m_folder.write("ledger.db.new-wal", "half");
    const auto report = restore();
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_TRUE(verdict().sound());
    EXPECT_FALSE(fs::exists(target() + ".new-wal"));
}

} // namespace
} // namespace menshen
