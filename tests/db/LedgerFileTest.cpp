// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/LedgerFile.h"

#include "db/sqlite/Migrations.h"
#include "tests/db/LedgerFixture.h"

#include <fstream>
#include <gmock/gmock.h>
#include <sys/stat.h>

namespace menshen {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

std::string contentOf(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

Error openingError(const std::string &path)
{
    const auto ledger = openLedger(path);
    EXPECT_FALSE(ledger);
    return ledger ? Error{} : ledger.error();
}

/// A closed ledger with some entries in it.
void fill(const std::string &path, int entries)
{
    const auto ledger = opened(path);
    for (int i = 0; i < entries; ++i)
        ASSERT_TRUE(appended(*ledger, draftOf(visitOf("visitor"))));
}

TEST(LedgerFile, AnotherApplicationsDatabaseIsRefusedAndNotTouched)
{
    const TempFolder folder;
    const std::string path = folder / "other.db";
    {
        SQLite::Database other(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        other.exec("CREATE TABLE bookmarks (url TEXT); INSERT INTO bookmarks VALUES ('x')");
    }
    const auto before = contentOf(path);
    const auto error = openingError(path);
    EXPECT_EQ(error.code, ErrorCode::Damaged);
    EXPECT_THAT(error.detail, HasSubstr("not a Menshen ledger"));
    EXPECT_EQ(contentOf(path), before);
    EXPECT_FALSE(openForReading(path));
}

TEST(LedgerFile, WhatIsNoDatabaseIsRefusedAndNotTouched)
{
    const TempFolder folder;
    const std::string path = folder / "letter.txt";
    std::ofstream(path) << std::string(5000, 'a');
    EXPECT_EQ(openingError(path).code, ErrorCode::Damaged);
    EXPECT_EQ(contentOf(path), std::string(5000, 'a'));
}

TEST(LedgerFile, ANewerSchemaIsRefusedAndNotTouched)
{
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    fill(path, 1);
    {
        SQLite::Database db(path, SQLite::OPEN_READWRITE);
        db.exec("PRAGMA user_version = 9999");
    }
    const auto before = contentOf(path);
    EXPECT_EQ(openingError(path).code, ErrorCode::SchemaTooNew);
    const auto reader = openForReading(path);
    ASSERT_FALSE(reader);
    EXPECT_EQ(reader.error().code, ErrorCode::SchemaTooNew);
    EXPECT_EQ(contentOf(path), before);
}

TEST(LedgerFile, ALedgerOfATrialVersionIsRefusedAndNotTouched)
{
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    fill(path, 1);
    {
        SQLite::Database db(path, SQLite::OPEN_READWRITE);
        db.exec("PRAGMA user_version = 1");
    }
    const auto before = contentOf(path);
    const auto error = openingError(path);
    EXPECT_EQ(error.code, ErrorCode::SchemaTooOld);
    EXPECT_THAT(error.detail, HasSubstr("export it"));
    EXPECT_EQ(contentOf(path), before);
}

TEST(LedgerFile, AnEmptyFileIsNeverReplacedByANewLedger)
{
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    std::ofstream(path).close();
    const auto error = openingError(path);
    EXPECT_EQ(error.code, ErrorCode::Damaged);
    EXPECT_THAT(error.detail, HasSubstr("empty"));
    EXPECT_EQ(fs::file_size(path), 0U);
}

TEST(LedgerFile, AMissingLedgerWhoseLogIsThereIsNotReplaced)
{
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    std::ofstream(path + "-wal") << "log";
    EXPECT_EQ(openingError(path).code, ErrorCode::Storage);
    EXPECT_FALSE(fs::exists(path));
}

TEST(LedgerFile, ATruncatedLedgerIsRefused)
{
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    fill(path, 200);
    fs::resize_file(path, fs::file_size(path) / 2);
    EXPECT_EQ(openingError(path).code, ErrorCode::Damaged);
}

TEST(LedgerFile, AFolderThatMayNotBeWrittenIsAStorageError)
{
    const TempFolder folder;
    ASSERT_EQ(::chmod(folder.path().c_str(), 0555), 0);
    EXPECT_EQ(inChild([&] {
                  if (::geteuid() == 0 && ::seteuid(65534) != 0) // root may write anywhere
                      ::_exit(kNotPermitted);
                  EXPECT_EQ(openingError(folder / "ledger.db").code, ErrorCode::Storage);
              }),
              0);
    EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST(LedgerFile, AFolderThatDoesNotExistIsAStorageError)
{
    const TempFolder folder;
    EXPECT_EQ(openingError(folder / "missing/ledger.db").code, ErrorCode::Storage);
}

TEST(LedgerFile, AReaderOfNothingIsNotFound)
{
    const TempFolder folder;
    test::TestKeyStore store;
    const auto reader = KeyRing::open(folder / "ledger.db", store);
    ASSERT_FALSE(reader);
    EXPECT_EQ(reader.error().code, ErrorCode::NotFound);
    EXPECT_FALSE(SqliteLedgerReader::open(folder / "ledger.db", nullptr));
    EXPECT_FALSE(JournalReader::open(folder / "ledger.db", nullptr));
    EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST(LedgerFile, AnotherProcessThatWritesTheLedgerKeepsOthersOut)
{
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    const auto ledger = opened(path);
    // The child's copy of this process's lock would be the same lock: it must open the file anew, as any program does.
    EXPECT_EQ(inChild([&] { EXPECT_THAT(openingError(path).detail, HasSubstr("another program")); }), 0);
    EXPECT_THAT(openingError(path).detail, HasSubstr("another program"));
    EXPECT_FALSE(rebuildProjections(path));
    EXPECT_TRUE(openReader(path)) << "readers are welcome";
}

TEST(LedgerFile, TheLockGoesWithTheLedger)
{
    const TempFolder folder;
    fill(folder / "ledger.db", 1);
    fill(folder / "ledger.db", 1);
    EXPECT_EQ(journalOf(folder / "ledger.db").size(), 2U);
}

TEST(LedgerFile, WhatACreationThatWasCutShortLeftIsCleanedUp)
{
    const TempFolder folder;
    std::ofstream(folder / "ledger.db.new") << "half a ledger";
    fill(folder / "ledger.db", 1);
    EXPECT_FALSE(fs::exists(folder / "ledger.db.new"));
    EXPECT_EQ(journalOf(folder / "ledger.db").size(), 1U);
}

TEST(LedgerFile, OnlyTheStationsAccountMayReadTheLedger)
{
    const TempFolder folder;
    const auto ledger = opened(folder / "ledger.db");
    ASSERT_TRUE(appended(*ledger, draftOf(ExitEntry{})));
    for (const char *name : {"ledger.db", "ledger.db-wal", "ledger.db.lock"}) {
        struct stat status {};
        ASSERT_EQ(::stat((folder / name).c_str(), &status), 0) << name;
        EXPECT_EQ(status.st_mode & 0777U, 0600U) << name;
    }
}

TEST(LedgerFile, EveryCommitIsSyncedAndDeletedBytesAreOverwritten)
{
    const TempFolder folder;
    fill(folder / "ledger.db", 1);
    const auto db = openForWriting(folder / "ledger.db", true);
    ASSERT_TRUE(db);
    EXPECT_EQ((*db)->execAndGet("PRAGMA synchronous").getInt(), 2);
    EXPECT_EQ((*db)->execAndGet("PRAGMA foreign_keys").getInt(), 1);
    EXPECT_EQ((*db)->execAndGet("PRAGMA secure_delete").getInt(), 1);
    EXPECT_EQ((*db)->execAndGet("PRAGMA journal_mode").getString(), "wal");
}

TEST(Migrations, AFailingStepLeavesTheLedgerAsItWas)
{
    const TempFolder folder;
    fill(folder / "ledger.db", 1);
    SQLite::Database db(folder / "ledger.db", SQLite::OPEN_READWRITE);
    const int before = schemaVersion(db);
    const Migration broken[] = {{before + 1, "CREATE TABLE half (a INTEGER) STRICT; INSERT INTO nowhere VALUES (1)"}};
    EXPECT_THROW(migrate(db, broken), SQLite::Exception);
    EXPECT_EQ(schemaVersion(db), before);
    EXPECT_FALSE(db.tableExists("half"));
}

TEST(Migrations, AnOlderLedgerIsBroughtUpToDateAndKeepsItsEntries)
{
    const TempFolder folder;
    fill(folder / "ledger.db", 3);
    SQLite::Database db(folder / "ledger.db", SQLite::OPEN_READWRITE);
    const int before = schemaVersion(db);
    const Migration next[] = {{before, "this step was done long ago"}, {before + 1, "ALTER TABLE journal ADD COLUMN later BLOB"}};
    migrate(db, next);
    EXPECT_EQ(schemaVersion(db), before + 1);
    EXPECT_EQ(applicationId(db), kApplicationId);
    EXPECT_EQ(db.execAndGet("SELECT count(later IS NULL) FROM journal WHERE kind = 'visit'").getInt(), 3);
}

TEST(Migrations, AreNumberedFromTwoWithoutAGap)
{
    int expected = 2;
    for (const auto &migration : allMigrations())
        EXPECT_EQ(migration.version, expected++);
    EXPECT_GT(expected, 2);
}

TEST(LedgerFile, InAFolderThatMayOnlyBeReadIsRefusedAndStaysAsItIs)
{
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    {
        const auto ledger = opened(path);
        ASSERT_TRUE(appended(*ledger, draftOf(visitOf("kept"))));
    }
    const auto before = wholeJournalOf(path).size();
    const auto allMay = std::filesystem::perms(0555);
    std::filesystem::permissions(path, std::filesystem::perms(0444));
    std::filesystem::permissions(folder.path(), allMay);
    EXPECT_EQ(inChild([&] {
                  if (::geteuid() == 0) { // whom no permission keeps from writing
                      ASSERT_EQ(::setresuid(65534, 65534, 65534), 0);
                  }
                  const auto refused = openLedger(path);
                  ASSERT_FALSE(refused);
                  EXPECT_NE(refused.error().detail.find(path), std::string::npos) << refused.error().detail;
                  ::_exit(testing::Test::HasFailure() ? 1 : 0);
              }),
              0);
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0700));
    std::filesystem::permissions(path, std::filesystem::perms(0600));
    EXPECT_EQ(wholeJournalOf(path).size(), before);
    EXPECT_TRUE(openLedger(path));
}

} // namespace
} // namespace menshen
