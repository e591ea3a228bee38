// SPDX-License-Identifier: GPL-3.0-or-later
// A ledger that the version before wrote (schema 3, tests/db/data/schema3.ledger, invented persons) goes on.
#include "db/sqlite/Backup.h"
#include "db/sqlite/LedgerFile.h"
#include "db/sqlite/Migrations.h"
#include "tests/db/HandmadeLedger.h"
#include "tests/db/LedgerFixture.h"

#include "menshen/core/Verdict.h"

namespace menshen {
namespace {

constexpr HallDay kSecondDay{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};
// Its entries, by number.
constexpr EntrySeq kFever{5}, kAlert{6}, kCorrected{13}, kUntold{20};

class OldLedger : public testing::Test {
protected:
    OldLedger() { std::filesystem::copy_file(std::string(MENSHEN_SOURCE_DIR) + "/tests/db/data/schema3.ledger", m_path); }

    [[nodiscard]] std::unique_ptr<SqliteLedgerReader> reader() const
    {
        auto reader = openReader(m_path);
        EXPECT_TRUE(reader) << reader.error().detail;
        return reader ? std::move(*reader) : nullptr;
    }

    const TempFolder m_folder;
    const std::string m_path = m_folder / "ledger.db";
};

TEST_F(OldLedger, IsOfTheSchemaBeforeAndReadOnlyProgramsWaitForTheStationToBringItUpToDate)
{
    {
        SQLite::Database db(m_path, SQLite::OPEN_READONLY);
        EXPECT_EQ(schemaVersion(db), 3);
    }
    const auto refused = openForReading(m_path);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::SchemaTooOld);
    ASSERT_TRUE(opened(m_path));
    EXPECT_TRUE(reader());
}

TEST_F(OldLedger, IsWholeAfterItWasBroughtUpToDateAndARebuildChangesNothing)
{
    ASSERT_TRUE(opened(m_path));
    expectSoundChain(m_path);
    const auto before = projectionsOf(m_path);
    ASSERT_TRUE(rebuildProjections(m_path));
    EXPECT_EQ(projectionsOf(m_path), before);
    EXPECT_EQ(integrityOf(m_path), "ok");
}

TEST_F(OldLedger, ShowsWhatItShowed)
{
    ASSERT_TRUE(opened(m_path));
    const auto from = reader();
    const auto rows = from->visitsAscending({}, {}, 100);
    ASSERT_TRUE(rows) << rows.error().detail;
    ASSERT_EQ(rows->size(), 4U);
    EXPECT_EQ(rows->at(0).identity.name, "张伟");
    EXPECT_EQ(rows->at(2).seq, kCorrected);
    EXPECT_EQ(rows->at(2).identity.name, "陈晶") << "corrected";
    for (const auto &row : *rows) {
        EXPECT_EQ(row.finding, EntrySeq{});
        EXPECT_FALSE(row.afterwards);
    }
    const auto punches = from->staffPunches(kDay, kDay, {}, 100);
    ASSERT_TRUE(punches);
    ASSERT_EQ(punches->size(), 2U);
    EXPECT_EQ(punches->at(1).outcome, Outcome::Admitted);
    const auto counts = from->counts(kDay);
    ASSERT_TRUE(counts);
    EXPECT_EQ(counts->staffIn, 2);
    EXPECT_EQ(counts->staffRefused, 0);
    EXPECT_EQ(counts->afterwards, 0);
    EXPECT_EQ(counts->inside(), 1);
}

TEST_F(OldLedger, AnAlertThatNamesItsVisitIsStillItsStoryAndTheHandOverOfBeforeEndedIt)
{
    ASSERT_TRUE(opened(m_path));
    const auto from = reader();
    const auto story = from->story(kFever);
    ASSERT_TRUE(story);
    ASSERT_EQ(story->size(), 5U);
    EXPECT_EQ(story->at(1).seq, kAlert);
    const auto open = from->openAlerts();
    ASSERT_TRUE(open);
    EXPECT_TRUE(open->empty());
}

TEST_F(OldLedger, AFeverThatThePowerKeptFromBeingToldIsFound)
{
    ASSERT_TRUE(opened(m_path));
    const auto untold = reader()->untold(kDay, Plan{});
    ASSERT_TRUE(untold) << untold.error().detail;
    ASSERT_EQ(untold->size(), 1U);
    EXPECT_EQ(untold->front().seq, kUntold);
    EXPECT_EQ(std::get<VisitEntry>(untold->front().entry).identity.name, "周涛");
}

TEST_F(OldLedger, ABackupOfBeforeCanBeWalkedAndRestored)
{
    test::TestKeyStore keys;
    EXPECT_TRUE(walked(m_path).sound());
    const std::string target = m_folder / "restored.db";
    const auto restored = restoreLedger({m_path, target, {}, "ctl"}, *keys.load(), realClock(), UtcOffset{});
    ASSERT_TRUE(restored) << restored.error().detail;
    EXPECT_EQ(restored->last, kUntold);
    ASSERT_TRUE(opened(target));
    expectSoundChain(target);
}

TEST_F(OldLedger, GoesOnBeingWritten)
{
    {
        const auto ledger = opened(m_path);
        ASSERT_TRUE(ledger);
        AlertRaisedEntry late;
        late.cause = kUntold;
        ASSERT_TRUE(appended(*ledger, draftOf(late, kMorning + 26h, kSecondDay)));
        auto refused = visitOf("孙丽", Outcome::Refused, Verdict::Refuse);
        refused.finding = kEntryBefore;
        ASSERT_TRUE(
            appendedAll(*ledger, {draftOf(AlertRaisedEntry{}, kMorning + 26h, kSecondDay), draftOf(refused, kMorning + 26h, kSecondDay)}));
    }
    expectSoundChain(m_path);
    const auto from = reader();
    const auto untold = from->untold({}, Plan{});
    ASSERT_TRUE(untold);
    EXPECT_TRUE(untold->empty());
    const auto open = from->openAlerts();
    ASSERT_TRUE(open);
    EXPECT_EQ(open->size(), 2U);
}

} // namespace
} // namespace menshen
