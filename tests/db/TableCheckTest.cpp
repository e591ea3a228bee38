// SPDX-License-Identifier: GPL-3.0-or-later
// A forger who leaves the chain alone and changes what people are shown.
#include "db/sqlite/TableCheck.h"
#include "tests/db/LedgerFixture.h"

namespace menshen {
namespace {

constexpr HallDay kNextDay{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

class Tables : public testing::Test {
protected:
    Tables()
    {
        const auto ledger = opened(path());
        const StaffPunchEntry in{"S-1", "李红", "窗口", PunchDirection::In, Verdict::Pass, {}, visitOf("").evidence};
        auto refused = visitOf("王小明", Outcome::Refused, Verdict::Refuse);
        refused.finding = m_first = put(*ledger, AlertRaisedEntry{});
        refused.afterwards = EnteredAfterwards{kMorning, "S-1"};
        m_visit = put(*ledger, refused);
        m_punch = put(*ledger, in);
        m_alert = put(*ledger, AlertRaisedEntry{m_visit, {}, "王*"});
        put(*ledger, ExitEntry{});
        auto other = visitOf("王晓明").identity;
        m_correction = put(*ledger, CorrectionEntry{m_visit, other, "mistyped"});
        m_second = put(*ledger, visitOf("张三"));
        auto receipt = appended(*ledger, draftOf(visitOf("李四"), kMorning + 24h, kNextDay));
        EXPECT_TRUE(receipt);
    }

    static EntrySeq put(SqliteLedger &ledger, Entry entry)
    {
        const auto receipt = appended(ledger, draftOf(std::move(entry)));
        EXPECT_TRUE(receipt);
        return receipt ? receipt->seq : EntrySeq{};
    }

    [[nodiscard]] std::string path() const { return m_folder / "ledger.db"; }
    void sql(std::string statement) const
    {
        const auto put = [&statement](const std::string &name, EntrySeq seq) {
            for (std::size_t at = 0; (at = statement.find(name)) != std::string::npos;)
                statement.replace(at, name.size(), std::to_string(seq.value));
        };
        put("$visit", m_visit);
        put("$punch", m_punch);
        put("$alert", m_alert);
        put("$correction", m_correction);
        put("$second", m_second);
        SQLite::Database(path(), SQLite::OPEN_READWRITE).exec(statement);
    }

    [[nodiscard]] ChainVerdict verdict(bool withKeys = true, bool tables = true) const
    {
        auto walk = ChainWalk::open(path(), {{}, withKeys ? keysOf(path()) : nullptr, std::nullopt, tables});
        EXPECT_TRUE(walk);
        const auto verdict = (*walk)->run({}, {});
        EXPECT_TRUE(verdict);
        return *verdict;
    }

    const TempFolder m_folder;
    EntrySeq m_first, m_visit, m_punch, m_alert, m_correction, m_second;
};

TEST_F(Tables, UntouchedAreAsTheJournalSaysWithKeysAndWithout)
{
    EXPECT_TRUE(verdict().sound()) << verdict().detail;
    EXPECT_TRUE(verdict(false).sound()) << verdict(false).detail;
    EXPECT_TRUE(verdict().complete);
}

TEST_F(Tables, EveryColumnThatIsChangedIsFoundAndTheChainStaysWhole)
{
    for (const char *set : {"at_us = at_us - 1", "day = day - 1", "actor = 'nobody'", "outcome = 'admitted'", "verdict = 'pass'",
                            "verdict = NULL", "reasons = '[]'", "temperature = 36.4", "uncertainty = 0.1", "instrument = 'contact'",
                            "default_calibration = 0", "mask = 'no_mask'", "correction = NULL", "correction = $second", "finding = $alert",
                            "finding = NULL", "happened_us = NULL", "happened_us = 1", "filled_in_by = 'nobody'"}) {
        const TempFolder kept;
        std::filesystem::copy_file(path(), kept / "ledger.db");
        sql(std::string("UPDATE visits SET ") + set + " WHERE seq = $visit");
        const auto found = verdict(false);
        EXPECT_EQ(found.fault, ChainFault::TablesDiffer) << set;
        EXPECT_TRUE(found.at == m_visit || found.at == m_correction) << set << ": " << found.detail;
        EXPECT_GT(found.checked, m_second) << set << ": the chain itself is whole";
        EXPECT_TRUE(verdict(false, false).sound()) << set;
        std::filesystem::copy_file(kept / "ledger.db", path(), std::filesystem::copy_options::overwrite_existing);
    }
    EXPECT_TRUE(verdict().sound()) << "the copies were put back";
}

TEST_F(Tables, WhatIsHiddenAddedOrMiscountedIsFound)
{
    for (const auto &[forged, at] : std::vector<std::pair<const char *, EntrySeq>>{
             {"DELETE FROM visits WHERE seq = $second", m_second},
             {"INSERT INTO visits SELECT $punch, at_us, day, actor, outcome, verdict, reasons, temperature, uncertainty, instrument,"
              " default_calibration, mask, NULL, NULL, NULL, NULL FROM visits WHERE seq = $second",
              m_punch},
             {"INSERT INTO visits SELECT 1000, at_us, day, actor, outcome, verdict, reasons, temperature, uncertainty, instrument,"
              " default_calibration, mask, NULL, NULL, NULL, NULL FROM visits WHERE seq = $second",
              {1000}},
             {"UPDATE staff_punches SET temperature = 36.0", m_punch},
             {"UPDATE staff_punches SET outcome = 'refused'", m_punch},
             {"UPDATE staff_punches SET finding = $alert", m_punch},
             {"DELETE FROM staff_punches", m_punch},
             {"UPDATE days SET afterwards = 0, admitted = 2 WHERE afterwards = 1", m_first},
             {"UPDATE days SET staff_refused = 1, staff_in = 0 WHERE afterwards = 1", m_first},
             {"DELETE FROM links WHERE seq = $visit", m_visit},
             {"DELETE FROM links WHERE seq = $alert", m_alert},
             {"INSERT INTO links VALUES ($second, $alert)", {}},
             {"INSERT INTO days SELECT day + 9, first_seq, last_seq, 0, 0, 0, 0, 0, 0, 0, 0 FROM days LIMIT 1", {}}}) {
        const TempFolder kept;
        std::filesystem::copy_file(path(), kept / "ledger.db");
        sql(forged);
        const auto found = verdict(false);
        EXPECT_EQ(found.fault, ChainFault::TablesDiffer) << forged;
        EXPECT_EQ(found.at.value, at.value) << forged << ": " << found.detail;
        std::filesystem::copy_file(kept / "ledger.db", path(), std::filesystem::copy_options::overwrite_existing);
    }
}

TEST_F(Tables, APersonWhoWasTakenOutOfTheSearchIsFoundByWhoeverHasTheKeys)
{
    sql("DELETE FROM person_index WHERE visit = $second");
    EXPECT_TRUE(verdict(false).sound()) << "without the keys nobody knows what a mark should be";
    const auto found = verdict();
    EXPECT_EQ(found.fault, ChainFault::TablesDiffer);
    EXPECT_EQ(found.at, m_second) << found.detail;
}

TEST_F(Tables, ARebuildMendsThem)
{
    sql("DELETE FROM visits; DELETE FROM links; UPDATE days SET admitted = 7; DELETE FROM person_index");
    EXPECT_EQ(verdict().fault, ChainFault::TablesDiffer);
    ASSERT_TRUE(rebuildProjections(path()));
    EXPECT_TRUE(verdict().sound()) << verdict().detail;
}

TEST_F(Tables, TheRunningStationFindsItAndWritesItDown)
{
    sql("DELETE FROM visits WHERE seq = $second");
    const auto ledger = opened(path());
    const auto found = ledger->verify({}, {});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->fault, ChainFault::TablesDiffer);
    const auto journal = wholeJournalOf(path());
    const auto *recorded = std::get_if<VerificationEntry>(&journal.back().entry);
    ASSERT_NE(recorded, nullptr);
    EXPECT_EQ(recorded->fault, ChainFault::TablesDiffer);
    EXPECT_EQ(recorded->at, m_second);
}

TEST_F(Tables, BetweenTwoPagesNothingKeepsTheLogFromBeingEmptied)
{
    const auto ledger = opened(path());
    SQLite::Database reader(path(), SQLite::OPEN_READONLY);
    TableCheck check(reader, keysOf(path()));
    ASSERT_FALSE(check.page());
    ASSERT_TRUE(check.done());
    put(*ledger, visitOf("later"));
    SQLite::Database other(path(), SQLite::OPEN_READWRITE);
    EXPECT_EQ(other.execAndGet("PRAGMA wal_checkpoint(TRUNCATE)").getInt(), 0) << "busy: somebody still reads";
}

TEST_F(Tables, AStopBetweenTwoPagesIsNoFaultAndNotComplete)
{
    std::stop_source stop;
    stop.request_stop();
    auto walk = ChainWalk::open(path(), {{}, nullptr, std::nullopt, true});
    ASSERT_TRUE(walk);
    const auto stopped = (*walk)->run({}, stop.get_token());
    ASSERT_TRUE(stopped);
    EXPECT_TRUE(stopped->sound());
    EXPECT_FALSE(stopped->complete);
}

} // namespace
} // namespace menshen
