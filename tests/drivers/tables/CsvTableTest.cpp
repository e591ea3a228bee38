// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/tables/CsvTable.h"

#include "tests/drivers/tables/TablesFixture.h"

#include <csignal>
#include <sys/resource.h>

namespace menshen {
namespace {

constexpr const char *kMark = "\xEF\xBB\xBF";

class CsvTableTest : public TablesFixture {
protected:
    std::unique_ptr<CsvTable> created(const std::string &name)
    {
        auto table = CsvTable::create(path(name));
        EXPECT_TRUE(table);
        return table ? std::move(*table) : nullptr;
    }
};

TEST_F(CsvTableTest, AFolderThatDoesNotExistIsAStorageError)
{
    const auto table = CsvTable::create(path("missing/ledger.csv"));
    ASSERT_FALSE(table);
    EXPECT_EQ(table.error().code, ErrorCode::Storage);
}

TEST_F(CsvTableTest, WhatIsNotCommittedLeavesNothingBehind)
{
    {
        const auto table = created("ledger.csv");
        ASSERT_TRUE(table->sheet("Visits", {"a"}));
        ASSERT_TRUE(table->sheet("Staff", {"b"}));
        ASSERT_TRUE(table->row({text("x")}));
        EXPECT_FALSE(std::filesystem::exists(path("ledger.csv")));
    }
    EXPECT_TRUE(folderIsEmpty());
}

TEST_F(CsvTableTest, ARowBeforeASheetOrAnEmptyCommitIsAnError)
{
    const auto table = created("ledger.csv");
    EXPECT_FALSE(table->row({text("x")}));
    EXPECT_FALSE(table->commit());
}

TEST_F(CsvTableTest, AWriteThatFailsIsReportedAndLeavesTheOldFile)
{
    std::ofstream(path("ledger.csv")) << "old";
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    ::signal(SIGXFSZ, SIG_IGN);
    {
        const auto table = created("ledger.csv");
        const rlimit tiny{1000, before.rlim_max};
        ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &tiny), 0);
        bool written = table->sheet("Visits", {"a"}).has_value();
        for (int i = 0; written && i < 10'000; ++i)
            written = table->row({text(std::string(100, 'x'))}).has_value();
        if (written)
            written = table->commit().has_value();
        ::setrlimit(RLIMIT_FSIZE, &before);
        EXPECT_FALSE(written);
    }
    ::signal(SIGXFSZ, SIG_DFL);
    EXPECT_EQ(contents(path("ledger.csv")), "old");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(m_folder.path()), {}), 1);
}

TEST_F(CsvTableTest, IsRfc4180WithAByteOrderMark)
{
    const auto table = created("ledger.csv");
    ASSERT_TRUE(table->sheet("Visits", {"姓名", "note"}));
    ASSERT_TRUE(table->row({text("王小明"), text("said \"no\", left")}));
    ASSERT_TRUE(table->row({text("=HYPERLINK(\"x\")"), number(36.55)}));
    ASSERT_TRUE(table->row({text(""), number(-1)}));
    ASSERT_TRUE(table->row({{{}, 1234567.0, 0}, text(" edge")}));
    ASSERT_TRUE(table->commit());
    EXPECT_EQ(contents(path("ledger.csv")), std::string(kMark) + "姓名,note\r\n"
                                                                 "王小明,\"said \"\"no\"\", left\"\r\n"
                                                                 "\"'=HYPERLINK(\"\"x\"\")\",36.5\r\n"
                                                                 ",-1.0\r\n"
                                                                 "1234567,\" edge\"\r\n");
}

TEST_F(CsvTableTest, WhatIsMoreThanItsBufferHoldsArrivesWholeAndInOrder)
{
    const auto table = created("ledger.csv");
    ASSERT_TRUE(table->sheet("Visits", {"number"}));
    std::string expected = std::string(kMark) + "number\r\n";
    for (int i = 0; i < 300'000; ++i) {
        const auto line = "row " + std::to_string(i);
        ASSERT_TRUE(table->row({text(line)}));
        expected += line + "\r\n";
    }
    ASSERT_TRUE(table->commit());
    EXPECT_TRUE(contents(path("ledger.csv")) == expected);
}

TEST_F(CsvTableTest, AFurtherSheetIsAFileOfItsOwnBesideIt)
{
    const auto table = created("day.1.csv");
    ASSERT_TRUE(table->sheet("Visits", {"a"}));
    ASSERT_TRUE(table->sheet("Staff", {"b"}));
    ASSERT_TRUE(table->sheet("../员工 打卡", {"c"}));
    ASSERT_TRUE(table->commit());
    EXPECT_EQ(contents(path("day.1.csv")), std::string(kMark) + "a\r\n");
    EXPECT_EQ(contents(path("day.1-staff.csv")), std::string(kMark) + "b\r\n");
    EXPECT_EQ(contents(path("day.1-..-员工-打卡.csv")), std::string(kMark) + "c\r\n");
}

TEST_F(CsvTableTest, ReplacesAnOlderExportAsAWhole)
{
    std::ofstream(path("ledger.csv")) << std::string(1000, 'o');
    const auto table = created("ledger.csv");
    ASSERT_TRUE(table->sheet("Visits", {"a"}));
    EXPECT_EQ(contents(path("ledger.csv")).size(), 1000U);
    ASSERT_TRUE(table->commit());
    EXPECT_EQ(contents(path("ledger.csv")), std::string(kMark) + "a\r\n");
}

} // namespace
} // namespace menshen
