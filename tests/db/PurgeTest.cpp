// SPDX-License-Identifier: GPL-3.0-or-later
// What is destroyed is nowhere in the files any more, what remains still adds up, and nothing else goes with it.
#include "db/sqlite/LedgerFile.h"
#include "tests/db/FailingDisk.h"
#include "tests/db/LedgerFixture.h"

#include <fstream>
#include <set>

namespace menshen {
namespace {

constexpr HallDay dayAfter(int days) { return HallDay{std::chrono::sys_days{kDay} + std::chrono::days{days}}; }

/// Days of visits beginning at kDay; the clock stands at noon of `today`.
class PurgeTest : public testing::Test {
protected:
    class DayClock final : public Clock {
    public:
        [[nodiscard]] WallTime wall() const override { return m_now.load(); }
        [[nodiscard]] MonoTime mono() const override { return MonoTime{wall().time_since_epoch()}; }
        void set(HallDay day) { m_now = startOfDay(day, UtcOffset{}) + 12h; }

    private:
        std::atomic<WallTime> m_now{kMorning};
    };

    void open()
    {
        test::TestKeyStore keys;
        auto ledger = SqliteLedger::open(settingsFor(m_path), keys, m_clock);
        ASSERT_TRUE(ledger) << ledger.error().detail;
        m_ledger = std::move(*ledger);
    }

    void spendDay(HallDay day, int visitors, const std::string &phone = "13800138000")
    {
        for (int i = 0; i < visitors; ++i) {
            auto visit = visitOf("visitor " + std::to_string(i), i % 2 == 0 ? Outcome::Admitted : Outcome::Refused);
            visit.identity.phone = phone;
            ASSERT_TRUE(appended(*m_ledger, draftOf(visit, startOfDay(day, UtcOffset{}) + 9h, day)));
        }
        ASSERT_TRUE(appended(*m_ledger, draftOf(StaffPunchEntry{"1001", "李红", "", PunchDirection::In, {}, {}, {}},
                                                startOfDay(day, UtcOffset{}) + 8h, day)));
    }

    Result<Destroyed> purge(HallDay before, bool dryRun = false, int mostDays = 0)
    {
        return m_ledger->purge({before, dryRun, "station", "plan test: 30 days", mostDays});
    }

    std::vector<PersonVisit> visitsOfPhone(const std::string &phone)
    {
        auto reader = SqliteLedgerReader::open(m_path, m_ledger->keys());
        EXPECT_TRUE(reader);
        auto found = (*reader)->person({"", phone, ""}, 1000);
        EXPECT_TRUE(found);
        return found ? std::move(*found) : std::vector<PersonVisit>{};
    }

    std::vector<VisitRow> visitsOn(HallDay day)
    {
        auto reader = SqliteLedgerReader::open(m_path, m_ledger->keys());
        EXPECT_TRUE(reader);
        VisitFilter filter;
        filter.from = filter.to = day;
        auto rows = (*reader)->visits(filter, std::nullopt, 1000);
        EXPECT_TRUE(rows) << rows.error().detail;
        return rows ? std::move(*rows) : std::vector<VisitRow>{};
    }

    std::string rawBytes() const
    {
        std::string all;
        for (const char *suffix : {"", "-wal"}) {
            std::ifstream in(m_path + suffix, std::ios::binary);
            all.append(std::istreambuf_iterator<char>(in), {});
        }
        return all;
    }

    /// A column's raw bytes, for a search afterwards.
    std::vector<std::string> columnOf(const std::string &sql) const
    {
        const SQLite::Database db(m_path, SQLite::OPEN_READONLY);
        SQLite::Statement query(db, sql);
        std::vector<std::string> values;
        while (query.executeStep())
            values.push_back(query.getColumn(0).getString());
        return values;
    }

    const TempFolder m_folder;
    const std::string m_path = m_folder / "ledger.db";
    DayClock m_clock;
    std::unique_ptr<SqliteLedger> m_ledger;
};

TEST_F(PurgeTest, TodayAndLaterIsNeverDestroyed)
{
    open();
    spendDay(kDay, 3);
    const auto refused = purge(dayAfter(1));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::BadInput);
    const auto nothing = purge(kDay);
    ASSERT_TRUE(nothing);
    EXPECT_TRUE(nothing->entry.days.empty());
    EXPECT_FALSE(nothing->receipt);
    EXPECT_EQ(visitsOn(kDay).front().personal, PersonalState::Whole);
}

TEST_F(PurgeTest, OfMoreDaysThanExpectedOnlyTheOldestGo)
{
    open();
    for (int day = 0; day < 10; ++day)
        spendDay(dayAfter(day), 1);
    m_clock.set(dayAfter(400)); // a clock that runs ahead
    const auto some = purge(dayAfter(370), false, 7);
    ASSERT_TRUE(some);
    EXPECT_EQ(some->entry.days.size(), 7U);
    EXPECT_EQ(visitsOn(dayAfter(6)).front().personal, PersonalState::Destroyed);
    EXPECT_EQ(visitsOn(dayAfter(7)).front().personal, PersonalState::Whole);
}

TEST_F(PurgeTest, ADryRunTellsAndDestroysNothing)
{
    open();
    spendDay(kDay, 4);
    spendDay(dayAfter(1), 2);
    m_clock.set(dayAfter(2));
    const auto head = m_ledger->head();
    const auto would = purge(dayAfter(1), true);
    ASSERT_TRUE(would);
    ASSERT_EQ(would->entry.days.size(), 1U);
    EXPECT_EQ(would->entry.days[0].visits, 4);
    EXPECT_EQ(would->entry.days[0].entries, 5);
    EXPECT_EQ(m_ledger->head(), head);
    EXPECT_EQ(visitsOn(kDay).front().personal, PersonalState::Whole);
}

TEST_F(PurgeTest, WhatIsDestroyedIsGoneAndTheRestIsNot)
{
    open();
    spendDay(kDay, 4, "13900000001");
    spendDay(dayAfter(1), 3, "13900000002");
    m_clock.set(dayAfter(1));
    const auto destroyed = purge(dayAfter(1));
    ASSERT_TRUE(destroyed) << destroyed.error().detail;
    ASSERT_TRUE(destroyed->receipt);
    EXPECT_EQ(destroyed->entry.days.size(), 1U);
    EXPECT_EQ(destroyed->entry.marks, 8) << "a document and a phone of each visitor";

    const auto gone = visitsOn(kDay);
    ASSERT_EQ(gone.size(), 4U) << "they still count";
    EXPECT_EQ(gone.front().personal, PersonalState::Destroyed);
    EXPECT_EQ(gone.front().identity, IdentityDraft{});
    EXPECT_TRUE(gone.front().temperature);
    EXPECT_TRUE(visitsOfPhone("13900000001").empty());
    EXPECT_EQ(visitsOfPhone("13900000002").size(), 3U);
    EXPECT_EQ(visitsOn(dayAfter(1)).front().identity.name, "visitor 2");
    m_ledger.reset();
    expectSoundChain(m_path);
}

TEST_F(PurgeTest, StatisticsStillAddUpAndARebuildGivesTheSameTables)
{
    open();
    for (int day = 0; day < 4; ++day)
        spendDay(dayAfter(day), 3 + day);
    m_clock.set(dayAfter(4));
    const auto countsBefore = columnOf("SELECT group_concat(day || admitted || refused || staff_in) FROM days");
    ASSERT_TRUE(purge(dayAfter(2)));
    EXPECT_EQ(columnOf("SELECT group_concat(day || admitted || refused || staff_in) FROM days"), countsBefore);
    m_ledger.reset();
    const auto before = projectionsOf(m_path);
    ASSERT_TRUE(rebuildProjections(m_path));
    EXPECT_EQ(projectionsOf(m_path), before);
    expectSoundChain(m_path);
}

TEST_F(PurgeTest, KeysAndMarksAreNowhereInTheFilesWhileTheLedgerIsStillOpen)
{
    open();
    spendDay(kDay, 40);
    spendDay(dayAfter(1), 40);
    const auto key = columnOf("SELECT wrapped FROM day_keys WHERE id = 1").at(0);
    const auto kept = columnOf("SELECT wrapped FROM day_keys WHERE id = 2").at(0);
    ASSERT_NE(rawBytes().find(key), std::string::npos);
    m_clock.set(dayAfter(2));
    ASSERT_TRUE(purge(dayAfter(1)));
    ASSERT_TRUE(appended(*m_ledger, draftOf(ExitEntry{}))); // behind the emptying of the log
    EXPECT_EQ(rawBytes().find(key), std::string::npos);
    EXPECT_NE(rawBytes().find(kept), std::string::npos);
    EXPECT_EQ(columnOf("SELECT count(*) FROM person_index").at(0), "80");
}

TEST_F(PurgeTest, ACorrectionIsForgottenTogetherWithItsVisit)
{
    open();
    spendDay(kDay, 1);
    const auto visit = visitsOn(kDay).front().seq;
    auto identity = visitOf("corrected later").identity;
    identity.phone = "13900000009";
    ASSERT_TRUE(appended(*m_ledger, draftOf(CorrectionEntry{visit, identity, "why"}, kMorning + 24h, dayAfter(1), "office")));
    spendDay(dayAfter(1), 1);
    m_clock.set(dayAfter(2));
    const auto destroyed = purge(dayAfter(1));
    ASSERT_TRUE(destroyed);
    EXPECT_EQ(destroyed->entry.days.at(0).entries, 3) << "the visit, a clock-in, the correction";
    EXPECT_EQ(visitsOn(kDay).front().personal, PersonalState::Destroyed);
    EXPECT_EQ(visitsOn(kDay).front().identity, IdentityDraft{});
    EXPECT_TRUE(visitsOfPhone("13900000009").empty());
    const auto late = appended(*m_ledger, draftOf(CorrectionEntry{visit, identity, "again"}));
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, ErrorCode::BadInput);
}

TEST_F(PurgeTest, WhatWasRecordedWhileTheClockWasSetBackIsKeptAsLongAsItsNeighbours)
{
    open();
    spendDay(dayAfter(40), 2);
    spendDay(kDay, 2); // the clock was set back by forty days
    spendDay(dayAfter(40), 2);
    m_clock.set(dayAfter(41));
    const auto destroyed = purge(dayAfter(30));
    ASSERT_TRUE(destroyed);
    EXPECT_TRUE(destroyed->entry.days.empty());
    EXPECT_EQ(visitsOn(kDay).front().personal, PersonalState::Whole);
    m_clock.set(dayAfter(80));
    ASSERT_TRUE(purge(dayAfter(50)));
    EXPECT_EQ(visitsOn(kDay).front().personal, PersonalState::Destroyed);
}

TEST_F(PurgeTest, WhatWasRecordedWhileTheClockRanAheadIsNotKeptUntilThen)
{
    open();
    spendDay(kDay, 1);
    spendDay(dayAfter(1000), 1);
    spendDay(dayAfter(1), 1);
    m_clock.set(dayAfter(40));
    const auto destroyed = purge(dayAfter(10));
    ASSERT_TRUE(destroyed);
    EXPECT_EQ(destroyed->entry.days.size(), 3U);
}

TEST_F(PurgeTest, ADayThatAStoppedClockNamedIsKeptAsLongAsItsSuccessor)
{
    open();
    spendDay(kDay, 1);
    spendDay(dayAfter(1), 1); // really the day before the next one: the clock had stood still
    spendDay(dayAfter(99), 1);
    m_clock.set(dayAfter(99));
    const auto destroyed = purge(dayAfter(69));
    ASSERT_TRUE(destroyed);
    ASSERT_EQ(destroyed->entry.days.size(), 1U);
    EXPECT_EQ(destroyed->entry.days.front().day, kDay);
}

TEST_F(PurgeTest, ADayBeforeAClosureGoesAtOnceWhenSomebodyVouchesForItsName)
{
    open();
    spendDay(kDay, 1);
    spendDay(dayAfter(99), 1);
    m_clock.set(dayAfter(99));
    const auto destroyed = m_ledger->purge({.before = dayAfter(69), .actor = "ctl", .grounds = "by hand", .gapsAreClosures = true});
    ASSERT_TRUE(destroyed);
    ASSERT_EQ(destroyed->entry.days.size(), 1U);
    EXPECT_EQ(destroyed->entry.days.front().day, kDay);
}

TEST_F(PurgeTest, AMarkTellsNothingOfAnotherDay)
{
    open();
    spendDay(kDay, 3);
    spendDay(dayAfter(1), 3);
    EXPECT_EQ(columnOf("SELECT count(DISTINCT mark) FROM person_index").at(0), "4") << "one document and one phone, on two days";
}

TEST_F(PurgeTest, AReaderInTheWayHoldsNobodyUpAndTheLogIsEmptiedAfterIt)
{
    open();
    spendDay(kDay, 20);
    spendDay(dayAfter(1), 1);
    const auto key = columnOf("SELECT wrapped FROM day_keys WHERE id = 1").at(0);
    m_clock.set(dayAfter(2));
    {
        SQLite::Database reader(m_path, SQLite::OPEN_READONLY);
        reader.exec("BEGIN");
        ASSERT_EQ(reader.execAndGet("SELECT count(*) FROM day_keys").getInt(), 2);
        ASSERT_TRUE(purge(dayAfter(1)));
        ASSERT_TRUE(appended(*m_ledger, draftOf(ExitEntry{})));
        EXPECT_NE(rawBytes().find(key), std::string::npos) << "the reader still needs it";
    }
    m_ledger.reset();
    EXPECT_EQ(rawBytes().find(key), std::string::npos);
}

TEST_F(PurgeTest, WhatAKilledProgramCouldNotEmptyIsEmptiedByTheNext)
{
    open();
    spendDay(kDay, 20);
    spendDay(dayAfter(1), 1);
    m_ledger.reset();
    const auto key = columnOf("SELECT wrapped FROM day_keys WHERE id = 1").at(0);
    m_clock.set(dayAfter(2));
    EXPECT_EQ(inChild([&] {
                  open();
                  SQLite::Database reader(m_path, SQLite::OPEN_READONLY);
                  reader.exec("BEGIN");
                  ASSERT_EQ(reader.execAndGet("SELECT count(*) FROM day_keys").getInt(), 2);
                  ASSERT_TRUE(purge(dayAfter(1)));
                  ::_exit(testing::Test::HasFailure() ? 1 : 0); // killed, the reader too
              }),
              0);
    ASSERT_NE(rawBytes().find(key), std::string::npos) << "else this test shows nothing";
    open();
    ASSERT_TRUE(appended(*m_ledger, draftOf(ExitEntry{})));
    ASSERT_TRUE(purge(dayAfter(1))) << "behind the emptying";
    EXPECT_EQ(rawBytes().find(key), std::string::npos);
}

class PurgeFaultTest : public PurgeTest, public testing::WithParamInterface<std::tuple<int, FailingDisk::Lasting>> {
protected:
    void SetUp() override
    {
        open();
        spendDay(kDay, 5);
        spendDay(dayAfter(1), 5);
        m_ledger.reset();
        m_key = columnOf("SELECT wrapped FROM day_keys WHERE id = 1").at(0);
        m_clock.set(dayAfter(2));
        m_kept = fileOf(m_path);
    }

    /// Purges while the `nth` change of a file fails; false when there were fewer changes.
    bool survives(int nth)
    {
        for (const char *suffix : {"", "-wal", "-shm"})
            std::filesystem::remove(m_path + suffix);
        std::ofstream(m_path, std::ios::binary) << m_kept;
        const auto [code, lasting] = GetParam();
        FailingDisk disk;
        open();
        disk.failAt(nth, code, lasting);
        const auto destroyed = purge(dayAfter(1));
        const bool failed = disk.hasFailed();
        disk.heal();
        EXPECT_TRUE(appended(*m_ledger, draftOf(ExitEntry{}))) << "it goes on by itself";
        const bool stands = columnOf("SELECT wrapped IS NULL FROM day_keys WHERE id = 1").at(0) == "0";
        EXPECT_TRUE(!destroyed || !stands) << "what is said to be destroyed is destroyed";
        EXPECT_TRUE(purge(dayAfter(1))) << "the next night does what is left";
        m_ledger.reset();
        EXPECT_EQ(columnOf("SELECT wrapped IS NULL FROM day_keys ORDER BY id"), (std::vector<std::string>{"1", "0"}));
        EXPECT_EQ(columnOf("SELECT count(*) FROM journal WHERE kind = 'destruction'").at(0), "1") << "certified once";
        EXPECT_EQ(rawBytes().find(m_key), std::string::npos);
        expectSoundChain(m_path);
        return failed;
    }

private:
    static std::string fileOf(const std::string &path)
    {
        std::ifstream in(path, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    }
    std::string m_key, m_kept;
};

TEST_P(PurgeFaultTest, WhicheverChangeFailsADayIsDestroyedWholeOrNotAtAll)
{
    int nth = 1;
    while (survives(nth) && !HasFailure())
        ++nth;
    EXPECT_GT(nth, 5) << "a purge changes more than that";
}

INSTANTIATE_TEST_SUITE_P(Faults, PurgeFaultTest,
                         testing::Combine(testing::Values(SQLITE_IOERR, SQLITE_FULL),
                                          testing::Values(FailingDisk::Lasting::Once, FailingDisk::Lasting::ForEver)),
                         [](const auto &info) {
                             return std::string(std::get<0>(info.param) == SQLITE_FULL ? "DiskFull" : "BrokenDisk") +
                                    (std::get<1>(info.param) == FailingDisk::Lasting::Once ? "Once" : "ForEver");
                         });

TEST_F(PurgeTest, ADestroyedDayThatIsWrittenAgainGetsAnotherKey)
{
    open();
    spendDay(kDay, 2);
    m_clock.set(dayAfter(3));
    ASSERT_TRUE(purge(dayAfter(1)));
    spendDay(kDay, 1); // a clock that is wrong again
    const auto rows = visitsOn(kDay);
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows.front().personal, PersonalState::Whole);
    EXPECT_EQ(rows.back().personal, PersonalState::Destroyed);
    m_ledger.reset();
    expectSoundChain(m_path);
}

TEST_F(PurgeTest, CertificatesAddUp)
{
    open();
    for (int day = 0; day < 6; ++day)
        spendDay(dayAfter(day), 2 + day);
    m_clock.set(dayAfter(6));
    ASSERT_TRUE(purge(dayAfter(2)));
    ASSERT_TRUE(purge(dayAfter(5)));
    m_ledger.reset();
    std::int64_t visits = 0, entries = 0;
    std::set<std::int64_t> keys;
    for (const auto &record : wholeJournalOf(m_path))
        if (const auto *certificate = std::get_if<DestructionEntry>(&record.entry)) {
            EXPECT_EQ(record.actor, "station");
            EXPECT_EQ(certificate->grounds, "plan test: 30 days");
            for (const auto &day : certificate->days) {
                visits += day.visits;
                entries += day.entries;
                EXPECT_TRUE(keys.insert(day.key).second);
            }
        }
    EXPECT_EQ(visits, 2 + 3 + 4 + 5 + 6);
    EXPECT_EQ(entries, visits + 5);
    EXPECT_EQ(keys.size(), 5U);
    EXPECT_EQ(columnOf("SELECT count(*) FROM day_keys WHERE wrapped IS NULL").at(0), "5");
}

TEST_F(PurgeTest, AfterARestartTheDestroyedStaysDestroyed)
{
    open();
    spendDay(kDay, 2);
    m_clock.set(dayAfter(3));
    ASSERT_TRUE(purge(dayAfter(1)));
    m_ledger.reset();
    open();
    EXPECT_EQ(visitsOn(kDay).front().personal, PersonalState::Destroyed);
    const auto state = m_ledger->state();
    ASSERT_TRUE(state);
    EXPECT_EQ(state->daysDestroyed, 1);
    EXPECT_EQ(state->daysSealed, 0);
}

} // namespace
} // namespace menshen
