// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/db/LedgerFixture.h"

#include <atomic>
#include <latch>
#include <mutex>
#include <set>
#include <thread>

namespace menshen {
namespace {

TEST(SqliteLedger, AnEntryOfNoDayIsRefusedAndTakesNoNumber)
{
    const TempFolder folder;
    const auto ledger = opened(folder / "ledger.db");
    const auto refused = appended(*ledger, draftOf(ExitEntry{}, kMorning, HallDay{}));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::BadInput);
    const auto next = appended(*ledger, draftOf(ExitEntry{}));
    ASSERT_TRUE(next);
    EXPECT_EQ(next->seq, EntrySeq{2}) << "the first is the ledger's own";
}

TEST(SqliteLedger, ABadEntryDoesNotSinkThoseThatWaitWithIt)
{
    const TempFolder folder;
    const auto ledger = opened(folder / "ledger.db");
    std::promise<void> release;
    std::latch answered(21);
    std::atomic<int> good = 0, bad = 0;
    const auto count = [&](const Result<Receipt> &result) {
        ++(result ? good : bad);
        answered.count_down();
    };
    // While the first one's answer is held back, the others gather into one group.
    ledger->append(draftOf(ExitEntry{}), [&](const Result<Receipt> &result) {
        release.get_future().wait();
        count(result);
    });
    const CorrectionEntry ofNothing{{4711}, {}, "a visit that never was"};
    for (int i = 0; i < 20; ++i)
        ledger->append(i == 7 ? draftOf(ofNothing) : draftOf(visitOf("visitor")), count);
    release.set_value();
    answered.wait();
    EXPECT_EQ(good, 20);
    EXPECT_EQ(bad, 1);
    EXPECT_EQ(journalOf(folder / "ledger.db").size(), 20U);
}

TEST(SqliteLedger, AValueWithoutANameIsRefused)
{
    const TempFolder folder;
    const auto ledger = opened(folder / "ledger.db");
    auto unknown = visitOf("visitor");
    unknown.outcome = static_cast<Outcome>(99);
    const auto refused = appended(*ledger, draftOf(unknown));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::BadInput);
}

TEST(SqliteLedger, WhatOnlyTheLedgerWritesIsTakenFromNobody)
{
    const TempFolder folder;
    const auto ledger = opened(folder / "ledger.db");
    for (const Entry &entry : {Entry{EpochEntry{}}, Entry{DayKeyEntry{}}, Entry{KeysRotatedEntry{}}, Entry{DestructionEntry{}},
                               Entry{BackupEntry{}}, Entry{VerificationEntry{}}}) {
        const auto refused = appended(*ledger, draftOf(entry));
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::BadInput);
    }
    EXPECT_EQ(ledger->head(), EntrySeq{1});
}

TEST(SqliteLedger, AfterStoppingEntriesFailAtOnce)
{
    const TempFolder folder;
    const auto ledger = opened(folder / "ledger.db");
    ledger->stop();
    ledger->stop();
    const auto late = appended(*ledger, draftOf(ExitEntry{}));
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, ErrorCode::Storage);
}

TEST(SqliteLedger, StoppingWritesWhatWaitsAndEmptiesTheLog)
{
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    const auto ledger = opened(path);
    std::atomic<int> receipts = 0;
    for (int i = 0; i < 1000; ++i)
        ledger->append(draftOf(visitOf("visitor")), [&](const Result<Receipt> &result) { receipts += result.has_value(); });
    ledger->stop();
    EXPECT_EQ(receipts, 1000);
    EXPECT_FALSE(std::filesystem::exists(path + "-wal"));
    EXPECT_EQ(journalOf(path).size(), 1000U);
}

TEST(SqliteLedger, AReceiptIsGivenOnlyForWhatAnotherConnectionCanRead)
{
    const TempFolder folder;
    const auto ledger = opened(folder / "ledger.db");
    auto reader = openReader(folder / "ledger.db");
    ASSERT_TRUE(reader);
    for (int i = 1; i <= 20; ++i) {
        const auto receipt = appended(*ledger, draftOf(visitOf("visitor")));
        ASSERT_TRUE(receipt);
        const auto head = (*reader)->head();
        ASSERT_TRUE(head);
        EXPECT_EQ(*head, receipt->seq);
        EXPECT_EQ(receipt->at, kMorning);
    }
}

TEST(SqliteLedger, AReopenedLedgerGoesOnWhereItEnded)
{
    const TempFolder folder;
    for (std::int64_t round = 1; round <= 3; ++round) {
        const auto ledger = opened(folder / "ledger.db");
        EXPECT_EQ(ledger->head(), EntrySeq{round});
        const auto receipt = appended(*ledger, draftOf(StationEntry{StationAction::Started, ""}));
        ASSERT_TRUE(receipt);
        EXPECT_EQ(receipt->seq, EntrySeq{round + 1});
    }
}

TEST(SqliteLedger, ThirtyTwoProducersGetOneReceiptEachWithoutAGap)
{
    constexpr int kProducers = 32, kEach = 40;
    const TempFolder folder;
    const auto ledger = opened(folder / "ledger.db");
    std::mutex mutex;
    std::multiset<std::int64_t> seqs;
    std::vector<std::atomic<int>> answers(kProducers * kEach);
    {
        std::vector<std::jthread> producers;
        for (int producer = 0; producer < kProducers; ++producer)
            producers.emplace_back([&, producer] {
                for (int i = 0; i < kEach; ++i)
                    ledger->append(draftOf(visitOf("visitor")), [&, slot = producer * kEach + i](const Result<Receipt> &result) {
                        ++answers[static_cast<std::size_t>(slot)];
                        const std::lock_guard guard(mutex);
                        if (result)
                            seqs.insert(result->seq.value);
                    });
            });
    }
    ledger->stop();
    for (const auto &times : answers)
        EXPECT_EQ(times, 1);
    ASSERT_EQ(seqs.size(), static_cast<std::size_t>(kProducers * kEach));
    std::int64_t expected = 2; // the ledger's own: its beginning, the day's key
    for (const auto seq : seqs)
        EXPECT_EQ(seq, ++expected);
    EXPECT_EQ(integrityOf(folder / "ledger.db"), "ok");
}

TEST(SqliteLedger, EntriesOfOneProducerKeepTheirOrder)
{
    const TempFolder folder;
    const auto ledger = opened(folder / "ledger.db");
    for (int i = 0; i < 600; ++i)
        ledger->append(draftOf(StationEntry{StationAction::DeviceBack, std::to_string(i)}), [](const Result<Receipt> &) {});
    ledger->stop();
    const auto journal = journalOf(folder / "ledger.db");
    ASSERT_EQ(journal.size(), 600U);
    for (std::size_t i = 0; i < journal.size(); ++i)
        EXPECT_EQ(std::get<StationEntry>(journal[i].entry).detail, std::to_string(i));
}

TEST(SqliteLedger, AnEntryMayBeAppendedFromWithinAnAnswer)
{
    const TempFolder folder;
    const auto ledger = opened(folder / "ledger.db");
    std::promise<Receipt> second;
    ledger->append(draftOf(ExitEntry{}), [&](const Result<Receipt> &first) {
        ASSERT_TRUE(first);
        ledger->append(draftOf(AlertRaisedEntry{first->seq, {}, "王*"}), [&](const Result<Receipt> &raised) {
            ASSERT_TRUE(raised);
            second.set_value(*raised);
        });
    });
    auto answer = second.get_future();
    ASSERT_EQ(answer.wait_for(60s), std::future_status::ready);
    EXPECT_EQ(answer.get().seq, EntrySeq{4}) << "behind the day's key";
}

TEST(SqliteLedger, AReaderThatIsInTheMiddleOfSomethingDoesNotHoldTheWriterUp)
{
    const TempFolder folder;
    const auto ledger = opened(folder / "ledger.db");
    ASSERT_TRUE(appended(*ledger, draftOf(visitOf("first"))));
    SQLite::Database db(folder / "ledger.db", SQLite::OPEN_READONLY);
    db.exec("BEGIN");
    EXPECT_EQ(db.execAndGet("SELECT count(*) FROM visits").getInt(), 1);
    auto large = visitOf("second");
    large.note = std::string(5'000'000, 'n'); // enough for a checkpoint while the reader is in the log
    ASSERT_TRUE(appended(*ledger, draftOf(large)));
    ASSERT_TRUE(appended(*ledger, draftOf(visitOf("third"))));
    EXPECT_EQ(db.execAndGet("SELECT count(*) FROM visits").getInt(), 1) << "its view is of when it began";
}

TEST(SqliteLedger, TheLogIsMovedIntoTheFileWhileTheStationRuns)
{
    const TempFolder folder;
    const auto ledger = opened(folder / "ledger.db");
    auto large = visitOf("visitor");
    large.note = std::string(5'000'000, 'n');
    ASSERT_TRUE(appended(*ledger, draftOf(large)));
    ASSERT_TRUE(appended(*ledger, draftOf(ExitEntry{}))); // answered after the checkpoint that followed the large one
    EXPECT_GT(std::filesystem::file_size(folder / "ledger.db"), 5'000'000U);
}

} // namespace
} // namespace menshen
