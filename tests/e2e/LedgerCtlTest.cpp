// SPDX-License-Identifier: GPL-3.0-or-later
// menshenctl ledger …, as an administrator uses it.
#include "tests/e2e/CtlFixture.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <csignal>
#include <regex>

namespace menshen::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

namespace fs = std::filesystem;

/// What somebody does to the file who is not the station.
void tamper(const fs::path &ledger, const std::string &sql)
{
    SQLite::Database db(ledger.string(), SQLite::OPEN_READWRITE);
    db.exec("DROP TRIGGER IF EXISTS journal_is_never_updated; DROP TRIGGER IF EXISTS journal_is_never_deleted;"
            "DROP TRIGGER IF EXISTS heads_are_never_updated; DROP TRIGGER IF EXISTS heads_are_never_deleted;" +
            sql);
}

// ---- without a ledger, without a key

TEST_F(CtlLedger, WithoutALedgerEveryCommandIsUnavailableAndMakesNone)
{
    for (const auto &command : std::vector<std::vector<std::string>>{{"ledger", "verify"},
                                                                     {"ledger", "head"},
                                                                     {"ledger", "state"},
                                                                     {"ledger", "rebuild"},
                                                                     {"ledger", "backup", (folder / "b").string()},
                                                                     {"ledger", "purge", "--before", "2026-01-01", "--yes"},
                                                                     {"ledger", "certificate", "--out", (folder / "c.pdf").string()},
                                                                     {"keys", "status"},
                                                                     {"keys", "rotate"}}) {
        const auto ended = run(command);
        EXPECT_EQ(ended.code, 3) << testing::PrintToString(command) << ended.err;
        EXPECT_THAT(ended.err, Not(IsEmpty())) << testing::PrintToString(command);
    }
    EXPECT_FALSE(fs::exists(ledger));
    EXPECT_FALSE(fs::exists(folder / "station.key"));
}

TEST_F(CtlLedger, WithoutItsKeyTheLedgerIsRefusedInBothLanguagesAndNoKeyIsMade)
{
    record();
    fs::remove(folder / "station.key");
    for (const auto &command : std::vector<std::vector<std::string>>{
             {"ledger", "export", "--format", "csv", "--out", (folder / "x").string()},
             {"ledger", "purge", "--before", isoDay(day(1)), "--yes"},
             {"ledger", "rebuild"},
             {"keys", "status"},
         }) {
        const auto ended = run(command);
        EXPECT_EQ(ended.code, 3) << testing::PrintToString(command);
        EXPECT_THAT(ended.err, saysInBothLanguages(ErrorCode::KeyMissing)) << testing::PrintToString(command);
    }
    EXPECT_FALSE(fs::exists(folder / "station.key"));
    EXPECT_FALSE(fs::exists(folder / "x"));
}

TEST_F(CtlLedger, AnotherStationsKeyIsRefusedAndTheChainIsWalkedWithoutIt)
{
    record();
    fs::remove(folder / "station.key");
    ASSERT_TRUE(KeyFile(folder / "station.key").create());
    const auto exported = run({"ledger", "export", "--format", "csv", "--out", (folder / "x").string()});
    EXPECT_EQ(exported.code, 3);
    EXPECT_THAT(exported.err, saysInBothLanguages(ErrorCode::WrongStation));
    const auto verified = run({"ledger", "verify"});
    EXPECT_EQ(verified.code, 0) << verified.out << verified.err;
    EXPECT_THAT(verified.out, HasSubstr("without the key: seals not tried"));
}

// ---- verify

TEST_F(CtlLedger, VerifyNamesTheEntryThatWasChangedInBothLanguages)
{
    record();
    tamper(ledger, "UPDATE journal SET actor = 'nobody' WHERE seq = 4");
    const auto ended = run({"ledger", "verify", "--quiet"});
    EXPECT_EQ(ended.code, 1) << ended.err;
    EXPECT_THAT(ended.out, AllOf(StartsWith("FAULT at entry 4: "), HasSubstr(word(ChainFault::Changed, Language::Chinese)),
                                 HasSubstr(word(ChainFault::Changed, Language::English)), HasSubstr("whole up to entry 3")));
}

TEST_F(CtlLedger, ATailThatIsCutIsSeenByWhoeverKeptAHead)
{
    record();
    ASSERT_EQ(run({"ledger", "head", "--out", (folder / "kept.txt").string()}).code, 0);
    tamper(ledger, "DELETE FROM heads WHERE number > 1; DELETE FROM journal WHERE seq > 3");
    const auto ended = run({"ledger", "verify", "--heads", (folder / "kept.txt").string()});
    EXPECT_EQ(ended.code, 1);
    EXPECT_THAT(ended.out, HasSubstr(word(ChainFault::TailCut, Language::English)));
}

TEST_F(CtlLedger, AHeadFileThatIsNoneIsAUsageErrorNamingItsLine)
{
    record();
    const auto file = folder.write("kept.txt", "# remark\n\nmenshen-head-1 zz\n");
    const auto ended = run({"ledger", "verify", "--heads", file.string()});
    EXPECT_EQ(ended.code, 2);
    EXPECT_THAT(ended.err, HasSubstr("kept.txt:3: "));
    EXPECT_EQ(run({"ledger", "verify", "--heads", "/nowhere"}).code, 2);
}

TEST_F(CtlLedger, AResumeFileIsReadHeldAgainstTheChainAndRemovedAtTheEnd)
{
    record();
    const auto file = folder / "resume";
    folder.write("resume", "nonsense\n");
    EXPECT_EQ(run({"ledger", "verify", "--resume", file.string()}).code, 2);
    EXPECT_TRUE(fs::exists(file)) << "what is not understood is not touched";

    folder.write("resume", "menshen-resume-1 3 " + std::string(64, 'a') + "\n");
    EXPECT_NE(run({"ledger", "verify", "--resume", file.string()}).code, 0) << "another hash stands there";

    SQLite::Database db(ledger.string());
    folder.write("resume", "menshen-resume-1 3 " + db.execAndGet("SELECT lower(hex(hash)) FROM journal WHERE seq = 3").getString() + "\n");
    const auto ended = run({"ledger", "verify", "--resume", file.string()});
    EXPECT_EQ(ended.code, 0) << ended.out << ended.err;
    EXPECT_FALSE(fs::exists(file));
}

TEST_F(CtlLedger, ASoundLedgerVerifiesWithItsHeads)
{
    record();
    const auto kept = (folder / "kept.txt").string();
    const auto head = run({"ledger", "head", "--out", kept, "--qr", (folder / "head.png").string()});
    ASSERT_EQ(head.code, 0) << head.err;
    EXPECT_EQ(contentOf(kept), head.out);
    EXPECT_EQ(contentOf(folder / "head.png").substr(1, 3), "PNG");
    const auto ended = run({"ledger", "verify", "--heads", kept});
    EXPECT_EQ(ended.code, 0) << ended.out << ended.err;
    EXPECT_THAT(ended.out, AllOf(StartsWith("sound: entries 1 to "), HasSubstr("signed heads agreed"), Not(HasSubstr("without the key"))));
}

TEST_F(CtlLedger, StateTellsEntriesDaysAndTheLastBackup)
{
    record();
    ASSERT_EQ(run({"ledger", "backup", (folder / "backups").string()}).code, 0);
    const auto ended = run({"ledger", "state"});
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.out, AllOf(HasSubstr("3 sealed since " + isoDay(day(40))), HasSubstr(", 0 destroyed"), HasSubstr("verified:  never"),
                                 HasSubstr("menshen-"), HasSubstr("head:      no. ")));
}

// ---- beside a running station

TEST_F(CtlLedger, BesideARunningStationReadersWorkAndWritersSayWhyNot)
{
    record();
    const auto running = open();
    for (const auto &command :
         std::vector<std::vector<std::string>>{{"ledger", "verify"},
                                               {"ledger", "head"},
                                               {"ledger", "state"},
                                               {"keys", "status"},
                                               {"ledger", "export", "--format", "csv", "--out", (folder / "x").string()}})
        EXPECT_EQ(run(command).code, 0) << testing::PrintToString(command) << run(command).err;
    for (const auto &command : std::vector<std::vector<std::string>>{
             {"ledger", "purge", "--before", isoDay(day(1)), "--yes"}, {"ledger", "rebuild"}, {"keys", "rotate"}}) {
        const auto ended = run(command);
        EXPECT_EQ(ended.code, 3) << testing::PrintToString(command);
        EXPECT_THAT(ended.err, HasSubstr("another program")) << testing::PrintToString(command);
    }
    const auto backup = run({"ledger", "backup", (folder / "backups").string()});
    EXPECT_EQ(backup.code, 0) << backup.err;
    EXPECT_THAT(backup.out, HasSubstr("not recorded in the ledger, for a station is writing it"));
    EXPECT_EQ(backups().size(), 1U);
}

// ---- purge and certificate

TEST_F(CtlLedger, APurgeThatNobodyConfirmedShowsTheDaysAndDestroysNothing)
{
    record();
    for (const bool dry : {true, false}) {
        std::vector<std::string> command{"ledger", "purge", "--before", isoDay(day(36))};
        if (dry)
            command.emplace_back("--dry-run");
        const auto ended = run(command);
        EXPECT_EQ(ended.code, dry ? 0 : 2) << ended.err;
        EXPECT_THAT(ended.out, AllOf(HasSubstr(isoDay(day(40))), Not(HasSubstr(isoDay(day(35))))));
    }
    EXPECT_THAT(run({"ledger", "state"}).out, HasSubstr("3 sealed"));
    EXPECT_EQ(run({"ledger", "purge", "--before", isoDay(day(-1)), "--yes"}).code, 2) << "today is not over";
    EXPECT_EQ(run({"ledger", "purge", "--before", "soon", "--yes"}).code, 2);
}

TEST_F(CtlLedger, APurgeDestroysCertifiesAndLetsOlderBackupsGo)
{
    record();
    ASSERT_EQ(run({"ledger", "backup", (folder / "backups").string()}).code, 0);
    const auto before = backups();
    const auto ended = run({"ledger", "purge", "--before", isoDay(day(30)), "--yes", "--certificate", (folder / "c.pdf").string()});
    ASSERT_EQ(ended.code, 0) << ended.out << ended.err;
    EXPECT_THAT(ended.out, AllOf(HasSubstr(isoDay(day(40))), HasSubstr(isoDay(day(35))), HasSubstr("destroyed; entry ")));
    EXPECT_THAT(run({"ledger", "state"}).out, HasSubstr("1 sealed since " + isoDay(day(0)) + ", 2 destroyed"));
    EXPECT_EQ(run({"ledger", "verify", "--quiet"}).code, 0);
    ASSERT_EQ(backups().size(), 1U);
    EXPECT_NE(backups(), before) << "the older copy still held the keys";

    const auto text = Subprocess({"/usr/bin/pdftotext", "-layout", (folder / "c.pdf").string(), "-"}).wait().out;
    EXPECT_THAT(text, AllOf(HasSubstr(isoDay(day(40))), HasSubstr("4 entries, of these 4 visits"), HasSubstr("West")));
    EXPECT_THAT(text, Not(HasSubstr("No backup has been made since")));

    ASSERT_EQ(run({"ledger", "certificate", "--out", (folder / "again.pdf").string()}).code, 0);
    EXPECT_EQ(Subprocess({"/usr/bin/pdftotext", "-layout", (folder / "again.pdf").string(), "-"}).wait().out, text);
    EXPECT_EQ(run({"ledger", "certificate", "--entry", "2", "--out", (folder / "no.pdf").string()}).code, 2) << "a visit is no destruction";
    EXPECT_FALSE(fs::exists(folder / "no.pdf"));
}

TEST_F(CtlLedger, WithNothingToDestroyNothingIsWritten)
{
    record({0});
    const auto head = run({"ledger", "state"}).out;
    const auto ended = run({"ledger", "purge", "--before", isoDay(day(30)), "--yes"});
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.out, HasSubstr("nothing to destroy"));
    EXPECT_THAT(run({"ledger", "state"}).out, HasSubstr("0 destroyed"));
}

// ---- rebuild, backup, restore

TEST_F(CtlLedger, RebuildLeavesWhatTheScreensRead)
{
    record();
    ASSERT_EQ(run({"ledger", "rebuild"}).code, 0);
    const auto exported =
        run({"ledger", "export", "--format", "csv", "--from", isoDay(day(40)), "--to", isoDay(day(0)), "--out", (folder / "x").string()});
    EXPECT_THAT(exported.out, HasSubstr("6 visits"));
}

TEST_F(CtlLedger, ABackupIsNeverRestoredOverALedger)
{
    record();
    ASSERT_EQ(run({"ledger", "backup", (folder / "backups").string()}).code, 0);
    const auto bytes = contentOf(ledger);
    const auto ended = run({"ledger", "restore", backups().at(0).string()});
    EXPECT_EQ(ended.code, 2) << ended.err;
    EXPECT_THAT(ended.err, HasSubstr("move it away first"));
    EXPECT_EQ(contentOf(ledger), bytes);
}

TEST_F(CtlLedger, RestoringTellsWhatIsLost)
{
    record();
    ASSERT_EQ(run({"ledger", "backup", (folder / "backups").string()}).code, 0);
    {
        const auto goesOn = open();
        visit(*goesOn, day(0), "王五");
    }
    ASSERT_EQ(run({"ledger", "head", "--out", (folder / "kept.txt").string()}).code, 0);
    for (const char *suffix : {"", "-wal", "-shm"})
        fs::remove(ledger.string() + suffix);
    const auto ended = run({"ledger", "restore", backups().at(0).string(), "--heads", (folder / "kept.txt").string()});
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.out, AllOf(HasSubstr("LOST: entries "), HasSubstr("已丢失"), HasSubstr("new epoch ")));
    const auto verified = run({"ledger", "verify"});
    EXPECT_EQ(verified.code, 0) << verified.out << verified.err;
}

} // namespace
} // namespace menshen::test
