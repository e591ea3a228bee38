// SPDX-License-Identifier: GPL-3.0-or-later
// What was written is read by a program that is not ours: Python's openpyxl.
#include "drivers/tables/XlsxTable.h"

#include "tests/drivers/tables/TablesFixture.h"

#include <array>
#include <csignal>
#include <cstdio>
#include <sys/resource.h>

namespace menshen {
namespace {

class XlsxTableTest : public TablesFixture {
protected:
    std::unique_ptr<XlsxTable> created(const std::string &name)
    {
        auto table = XlsxTable::create(path(name));
        EXPECT_TRUE(table);
        return table ? std::move(*table) : nullptr;
    }

    /// What a Python program prints that has the workbook as `book`.
    std::string asked(const std::string &name, const std::string &program)
    {
        const auto script = path("ask.py");
        std::ofstream(script) << "import openpyxl\nbook = openpyxl.load_workbook('" << path(name) << "')\n" << program << '\n';
        const std::unique_ptr<std::FILE, int (*)(std::FILE *)> pipe(::popen(("/usr/bin/python3 " + script + " 2>&1").c_str(), "re"),
                                                                    ::pclose);
        std::string answer;
        std::array<char, 4096> part{};
        while (std::fgets(part.data(), part.size(), pipe.get()))
            answer += part.data();
        return answer;
    }
};

TEST_F(XlsxTableTest, AFolderThatDoesNotExistIsAStorageError)
{
    const auto table = XlsxTable::create(path("missing/ledger.xlsx"));
    ASSERT_FALSE(table);
    EXPECT_EQ(table.error().code, ErrorCode::Storage);
}

TEST_F(XlsxTableTest, WhatIsNotCommittedLeavesNothingBehind)
{
    {
        const auto table = created("ledger.xlsx");
        ASSERT_TRUE(table->sheet("Visits", {"a"}));
        ASSERT_TRUE(table->row({text("x")}));
        EXPECT_FALSE(std::filesystem::exists(path("ledger.xlsx")));
    }
    EXPECT_TRUE(folderIsEmpty());
}

TEST_F(XlsxTableTest, ARowBeforeASheetOrAnEmptyCommitIsAnError)
{
    const auto table = created("ledger.xlsx");
    EXPECT_FALSE(table->row({text("x")}));
    EXPECT_FALSE(table->commit());
}

TEST_F(XlsxTableTest, RowsThatDoNotReachTheDiskAreReported)
{
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    ::signal(SIGXFSZ, SIG_IGN);
    {
        const auto table = created("ledger.xlsx");
        const rlimit tiny{20'000, before.rlim_max};
        ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &tiny), 0);
        bool written = table->sheet("Visits", {"a"}).has_value();
        for (int i = 0; written && i < 100'000; ++i)
            written = table->row({text("the same text again and again, which a zip makes small")}).has_value();
        EXPECT_FALSE(written) << "not only at the end";
        ::setrlimit(RLIMIT_FSIZE, &before);
    }
    ::signal(SIGXFSZ, SIG_DFL);
    EXPECT_TRUE(folderIsEmpty());
}

TEST_F(XlsxTableTest, TextStaysTextAndNumbersAreNumbers)
{
    const auto table = created("ledger.xlsx");
    ASSERT_TRUE(table->sheet("来访登记", {"姓名", "体温"}));
    ASSERT_TRUE(table->row({text("=1+1"), number(36.54)}));
    ASSERT_TRUE(table->row({text("<b>&\x01\xFF"), number(38)}));
    ASSERT_TRUE(table->row({text(std::string(40'000, 'x')), {}}));
    ASSERT_TRUE(table->commit());
    EXPECT_EQ(asked("ledger.xlsx", "s = book['来访登记']\n"
                                   "for c in (s['A1'], s['B1'], s['A2'], s['B2'], s['A3'], s['B3'], s['B4']):\n"
                                   "    print(c.data_type, c.value)\n"
                                   "print(len(s['A4'].value), s['B2'].number_format)"),
              "s 姓名\ns 体温\ns =1+1\nn 36.5\ns <b>&\xEF\xBF\xBD\nn 38\nn None\n32767 0.0\n");
}

TEST_F(XlsxTableTest, WholeNumbersStayWholeAndSpacesAndEmptyCellsStayWhereTheyAre)
{
    const auto table = created("ledger.xlsx");
    ASSERT_TRUE(table->sheet("Visits", std::vector<std::string>(28, "title")));
    std::vector<TableWriter::Cell> cells(28);
    cells[0] = {{}, 12345678.0, 0};
    cells[2] = text(" \"two\"  ");
    cells[27] = text("last");
    ASSERT_TRUE(table->row(cells));
    ASSERT_TRUE(table->commit());
    EXPECT_EQ(asked("ledger.xlsx", "s = book.active\n"
                                   "print(s['A2'].value, s['A2'].number_format, s['B2'].value, '[' + s['C2'].value + ']', s['AB2'].value)\n"
                                   "print(s.auto_filter.ref)"),
              "12345678 General None [ \"two\"  ] last\nA1:AB2\n");
}

TEST_F(XlsxTableTest, IsASoundZipFileOfWellFormedPartsAndNothingElseIsEverBesideIt)
{
    const auto table = created("ledger.xlsx");
    ASSERT_TRUE(table->sheet("R&D <1>", {"a & b"}));
    for (int i = 0; i < 5000; ++i)
        ASSERT_TRUE(table->row({text("<&>\"'"), number(i)}));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(m_folder.path()), {}), 1) << "names must not lie about in temporary files";
    ASSERT_TRUE(table->commit());
    EXPECT_EQ(asked("ledger.xlsx", "import zipfile, xml.dom.minidom\n"
                                   "z = zipfile.ZipFile('" +
                                       path("ledger.xlsx") +
                                       "')\n"
                                       "print(z.testzip(), len([xml.dom.minidom.parseString(z.read(n)) for n in z.namelist()]) > 5)\n"
                                       "print(book.sheetnames, book.active.max_row, book.active['A5001'].value)"),
              "None True\n['R&D <1>'] 5001 <&>\"'\n");
}

TEST_F(XlsxTableTest, TheHeaderIsBoldAndFrozenWithAFilterOverAllRows)
{
    const auto table = created("ledger.xlsx");
    ASSERT_TRUE(table->sheet("Visits", {"a", "b", "a much longer title"}));
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(table->row({text("1"), text("2"), text("3")}));
    ASSERT_TRUE(table->sheet("Staff: [in/out]", {"number"}));
    ASSERT_TRUE(table->commit());
    EXPECT_EQ(asked("ledger.xlsx", "s = book.worksheets[0]\n"
                                   "print(book.sheetnames)\n"
                                   "print(s['A1'].font.b, s['A2'].font.b, s.freeze_panes, s.auto_filter.ref)\n"
                                   "print(s.column_dimensions['C'].width > s.column_dimensions['A'].width)"),
              "['Visits', 'Staff- -in-out-']\nTrue False A2 A1:C4\nTrue\n");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(m_folder.path()), {}), 2) << "only the workbook and the script";
}

TEST_F(XlsxTableTest, AFullSheetGoesOnInAnother)
{
    const auto table = created("ledger.xlsx");
    ASSERT_TRUE(table->sheet("Visits", {"a"}));
    for (int i = 1; i <= 1'048'577; ++i)
        if (i == 1 || i >= 1'048'575)
            ASSERT_TRUE(table->row({number(i % 10)}));
        else
            ASSERT_TRUE(table->row({}));
    ASSERT_TRUE(table->commit());
    EXPECT_EQ(asked("ledger.xlsx", "print(book.sheetnames)\nfor s in book: print(s.max_row, s['A1'].value, s.auto_filter.ref)\n"
                                   "print(book.worksheets[1]['A2'].value)"),
              "['Visits', 'Visits (2)']\n1048576 a A1:A1048576\n3 a A1:A3\n6\n");
}

} // namespace
} // namespace menshen
