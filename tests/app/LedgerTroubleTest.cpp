// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with the ledger's upkeep: noticed by the night, shown until it is over.
#include "menshen/app/LedgerTrouble.h"

#include "tests/app/LedgerNightFixture.h"

namespace menshen {
namespace {

using enum LedgerTroubleKind;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;

constexpr WallTime kNoon = startOfDay(kToday, kOffset) + 12h;

ChainVerdict changed(std::int64_t seq)
{
    ChainVerdict verdict;
    verdict.fault = menshen::ChainFault::Changed;
    verdict.at = EntrySeq{seq};
    verdict.detail = "entry " + std::to_string(seq) + " is not what was hashed";
    verdict.complete = true;
    return verdict;
}

ChainVerdict sound(bool complete)
{
    ChainVerdict verdict;
    verdict.complete = complete;
    return verdict;
}

LedgerNews wrong(LedgerTroubleKind kind, WallTime since = kNoon)
{
    LedgerTrouble trouble;
    trouble.kind = kind;
    trouble.since = since;
    return {.over = {}, .trouble = trouble};
}

auto kind(LedgerTroubleKind expected) { return Field(&LedgerTrouble::kind, expected); }

// ---- of what is wrong, the list

TEST(LedgerTroubles, AWalkThatWasBrokenOffEndsNoFault)
{
    const auto troubles = withNews({}, newsOf(changed(17), kNoon));
    EXPECT_EQ(withNews(troubles, newsOf(sound(false), kNoon + 1h)), troubles);
    EXPECT_THAT(withNews(troubles, newsOf(sound(true), kNoon + 1h)), IsEmpty());
}

TEST(LedgerTroubles, AFaultFoundAgainKeepsItsTimeAndSaysWhatTheNewestWalkSaw)
{
    auto troubles = withNews({}, newsOf(changed(17), kNoon));
    troubles = withNews(troubles, newsOf(changed(9), kNoon + 24h));
    ASSERT_THAT(troubles, ElementsAre(kind(ChainFault)));
    EXPECT_EQ(troubles.front().since, kNoon);
    EXPECT_EQ(troubles.front().entry, EntrySeq{9});
    EXPECT_EQ(troubles.front().fault, menshen::ChainFault::Changed);
    EXPECT_EQ(troubles.front().error, (Error{ErrorCode::Damaged, "entry 9 is not what was hashed"}));
}

TEST(LedgerTroubles, AWalkThatFoundAFaultWasAWalk)
{
    const auto troubles = withNews({}, wrong(VerificationFailed));
    EXPECT_THAT(withNews(troubles, newsOf(sound(false), kNoon)), ElementsAre(kind(VerificationFailed)));
    EXPECT_THAT(withNews(troubles, newsOf(changed(17), kNoon)), ElementsAre(kind(ChainFault)));
}

TEST(LedgerTroubles, TheWorstStandsFirstAndNoneStandsTwice)
{
    std::vector<LedgerTrouble> troubles;
    for (const auto each : {PurgeHeld, BackupFailed, ChainFault, VerificationFailed, PurgeFailed, BackupFailed})
        troubles = withNews(std::move(troubles), wrong(each));
    EXPECT_THAT(troubles, ElementsAre(kind(ChainFault), kind(VerificationFailed), kind(BackupFailed), kind(PurgeFailed), kind(PurgeHeld)));
}

TEST(LedgerTroubles, ALedgerRemembersTheFaultOfItsLastWalkAndNothingElse)
{
    LedgerState state;
    EXPECT_THAT(troublesOf(state), IsEmpty()) << "nobody walked yet";
    state.verified = LedgerState::Verified{kNoon, sound(true)};
    EXPECT_THAT(troublesOf(state), IsEmpty());
    state.verified = LedgerState::Verified{kNoon, changed(17)};
    ASSERT_THAT(troublesOf(state), ElementsAre(kind(ChainFault)));
    EXPECT_EQ(troublesOf(state).front().since, kNoon);
    EXPECT_EQ(troublesOf(state).front().entry, EntrySeq{17});
}

// ---- of the night, what it tells the station

using NightReport = LedgerNightTest;

TEST_F(NightReport, ABackupThatFailedStandsSinceItsFirstTryUntilOneIsMade)
{
    upkeep.backupError = Error{ErrorCode::DiskFull, "no room"};
    upkeep.now.backup.reset();
    start();
    diary.until("sound");
    const auto first = troubles();
    ASSERT_THAT(first, ElementsAre(kind(BackupFailed)));
    EXPECT_EQ(first.front().error.code, ErrorCode::DiskFull);
    clock.pass(1h);
    diary.until("failed backup", 2);
    EXPECT_EQ(troubles(), first);
    change([](ScriptedUpkeep &u) { u.backupError.reset(); });
    clock.pass(1h);
    diary.until("backed up");
    EXPECT_THAT(troubles(), IsEmpty());
}

TEST_F(NightReport, AFaultStandsOverABackupAndAWalkThatIsBrokenOff)
{
    upkeep.verdict = changed(17);
    start();
    diary.until("fault");
    ASSERT_THAT(troubles(), ElementsAre(kind(ChainFault)));
    upkeep.endless = true;
    clock.pass(kWholeDay);
    diary.until("verify", 2);
    night->stop();
    EXPECT_THAT(troubles(), ElementsAre(kind(ChainFault)));
}

TEST_F(NightReport, AFaultIsOverAfterASoundWalk)
{
    upkeep.verdict = changed(17);
    start();
    diary.until("fault");
    change([](ScriptedUpkeep &u) { u.verdict = sound(true); });
    clock.pass(kWholeDay);
    diary.until("sound");
    EXPECT_THAT(troubles(), IsEmpty());
}

TEST_F(NightReport, AWalkThatCannotBeMadeStandsUntilOneIs)
{
    upkeep.verifyError = Error{ErrorCode::Storage, "cannot be opened"};
    start();
    diary.until("failed verification");
    EXPECT_THAT(troubles(), ElementsAre(kind(VerificationFailed)));
    change([](ScriptedUpkeep &u) { u.verifyError.reset(); });
    clock.pass(kWholeDay);
    diary.until("sound");
    EXPECT_THAT(troubles(), IsEmpty());
}

TEST_F(NightReport, APurgeThatFailedIsOverWhenOneIsDoneThatHadNothingToDestroy)
{
    upkeep.purgeError = Error{ErrorCode::Storage, "disk gone"};
    upkeep.now.backup.reset();
    start();
    diary.until("sound");
    ASSERT_THAT(troubles(), ElementsAre(kind(PurgeFailed)));
    EXPECT_THAT(recorded(), IsEmpty());
    change([](ScriptedUpkeep &u) { u.purgeError.reset(); });
    clock.pass(kWholeDay);
    diary.until("sound", 2);
    EXPECT_THAT(troubles(), IsEmpty());
}

TEST_F(NightReport, APurgeThatIsHeldIsAnEntryAndStandsUntilOneIsDone)
{
    settings.newestBefore = clock.wall() + 1h;
    upkeep.now.backup.reset();
    start();
    diary.until("sound");
    ASSERT_THAT(troubles(), ElementsAre(kind(PurgeHeld)));
    const std::string why = "the clock is behind the ledger's newest entry";
    EXPECT_EQ(troubles().front().error, (Error{ErrorCode::Denied, why}));
    ASSERT_EQ(recorded().size(), 1U);
    EXPECT_EQ(recorded().front().action, StationAction::PurgeHeld);
    EXPECT_EQ(recorded().front().detail, why);
    clock.pass(kWholeDay);
    diary.until("sound", 2);
    EXPECT_THAT(troubles(), IsEmpty());
}

TEST_F(NightReport, AStateThatCannotBeReadIsLeftToTheWalkThatFollows)
{
    upkeep.stateError = Error{ErrorCode::Storage, "unreadable"};
    start();
    diary.until("sound");
    EXPECT_THAT(troubles(), IsEmpty());
}

} // namespace
} // namespace menshen
