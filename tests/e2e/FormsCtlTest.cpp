// SPDX-License-Identifier: GPL-3.0-or-later
// menshenctl forms, as an office uses it.
#include "tests/e2e/CtlFixture.h"

namespace menshen::test {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class CtlForms : public testing::Test {
protected:
    const TestFolder folder;
    const std::string out = (folder / "forms.pdf").string();
    const std::string plan = kConfig + "plans/qufu.toml";
};

TEST_F(CtlForms, WithoutAFileOrWithAPlanThatIsNoneItIsAUsageError)
{
    EXPECT_EQ(ctl({"forms", "--plan", plan}).code, 2);
    EXPECT_EQ(ctl({"forms", "--plan", kConfig + "plans/none.toml", "--out", out}).code, 2);
    EXPECT_EQ(ctl({"forms", "--config", (folder / "none.toml").string(), "--out", out}).code, 2);
    for (const std::string count : {"0", "1001", "some"})
        EXPECT_EQ(ctl({"forms", "--plan", plan, "--out", out, "--count", count}).code, 2) << count;
    EXPECT_FALSE(std::filesystem::exists(out));
}

TEST_F(CtlForms, WhereNothingCanBeWrittenItFails)
{
    EXPECT_EQ(ctl({"forms", "--plan", plan, "--out", (folder / "missing/forms.pdf").string()}).code, 1);
}

TEST_F(CtlForms, PrintsThePlansFormsNumberedOn)
{
    const auto made = ctl({"forms", "--plan", plan, "--out", out, "--count", "4", "--first", "51"});
    ASSERT_EQ(made.code, 0) << made.err;
    EXPECT_THAT(made.out, HasSubstr("forms 51 to 54 by plan qufu"));
    EXPECT_THAT(contentOf(out), StartsWith("%PDF"));
}

TEST_F(CtlForms, WithoutAPlanItIsTheStations)
{
    const auto made = ctl({"forms", "--config", stationWith(folder).string(), "--out", out, "--count", "2"});
    ASSERT_EQ(made.code, 0) << made.err;
    EXPECT_THAT(made.out, HasSubstr("forms 1 to 2 by plan default"));
}

} // namespace
} // namespace menshen::test
