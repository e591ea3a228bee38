// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/ReportJson.h"

#include "db/seal/Chain.h"
#include "db/sqlite/EntryJson.h"
#include "menshen/core/ReportNames.h"

#include <gmock/gmock.h>

namespace menshen {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr EntrySeq kSeq{17};

/// A report in which every field differs from its default.
DailyReport fullReport()
{
    DailyReport report;
    report.day = HallDay{std::chrono::year{2026} / 11 / 22};
    report.parties = {"益阳市行政审批服务局", "领导小组办公室", "带班领导", "0737-1"};
    report.plan = "yiyang";
    report.ended = false;
    for (std::size_t i = 0; i < kReportItems; i += 2)
        report.figures[reportItem(i)] = static_cast<std::int64_t>(i);
    for (std::size_t i = 0; i < kReasonCodes; ++i)
        report.refusedBy[i] = static_cast<std::int64_t>(100 + i);
    report.refusedByGuard = 7;
    report.sinceBeginning[ReportItem::Alerts] = 1'000'000'000'000;
    report.ledgerBegan = HallDay{std::chrono::year{2025} / 12 / 31};
    report.previous = ReportPunctuality::Late;
    report.previousLate = 150min;
    report.missingBefore = 2;
    return report;
}

ReportSignedEntry correction() { return {fullReport(), 3, {}, 5min, {12}, {"telephone", "figures.left"}, "secret-reason"}; }

Result<Entry> decodedBody(const std::string &body) { return decodedEntry(kSeq, "report_signed", body, std::nullopt); }

/// The body of `correction` with `from` replaced by `to`.
std::string altered(const std::string &from, const std::string &to)
{
    auto body = encodedEntry(correction()).body;
    const auto at = body.find(from);
    EXPECT_NE(at, std::string::npos) << from << " in " << body;
    return body.replace(at, from.size(), to);
}

TEST(ReportJson, AReportThatIsNotWhatWasSignedIsRefused)
{
    for (const auto &[from, to] :
         std::vector<std::pair<std::string, std::string>>{{"\"visitors\":0", "\"visitors\":1"},    // a figure
                                                          {"\"fever\":100", "\"fever\":99"},       // a refusal
                                                          {"\"admitted\":null", "\"admitted\":0"}, // what was not kept made zero
                                                          {"\"unit\":\"益阳", "\"unit\":\"益阴"},  // who reports
                                                          {"\"report\":{\"day\":\"2026-11-22\"", "\"report\":{\"day\":\"2026-11-21\""}}) {
        const auto entry = decodedBody(altered(from, to));
        ASSERT_FALSE(entry) << from;
        EXPECT_EQ(entry.error().code, ErrorCode::Storage);
        EXPECT_THAT(entry.error().detail, HasSubstr("entry 17: the report is not the one that was signed"));
    }
    EXPECT_FALSE(decodedBody(altered("{\"day\":\"2026-11-22\",\"version\"", "{\"day\":\"2026-11-21\",\"version\"")));
}

TEST(ReportJson, WhatIsMissingIsAStorageError)
{
    for (const char *key : {"\"version\":3,", "\"late_minutes\":5,", "\"unit\":", "\"figures\":", "\"previous\":\"late\","}) {
        const auto entry = decodedBody(altered(key, std::string(key).ends_with(',') ? "" : "\"x\":"));
        ASSERT_FALSE(entry) << key;
        EXPECT_EQ(entry.error().code, ErrorCode::Storage);
    }
}

TEST(ReportJson, WhatIsSignedIsReadBackWhole)
{
    const auto encoded = encodedEntry(correction());
    EXPECT_THAT(encoded.body, Not(HasSubstr("secret")));
    const auto entry = decodedEntry(kSeq, encoded.kind, encoded.body, encoded.personal);
    ASSERT_TRUE(entry) << entry.error().detail;
    const auto &read = std::get<ReportSignedEntry>(*entry);
    EXPECT_EQ(read.report, fullReport());
    EXPECT_EQ(read.version, 3);
    EXPECT_EQ(read.late, 5min);
    EXPECT_EQ(read.replaces, EntrySeq{12});
    EXPECT_THAT(read.differences, ElementsAre("telephone", "figures.left"));
    EXPECT_EQ(read.reason, "secret-reason");
    EXPECT_EQ(read.digest, reportDigest(fullReport()));
    EXPECT_EQ(encodedEntry(read).body, encoded.body);
}

TEST(ReportJson, AReportOfBeforeLaterItemsWereCountedKeepsItsDigestAndSaysNothingOfThem)
{
    auto report = Json::parse(reportJson(fullReport()));
    report["figures"].erase("staff_refused");
    report["figures"].erase("afterwards");
    const auto digest = hexOf(reportContentHash(dumped(report)));
    const Json body{{"day", "2026-11-22"}, {"version", 1}, {"digest", digest}, {"late_minutes", 0}, {"report", report}};
    const auto entry = decodedBody(dumped(body));
    ASSERT_TRUE(entry) << entry.error().detail;
    const auto &read = std::get<ReportSignedEntry>(*entry);
    EXPECT_EQ(hexOf(read.digest), digest);
    EXPECT_FALSE(read.report.figures[ReportItem::StaffRefused]);
    EXPECT_EQ(read.report.figures[ReportItem::Visitors], fullReport().figures[ReportItem::Visitors]);
}

TEST(ReportJson, AFirstVersionReplacesNothingAndHasNoPersonalPart)
{
    const auto encoded = encodedEntry(ReportSignedEntry{fullReport(), 1, {}, 0min, {}, {}, {}});
    EXPECT_FALSE(encoded.personal);
    EXPECT_THAT(encoded.body, Not(HasSubstr("replaces")));
    EXPECT_TRUE(decodedBody(encoded.body));
}

TEST(ReportJson, BytesThatAreNoUtf8StillGiveAReportThatIsWhatWasSigned)
{
    auto entry = correction();
    entry.report.parties.unit = "a\xFF";
    EXPECT_TRUE(decodedBody(encodedEntry(entry).body));
}

TEST(ReportJson, AFileSaysWhatIsNotKeptAndWhetherItWasSigned)
{
    const auto draft = reportFile(fullReport(), nullptr, nullptr);
    EXPECT_THAT(draft, HasSubstr("\"rounds_done\": null"));
    EXPECT_THAT(draft, HasSubstr("\"signed\": null"));
    const auto entry = correction();
    const Receipt receipt{{40}, WallTime{Micros{5}}, {}};
    const auto file = reportFile(entry.report, &entry, &receipt);
    EXPECT_THAT(file, HasSubstr("\"entry\": 40"));
    EXPECT_THAT(file, HasSubstr(hexOf(reportDigest(entry.report))));
    EXPECT_THAT(file, Not(HasSubstr("secret")));
}

TEST(ReportTold, ReadsBackAsItWasAppendedAndHoldsNoPersonalPart)
{
    const ReportToldEntry told{ReportNews::Overdue, fullReport().day, 0, 1, "mail", false, "no route"};
    for (const ReportToldEntry &entry : {told, ReportToldEntry{ReportNews::Signed, told.day, 2, 0, "group", true, ""}}) {
        const auto encoded = encodedEntry(entry);
        EXPECT_EQ(encoded.kind, "report_told");
        EXPECT_FALSE(encoded.personal);
        const auto read = decodedEntry(kSeq, encoded.kind, encoded.body, std::nullopt);
        ASSERT_TRUE(read);
        const auto &back = std::get<ReportToldEntry>(*read);
        EXPECT_EQ(back.news, entry.news);
        EXPECT_EQ(back.day, entry.day);
        EXPECT_EQ(back.version, entry.version);
        EXPECT_EQ(back.courier, entry.courier);
        EXPECT_EQ(back.delivered, entry.delivered);
        EXPECT_EQ(back.detail, entry.detail);
    }
    EXPECT_FALSE(
        decodedEntry(kSeq, "report_told", R"({"news":"gossip","day":"2026-11-18","courier":"mail","delivered":true})", std::nullopt));
}

} // namespace
} // namespace menshen
