// SPDX-License-Identifier: GPL-3.0-or-later
// The export over a real ledger into real files.
#include "menshen/app/ExportOffice.h"

#include "db/sqlite/SqliteLedger.h"
#include "db/sqlite/SqliteLedgerReader.h"
#include "drivers/tables/CsvTable.h"
#include "drivers/tables/XlsxTable.h"
#include "tests/app/Interruptions.h"
#include "tests/support/TestClocks.h"
#include "tests/support/TestFolder.h"
#include "tests/support/TestKeyStore.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <sstream>

namespace menshen {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr HallDay kDay{std::chrono::year{2026}, std::chrono::November, std::chrono::day{22}};
constexpr WallTime kMorning = startOfDay(kDay, UtcOffset{}) + 8h + 30min;

TemperatureReading reading(double degrees, Instrument instrument, bool isDefault)
{
    TemperatureReading reading;
    reading.instrument = instrument;
    reading.body = BodyTemperature{{degrees}, {0.3}, {"site"}, isDefault};
    reading.zone = Zone::Pass;
    return reading;
}

VisitEntry visitor(const std::string &name)
{
    VisitEntry visit;
    visit.verdict = Verdict::Pass;
    visit.evidence.infrared = reading(36.5, Instrument::Infrared, true);
    visit.evidence.mask = MaskState::Mask;
    visit.identity.name = name;
    visit.identity.document = "11010519491231002X";
    visit.identity.phone = "13800138000";
    visit.identity.purpose = "社保, 年检";
    return visit;
}

class ExportOfficeTest : public testing::Test {
protected:
    ExportOfficeTest() { fs::create_directory(m_folder / "out"); }

    [[nodiscard]] std::unique_ptr<SqliteLedger> ledger()
    {
        LedgerSettings settings;
        settings.path = m_folder / "ledger.db";
        settings.ballastBytes = 4096;
        auto ledger = SqliteLedger::open(settings, m_store, m_clock);
        EXPECT_TRUE(ledger) << (ledger ? "" : ledger.error().detail);
        return ledger ? std::move(*ledger) : nullptr;
    }

    void append(SqliteLedger &ledger, Entry entry)
    {
        ledger.append({kMorning, kDay, "guard", std::move(entry)}, [this](const Result<Receipt> &result) {
            if (result) // on the ledger's thread, read after it has stopped
                m_seqs.push_back(result->seq);
        });
    }

    void fill(std::vector<Entry> entries)
    {
        const auto open = ledger();
        ASSERT_TRUE(open);
        for (auto &entry : entries)
            append(*open, std::move(entry));
        open->stop();
        ASSERT_EQ(m_seqs.size(), entries.size());
        read();
    }

    void read()
    {
        auto keys = KeyRing::open(m_folder / "ledger.db", m_store);
        ASSERT_TRUE(keys) << keys.error().detail;
        auto reader = SqliteLedgerReader::open(m_folder / "ledger.db", *keys);
        ASSERT_TRUE(reader) << reader.error().detail;
        m_reader = std::move(*reader);
    }

    Result<ExportSummary> toCsv(const ExportRequest &request)
    {
        auto table = CsvTable::create(out("ledger.csv"));
        if (!table)
            return table.error();
        const auto remember = [this](ExportProgress progress) {
            m_progress.push_back(progress);
            if (m_stopAt && progress.done >= *m_stopAt)
                m_stop.request_stop();
        };
        return exportLedger(*m_reader, **table, request, remember, m_stop.get_token());
    }

    [[nodiscard]] std::string out(const std::string &name) const { return (m_folder / "out" / name).string(); }
    [[nodiscard]] bool nothingLeft() const { return fs::is_empty(m_folder / "out"); }

    [[nodiscard]] static std::vector<std::string> lines(const std::string &path)
    {
        std::ifstream file(path, std::ios::binary);
        std::vector<std::string> all;
        for (std::string line; std::getline(file, line);)
            all.push_back(line);
        return all;
    }

    const test::TestFolder m_folder;
    test::TestKeyStore m_store;
    const test::ManualClock m_clock;
    std::vector<EntrySeq> m_seqs; ///< of what was appended
    std::unique_ptr<SqliteLedgerReader> m_reader;
    std::vector<ExportProgress> m_progress;
    std::stop_source m_stop;
    std::optional<std::int64_t> m_stopAt;
};

TEST_F(ExportOfficeTest, StoppedInTheMiddleLeavesNothingBehind)
{
    fill(std::vector<Entry>(1600, visitor("王小明")));
    m_stopAt = 1000;
    const auto summary = toCsv({});
    ASSERT_FALSE(summary);
    EXPECT_EQ(summary.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(m_progress.back().done, 1000);
    EXPECT_TRUE(nothingLeft());
}

TEST_F(ExportOfficeTest, StoppedBeforeItBeganLeavesNothingBehind)
{
    fill({visitor("王小明")});
    m_stop.request_stop();
    const auto summary = toCsv({});
    ASSERT_FALSE(summary);
    EXPECT_EQ(summary.error().code, ErrorCode::Cancelled);
    EXPECT_TRUE(nothingLeft());
}

TEST_F(ExportOfficeTest, AReaderThatFailsInTheMiddleLeavesNothingBehind)
{
    fill(std::vector<Entry>(4500, visitor("王小明")));
    InterruptedReader reader(*m_reader);
    reader.failsAtPage = 2;
    auto table = CsvTable::create(out("ledger.csv"));
    ASSERT_TRUE(table);
    const auto summary = exportLedger(reader, **table, {}, {}, {});
    table->reset();
    ASSERT_FALSE(summary);
    EXPECT_EQ(summary.error().detail, "the disk is gone");
    EXPECT_TRUE(nothingLeft());
}

TEST_F(ExportOfficeTest, AWriterThatFailsEndsTheReadingToo)
{
    fill(std::vector<Entry>(9000, visitor("王小明")));
    InterruptedReader reader(*m_reader);
    FullTable table;
    const auto summary = exportLedger(reader, table, {}, {}, {});
    const int pages = reader.pages;
    ASSERT_FALSE(summary);
    EXPECT_EQ(summary.error().code, ErrorCode::DiskFull);
    EXPECT_LT(pages, 6) << "nothing more is read than was on its way";
    EXPECT_TRUE(m_reader->countVisits({})) << "the reader is the caller's again";
}

TEST_F(ExportOfficeTest, MoreThanOnePageComesWholeAndInOrder)
{
    fill(std::vector<Entry>(4100, visitor("王小明")));
    ExportRequest request;
    request.staffToo = false;
    ASSERT_TRUE(toCsv(request));
    const auto all = lines(out("ledger.csv"));
    ASSERT_EQ(all.size(), 1U + m_seqs.size());
    for (std::size_t i = 0; i < m_seqs.size(); ++i)
        ASSERT_TRUE(all[i + 1].starts_with(std::to_string(m_seqs[i].value) + ',')) << all[i + 1];
}

TEST_F(ExportOfficeTest, WhatIsDestroyedOrUnreadableSaysSoInEveryPersonalColumn)
{
    fill({visitor("王小明"), StaffPunchEntry{"S-1", "李红", "窗口", PunchDirection::In, Verdict::Pass, {}, visitor("").evidence}});
    const auto rowIn = [&](Language language, const std::string &file) {
        ExportRequest request;
        request.language = language;
        request.inClear = true;
        EXPECT_TRUE(toCsv(request));
        return lines(out(file)).at(1);
    };
    SQLite::Database(m_folder / "ledger.db", SQLite::OPEN_READWRITE)
        .exec("DROP TRIGGER journal_is_never_updated; UPDATE journal SET sealed = zeroblob(length(sealed)) WHERE sealed IS NOT NULL");
    read();
    EXPECT_THAT(rowIn(Language::English, "ledger.csv"),
                HasSubstr(",Worn,unreadable,unreadable,unreadable,unreadable,unreadable,unreadable,"));
    EXPECT_THAT(rowIn(Language::English, "ledger-staff.csv"), HasSubstr(",S-1,unreadable,窗口,"));

    SQLite::Database(m_folder / "ledger.db", SQLite::OPEN_READWRITE).exec("UPDATE day_keys SET wrapped = NULL, destroyed_us = 1");
    read();
    EXPECT_THAT(rowIn(Language::Chinese, "ledger.csv"),
                HasSubstr(",已佩戴,已按期销毁,已按期销毁,已按期销毁,已按期销毁,已按期销毁,已按期销毁,"));
    EXPECT_THAT(rowIn(Language::Chinese, "ledger-员工打卡.csv"), HasSubstr(",S-1,已按期销毁,窗口,"));
}

TEST_F(ExportOfficeTest, ProgressComesAtLeastEveryFiveHundredRowsAndEndsAtTheTotal)
{
    std::vector<Entry> entries(1201, visitor("王小明"));
    entries.emplace_back(StaffPunchEntry{"S-1", "李红", "窗口", PunchDirection::In, Verdict::Pass, {}, visitor("").evidence});
    fill(std::move(entries));
    const auto summary = toCsv({});
    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->visits, 1201);
    EXPECT_EQ(summary->punches, 1);
    EXPECT_EQ(m_progress.front().done, 0);
    EXPECT_EQ(m_progress.front().total, 1201);
    EXPECT_EQ(m_progress.back().done, m_progress.back().total);
    for (std::size_t i = 1; i < m_progress.size(); ++i)
        EXPECT_LE(m_progress[i].done - m_progress[i - 1].done, 500);
    EXPECT_EQ(lines(out("ledger.csv")).size(), 1202U);
}

TEST_F(ExportOfficeTest, PersonalFieldsAreMasked)
{
    fill({visitor("王小明")});
    ASSERT_TRUE(toCsv({}));
    const auto row = lines(out("ledger.csv")).at(1);
    EXPECT_THAT(row, HasSubstr(maskedDocument("11010519491231002X", Audience::Office)));
    EXPECT_THAT(row, HasSubstr(maskedPhone("13800138000", Audience::Office)));
    EXPECT_THAT(row, Not(HasSubstr("11010519491231002X")));
    EXPECT_THAT(row, Not(HasSubstr("13800138000")));
}

TEST_F(ExportOfficeTest, InClearDocumentsAndPhonesAreWholeAndFormulasStillNone)
{
    auto visit = visitor("王小明");
    visit.identity.phone = "+8613800138000";
    visit.identity.purpose = "=1+1";
    fill({visit});
    ExportRequest request;
    request.inClear = true;
    ASSERT_TRUE(toCsv(request));
    EXPECT_THAT(lines(out("ledger.csv")).at(1), HasSubstr(",11010519491231002X,'+8613800138000,'=1+1,"));
}

TEST_F(ExportOfficeTest, ACorrectedVisitIsMarkedAndReadsAsCorrected)
{
    const auto open = ledger();
    ASSERT_TRUE(open);
    append(*open, visitor("王小朋"));
    append(*open, visitor("李四"));
    CorrectionEntry correction;
    correction.visit = EntrySeq{3}; // after the epoch's and the day key's entries
    correction.identity = visitor("王小明").identity;
    correction.reason = "mistyped";
    append(*open, correction);
    open->stop();
    ASSERT_EQ(m_seqs.size(), 3U);
    ASSERT_EQ(m_seqs[0].value, 3);
    read();
    ExportRequest request;
    request.language = Language::English;
    ASSERT_TRUE(toCsv(request));
    const auto all = lines(out("ledger.csv"));
    EXPECT_TRUE(all.at(0).ends_with(",Corrected,Entered afterwards,Happened at,Filled in by\r"));
    EXPECT_THAT(all.at(1), HasSubstr(",王小明,"));
    EXPECT_TRUE(all.at(1).ends_with(",Yes,,,\r")) << all.at(1);
    EXPECT_TRUE(all.at(2).ends_with(",,,,,\r")) << all.at(2);
}

TEST_F(ExportOfficeTest, WhatWasEnteredAfterwardsSaysWhenItHappenedAndByWhom)
{
    auto visit = visitor("王小明");
    visit.afterwards = EnteredAfterwards{startOfDay(std::chrono::year{2026} / 11 / 20, UtcOffset{}) + 9h + 30min, "1001"};
    fill({visit});
    ExportRequest request;
    request.language = Language::English;
    ASSERT_TRUE(toCsv(request));
    const auto row = lines(out("ledger.csv")).at(1);
    EXPECT_TRUE(row.ends_with(",,Yes,2026-11-20 09:30:00,1001\r")) << row;
    EXPECT_THAT(row, AllOf(HasSubstr(",As read,"), Not(HasSubstr("calibrated"))));
}

TEST_F(ExportOfficeTest, AVisitIsOneRowInEnglish)
{
    auto visit = visitor("=cmd()");
    visit.outcome = Outcome::Refused;
    visit.verdict = Verdict::Refuse;
    visit.reasons = {{ReasonCode::NoMask, CheckLevel::Hard, std::nullopt, ""}};
    visit.evidence.mask = MaskState::NoMask;
    visit.note = "went home";
    fill({visit});
    ExportRequest request;
    request.language = Language::English;
    request.staffToo = false;
    ASSERT_TRUE(toCsv(request));
    const auto all = lines(out("ledger.csv"));
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[1], std::to_string(m_seqs[0].value) +
                          ",2026-11-22 08:30:00,Refused,Refuse,No mask,36.5,0.3,Infrared,Default (site not calibrated),Not worn,'=cmd(),"
                          "Resident identity card," +
                          maskedDocument("11010519491231002X", Audience::Office) + ',' + maskedPhone("13800138000", Audience::Office) +
                          ",\"社保, 年检\",went home,,,,\r");
    EXPECT_FALSE(fs::exists(out("ledger-staff.csv")));
}

TEST_F(ExportOfficeTest, AContactTemperatureHasNoCorrectionAndAMissingOneNoNumber)
{
    auto byHand = visitor("甲");
    byHand.evidence.contact = reading(36.8, Instrument::Contact, false);
    auto without = visitor("乙");
    without.evidence.infrared.reset();
    auto calibrated = visitor("丙");
    calibrated.evidence.infrared = reading(36.4, Instrument::Infrared, false);
    fill({byHand, without, calibrated});
    ExportRequest request;
    ASSERT_TRUE(toCsv(request));
    const auto all = lines(out("ledger.csv"));
    EXPECT_THAT(all.at(1), HasSubstr(",36.8,0.3,接触式体温计,,已佩戴,"));
    EXPECT_THAT(all.at(2), HasSubstr(",通过,,,,"));
    EXPECT_THAT(all.at(3), HasSubstr(",36.4,0.3,红外测温仪,现场校准,已佩戴,"));
}

TEST_F(ExportOfficeTest, TheFilterDecidesWhichVisitsAndTheDaysWhichPunches)
{
    auto refused = visitor("李四");
    refused.outcome = Outcome::Refused;
    fill({visitor("王小明"), refused, StaffPunchEntry{"S-1", "李红", "窗口", PunchDirection::In, Verdict::Pass, {}, visitor("").evidence}});
    ExportRequest request;
    request.language = Language::English;
    request.filter.outcome = Outcome::Refused;
    request.filter.from = request.filter.to = kDay;
    const auto summary = toCsv(request);
    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->visits, 1);
    EXPECT_EQ(summary->punches, 1);
    EXPECT_THAT(lines(out("ledger-staff.csv")).at(1), HasSubstr("S-1"));

    request.filter.from = request.filter.to = HallDay{std::chrono::year{2026}, std::chrono::November, std::chrono::day{21}};
    const auto none = toCsv(request);
    ASSERT_TRUE(none);
    EXPECT_EQ(none->visits, 0);
    EXPECT_EQ(none->punches, 0);
}

TEST_F(ExportOfficeTest, WritesAWorkbookToo)
{
    fill({visitor("王小明")});
    auto table = XlsxTable::create(out("ledger.xlsx"));
    ASSERT_TRUE(table);
    const auto summary = exportLedger(*m_reader, **table, {}, {}, {});
    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->visits, 1);
    std::ifstream file(out("ledger.xlsx"), std::ios::binary);
    std::string head(2, ' ');
    file.read(head.data(), 2);
    EXPECT_EQ(head, "PK");
}

TEST_F(ExportOfficeTest, ALedgerThatCannotBeReadLeavesNothingBehind)
{
    fill({visitor("王小明")});
    {
        std::fstream file(m_folder / "ledger.db", std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(4096);
        file << std::string(200'000, '\xAA');
    }
    const auto summary = toCsv({});
    ASSERT_FALSE(summary);
    EXPECT_EQ(summary.error().code, ErrorCode::Damaged);
    EXPECT_TRUE(nothingLeft());
}

} // namespace
} // namespace menshen
