// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger itself: head, chain, backup, what it has forgotten.
#include "tests/ui/OfficeTest.h"

#include <filesystem>
#include <fstream>

namespace menshen::test {

namespace {

class LedgerSection : public OfficeTest {
protected:
    Stage &begin(StageOptions options = {}, const std::function<void(SampleUpkeep &)> &arrange = {})
    {
        Stage &stage = start(std::move(options));
        if (arrange) {
            arrange(stage.upkeep());
        }
        EXPECT_TRUE(stage.click("sectionLedger"));
        return stage;
    }
    static void setFault(SampleUpkeep &upkeep, ChainFault fault)
    {
        LedgerState state = upkeep.current();
        state.verified->verdict.fault = fault;
        state.verified->verdict.at = EntrySeq{321};
        state.verified->verdict.checked = EntrySeq{320};
        upkeep.set(state);
    }
};

} // namespace

TEST_F(LedgerSection, AStateThatCannotBeReadIsSaid)
{
    begin({}, [](SampleUpkeep &upkeep) { upkeep.fail(Error{ErrorCode::Storage, ""}, {}); });
    ASSERT_TRUE(says("ledgerStateProblem", "The ledger's state cannot be read: file error"));
    EXPECT_EQ(m_stage->item("headSave"), nullptr);
}

TEST_F(LedgerSection, AFaultSaysWhichKindWhereAndWhatToDo)
{
    Stage &stage = begin({}, [](SampleUpkeep &upkeep) { setFault(upkeep, ChainFault::Changed); });
    ASSERT_TRUE(says("chainWord", "An entry was changed"));
    EXPECT_EQ(stage.text("chainDetail"), "Found 2026-11-22 02:32 at entry 321. Whole up to entry 320.");
    EXPECT_TRUE(stage.text("chainAdvice").contains("Do not delete or mend it"));
}

TEST_F(LedgerSection, EveryFaultHasWordsOfItsOwnAndAdvice)
{
    std::set<QString> words;
    Stage &stage = begin();
    for (const ChainFault fault : {ChainFault::Changed, ChainFault::Missing, ChainFault::Inserted, ChainFault::Reordered,
                                   ChainFault::TailCut, ChainFault::HeadMissing, ChainFault::ForeignKey, ChainFault::Unreadable}) {
        const QString before = stage.text("chainWord");
        setFault(stage.upkeep(), fault);
        ASSERT_TRUE(stage.click("sectionVisits"));
        ASSERT_TRUE(stage.click("sectionLedger"));
        ASSERT_TRUE(Stage::eventually([&] { return stage.text("chainWord") != before; }));
        EXPECT_TRUE(words.insert(stage.text("chainWord")).second);
        EXPECT_FALSE(stage.text("chainAdvice").isEmpty());
    }
}

TEST_F(LedgerSection, AChainThatNobodyHasVerifiedIsNotCalledSound)
{
    Stage &stage = begin({}, [](SampleUpkeep &upkeep) {
        LedgerState state = upkeep.current();
        state.verified.reset();
        upkeep.set(state);
    });
    ASSERT_TRUE(says("chainWord", "Not verified yet"));
    EXPECT_EQ(stage.item("chainAdvice"), nullptr);
}

TEST_F(LedgerSection, VerifyingShowsItsProgressAndIsStopped)
{
    Stage &stage = begin();
    ASSERT_TRUE(says("chainWord", "Sound"));
    stage.upkeep().turnstile.set(false);
    ASSERT_TRUE(stage.click("verifyNow"));
    ASSERT_TRUE(says("verifyNowMessage", "Verifying entry 241 of 482…"));
    EXPECT_GT(stage.item("verifyNowBar")->width(), 0);
    EXPECT_FALSE(stage.enabled("backupNow"));
    ASSERT_TRUE(stage.click("verifyNowCancel"));
    ASSERT_TRUE(says("verifyNowMessage", "Stopped before the end."));
    ASSERT_TRUE(says("chainWord", "Sound as far as it was checked"));
}

TEST_F(LedgerSection, VerifyingTellsWhatItFound)
{
    Stage &stage = begin();
    ASSERT_TRUE(stage.click("verifyNow"));
    ASSERT_TRUE(says("verifyNowMessage", "Verified."));
    ASSERT_TRUE(says("chainDetail", "Verified 2026-11-22 10:42, whole up to entry 482."));
    stage.upkeep().setFinding(
        {.fault = ChainFault::TailCut, .at = {}, .detail = {}, .checked = EntrySeq{450}, .hash = {}, .heads = 0, .complete = true});
    ASSERT_TRUE(stage.click("verifyNow"));
    ASSERT_TRUE(says("chainWord", "The end was cut off"));
    EXPECT_EQ(stage.text("chainDetail"), "Found 2026-11-22 10:42. Whole up to entry 450.");
}

TEST_F(LedgerSection, AVerificationThatFailsSaysWhy)
{
    Stage &stage = begin({}, [](SampleUpkeep &upkeep) { upkeep.fail({}, Error{ErrorCode::Damaged, ""}); });
    ASSERT_TRUE(stage.click("verifyNow"));
    ASSERT_TRUE(says("verifyNowMessage", "Not verified: the ledger's file is damaged"));
}

TEST_F(LedgerSection, WhatAWalkFindsIsToldToTheDoorAndAStoppedOneChangesNothingThere)
{
    Stage &stage = begin();
    stage.upkeep().setFinding(
        {.fault = ChainFault::TailCut, .at = {}, .detail = {}, .checked = EntrySeq{450}, .hash = {}, .heads = 0, .complete = true});
    ASSERT_TRUE(stage.click("verifyNow"));
    ASSERT_TRUE(Stage::eventually([&] { return !stage.posted<LedgerNews>().empty(); }));
    const auto faulty = withNews({}, stage.posted<LedgerNews>().back());
    ASSERT_EQ(faulty.size(), 1U);
    EXPECT_EQ(faulty.front().fault, ChainFault::TailCut);
    EXPECT_EQ(faulty.front().since, nobodyThere(stage.plan()).door.wall);

    stage.upkeep().setFinding({.fault = {}, .at = {}, .detail = {}, .checked = {}, .hash = {}, .heads = 0, .complete = true});
    stage.upkeep().turnstile.set(false);
    ASSERT_TRUE(stage.click("verifyNow"));
    ASSERT_TRUE(stage.click("verifyNowCancel"));
    ASSERT_TRUE(says("verifyNowMessage", "Stopped before the end."));
    EXPECT_EQ(withNews(faulty, stage.posted<LedgerNews>().back()), faulty);

    stage.upkeep().turnstile.set(true);
    ASSERT_TRUE(stage.click("verifyNow"));
    ASSERT_TRUE(says("verifyNowMessage", "Verified."));
    EXPECT_TRUE(withNews(faulty, stage.posted<LedgerNews>().back()).empty());
}

TEST_F(LedgerSection, ABackupByHandEndsTheTroubleAtTheDoorAndOneThatFailsIsSaidHereAlone)
{
    const auto troubles = withTroubles({}, {LedgerTroubleKind::BackupFailed}).ledgerTroubles;
    Stage &stage = begin({}, [](SampleUpkeep &upkeep) { upkeep.fail({}, Error{ErrorCode::DiskFull, ""}); });
    ASSERT_TRUE(stage.click("backupNow"));
    ASSERT_TRUE(says("backupNowMessage", "Not backed up: disk full"));
    EXPECT_TRUE(stage.posted<LedgerNews>().empty());
    stage.upkeep().fail({}, {});
    ASSERT_TRUE(stage.click("backupNow"));
    ASSERT_TRUE(says("backupNowMessage", "Backed up, and the copy verified."));
    ASSERT_EQ(stage.posted<LedgerNews>().size(), 1U);
    EXPECT_TRUE(withNews(troubles, stage.posted<LedgerNews>().back()).empty());
}

TEST_F(LedgerSection, WithoutAFolderNoBackupIsOffered)
{
    Stage &stage = begin({.configure = [](StationConfig &config) { config.upkeep.backupFolder.clear(); }}, [](SampleUpkeep &upkeep) {
        LedgerState state = upkeep.current();
        state.backup.reset();
        upkeep.set(state);
    });
    ASSERT_TRUE(says("backupWord", "No backup yet"));
    EXPECT_FALSE(stage.enabled("backupNow"));
    EXPECT_TRUE(stage.text("backupPlace").startsWith("No folder for backups is set"));
}

TEST_F(LedgerSection, ABackupThatFailsSaysWhy)
{
    Stage &stage = begin({}, [](SampleUpkeep &upkeep) { upkeep.fail({}, Error{ErrorCode::DiskFull, ""}); });
    ASSERT_TRUE(stage.click("backupNow"));
    ASSERT_TRUE(says("backupNowMessage", "Not backed up: disk full"));
}

TEST_F(LedgerSection, ABackupIsStopped)
{
    Stage &stage = begin();
    stage.upkeep().turnstile.set(false);
    ASSERT_TRUE(stage.click("backupNow"));
    ASSERT_TRUE(says("backupNowMessage", "Copying page 1500 of 3000…"));
    ASSERT_TRUE(stage.click("backupNowCancel"));
    ASSERT_TRUE(says("backupNowMessage", "Stopped. No unfinished copy was left behind."));
}

TEST_F(LedgerSection, ABackupGoesToTheFolderOfTheSettingsAndIsShown)
{
    Stage &stage = begin();
    ASSERT_TRUE(says("backupWord", "Last backup 2026-11-22 02:31"));
    ASSERT_TRUE(stage.click("backupNow"));
    ASSERT_TRUE(says("backupWord", "Last backup 2026-11-22 10:42"));
    EXPECT_EQ(stage.text("backupDetail"), "menshen-3fa907c1-20261122T024200Z.ledger · up to entry 482 · 12.5 MB");
    const auto requests = stage.upkeep().backups();
    ASSERT_EQ(requests.size(), 1U);
    EXPECT_EQ(requests[0].folder, (stage.folder() / "backup").string());
    EXPECT_EQ(requests[0].keep, 7);
    EXPECT_EQ(requests[0].actor, "office");
}

TEST_F(LedgerSection, BeforeTheFirstHeadThereIsNoCode)
{
    Stage &stage = begin({}, [](SampleUpkeep &upkeep) {
        LedgerState state = upkeep.current();
        state.head.reset();
        upkeep.set(state);
    });
    ASSERT_TRUE(begins("headNone", "No head has been signed yet."));
    EXPECT_EQ(stage.item("headCode"), nullptr);
    EXPECT_EQ(stage.item("headSave"), nullptr);
}

TEST_F(LedgerSection, TheHeadIsShownAsACodeWithItsQuietZoneInBothThemes)
{
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        Stage &stage = begin({.theme = theme});
        ASSERT_TRUE(comes("headCode"));
        EXPECT_EQ(stage.text("headTitle"), "Entry 480 · " + QString::fromStdString(shortForm(hashOf(EntrySeq{480}))));
        EXPECT_EQ(stage.text("headWhen"), "Head no. 17, signed 2026-11-22 10:40");
        const QQuickItem *code = stage.item("headCode");
        const auto squares = static_cast<int>(code->property("rows").toStringList().size()) + 8;
        const int square = static_cast<int>(std::min(code->width(), code->height())) / squares;
        EXPECT_GE(square, 3);
        stage.settle();
        const QImage picture = stage.window().grabWindow();
        const QPointF corner = code->mapToScene(QPointF(code->width() - square * squares, code->height() - square * squares) / 2);
        const auto colorAt = [&](double x, double y) {
            return picture.pixelColor((corner + QPointF((x + 0.5) * square, (y + 0.5) * square)).toPoint());
        };
        EXPECT_EQ(colorAt(3, 3), QColor(Qt::white)); // the quiet zone's corner square
        EXPECT_EQ(colorAt(4, 4), QColor(Qt::black)); // the finder pattern begins
        EXPECT_EQ(colorAt(5, 5), QColor(Qt::white));
        EXPECT_EQ(colorAt(6, 6), QColor(Qt::black));
    }
}

TEST_F(LedgerSection, TheHeadIsSavedAsAFileThatReadsBack)
{
    Stage &stage = begin();
    ASSERT_TRUE(stage.click("headSave"));
    ASSERT_TRUE(comes("headPath"));
    EXPECT_EQ(stage.text("headPath"), QString::fromStdString((stage.folder() / "export/head-480.txt").string()));
    std::ifstream file(stage.text("headPath").toStdString());
    std::string line;
    std::getline(file, line);
    const auto head = headFromText(line);
    ASSERT_TRUE(head) << head.error().detail;
    EXPECT_EQ(*head, *stage.upkeep().current().head);
}

TEST_F(LedgerSection, AHeadThatCannotBeSavedSaysSo)
{
    Stage &stage = begin({.configure = [](StationConfig &config) { config.exportFolder = "/proc/nowhere"; }});
    ASSERT_TRUE(stage.click("headSave"));
    ASSERT_TRUE(says("headProblem", "Not saved: file error"));
    EXPECT_EQ(stage.item("headPath"), nullptr);
}

TEST_F(LedgerSection, TellsWhatIsKeptAndWhatIsGone)
{
    Stage &stage = begin();
    ASSERT_TRUE(comes("fact4"));
    EXPECT_EQ(stage.text("fact0"), "30");
    EXPECT_EQ(stage.text("fact1"), "2026-10-24");
    EXPECT_EQ(stage.text("fact2"), "61");
    EXPECT_EQ(stage.text("fact3"), "30 days, then destroyed by itself");
    EXPECT_EQ(stage.text("fact4"), "there");
}

TEST_F(LedgerSection, AReserveThatIsUsedUpSaysWhatToDo)
{
    begin({}, [](SampleUpkeep &upkeep) {
        LedgerState state = upkeep.current();
        state.ballast = false;
        upkeep.set(state);
    });
    ASSERT_TRUE(begins("fact4", "used up: the disk was full."));
}

} // namespace menshen::test
