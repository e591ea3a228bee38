// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/documents/Certificate.h"

#include "tests/drivers/documents/PaperTest.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/wechat_qrcode.hpp>

#include <algorithm>
#include <iterator>

/// fontconfig keeps its caches until the end of the program.
extern "C" const char *__lsan_default_suppressions() { return "leak:libfontconfig\n"; } // NOLINT

namespace menshen {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

CertificateFacts threeDays()
{
    CertificateFacts facts;
    facts.stationName = "一楼西厅 <West & South>";
    facts.station.bytes.fill(0x5A);
    facts.epoch.bytes.fill(0x6B);
    auto &destruction = facts.destruction;
    destruction.before = std::chrono::year{2026} / 10 / 23;
    destruction.grounds = "plan yiyang: 30 days";
    destruction.days = {{std::chrono::year{2026} / 10 / 20, 17, 130, 101},
                        {std::chrono::year{2026} / 10 / 21, 18, 140, 102},
                        {std::chrono::year{2026} / 10 / 22, 19, 151, 103}};
    destruction.marks = 917;
    facts.actor = "station";
    facts.receipt.seq = EntrySeq{54321};
    facts.receipt.at = WallTime{std::chrono::sys_days{std::chrono::year{2026} / 11 / 21}} + 18h + 30min;
    facts.receipt.hash.bytes.fill(0xC4);
    LedgerHead head;
    head.seq = EntrySeq{54322};
    head.hash.bytes.fill(0x7E);
    facts.head = head;
    return facts;
}

class CertificateTest : public test::PaperTest {
protected:
    std::string textOf(const CertificateFacts &facts)
    {
        const auto written = writeCertificate(file, facts);
        EXPECT_TRUE(written) << written.error().detail;
        return textOfFile();
    }
};

TEST_F(CertificateTest, AFolderThatIsNotThereIsAStorageErrorAndLeavesNothing)
{
    const auto written = writeCertificate((folder / "missing/certificate.pdf").string(), threeDays());
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::Storage);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 0);
}

TEST_F(CertificateTest, WhatItSaysIsThereInBothLanguages)
{
    const auto text = textOf(threeDays());
    EXPECT_THAT(text, AllOf(HasSubstr("个人信息销毁证明"), HasSubstr("Certificate of Destruction of Personal Data")));
    EXPECT_THAT(text, AllOf(HasSubstr("2026-10-20 至 · to 2026-10-22"), HasSubstr("3 天"), HasSubstr("3 days")));
    EXPECT_THAT(text, AllOf(HasSubstr("421 条,其中来访 306 条"), HasSubstr("421 entries, of these 306 visits"), HasSubstr("917")));
    EXPECT_THAT(text, AllOf(HasSubstr("一楼西厅 <West & South>"), HasSubstr("plan yiyang: 30 days"), HasSubstr("54321")));
    EXPECT_THAT(text, AllOf(HasSubstr("c4c4 c4c4"), HasSubstr("5a5a5a5a"), HasSubstr("7e7e 7e7e")));
    EXPECT_THAT(text, AllOf(HasSubstr("夜间自动执行"), HasSubstr("by night"), HasSubstr("签字"), HasSubstr("Signature")));
    EXPECT_THAT(text, HasSubstr("2026-11-22 02:30:00")) << "in the hall's zone";
}

TEST_F(CertificateTest, EveryDayHasItsKeyAndCounts)
{
    const auto text = textOf(threeDays());
    for (const char *row : {"2026-10-20 +17 +130 +101", "2026-10-21 +18 +140 +102", "2026-10-22 +19 +151 +103"})
        EXPECT_THAT(text, testing::ContainsRegex(row));
}

TEST_F(CertificateTest, ItSaysWhatBecameOfTheBackups)
{
    auto facts = threeDays();
    EXPECT_THAT(textOf(facts), AllOf(HasSubstr("No backup has been made since"), HasSubstr("下一次备份")));
    facts.backupsRemoved = facts.receipt.at + 5min;
    EXPECT_THAT(textOf(facts), AllOf(HasSubstr("2026-11-22 02:35:00"), Not(HasSubstr("No backup has been made since"))));
}

TEST_F(CertificateTest, TheHeadIsReadBackFromThePrintedPage)
{
    const auto facts = threeDays();
    ASSERT_TRUE(writeCertificate(file, facts));
    const auto page = (folder / "page").string();
    ASSERT_EQ(test::Subprocess({"/usr/bin/pdftoppm", "-r", "200", "-gray", "-singlefile", "-png", file, page}).wait().code, 0);
    EXPECT_THAT(cv::wechat_qrcode::WeChatQRCode().detectAndDecode(cv::imread(page + ".png")), testing::ElementsAre(headText(*facts.head)));
}

TEST_F(CertificateTest, ANightsCertificateIsOnePage)
{
    auto facts = threeDays();
    facts.backupsRemoved = facts.receipt.at + 5min;
    const auto text = textOf(facts);
    EXPECT_EQ(std::count(text.begin(), text.end(), '\f'), 1);
}

TEST_F(CertificateTest, AYearOfDaysTakesSeveralPagesAndLosesNone)
{
    auto facts = threeDays();
    facts.destruction.days.clear();
    const std::chrono::sys_days first = std::chrono::year{2025} / 1 / 1;
    for (int i = 0; i < 365; ++i)
        facts.destruction.days.push_back({HallDay{first + std::chrono::days{i}}, i + 1, 10, 9});
    const auto text = textOf(facts);
    EXPECT_GT(std::count(text.begin(), text.end(), '\f'), 5) << "pages";
    for (const char *row : {"2025-01-01 +1 +10 +9", "2025-07-02 +183 +10 +9", "2025-12-31 +365 +10 +9"})
        EXPECT_THAT(text, testing::ContainsRegex(row));
    EXPECT_THAT(text, HasSubstr("3650 entries, of these 3285 visits"));
}

} // namespace
} // namespace menshen
