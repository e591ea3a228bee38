// SPDX-License-Identifier: GPL-3.0-or-later
// Entries that belong together: all of them or none, each batch for itself.
#include "tests/db/LedgerFixture.h"

#include <latch>
#include <map>

namespace menshen {
namespace {

constexpr HallDay kNextDay{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

AlertRaisedEntry alertOf(const std::string &who)
{
    AlertRaisedEntry alert;
    alert.reasons = {{ReasonCode::Fever, CheckLevel::Hard, {}, ""}};
    alert.who = who;
    return alert;
}

VisitEntry toldVisit(const std::string &name)
{
    auto visit = visitOf(name, Outcome::Refused, Verdict::Refuse);
    visit.finding = kEntryBefore;
    return visit;
}

class Together : public testing::Test {
protected:
    void expectRefused(std::vector<EntryDraft> drafts)
    {
        const auto refused = appendedAll(*m_ledger, std::move(drafts));
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::BadInput) << refused.error().detail;
    }

    const TempFolder m_folder;
    const std::string m_path = m_folder / "ledger.db";
    const std::unique_ptr<SqliteLedger> m_ledger = opened(m_path);
};

TEST_F(Together, NothingIsNoBatch) { expectRefused({}); }

TEST_F(Together, WhereNothingStandsBeforeNothingCanBeMeant)
{
    const auto alone = appended(*m_ledger, draftOf(toldVisit("alone")));
    ASSERT_FALSE(alone);
    EXPECT_EQ(alone.error().code, ErrorCode::BadInput);
    expectRefused({draftOf(toldVisit("first")), draftOf(alertOf("A*"))});
    EXPECT_EQ(m_ledger->head(), EntrySeq{1});
}

TEST_F(Together, AFindingIsAnAlertAndACauseIsAPerson)
{
    AlertRaisedEntry caused = alertOf("A*");
    caused.cause = kEntryBefore;
    StaffPunchEntry punch;
    punch.finding = kEntryBefore;
    expectRefused({draftOf(visitOf("other")), draftOf(toldVisit("no alert before him"))});
    expectRefused({draftOf(ExitEntry{}), draftOf(punch)});
    expectRefused({draftOf(alertOf("A*")), draftOf(caused)});
    EXPECT_EQ(m_ledger->head(), EntrySeq{1});
}

TEST_F(Together, WhatOnlyTheLedgerWritesIsTakenInNoBatch)
{
    expectRefused({draftOf(ExitEntry{}), draftOf(DayKeyEntry{})});
    expectRefused({draftOf(ExitEntry{}), draftOf(ExitEntry{}, kMorning, HallDay{})});
    EXPECT_EQ(m_ledger->head(), EntrySeq{1});
}

TEST_F(Together, OneThatIsRefusedTakesItsOwnBatchWithItAndNoOther)
{
    const CorrectionEntry ofNothing{{4711}, {}, "a visit that never was"};
    std::promise<void> release;
    std::latch answered(21);
    std::atomic<int> good = 0, bad = 0;
    // While the first one's answer is held back, the others gather into one group.
    m_ledger->append(draftOf(ExitEntry{}), [&](const Result<Receipt> &) {
        release.get_future().wait();
        answered.count_down();
    });
    for (int i = 0; i < 20; ++i)
        m_ledger->appendAll({draftOf(alertOf("A*")), draftOf(i % 5 == 2 ? Entry{ofNothing} : Entry{toldVisit("visitor")})},
                            [&](const Result<std::vector<Receipt>> &result) {
                                ++(result ? good : bad);
                                answered.count_down();
                            });
    release.set_value();
    answered.wait();
    EXPECT_EQ(good, 16);
    EXPECT_EQ(bad, 4);
    const auto journal = journalOf(m_path);
    ASSERT_EQ(journal.size(), 1U + 32U) << "of a refused batch nothing stays, not even what was right";
    for (std::size_t i = 1; i < journal.size(); i += 2)
        EXPECT_EQ(std::get<VisitEntry>(journal[i + 1].entry).finding, journal[i].receipt.seq);
}

TEST_F(Together, AVisitNamesTheAlertBeforeIt)
{
    const auto receipts = appendedAll(*m_ledger, {draftOf(alertOf("A*")), draftOf(toldVisit("A"))});
    ASSERT_TRUE(receipts) << receipts.error().detail;
    ASSERT_EQ(receipts->size(), 2U);
    const auto journal = journalOf(m_path);
    ASSERT_EQ(journal.size(), 2U);
    EXPECT_EQ(std::get<VisitEntry>(journal[1].entry).finding, receipts->at(0).seq);
    EXPECT_EQ(journal[1].receipt.seq, receipts->at(1).seq);
    EXPECT_EQ(journal[1].receipt.hash, receipts->at(1).hash);
    EXPECT_EQ(std::get<VisitEntry>(journal[1].entry).identity.name, "A") << "the personal part is sealed all the same";
    expectSoundChain(m_path);
}

TEST_F(Together, APunchNamesItsAlertAndALateAlertItsPerson)
{
    StaffPunchEntry punch;
    punch.outcome = Outcome::Refused;
    punch.finding = kEntryBefore;
    auto late = alertOf("B*");
    late.cause = kEntryBefore;
    const auto receipts =
        appendedAll(*m_ledger, {draftOf(alertOf("A*")), draftOf(punch), draftOf(visitOf("B", Outcome::Refused)), draftOf(late)});
    ASSERT_TRUE(receipts) << receipts.error().detail;
    const auto journal = journalOf(m_path);
    ASSERT_EQ(journal.size(), 4U);
    EXPECT_EQ(std::get<StaffPunchEntry>(journal[1].entry).finding, receipts->at(0).seq);
    EXPECT_EQ(std::get<AlertRaisedEntry>(journal[3].entry).cause, receipts->at(2).seq);
}

TEST_F(Together, TheEntryBeforeIsTheOneAppendedBeforeAlsoWhereADaysKeyComesBetween)
{
    const auto receipts = appendedAll(*m_ledger, {draftOf(alertOf("A*")), draftOf(toldVisit("after midnight"), kMorning + 24h, kNextDay)});
    ASSERT_TRUE(receipts);
    EXPECT_EQ(receipts->at(1).seq.value, receipts->at(0).seq.value + 2) << "the key of the new day";
    const auto journal = journalOf(m_path);
    EXPECT_EQ(std::get<VisitEntry>(journal[1].entry).finding, receipts->at(0).seq);
}

TEST_F(Together, BatchesOfManyProducersStayWhole)
{
    constexpr int kProducers = 8, kBatches = 60;
    std::vector<std::thread> producers;
    std::atomic<int> failed = 0;
    for (int p = 0; p < kProducers; ++p)
        producers.emplace_back([&, p] {
            for (int i = 0; i < kBatches; ++i) {
                const auto name = std::to_string(p) + '/' + std::to_string(i);
                const auto receipts = appendedAll(*m_ledger, {draftOf(alertOf(name)), draftOf(toldVisit(name)), draftOf(ExitEntry{})});
                failed += !receipts || receipts->at(1).seq.value != receipts->at(0).seq.value + 1;
            }
        });
    for (auto &producer : producers)
        producer.join();
    EXPECT_EQ(failed, 0);
    std::map<std::int64_t, std::string> alerts;
    int told = 0;
    for (const auto &record : journalOf(m_path)) {
        if (const auto *alert = std::get_if<AlertRaisedEntry>(&record.entry))
            alerts[record.receipt.seq.value] = alert->who;
        if (const auto *visit = std::get_if<VisitEntry>(&record.entry)) {
            EXPECT_EQ(alerts[visit->finding.value], visit->identity.name);
            ++told;
        }
    }
    EXPECT_EQ(told, kProducers * kBatches);
    expectSoundChain(m_path);
}

TEST_F(Together, AfterStoppingABatchFailsAtOnce)
{
    m_ledger->stop();
    const auto refused = appendedAll(*m_ledger, {draftOf(alertOf("A*")), draftOf(toldVisit("A"))});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Storage);
}

} // namespace
} // namespace menshen
