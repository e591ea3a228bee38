// SPDX-License-Identifier: GPL-3.0-or-later
// menshenctl group … and menshenctl roster …, as a technician uses them.
#include "drivers/secrets/PinFile.h"
#include "tests/e2e/CtlFixture.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace menshen::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class CtlRegister : public CtlLedger {
protected:
    void SetUp() override
    {
        PinFile pins(folder / "pin", clock);
        ASSERT_TRUE(pins.set("", "271828"));
        record({0});
        folder.write(
            "group.csv",
            "姓名,职务,手机\n周建国,组长,13800138001\n吴敏,副组长,13800138002\n陈晨,办公室,13800138006\n疾控,疾控专线,13800138007\n");
        folder.write("roster.csv",
                     "日期,班次,开始,结束,带班领导\n" + isoDay(day(0)) + ",全天,00:00,24:00,周建国\n" + isoDay(day(-1)) + ",全天,,,吴敏\n");
    }
    [[nodiscard]] Subprocess::Ended import(const std::string &which, const std::string &file, const std::string &pin = "271828") const
    {
        return answering(pin + "\n", {which, "import", (folder / file).string(), "--language", "en"});
    }
};

TEST_F(CtlRegister, AFileWithFaultsIsRefusedLineByLineAndChangesNothing)
{
    folder.write("bad.csv", "姓名,职务,手机\n周建国,市长,=1+1\n");
    const auto refused = import("group", "bad.csv");
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.err, AllOf(HasSubstr("line 2, Role: Unknown role"), HasSubstr("line 2, Mobile: This is a formula"),
                                   HasSubstr("nothing was taken over")));
    EXPECT_EQ(import("group", "none.csv").code, 2);
    EXPECT_FALSE(std::filesystem::exists(folder / "registers"));
}

TEST_F(CtlRegister, AWrongPinChangesNothing)
{
    const auto refused = import("group", "group.csv", "111222");
    EXPECT_NE(refused.code, 0);
    EXPECT_THAT(refused.err, HasSubstr("wrong PIN"));
    EXPECT_FALSE(std::filesystem::exists(folder / "registers"));
}

TEST_F(CtlRegister, WhileAStationRunsNothingIsImported)
{
    const auto running = open();
    const auto refused = import("group", "group.csv");
    EXPECT_EQ(refused.code, 3);
    EXPECT_THAT(refused.err, HasSubstr("a station is running"));
    EXPECT_EQ(run({"roster", "check", "--language", "en"}).code, 1) << "but looked at: there are no shifts";
    EXPECT_EQ(run({"group", "import", (folder / "group.csv").string(), "--dry-run"}).code, 0) << "and tried";
}

TEST_F(CtlRegister, WhileAStationRunsNoPhoneIsExported)
{
    ASSERT_EQ(import("group", "group.csv").code, 0);
    const auto running = open();
    const auto refused = answering("271828\n", {"group", "export", (folder / "out.csv").string()});
    EXPECT_EQ(refused.code, 3);
    EXPECT_THAT(refused.err, HasSubstr("a station is running"));
    EXPECT_FALSE(std::filesystem::exists(folder / "out.csv"));
}

TEST_F(CtlRegister, ADryRunLeavesWhatWasCutShortToTheNextStart)
{
    ASSERT_EQ(import("group", "group.csv").code, 0);
    const auto staged = folder / "registers" / "leading_group-2.staged";
    std::filesystem::copy(folder / "registers" / "leading_group-1.sealed", staged);
    EXPECT_EQ(run({"group", "import", (folder / "group.csv").string(), "--dry-run"}).code, 0);
    EXPECT_TRUE(std::filesystem::exists(staged));
}

TEST_F(CtlRegister, AnExportIsInTheLedgerBeforeItsFileIsWritten)
{
    ASSERT_EQ(import("group", "group.csv").code, 0);
    const auto exports = [this] {
        SQLite::Database db(ledger.string());
        return db.execAndGet("SELECT count(*) FROM journal WHERE actor = 'ctl' AND body LIKE '%\"exported\"%\"out.csv\"%'").getInt();
    };
    ASSERT_EQ(exports(), 0);
    EXPECT_NE(answering("111222\n", {"group", "export", (folder / "out.csv").string()}).code, 0);
    EXPECT_EQ(exports(), 0);
    EXPECT_EQ(answering("271828\n", {"group", "export", (folder / "nowhere" / "out.csv").string()}).code, 1);
    EXPECT_EQ(exports(), 1);
    EXPECT_EQ(answering("271828\n", {"group", "export", (folder / "out.csv").string()}).code, 0);
    EXPECT_EQ(exports(), 2);
}

TEST_F(CtlRegister, BothAreImportedCheckedAndExported)
{
    const auto looked = run({"group", "import", (folder / "group.csv").string(), "--dry-run"});
    EXPECT_EQ(looked.code, 0) << looked.err;
    EXPECT_THAT(looked.out, HasSubstr("4 added, 0 changed, 0 removed"));
    EXPECT_FALSE(std::filesystem::exists(folder / "registers"));

    const auto group = import("group", "group.csv");
    EXPECT_EQ(group.code, 0) << group.err;
    EXPECT_THAT(group.out, HasSubstr("version 1 holds from now on"));
    EXPECT_EQ(run({"group", "check"}).code, 0);
    const auto roster = import("roster", "roster.csv");
    EXPECT_EQ(roster.code, 0) << roster.err;

    const auto tomorrow = isoDay(day(-1)), after = isoDay(day(-2));
    const auto sound = run({"roster", "check", "--to", tomorrow, "--language", "en"});
    EXPECT_EQ(sound.code, 0) << sound.out;
    EXPECT_THAT(sound.out, HasSubstr("on duty now: 周建国"));
    const auto gap = run({"roster", "check", "--to", after, "--language", "en"});
    EXPECT_EQ(gap.code, 1);
    EXPECT_THAT(gap.out, HasSubstr(after + " 全天: nobody is on duty."));
    EXPECT_EQ(run({"roster", "check", "--from", tomorrow, "--to", isoDay(day(3))}).code, 2);

    const auto out = folder / "out.csv";
    EXPECT_NE(answering("111222\n", {"roster", "export", out.string()}).code, 0);
    const auto written = answering("271828\n", {"roster", "export", out.string()});
    EXPECT_EQ(written.code, 0) << written.err;
    EXPECT_THAT(contentOf(out), HasSubstr(tomorrow + ",全天,00:00,00:00,p2,吴敏"));
    EXPECT_THAT(import("roster", "out.csv").out, HasSubstr("0 added, 0 changed, 0 removed"));
    EXPECT_EQ(run({"ledger", "verify"}).code, 0);
}

} // namespace
} // namespace menshen::test
