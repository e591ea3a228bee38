// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/Backup.h"
#include "tests/db/FailingDisk.h"
#include "tests/db/HandmadeLedger.h"
#include "tests/db/LedgerFixture.h"

#include <fcntl.h>
#include <fstream>
#include <regex>
#include <sched.h>
#include <set>
#include <sys/mount.h>
#include <sys/stat.h>
#include <thread>

namespace menshen {
namespace {

namespace fs = std::filesystem;

/// Stands where it is put.
class PutClock final : public Clock {
public:
    [[nodiscard]] WallTime wall() const override { return m_now; }
    [[nodiscard]] MonoTime mono() const override { return MonoTime{m_now.time_since_epoch()}; }
    void put(WallTime at) { m_now = at; }

private:
    WallTime m_now = WallTime{std::chrono::sys_days{HandmadeLedger::kFirstDay}} + 3h + 4min + 5s;
};

std::string bytesOf(const fs::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class BackupTest : public testing::Test {
protected:
    BackupTest() : m_ledger(m_folder / "ledger.db")
    {
        EXPECT_TRUE(sealingReady());
        m_ledger.day(0, 20);
        m_ledger.day(1, 20);
    }

    Result<BackupEntry> backUp(int keep = 7, const UpkeepProgressSink &progress = {}, const std::stop_token &stop = {})
    {
        return copyLedger(m_ledger.path(), {folder(), keep, "test"}, m_clock, progress, stop);
    }
    [[nodiscard]] std::string folder() const { return m_folder / "copies"; }
    [[nodiscard]] fs::path copy(const std::string &name) const { return fs::path(folder()) / name; }
    [[nodiscard]] std::set<std::string> inFolder() const
    {
        std::set<std::string> names;
        if (fs::exists(folder()))
            for (const auto &file : fs::directory_iterator(folder()))
                names.insert(file.path().filename());
        return names;
    }
    [[nodiscard]] std::string stem() const { return "menshen-" + hexOf(m_ledger.keys().station).substr(0, 8) + "-"; }
    /// As a purge does, but without secure_delete: what was there stays in the file.
    void destroyKey(int id)
    {
        m_ledger.db().exec("PRAGMA secure_delete = OFF; UPDATE day_keys SET wrapped = NULL, destroyed_us = 1 WHERE id = " +
                           std::to_string(id));
        DestructionEntry certificate;
        certificate.before = HandmadeLedger::kFirstDay;
        certificate.days = {{HandmadeLedger::kFirstDay, id, 0, 0}};
        m_ledger.append(HandmadeLedger::kFirstDay, certificate);
        m_ledger.sign();
    }

    const TempFolder m_folder;
    HandmadeLedger m_ledger;
    PutClock m_clock;
};

TEST_F(BackupTest, IsAWholeLedgerInOneFileForItsOwnerOnly)
{
    const auto made = backUp();
    ASSERT_TRUE(made) << made.error().detail;
    EXPECT_EQ(made->file, stem() + "20261122T030405Z.ledger");
    EXPECT_EQ(inFolder(), std::set<std::string>{made->file}) << "and nothing beside it";
    EXPECT_EQ(made->upTo, m_ledger.newest());
    EXPECT_EQ(made->bytes, static_cast<std::int64_t>(fs::file_size(copy(made->file))));
    EXPECT_EQ(made->removed, 0);
    struct stat status {};
    ASSERT_EQ(::stat(copy(made->file).c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
    const auto bytes = bytesOf(copy(made->file));
    EXPECT_EQ(bytes.substr(18, 2), "\x01\x01") << "no write-ahead log belongs to it";

    ChainWalk::Options options;
    options.keys = m_ledger.ring();
    options.knownHeads = {m_ledger.head()};
    const auto verdict = walked(copy(made->file), options);
    EXPECT_TRUE(verdict.sound()) << verdict.detail;
    EXPECT_EQ(verdict.checked, m_ledger.newest());
    EXPECT_EQ(integrityOf(copy(made->file)), "ok");
}

TEST_F(BackupTest, OpensWithTheStationsSecretAndNoOther)
{
    const auto made = backUp();
    ASSERT_TRUE(made);
    SQLite::Database db(copy(made->file), SQLite::OPEN_READONLY);
    EXPECT_TRUE(KeyRing::open(db, m_ledger.secret()));
    const auto other = KeyRing::open(db, {m_ledger.keys().station, randomKey()});
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, ErrorCode::WrongKey);
}

TEST_F(BackupTest, NeverOverwritesOneOfTheSameMoment)
{
    const auto first = backUp(), second = backUp(), third = backUp();
    ASSERT_TRUE(first && second && third);
    EXPECT_EQ(second->file, stem() + "20261122T030405Z-2.ledger");
    EXPECT_EQ(third->file, stem() + "20261122T030405Z-3.ledger");
    EXPECT_EQ(inFolder().size(), 3U);
}

TEST_F(BackupTest, WorksWhileAStationWrites)
{
    const std::string path = m_folder / "busy.db";
    const auto ledger = opened(path);
    for (int i = 0; i < 200; ++i)
        ASSERT_TRUE(appended(*ledger, draftOf(visitOf("before"))));
    std::atomic<bool> enough = false;
    std::atomic<int> meanwhile = 0;
    std::jthread guard([&] {
        while (!enough)
            if (appended(*ledger, draftOf(visitOf("meanwhile"))))
                ++meanwhile;
    });
    while (meanwhile == 0)
        std::this_thread::yield();
    for (int i = 0; i < 5; ++i) {
        const auto receipted = ledger->head();
        const auto made = ledger->backup({folder(), 3, "station"}, {}, {});
        ASSERT_TRUE(made) << made.error().detail;
        EXPECT_GE(made->upTo, receipted) << "what had a receipt is in it";
        expectSoundChain(copy(made->file));
    }
    enough = true;
    guard.join();
    EXPECT_EQ(inFolder().size(), 3U);
    expectSoundChain(path);
}

// ---- Rotation --------------------------------------------------------------------------------------------------------

TEST_F(BackupTest, KeepsTheNewestAndLeavesAloneWhatIsNotItsOwn)
{
    const std::string foreign =
        "menshen-" + std::string(8, hexOf(m_ledger.keys().station)[0] == 'f' ? 'e' : 'f') + "-20200101T000000Z.ledger";
    const std::set<std::string> others{"notes.txt",
                                       foreign,
                                       stem() + "20200101T000000Z.ledger.txt",
                                       stem() + "2020.ledger",
                                       stem() + "20200101T000000Z-.ledger",
                                       stem() + "20200102T000000Z.ledger"};
    for (const auto &name : others)
        if (name != stem() + "20200102T000000Z.ledger")
            m_folder.write("copies/" + name, "mine");
    fs::create_directory(copy(stem() + "20200102T000000Z.ledger"));
    fs::create_symlink(copy("notes.txt"), copy(stem() + "20200103T000000Z.ledger"));

    std::vector<std::string> made;
    for (int i = 0; i < 5; ++i) {
        m_clock.put(m_clock.wall() + 24h);
        m_ledger.day(2 + i, 3);
        const auto entry = backUp(3);
        ASSERT_TRUE(entry) << entry.error().detail;
        EXPECT_EQ(entry->removed, i < 3 ? 0 : 1);
        made.push_back(entry->file);
    }
    std::set<std::string> expected(made.begin() + 2, made.end());
    expected.insert(others.begin(), others.end());
    expected.insert(stem() + "20200103T000000Z.ledger");
    EXPECT_EQ(inFolder(), expected);
}

TEST_F(BackupTest, AClockThatWasSetBackAYearDoesNotMakeItRemoveTheNewest)
{
    ASSERT_TRUE(backUp(2));
    m_clock.put(m_clock.wall() - 365 * 24h);
    m_ledger.day(2, 3);
    const auto second = backUp(2);
    m_ledger.day(3, 3);
    m_clock.put(m_clock.wall() - 24h);
    const auto third = backUp(2);
    ASSERT_TRUE(second && third);
    EXPECT_EQ(inFolder(), (std::set<std::string>{second->file, third->file})) << "newest by what they hold";
}

TEST_F(BackupTest, ACopyOfAnotherStationUnderOurNameIsLeftAlone)
{
    HandmadeLedger other(m_folder / "other.db");
    fs::create_directory(folder());
    fs::copy_file(other.path(), copy(stem() + "20200101T000000Z.ledger"));
    ASSERT_TRUE(backUp(1));
    EXPECT_EQ(inFolder().size(), 2U);
}

TEST_F(BackupTest, AnOlderCopyThatHoldsADestroyedKeyGoes)
{
    const auto holding = backUp();
    m_clock.put(m_clock.wall() + 1h);
    destroyKey(1);
    m_ledger.day(2, 3);
    const auto second = backUp();
    ASSERT_TRUE(holding && second) << second.error().detail;
    EXPECT_EQ(second->removed, 1);
    EXPECT_EQ(inFolder(), std::set<std::string>{second->file});
    m_clock.put(m_clock.wall() + 1h);
    const auto third = backUp();
    ASSERT_TRUE(third);
    EXPECT_EQ(third->removed, 0) << "what holds none stays";
}

TEST_F(BackupTest, WhatWasDestroyedIsNowhereInTheCopysBytes)
{
    SQLite::Statement query(m_ledger.db(), "SELECT wrapped FROM day_keys WHERE id = 1");
    query.executeStep();
    const std::string wrapped(storedBytes(query, 0));
    query.reset();
    // Keys on a page that is freed: what a copy page by page would carry along.
    m_ledger.db().exec("PRAGMA secure_delete = OFF; CREATE TABLE gone AS SELECT wrapped, zeroblob(3000) FROM day_keys; DROP TABLE gone");
    destroyKey(1);
    ASSERT_NE(bytesOf(m_ledger.path()).find(wrapped), std::string::npos) << "or this shows nothing";
    const auto made = backUp();
    ASSERT_TRUE(made) << made.error().detail;
    EXPECT_EQ(bytesOf(copy(made->file)).find(wrapped), std::string::npos);
}

TEST_F(BackupTest, AKeyThatIsDestroyedWhileItIsCopiedIsNotInTheCopy)
{
    bool purged = false;
    const auto made = backUp(7, [&](UpkeepProgress now) {
        if (!purged && now.done >= now.total / 2) {
            purged = true;
            destroyKey(1);
        }
    });
    ASSERT_TRUE(made) << made.error().detail;
    ASSERT_TRUE(purged);
    SQLite::Database db(copy(made->file), SQLite::OPEN_READONLY);
    EXPECT_EQ(db.execAndGet("SELECT count(*) FROM day_keys WHERE wrapped IS NOT NULL").getInt(), 1);
    EXPECT_EQ(made->upTo, m_ledger.newest());
}

// ---- What goes wrong -------------------------------------------------------------------------------------------------

TEST_F(BackupTest, StoppedByAPersonLeavesNothingBehind)
{
    std::stop_source stop;
    int told = 0;
    auto made = backUp(
        7,
        [&](UpkeepProgress) {
            ++told;
            stop.request_stop();
        },
        stop.get_token());
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::Cancelled) << made.error().detail;
    EXPECT_GT(told, 0);
    EXPECT_EQ(inFolder(), std::set<std::string>{});

    made = backUp(7, [&stop, calls = 0](UpkeepProgress now) mutable {
        if (++calls > 1 && now.done > now.total / 2)
            stop.request_stop();
    });
    EXPECT_TRUE(made) << "another token";
}

TEST_F(BackupTest, ADiskThatFailsOrIsFullAtAnyWriteLeavesNothingBehind)
{
    const auto before = bytesOf(m_ledger.path());
    for (const int code : {SQLITE_FULL, SQLITE_IOERR}) {
        int nth = 1;
        for (bool failed = true; failed; ++nth) {
            FailingDisk disk;
            disk.failAt(nth, code, FailingDisk::Lasting::Once);
            const auto made = backUp();
            failed = disk.hasFailed();
            if (!failed) {
                EXPECT_TRUE(made) << made.error().detail;
                break;
            }
            ASSERT_FALSE(made) << nth;
            EXPECT_EQ(made.error().code, code == SQLITE_FULL ? ErrorCode::DiskFull : ErrorCode::Storage) << made.error().detail;
            EXPECT_EQ(inFolder(), std::set<std::string>{}) << nth;
        }
        EXPECT_GT(nth, 10) << "a copy writes more than that";
        fs::remove_all(folder());
    }
    EXPECT_EQ(bytesOf(m_ledger.path()), before);
}

TEST_F(BackupTest, AFullDiskIsSeenBeforeItIsFilled)
{
    fs::create_directory(folder());
    const int status = inChild([&] {
        const uid_t uid = ::geteuid();
        if (::unshare(CLONE_NEWNS | (uid == 0 ? 0 : CLONE_NEWUSER)) != 0 ||
            ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
            ::mount("tiny", folder().c_str(), "tmpfs", 0, "size=16k") != 0)
            ::_exit(kNotPermitted);
        const auto made = backUp();
        ASSERT_FALSE(made);
        EXPECT_EQ(made.error().code, ErrorCode::DiskFull) << made.error().detail;
        EXPECT_EQ(inFolder(), std::set<std::string>{});
    });
    if (status == kNotPermitted)
        GTEST_SKIP() << "no file system may be mounted here; the failing disk above covers the same answer";
    EXPECT_EQ(status, 0);
}

TEST_F(BackupTest, AFolderThatIsAFileIsRefused)
{
    m_folder.write("copies", "a file");
    auto made = backUp();
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::BadInput) << made.error().detail;
    made = copyLedger(m_ledger.path(), {folder() + "/deeper", 7, ""}, m_clock, {}, {});
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::BadInput) << made.error().detail;
    EXPECT_EQ(bytesOf(folder()), "a file");
}

TEST_F(BackupTest, AFolderThatCannotBeWrittenIsRefused)
{
    fs::create_directory(folder());
    fs::permissions(folder(), static_cast<fs::perms>(0555));
    fs::permissions(m_folder.path(), static_cast<fs::perms>(0755));
    fs::permissions(m_ledger.path(), static_cast<fs::perms>(0644));
    const int status = inChild([&] {
        if (::geteuid() == 0 && ::setuid(65534) != 0)
            ::_exit(kNotPermitted);
        const auto made = backUp();
        ASSERT_FALSE(made);
        EXPECT_EQ(made.error().code, ErrorCode::Denied) << made.error().detail;
    });
    fs::permissions(folder(), fs::perms::owner_all);
    EXPECT_EQ(status, 0);
}

TEST_F(BackupTest, AMissingLedgerIsNotFoundAndMakesNoFolder)
{
    const auto made = copyLedger(m_folder / "nowhere.db", {folder(), 7, ""}, m_clock, {}, {});
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::NotFound);
    EXPECT_FALSE(fs::exists(folder()));
}

TEST_F(BackupTest, ALedgerThatWasTamperedWithIsNotGivenOutAsABackup)
{
    const auto good = backUp(1);
    ASSERT_TRUE(good);
    m_ledger.db().exec("UPDATE journal SET body = '{}' WHERE seq = 17");
    const auto made = backUp(1);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::Damaged);
    EXPECT_NE(made.error().detail.find("entry 17"), std::string::npos) << made.error().detail;
    EXPECT_EQ(inFolder(), std::set<std::string>{good->file}) << "the good one stays";
}

TEST_F(BackupTest, WhatAKilledBackupLeftIsClearedAwayAndNothingElse)
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(0);
    int status = 0;
    ::waitpid(child, &status, 0);
    const auto part = [this](const std::string &end) { return "copies/." + stem() + "20200101T000000Z." + end; };
    m_folder.write(part(std::to_string(child) + ".part"), "half");
    m_folder.write(part(std::to_string(::getppid()) + ".part"), "of a backup that is under way");
    m_folder.write("copies/.menshen-other.part", "mine");
    const auto made = backUp();
    ASSERT_TRUE(made);
    EXPECT_EQ(inFolder(), (std::set<std::string>{made->file, ".menshen-other.part",
                                                 "." + stem() + "20200101T000000Z." + std::to_string(::getppid()) + ".part"}));
}

} // namespace
} // namespace menshen
