// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/documents/FormsPaper.h"

#include "drivers/config/ConfigFiles.h"
#include "tests/drivers/documents/PaperTest.h"

#include <algorithm>

namespace menshen::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class FormsPaper : public PaperTest {
protected:
    std::string textOf(const EmptyForms &forms)
    {
        const auto written = writeEmptyForms(file, forms);
        EXPECT_TRUE(written) << written.error().detail;
        return textOfFile();
    }
    static Plan preset(const std::string &name)
    {
        const auto plan = loadPlan(std::string(MENSHEN_SOURCE_DIR) + "/config/plans/" + name + ".toml");
        EXPECT_TRUE(plan) << plan.error().detail;
        return plan ? *plan : Plan{};
    }
};

std::ptrdiff_t pages(const std::string &text) { return std::count(text.begin(), text.end(), '\f'); }

TEST_F(FormsPaper, AFolderThatIsNotThereIsAStorageErrorAndLeavesNothing)
{
    const auto written = writeEmptyForms((folder / "missing/forms.pdf").string(), {"西厅", Plan{}});
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::Storage);
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST_F(FormsPaper, NoFormsAndTooManyAreRefused)
{
    for (const int count : {0, -1, 1001}) {
        const auto written = writeEmptyForms(file, {"西厅", Plan{}, 1, count});
        ASSERT_FALSE(written) << count;
        EXPECT_EQ(written.error().code, ErrorCode::BadInput);
    }
    EXPECT_FALSE(writeEmptyForms(file, {"西厅", Plan{}, 0, 1}));
    EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(FormsPaper, Y1_Y2_AsksWhatThePlanAsksInBothLanguages)
{
    const auto text = textOf({"西厅 <West & South>", preset("qufu"), 1, 1});
    EXPECT_THAT(text, AllOf(HasSubstr("西厅 <West & South>"), HasSubstr("0001"), HasSubstr("姓名"), HasSubstr("手机号码")));
    EXPECT_THAT(text, AllOf(HasSubstr("证件号码"), HasSubstr("来访事由"), HasSubstr("口罩"), HasSubstr("体温"), HasSubstr("infrared")));
    EXPECT_THAT(text, AllOf(HasSubstr("填表人"), HasSubstr("Filled by"), HasSubstr("放行"), HasSubstr("refused")));
    for (const Question &question : preset("qufu").questions)
        EXPECT_THAT(text, HasSubstr(question.text.en));
    EXPECT_THAT(text, HasSubstr("个人信息保护法")) << "the privacy notice";
    EXPECT_EQ(pages(text), 1);
}

TEST_F(FormsPaper, AnotherPlanPrintsOtherFields)
{
    Plan plan;
    plan.phoneField = plan.purposeField = FieldRule::Off;
    plan.maskCheck = CheckLevel::Off;
    plan.questions = {{"off", {"问题一", "First"}, CheckLevel::Off, false}, {"on", {"问题二", "Second"}, CheckLevel::Soft, false}};
    const auto text = textOf({"西厅", plan, 1, 1});
    EXPECT_THAT(text, AllOf(HasSubstr("姓名"), HasSubstr("问题二"), HasSubstr("Second")));
    EXPECT_THAT(text, AllOf(Not(HasSubstr("手机号码")), Not(HasSubstr("来访事由")), Not(HasSubstr("口罩")), Not(HasSubstr("问题一"))));
}

TEST_F(FormsPaper, SeveralStandOnAPageNoneIsCutAndTheyAreNumberedOn)
{
    for (const char *name : {"default", "qufu", "shanting", "yiyang"}) {
        const auto text = textOf({"西厅", preset(name), 98, 6});
        EXPECT_LE(pages(text), 3) << name << ": two to a page at least";
        for (const char *number : {"0098", "0099", "0100", "0101", "0102", "0103"})
            EXPECT_THAT(text, HasSubstr(number)) << name;
        // Each page holds whole forms: as many ends as beginnings.
        for (std::size_t begin = 0; begin < text.size();) {
            const auto end = std::min(text.find('\f', begin), text.size());
            const auto page = text.substr(begin, end - begin);
            const auto count = [&page](const std::string &part) {
                int found = 0;
                for (auto at = page.find(part); at != std::string::npos; at = page.find(part, at + 1))
                    ++found;
                return found;
            };
            EXPECT_EQ(count("入厅登记表"), count("填表人")) << name;
            begin = end + 1;
        }
    }
}

} // namespace
} // namespace menshen::test
