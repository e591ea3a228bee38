// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/db/LedgerFixture.h"

namespace menshen {
namespace {

constexpr HallDay dayOf(unsigned day) { return {std::chrono::year{2026}, std::chrono::November, std::chrono::day{day}}; }

VisitFilter onDays(unsigned from, unsigned to)
{
    VisitFilter filter;
    filter.from = dayOf(from);
    filter.to = dayOf(to);
    return filter;
}

VisitFilter withText(const std::string &text)
{
    VisitFilter filter;
    filter.text = text;
    return filter;
}

/// Three days with twelve visits each, of alternating outcomes and verdicts, two clock-ins and an exit a day.
class SqliteLedgerReaderTest : public testing::Test {
protected:
    void SetUp() override
    {
        m_ledger = opened(m_path);
        for (const unsigned day : {20U, 21U, 22U}) {
            for (int i = 0; i < 12; ++i)
                add(visitNumber(day, i), day);
            add(StaffPunchEntry{"S-1", "李红", "窗口", PunchDirection::In, Verdict::Pass, {}, visitOf("").evidence}, day);
            add(StaffPunchEntry{"S-2", "陈刚", "安保", PunchDirection::Out, Verdict::Pass, {}, visitOf("").evidence}, day);
            add(ExitEntry{}, day);
        }
        auto reader = openReader(m_path);
        ASSERT_TRUE(reader);
        m_reader = std::move(*reader);
    }

    static VisitEntry visitNumber(unsigned day, int i)
    {
        auto visit = visitOf("visitor " + std::to_string(day) + '/' + std::to_string(i));
        if (i % 3 == 1) {
            visit.outcome = Outcome::Refused;
            visit.verdict = Verdict::Refuse;
            visit.reasons = {{ReasonCode::NoMask, CheckLevel::Hard, std::nullopt, ""}};
        } else if (i % 6 == 2) {
            visit.outcome = Outcome::Left;
            visit.verdict = Verdict::Recheck;
        }
        return visit;
    }

    void add(Entry entry, unsigned day) { ASSERT_TRUE(appended(*m_ledger, draftOf(std::move(entry), kMorning, dayOf(day)))); }

    std::int64_t count(const VisitFilter &filter)
    {
        const auto counted = m_reader->countVisits(filter);
        EXPECT_TRUE(counted);
        return counted ? *counted : -1;
    }

    std::vector<VisitRow> visits(const VisitFilter &filter, std::optional<EntrySeq> before = {}, int limit = 1000)
    {
        auto rows = m_reader->visits(filter, before, limit);
        EXPECT_TRUE(rows);
        return rows ? std::move(*rows) : std::vector<VisitRow>{};
    }

    const TempFolder m_folder;
    const std::string m_path = m_folder / "ledger.db";
    std::unique_ptr<SqliteLedger> m_ledger;
    std::unique_ptr<SqliteLedgerReader> m_reader;
};

TEST_F(SqliteLedgerReaderTest, ARowThatItDoesNotUnderstandIsAStorageError)
{
    SQLite::Database db(m_path, SQLite::OPEN_READWRITE);
    db.exec("UPDATE visits SET verdict = 'excellent' WHERE seq = 3"); // what only a later program could mean
    const auto rows = m_reader->visits({}, std::nullopt, 100);
    ASSERT_FALSE(rows);
    EXPECT_EQ(rows.error().code, ErrorCode::Storage);
}

TEST_F(SqliteLedgerReaderTest, ADayWithoutEntriesIsEmpty)
{
    EXPECT_TRUE(visits(onDays(1, 2)).empty());
    EXPECT_EQ(count(onDays(1, 2)), 0);
    const auto counts = m_reader->counts(dayOf(1));
    ASSERT_TRUE(counts);
    EXPECT_EQ(counts->admitted, 0);
    EXPECT_EQ(counts->inside(), 0);
}

TEST_F(SqliteLedgerReaderTest, CountsADay)
{
    const auto counts = m_reader->counts(dayOf(21));
    ASSERT_TRUE(counts);
    EXPECT_EQ(counts->admitted, 6);
    EXPECT_EQ(counts->refused, 4);
    EXPECT_EQ(counts->left, 2);
    EXPECT_EQ(counts->exits, 1);
    EXPECT_EQ(counts->staffIn, 1);
    EXPECT_EQ(counts->staffOut, 1);
    EXPECT_EQ(counts->inside(), 5);
}

TEST_F(SqliteLedgerReaderTest, FiltersByDayOutcomeAndVerdict)
{
    EXPECT_EQ(count({}), 36);
    EXPECT_EQ(count(onDays(21, 22)), 24);
    auto filter = onDays(21, 21);
    filter.outcome = Outcome::Left;
    EXPECT_EQ(count(filter), 2);
    filter.outcome.reset();
    filter.verdict = Verdict::Refuse;
    EXPECT_EQ(count(filter), 4);
    filter.outcome = Outcome::Admitted;
    EXPECT_EQ(count(filter), 0);
    VisitFilter openEnded;
    openEnded.from = dayOf(22);
    EXPECT_EQ(count(openEnded), 12);
    openEnded = {};
    openEnded.to = dayOf(20);
    EXPECT_EQ(count(openEnded), 12);
}

TEST_F(SqliteLedgerReaderTest, PagesNewestFirstWithoutGapOrRepeat)
{
    std::vector<EntrySeq> paged;
    std::optional<EntrySeq> before;
    while (true) {
        const auto page = visits(onDays(20, 22), before, 5);
        if (page.empty())
            break;
        EXPECT_LE(page.size(), 5U);
        for (const auto &row : page)
            paged.push_back(row.seq);
        before = page.back().seq;
    }
    EXPECT_EQ(paged.size(), 36U);
    EXPECT_TRUE(std::is_sorted(paged.rbegin(), paged.rend()));
    EXPECT_EQ(std::adjacent_find(paged.begin(), paged.end()), paged.end());
}

TEST_F(SqliteLedgerReaderTest, AscendingPagesAreTheSameRowsTheOtherWayRound)
{
    std::vector<EntrySeq> ascending;
    EntrySeq after;
    while (true) {
        const auto page = m_reader->visitsAscending(onDays(21, 22), after, 7);
        ASSERT_TRUE(page);
        if (page->empty())
            break;
        for (const auto &row : *page)
            ascending.push_back(row.seq);
        after = page->back().seq;
    }
    const auto newestFirst = visits(onDays(21, 22));
    ASSERT_EQ(ascending.size(), newestFirst.size());
    for (std::size_t i = 0; i < ascending.size(); ++i)
        EXPECT_EQ(ascending[i], newestFirst[newestFirst.size() - 1 - i].seq);
}

TEST_F(SqliteLedgerReaderTest, ADayThatAJumpOfTheClockSplitIsWhole)
{
    add(visitOf("late"), 20); // after entries of later days
    EXPECT_EQ(count(onDays(20, 20)), 13);
    EXPECT_EQ(count(onDays(21, 21)), 12);
    EXPECT_EQ(visits(onDays(20, 20)).front().identity.name, "late");
}

TEST_F(SqliteLedgerReaderTest, FindsAFragmentOfNameDocumentOrPhone)
{
    auto visit = visitOf("欧阳 小明");
    visit.identity.document = "e12345678";
    visit.identity.phone = "+86 139-1234-5678";
    visit.identity.phoneNote = "the companion's";
    visit.note = "a remark that nobody searches";
    add(visit, 22);
    for (const char *text : {"阳小", "E1234", "e1234", "Ｅ１２３４", "13912345", "139 1234", "1234-5678"})
        EXPECT_EQ(count(withText(text)), 1) << text;
    EXPECT_EQ(count(withText("remark")), 0);
    EXPECT_EQ(count(withText("小明e1")), 0) << "a fragment does not run from one field into the next";
    EXPECT_EQ(count(withText("  ")), 37);
}

TEST_F(SqliteLedgerReaderTest, WildcardsAndQuotesInASearchStandForThemselves)
{
    add(visitOf("100%_o'clock\\"), 22);
    for (const char *text : {"%", "_", "'", "\\", "0%_O'"})
        EXPECT_EQ(count(withText(text)), 1) << text;
    EXPECT_EQ(count(withText("x' OR '1'='1")), 0);
}

TEST_F(SqliteLedgerReaderTest, AVisitIsReadWhole)
{
    auto visit = visitOf("王小明", Outcome::Refused, Verdict::Refuse);
    visit.evidence.contact =
        TemperatureReading{Instrument::Contact, {}, BodyTemperature{{38.4}, {0.1}, {"contact"}, false}, {}, Zone::Refer, {}, {}};
    visit.evidence.mask = MaskState::Incorrect;
    visit.reasons = {{ReasonCode::Fever, CheckLevel::Hard, std::nullopt, ""},
                     {ReasonCode::TemperatureMissing, CheckLevel::Soft, NoTemperature::Stale, ""}};
    visit.identity = {"王小明", DocumentType::ForeignPassport, "X123", "NZ", "unreadable", "02112345", "his son's", "pension"};
    visit.overrideReason = "knows the way";
    visit.note = "sent to the clinic";
    ASSERT_TRUE(appended(*m_ledger, draftOf(visit, kMorning + 1s, dayOf(22), "guard 3")));

    const auto row = visits({}, std::nullopt, 1).at(0);
    EXPECT_EQ(row.seq, m_ledger->head());
    EXPECT_EQ(row.at, kMorning + 1s);
    EXPECT_EQ(row.day, dayOf(22));
    EXPECT_EQ(row.outcome, Outcome::Refused);
    EXPECT_EQ(row.verdict, Verdict::Refuse);
    EXPECT_EQ(row.reasons, visit.reasons);
    EXPECT_EQ(row.temperature, Celsius{38.4}) << "contact decides over infrared";
    EXPECT_EQ(row.uncertainty, Celsius{0.1});
    EXPECT_EQ(row.instrument, Instrument::Contact);
    EXPECT_FALSE(row.defaultCalibration);
    EXPECT_EQ(row.mask, MaskState::Incorrect);
    EXPECT_EQ(row.identity, visit.identity);
    EXPECT_EQ(row.overrideReason, visit.overrideReason);
    EXPECT_EQ(row.note, visit.note);
    EXPECT_EQ(row.actor, "guard 3");
}

TEST_F(SqliteLedgerReaderTest, WhatWasNotMeasuredStaysAbsent)
{
    VisitEntry visit;
    visit.outcome = Outcome::Left;
    visit.evidence.attempt.noResult = NoTemperature::DeviceDown;
    add(visit, 22);
    const auto row = visits({}, std::nullopt, 1).at(0);
    EXPECT_FALSE(row.verdict);
    EXPECT_FALSE(row.temperature);
    EXPECT_FALSE(row.uncertainty);
    EXPECT_FALSE(row.mask);
    EXPECT_FALSE(row.defaultCalibration);
}

TEST_F(SqliteLedgerReaderTest, StaffPunchesOfARangeOldestFirstPageByPage)
{
    const auto first = m_reader->staffPunches(dayOf(21), dayOf(22), {}, 3);
    ASSERT_TRUE(first);
    ASSERT_EQ(first->size(), 3U);
    EXPECT_EQ(first->at(0).number, "S-1");
    EXPECT_EQ(first->at(0).name, "李红");
    EXPECT_EQ(first->at(0).department, "窗口");
    EXPECT_EQ(first->at(0).day, dayOf(21));
    EXPECT_EQ(first->at(0).temperature, Celsius{36.5});
    EXPECT_EQ(first->at(0).mask, MaskState::Mask);
    EXPECT_EQ(first->at(1).direction, PunchDirection::Out);
    const auto rest = m_reader->staffPunches(dayOf(21), dayOf(22), first->back().seq, 3);
    ASSERT_TRUE(rest);
    ASSERT_EQ(rest->size(), 1U);
    EXPECT_EQ(rest->front().number, "S-2");
}

TEST_F(SqliteLedgerReaderTest, PagesNeedNoSortingWhateverTheFilter)
{
    SQLite::Database db(m_path, SQLite::OPEN_READONLY);
    for (const char *condition :
         {"", " AND v.outcome = 'left' AND v.outcome <> 'admitted'", " AND v.verdict = 'refuse' AND v.verdict <> 'pass'",
          " AND v.outcome = 'left' AND v.outcome <> 'admitted' AND v.verdict = 'pass'"}) {
        SQLite::Statement plan(db, std::string("EXPLAIN QUERY PLAN SELECT v.seq FROM visits v JOIN journal j ON j.seq = v.seq"
                                               " WHERE v.seq BETWEEN 1 AND 40 AND +v.day >= 20777") +
                                       condition + " ORDER BY v.seq DESC LIMIT 5");
        while (plan.executeStep())
            EXPECT_EQ(plan.getColumn(3).getString().find("TEMP B-TREE"), std::string::npos) << condition;
    }
}

TEST_F(SqliteLedgerReaderTest, ReadsALedgerThatNobodyWrites)
{
    m_reader.reset();
    m_ledger.reset();
    const auto reader = openReader(m_path);
    ASSERT_TRUE(reader);
    const auto counts = (*reader)->counts(dayOf(22));
    ASSERT_TRUE(counts);
    EXPECT_EQ(counts->admitted, 6);
}

TEST_F(SqliteLedgerReaderTest, AnAlertIsOpenWithItsWholeStoryUntilSomebodyEndsIt)
{
    EscalationPolicy policy;
    policy.levels = {{"office", {"办公室", "Office"}, {{"王主任", "13800138000", ""}}, {"mail"}, 5min}};
    const auto raised = [&](const std::string &who) {
        return appended(*m_ledger, draftOf(AlertRaisedEntry{EntrySeq{2}, {}, who, policy}));
    };
    const auto first = raised("A*"), second = raised("B*"), third = raised("C*");
    ASSERT_TRUE(first && second && third);
    EscalationEntry told;
    told.alert = second->seq;
    told.courier = "mail";
    add(told, 22);
    add(AlertActionEntry{second->seq, AlertAction::Acknowledged, {}, {}}, 22);
    add(AlertActionEntry{first->seq, AlertAction::FalseAlarm, {}, "sun"}, 22);
    add(AlertActionEntry{third->seq, AlertAction::HandedOver, {}, "CDC"}, 22);
    const auto open = m_reader->openAlerts();
    ASSERT_TRUE(open) << open.error().detail;
    ASSERT_EQ(open->size(), 1U);
    const std::vector<StoryStep> &story = (*open)[0];
    ASSERT_EQ(story.size(), 3U);
    EXPECT_EQ(story[0].seq, second->seq);
    EXPECT_EQ(std::get<AlertRaisedEntry>(story[0].entry).policy, policy);
    EXPECT_EQ(std::get<EscalationEntry>(story[1].entry).courier, "mail");
    EXPECT_TRUE(std::holds_alternative<AlertActionEntry>(story[2].entry));
}

TEST_F(SqliteLedgerReaderTest, AnIncidentThatIsHandedOverStaysOpenUntilItIsClosed)
{
    const auto raised = appended(*m_ledger, draftOf(AlertRaisedEntry{EntrySeq{2}, {}, "A*"}));
    ASSERT_TRUE(raised);
    AlertActionEntry handOver{raised->seq, AlertAction::HandedOver, {}, "CDC"};
    handOver.when = kMorning;
    add(handOver, 22);
    add(AlertActionEntry{raised->seq, AlertAction::StepSkipped, "disinfected", "no room"}, 22);
    auto open = m_reader->openAlerts();
    ASSERT_TRUE(open) << open.error().detail;
    ASSERT_EQ(open->size(), 1U);
    EXPECT_EQ(open->front().size(), 3U);
    add(AlertActionEntry{raised->seq, AlertAction::Closed, {}, {}}, 22);
    open = m_reader->openAlerts();
    ASSERT_TRUE(open);
    EXPECT_TRUE(open->empty());
}

TEST_F(SqliteLedgerReaderTest, IncidentsAreReadNewestFirstOpenAndPast)
{
    std::vector<EntrySeq> seqs;
    for (int i = 0; i < 4; ++i) {
        AlertRaisedEntry reported; // by a person: it is about no entry
        reported.who = "B*";
        reported.origin = AlertOrigin::Office;
        reported.sign = CaseSign::FellIll;
        reported.note = "at window 3";
        const auto raised = appended(*m_ledger, draftOf(reported));
        ASSERT_TRUE(raised);
        seqs.push_back(raised->seq);
    }
    add(AlertActionEntry{seqs[3], AlertAction::FalseAlarm, {}, "sun"}, 22);
    DisclosureEntry whole{DisclosureKind::ExportedInClear, {}, dayOf(22), dayOf(22), "the CDC asked"};
    whole.alert = seqs[3];
    add(whole, 22);
    const auto newest = m_reader->alerts({}, 2);
    ASSERT_TRUE(newest) << newest.error().detail;
    ASSERT_EQ(newest->size(), 2U);
    EXPECT_EQ(newest->at(0).at(0).seq, seqs[3]);
    EXPECT_EQ(newest->at(0).size(), 3U) << "the disclosure of its list belongs to its story";
    EXPECT_EQ(std::get<AlertRaisedEntry>(newest->at(1).at(0).entry).note, "at window 3");
    const auto older = m_reader->alerts(seqs[2], 10);
    ASSERT_TRUE(older);
    ASSERT_EQ(older->size(), 2U);
    EXPECT_EQ(older->at(1).at(0).seq, seqs[0]);
}

TEST_F(SqliteLedgerReaderTest, VisitsAreFoundByAWindowOfTime)
{
    const auto all = m_reader->visitsAscending({}, {}, 100);
    ASSERT_TRUE(all);
    ASSERT_GE(all->size(), 3U);
    VisitFilter filter;
    filter.since = all->at(1).at;
    filter.until = all->at(all->size() - 2).at;
    const auto within = m_reader->visitsAscending(filter, {}, 100);
    ASSERT_TRUE(within);
    for (const VisitRow &row : *within) {
        EXPECT_GE(row.at, *filter.since);
        EXPECT_LE(row.at, *filter.until);
    }
    const auto counted =
        std::ranges::count_if(*all, [&](const VisitRow &row) { return row.at >= *filter.since && row.at <= *filter.until; });
    EXPECT_EQ(static_cast<std::ptrdiff_t>(within->size()), counted);
    filter.since = WallTime{} + std::chrono::years(90);
    filter.until.reset();
    EXPECT_EQ(m_reader->countVisits(filter).value(), 0);
}

} // namespace
} // namespace menshen
