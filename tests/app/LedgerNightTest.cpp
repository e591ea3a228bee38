// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/LedgerNightFixture.h"

namespace menshen {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// ---- what goes wrong

TEST_F(LedgerNightTest, ABackupThatFailsIsToldAndTriedAgainWithinTheHour)
{
    upkeep.backupError = Error{ErrorCode::Denied, "no such folder"};
    upkeep.now.backup.reset();
    start();
    diary.until("sound");
    EXPECT_THAT(diary.lines(), testing::Contains("failed backup: no such folder"));
    change([](ScriptedUpkeep &u) { u.backupError.reset(); });
    clock.pass(59min);
    clock.untilSeen();
    EXPECT_THAT(diary.lines(), testing::Not(testing::Contains("backed up menshen-0.ledger")));
    clock.pass(1min);
    diary.until("backed up");
}

TEST_F(LedgerNightTest, APurgeOfTooManyDaysIsHeldOnceAndTheRestOfTheNightGoesOn)
{
    upkeep.purgeError = Error{ErrorCode::Denied, "312 days at once"};
    start();
    diary.until("sound");
    for (int nights = 1; nights <= 3; ++nights) {
        clock.pass(kWholeDay);
        diary.until("sound", nights + 1);
    }
    const auto lines = diary.lines();
    EXPECT_EQ(std::count(lines.begin(), lines.end(), "held: 312 days at once"), 1);
    EXPECT_EQ(std::count(lines.begin(), lines.end(), kBackup), 3);
}

TEST_F(LedgerNightTest, APurgeThatFailsIsToldAndTheRestOfTheNightGoesOn)
{
    upkeep.purgeError = Error{ErrorCode::Storage, "disk gone"};
    upkeep.now.backup.reset();
    start();
    EXPECT_THAT(diary.until("sound"),
                ElementsAre(kPurge, "failed purge: disk gone", kBackup, "backed up menshen-0.ledger", "verify", "sound"));
}

TEST_F(LedgerNightTest, AFaultInTheChainIsTold)
{
    upkeep.verdict.fault = ChainFault::Changed;
    upkeep.verdict.complete = false;
    start();
    EXPECT_THAT(diary.until("fault"), ElementsAre("verify", "fault"));
}

TEST_F(LedgerNightTest, AStateThatCannotBeReadStopsNeitherWalkNorNight)
{
    upkeep.stateError = Error{ErrorCode::Storage, "unreadable"};
    start();
    EXPECT_THAT(diary.until("sound"), ElementsAre("failed state: unreadable", "verify", "sound"));
    clock.pass(kWholeDay);
    const auto lines = diary.until("sound", 2);
    EXPECT_THAT(lines[3], HasSubstr("held: the ledger's state is unknown"));
}

TEST_F(LedgerNightTest, StoppingBreaksOffAWalkAndNothingIsToldOfIt)
{
    upkeep.endless = true;
    start();
    diary.until("verify");
    night->stop();
    EXPECT_THAT(diary.lines(), ElementsAre("verify"));
}

TEST_F(LedgerNightTest, StoppingWhileItSettlesDoesNothingAtAll)
{
    settings.settle = 5s;
    start();
    night->stop();
    EXPECT_THAT(diary.lines(), IsEmpty());
}

// ---- a clock that is not to be believed

TEST_F(LedgerNightTest, NothingIsDestroyedWhileTheNewestEntryLiesInTheFuture)
{
    settings.newestBefore = clock.wall() + 400 * kWholeDay; // the clock was set back
    upkeep.now.backup.reset();
    start();
    EXPECT_THAT(diary.until("sound"), ElementsAre("held: the clock is behind the ledger's newest entry", kBackup,
                                                  "backed up menshen-0.ledger", "verify", "sound"));
}

TEST_F(LedgerNightTest, AHeadFromTheFutureHoldsThePurgeToo)
{
    settings.newestBefore.reset();
    upkeep.now.head = LedgerHead{};
    upkeep.now.head->at = clock.wall() + 1h;
    upkeep.now.backup.reset();
    start();
    EXPECT_THAT(diary.until("sound").front(), HasSubstr("held: the clock is behind"));
}

TEST_F(LedgerNightTest, AClockThatRanAheadIsBelievedAfterADayAndHeldOnlyOnce)
{
    settings.newestBefore = clock.wall() - 5 * kWholeDay;
    upkeep.now.backup.reset();
    start(); // at noon
    diary.until("sound");
    clock.pass(14h + 30min); // the night comes after less than a day
    diary.until("sound", 2);
    clock.pass(kWholeDay);
    const auto lines = diary.until("sound", 3);
    EXPECT_EQ(std::count_if(lines.begin(), lines.end(), [](const std::string &line) { return line.starts_with("held"); }), 1);
    EXPECT_EQ(std::count_if(lines.begin(), lines.end(), [](const std::string &line) { return line.starts_with("purge before"); }), 1);
}

TEST_F(LedgerNightTest, AClockThatIsSetAheadWhileTheStationRunsIsDoubtfulForADay)
{
    start();
    diary.until("sound");
    clock.set(clock.wall() + 6 * kWholeDay);
    auto lines = diary.until("sound", 2);
    EXPECT_THAT(lines[2], HasSubstr("held: the clock is more than 3 days ahead"));
    clock.pass(2 * kWholeDay);
    lines = diary.until("sound", 3);
    EXPECT_THAT(lines, testing::Contains("purge before 2026-10-31, plan yiyang: 30 days, by station, at most 7"));
}

TEST_F(LedgerNightTest, AClockThatIsSetBackAYearDoesNotPutTheNightsOff)
{
    upkeep.now.head = LedgerHead{}; // signed while the clock was right
    upkeep.now.head->at = clock.wall();
    start();
    diary.until("sound");
    clock.set(clock.wall() - 365 * kWholeDay);
    clock.untilSeen();
    clock.pass(15h);
    const auto lines = diary.until("sound", 2);
    EXPECT_THAT(lines, testing::Contains("held: the clock is behind the ledger's newest entry"));
}

// ---- as it should be

TEST_F(LedgerNightTest, AfterAStartTheWholeChainIsWalkedOnceAndNoMore)
{
    start();
    diary.until("sound");
    clock.pass(14h); // a little before the night
    clock.untilSeen();
    EXPECT_THAT(diary.lines(), ElementsAre("verify", "sound"));
}

TEST_F(LedgerNightTest, EveryNightPurgesThenBacksUpThenVerifies)
{
    upkeep.daysToDestroy = 1;
    start();
    diary.until("sound");
    clock.pass(14h + 30min); // 02:30 of the next day
    const auto lines = diary.until("sound", 2);
    EXPECT_THAT(lines, ElementsAre("verify", "sound", testing::StartsWith("purge before 2026-10-24"), "purged 1", kBackup,
                                   "backed up menshen-0.ledger", "verify", "sound"));
}

TEST_F(LedgerNightTest, TheNightComesAtItsTimeInTheHallsZone)
{
    settings.upkeep.nightly = 23h + 15min;
    start();
    diary.until("sound");
    clock.set(today(23h + 15min) - 1us);
    clock.untilSeen();
    EXPECT_EQ(diary.lines().size(), 2U);
    clock.set(today(23h + 15min));
    EXPECT_THAT(diary.until("sound", 2), testing::Contains("purge before 2026-10-23, plan yiyang: 30 days, by station, at most 7"));
}

TEST_F(LedgerNightTest, ANightThatWasMissedIsMadeUpAfterTheStart)
{
    upkeep.now.backup->at = today(2h + 29min); // the last one was before 02:30
    start();
    EXPECT_THAT(diary.until("sound"), ElementsAre("purge before 2026-10-23, plan yiyang: 30 days, by station, at most 7", kBackup,
                                                  "backed up menshen-0.ledger", "verify", "sound"));
}

TEST_F(LedgerNightTest, WithoutABackupFolderTheLastWalkTellsWhetherANightWasMissed)
{
    settings.upkeep.backupFolder.clear();
    upkeep.now.verified = LedgerState::Verified{today(1h), {}};
    start();
    EXPECT_THAT(diary.until("sound"),
                ElementsAre("purge before 2026-10-23, plan yiyang: 30 days, by station, at most 7", "verify", "sound"));
}

TEST_F(LedgerNightTest, APlanThatKeepsForEverDestroysNothing)
{
    settings.retentionDays = 0;
    upkeep.now.backup.reset();
    start();
    EXPECT_THAT(diary.until("sound"), ElementsAre(kBackup, "backed up menshen-0.ledger", "verify", "sound"));
}

} // namespace
} // namespace menshen
