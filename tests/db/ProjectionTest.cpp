// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/JournalWriter.h"
#include "db/sqlite/LedgerFile.h"
#include "tests/db/LedgerFixture.h"

#include <cmath>
#include <numeric>

namespace menshen {
namespace {

constexpr HallDay kNextDay{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

/// A ledger with every kind of entry, odd texts and values among them.
void fillWithEverything(const std::string &path)
{
    const auto ledger = opened(path);
    auto odd = visitOf("a\xFF"
                       "b\nc",
                       Outcome::Left, std::nullopt);
    odd.evidence.infrared->body->value = {std::nan("")};
    odd.reasons = {{ReasonCode::Answer, CheckLevel::Hard, std::nullopt, "x\xFE"}};
    auto byHand = visitOf("王小明", Outcome::Refused, Verdict::Refuse);
    byHand.evidence.contact = infrared(38.2, Zone::Refer);
    byHand.evidence.contact->instrument = Instrument::Contact;
    const StaffPunchEntry in{"S-1", "李红", "窗口", PunchDirection::In, Verdict::Pass, {}, visitOf("").evidence};
    const StaffPunchEntry out{"S-1", "李红", "窗口", PunchDirection::Out, Verdict::Recheck, {}, {}};
    for (const Entry &entry : {Entry{visitOf("first")}, Entry{odd}, Entry{byHand}, Entry{in}, Entry{ExitEntry{}}, Entry{out},
                               Entry{AlertRaisedEntry{{3}, {}, "王*"}}, Entry{AlertActionEntry{{7}, AlertAction::Acknowledged, "", ""}},
                               Entry{StationEntry{StationAction::Stopped, ""}}})
        ASSERT_TRUE(appended(*ledger, draftOf(entry)));
    auto other = visitOf("Zhang San").identity;
    other.document = "440524188001010014";
    ASSERT_TRUE(appended(*ledger, draftOf(CorrectionEntry{{3}, other, "mistyped"})));
    ASSERT_TRUE(appended(*ledger, draftOf(DisclosureEntry{DisclosureKind::Unmasked, {3}, {}, {}, "the CDC asked"})));
    ASSERT_TRUE(appended(*ledger, draftOf(visitOf("next day"), kMorning + 24h, kNextDay)));
    other.name = "张三";
    ASSERT_TRUE(appended(*ledger, draftOf(CorrectionEntry{{3}, other, "in Chinese"}, kMorning + 24h, kNextDay)));
    const auto alert = appended(*ledger, draftOf(AlertRaisedEntry{}, kMorning + 24h, kNextDay));
    ASSERT_TRUE(alert);
    auto found = byHand;
    found.finding = alert->seq;
    found.afterwards = EnteredAfterwards{kMorning, "S-\xFF"};
    auto refused = in;
    refused.outcome = Outcome::Refused;
    refused.finding = alert->seq;
    for (const Entry &entry : {Entry{found}, Entry{refused}})
        ASSERT_TRUE(appended(*ledger, draftOf(entry, kMorning + 24h, kNextDay)));
}

void execute(const std::string &path, const std::string &sql)
{
    SQLite::Database db(path, SQLite::OPEN_READWRITE);
    db.exec(sql);
}

TEST(Journal, RefusesToChangeOrRemoveOrSlipInAnEntry)
{
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    fillWithEverything(path);
    const auto before = journalOf(path).size();
    EXPECT_THROW(execute(path, "UPDATE journal SET actor = 'nobody' WHERE seq = 2"), SQLite::Exception);
    EXPECT_THROW(execute(path, "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)"), SQLite::Exception);
    EXPECT_THROW(
        execute(path, "INSERT OR REPLACE INTO journal VALUES (2, 1, 0, 20779, 'exit', 'x', '{}', NULL, NULL, zeroblob(32), zeroblob(32))"),
        SQLite::Exception);
    EXPECT_THROW(execute(path, "INSERT INTO journal VALUES (99, 1, 0, 20779, 'exit', 'x', '{}', NULL, NULL, zeroblob(32), zeroblob(32))"),
                 SQLite::Exception);
    EXPECT_THROW(execute(path, "INSERT INTO journal VALUES (NULL, 1, 0, 20779, 'exit', 'x', '{}', NULL, NULL, zeroblob(32), zeroblob(32))"),
                 SQLite::Exception);
    EXPECT_EQ(journalOf(path).size(), before);
}

TEST(Journal, ReadsBackEveryEntryInOrderPageByPage)
{
    const TempFolder folder;
    fillWithEverything(folder / "ledger.db");
    auto reader = JournalReader::open(folder / "ledger.db", keysOf(folder / "ledger.db"));
    ASSERT_TRUE(reader);
    std::vector<std::int64_t> seqs;
    EntrySeq after;
    while (true) {
        const auto page = (*reader)->entries(after, 3);
        ASSERT_TRUE(page);
        if (page->empty())
            break;
        for (const auto &record : *page)
            seqs.push_back(record.receipt.seq.value);
        after = page->back().receipt.seq;
    }
    std::vector<std::int64_t> expected(19); // 16 appended, the beginning, two days' keys
    std::iota(expected.begin(), expected.end(), 1);
    EXPECT_EQ(seqs, expected);
    const auto head = (*reader)->head();
    ASSERT_TRUE(head);
    EXPECT_EQ(*head, EntrySeq{19});
    const auto last = (*reader)->entries({14}, 1);
    ASSERT_TRUE(last);
    ASSERT_EQ(last->size(), 1U);
    EXPECT_EQ(last->front().day, kNextDay);
    EXPECT_EQ(last->front().receipt.at, kMorning + 24h);
    EXPECT_EQ(last->front().actor, "guard");
    EXPECT_EQ(std::get<VisitEntry>(last->front().entry).identity.name, "next day");
}

TEST(Journal, AnEntryOfALaterKindStopsTheReadingAndIsNamed)
{
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    fillWithEverything(path);
    execute(path, "INSERT INTO journal VALUES (20, 1, 0, 20779, 'sealed_head', 'x', '{}', NULL, NULL, zeroblob(32), zeroblob(32))");
    auto reader = JournalReader::open(path, keysOf(path));
    ASSERT_TRUE(reader);
    const auto entries = (*reader)->entries({}, 100);
    ASSERT_FALSE(entries);
    EXPECT_EQ(entries.error().code, ErrorCode::Storage);
    EXPECT_NE(entries.error().detail.find("entry 20"), std::string::npos);
}

TEST(Projections, AreTheSameWhenBuiltAnewFromTheJournal)
{
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    fillWithEverything(path);
    const auto before = projectionsOf(path);
    ASSERT_NE(before.find("staff_punches|"), std::string::npos);
    ASSERT_TRUE(rebuildProjections(path));
    EXPECT_EQ(projectionsOf(path), before);
}

TEST(Projections, ARebuildMendsWhatSomebodyChangedInThem)
{
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    fillWithEverything(path);
    const auto before = projectionsOf(path);
    execute(path, "UPDATE visits SET outcome = 'admitted'; DELETE FROM staff_punches; UPDATE days SET admitted = 77");
    ASSERT_NE(projectionsOf(path), before);
    ASSERT_TRUE(rebuildProjections(path));
    EXPECT_EQ(projectionsOf(path), before);
    EXPECT_EQ(integrityOf(path), "ok");
}

TEST(Projections, ARebuildThatMeetsAnUnreadableEntryChangesNothing)
{
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    fillWithEverything(path);
    {
        auto db = openForWriting(path, false);
        ASSERT_TRUE(db);
        JournalWriter journal(**db, keysOf(path));
        journal.append(draftOf(ExitEntry{}), {"exit", "{}", std::nullopt});
        journal.append(draftOf(ExitEntry{}), {"of_a_later_kind", "{}", std::nullopt});
    }
    const auto before = projectionsOf(path);
    const auto rebuilt = rebuildProjections(path);
    ASSERT_FALSE(rebuilt);
    EXPECT_EQ(rebuilt.error().code, ErrorCode::Damaged);
    EXPECT_NE(rebuilt.error().detail.find("entry 21"), std::string::npos) << rebuilt.error().detail;
    EXPECT_EQ(projectionsOf(path), before);
}

} // namespace
} // namespace menshen
