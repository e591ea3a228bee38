// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/documents/ReportPaper.h"

#include "tests/drivers/documents/PaperTest.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/wechat_qrcode.hpp>

#include <algorithm>
#include <iterator>

namespace menshen::test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

ReportDocument document()
{
    ReportDocument made;
    made.day = HallDay{std::chrono::year{2026} / 11 / 22};
    made.title = {"疫情防控日报", "Daily report"};
    made.facts = {{{"单位", "Unit"}, {"西厅 <West & South>", "西厅 <West & South>"}}, {{"版本", "Version"}, {"第 2 版", "2"}}};
    made.facts.push_back({{"电话", "Telephone"}, {"0737-1", "0737-1"}});
    made.verdict = {"零报告：当日无异常。", "Zero report: nothing abnormal that day."};
    made.draft = false;
    for (const char *title : {"人员进出", "测温", "处置", "运行", "日常"}) {
        ReportSection section{{title, "People"}, {}};
        for (int i = 0; i < 8; ++i)
            section.lines.push_back({{"来访人员", "Visitors"}, 412, 90210, {"412", "412"}, {"90210", "90210"}});
        section.lines.push_back({{"漏测", "Rounds missed"}, {}, {}, {"本站未登记", "not kept at this station"}, {"", ""}});
        made.sections.push_back(section);
    }
    made.remarks = {{"本报告迟报 150 分钟。", "This report is late by 150 min."}};
    made.digest = std::string(64, 'a');
    LedgerHead head;
    head.seq = EntrySeq{54322};
    head.hash.bytes.fill(0x7E);
    made.head = head;
    return made;
}

class ReportPaper : public PaperTest {
protected:
    std::string textOf(const ReportDocument &made)
    {
        const auto written = writeReportPaper(file, made);
        EXPECT_TRUE(written) << written.error().detail;
        return textOfFile();
    }
};

TEST_F(ReportPaper, AFolderThatIsNotThereIsAStorageErrorAndLeavesNothing)
{
    const auto written = writeReportPaper((folder / "missing/report.pdf").string(), document());
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::Storage);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 0);
}

TEST_F(ReportPaper, IsOnePageThatSaysEverythingInBothLanguages)
{
    const auto text = textOf(document());
    EXPECT_THAT(text, AllOf(HasSubstr("疫情防控日报"), HasSubstr("Daily report"), HasSubstr("西厅 <West & South>")));
    EXPECT_THAT(text, AllOf(HasSubstr("当日无异常"), HasSubstr("nothing abnormal"), HasSubstr("412"), HasSubstr("90210")));
    EXPECT_THAT(text, AllOf(HasSubstr("本站未登记"), HasSubstr("not kept at this station"), HasSubstr("late by 150 min")));
    EXPECT_THAT(text, AllOf(HasSubstr(std::string(64, 'a')), HasSubstr("7e7e 7e7e"), HasSubstr("审核人签字"), Not(HasSubstr("Draft"))));
    EXPECT_EQ(std::count(text.begin(), text.end(), '\f'), 1);
}

TEST_F(ReportPaper, ADraftSaysSo)
{
    auto draft = document();
    draft.draft = true;
    draft.head.reset();
    EXPECT_THAT(textOf(draft), AllOf(HasSubstr("草稿"), HasSubstr("Draft, not signed"), Not(HasSubstr("7e7e"))));
}

TEST_F(ReportPaper, TheHeadIsReadBackFromThePrintedPage)
{
    ASSERT_TRUE(writeReportPaper(file, document()));
    const auto page = (folder / "page").string();
    ASSERT_EQ(Subprocess({"/usr/bin/pdftoppm", "-r", "200", "-gray", "-singlefile", "-png", file, page}).wait().code, 0);
    EXPECT_THAT(cv::wechat_qrcode::WeChatQRCode().detectAndDecode(cv::imread(page + ".png")), ElementsAre(headText(*document().head)));
}

} // namespace
} // namespace menshen::test
