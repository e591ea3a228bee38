// SPDX-License-Identifier: GPL-3.0-or-later
// menshenctl report …, as an office uses it.
#include "drivers/secrets/PinFile.h"
#include "tests/e2e/CtlFixture.h"

#include <nlohmann/json.hpp>

namespace menshen::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace fs = std::filesystem;

class CtlReport : public CtlLedger {
protected:
    void SetUp() override
    {
        PinFile pins(folder / "pin", clock);
        ASSERT_TRUE(pins.set("", "271828"));
        record({2, 1, 0});
    }
    [[nodiscard]] Subprocess::Ended sign(const std::string &date, std::vector<std::string> more = {},
                                         const std::string &pin = "271828") const
    {
        std::vector<std::string> command{"report", "daily", "--date", date, "--sign", "--language", "en"};
        command.insert(command.end(), more.begin(), more.end());
        return answering(pin + "\n", command);
    }
    [[nodiscard]] nlohmann::json fileOf(const std::string &date)
    {
        const auto out = folder / "report.json";
        EXPECT_EQ(run({"report", "daily", "--date", date, "--format", "json", "--out", out.string()}).code, 0);
        return nlohmann::json::parse(contentOf(out));
    }
};

TEST_F(CtlReport, ADayThatHasNotEndedIsRefusedInBothLanguagesAndMayBeLookedAt)
{
    const auto refused = sign(isoDay(day(0)));
    EXPECT_EQ(refused.code, 2);
    EXPECT_THAT(refused.err, AllOf(HasSubstr("当日尚未结束"), HasSubstr("has not ended")));
    const auto shown = run({"report", "daily", "--date", isoDay(day(0)), "--language", "en"});
    EXPECT_EQ(shown.code, 0) << shown.err;
    EXPECT_THAT(shown.out, AllOf(HasSubstr("draft, not signed"), HasSubstr("Admitted: 2"), HasSubstr("those so far")));
}

TEST_F(CtlReport, DaysBeforeTheLedgerAndToComeAndNoDaysAreUsageErrors)
{
    for (const std::string &date : {isoDay(day(300)), isoDay(day(-5)), std::string("2026-13-01"), std::string("yesterday")})
        EXPECT_EQ(run({"report", "daily", "--date", date}).code, 2) << date;
    EXPECT_EQ(run({"report", "daily", "--date", isoDay(day(1)), "--format", "pdf"}).code, 2) << "no file is named";
    EXPECT_EQ(run({"report", "daily", "--date", isoDay(day(1)), "--out", "x"}).code, 2) << "no format is named";
}

TEST_F(CtlReport, AWrongPinSignsNothing)
{
    const auto refused = sign(isoDay(day(1)), {}, "111222");
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.err, saysInBothLanguages(ErrorCode::Denied));
    EXPECT_TRUE(fileOf(isoDay(day(1)))["signed"].is_null());
}

TEST_F(CtlReport, WithoutALedgerThereIsNoReportAndNoneIsMade)
{
    fs::remove(ledger);
    EXPECT_EQ(run({"report", "daily", "--date", isoDay(day(1))}).code, 3);
    EXPECT_EQ(sign(isoDay(day(1))).code, 3);
    EXPECT_FALSE(fs::exists(ledger));
}

TEST_F(CtlReport, SignedItIsLockedAndWrittenInEveryFormat)
{
    const auto out = folder / "report.pdf";
    const auto made = sign(isoDay(day(1)), {"--format", "pdf", "--out", out.string()});
    ASSERT_EQ(made.code, 0) << made.err;
    EXPECT_THAT(made.out, HasSubstr("version 1, entry "));
    EXPECT_THAT(contentOf(out), testing::StartsWith("%PDF"));
    const auto file = fileOf(isoDay(day(1)));
    EXPECT_EQ(file["report"]["figures"]["admitted"], 2);
    EXPECT_EQ(file["signed"]["version"], 1);
    const auto table = folder / "report.xlsx";
    EXPECT_EQ(run({"report", "daily", "--date", isoDay(day(1)), "--format", "xlsx", "--out", table.string()}).code, 0);
    EXPECT_TRUE(fs::exists(table));
    const auto again = sign(isoDay(day(1)));
    EXPECT_EQ(again.code, 2);
    EXPECT_THAT(again.err, HasSubstr("nothing differs"));
    EXPECT_EQ(run({"ledger", "verify", "--quiet"}).code, 0);
}

TEST_F(CtlReport, SaysWhatIsDueAndWhatIsMissing)
{
    const auto owed = run({"report", "due"});
    EXPECT_EQ(owed.code, 1);
    EXPECT_THAT(owed.out, HasSubstr(isoDay(day(2)) + " 的日报已逾期"));
    ASSERT_EQ(sign(isoDay(day(2))).code, 0);
    ASSERT_EQ(sign(isoDay(day(1))).code, 0);
    EXPECT_THAT(run({"report", "due"}).out, AllOf(HasSubstr("nothing is due"), Not(HasSubstr("逾期"))));
    EXPECT_THAT(run({"report", "daily", "--date", isoDay(day(1)), "--language", "en"}).out,
                HasSubstr("The report of the day before was late by"));
}

} // namespace
} // namespace menshen::test
