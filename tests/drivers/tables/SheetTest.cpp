// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that people bring: hostile ones first. Workbooks are made by programs that are not ours: Python's openpyxl and zipfile.
#include "drivers/tables/CsvTable.h"
#include "drivers/tables/NumberFormat.h"
#include "drivers/tables/SheetFile.h"
#include "drivers/tables/XlsxTable.h"

#include "tests/drivers/tables/TablesFixture.h"

#include <gmock/gmock.h>

#include <cstdio>

namespace menshen {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Kind = SheetCell::Kind;

std::vector<std::string> textsOf(const SheetRow &row)
{
    std::vector<std::string> texts;
    for (const SheetCell &cell : row.cells)
        texts.push_back(cell.text);
    return texts;
}

class SheetTest : public TablesFixture {
protected:
    /// Runs a Python program that makes `book.xlsx`, and reads that.
    Sheet made(const std::string &program)
    {
        const auto script = path("make.py"), file = path("book.xlsx");
        std::ofstream(script) << "import openpyxl, zipfile, datetime\nFILE = '" << file << "'\n" << program << '\n';
        EXPECT_EQ(std::system(("/usr/bin/python3 " + script + " >&2").c_str()), 0);
        const auto sheet = readSheet(file);
        EXPECT_TRUE(sheet) << (sheet ? "" : sheet.error().detail);
        return sheet ? *sheet : Sheet{};
    }
    /// A workbook that openpyxl writes.
    Sheet book(const std::string &cells) { return made("b = openpyxl.Workbook(); s = b.active\n" + cells + "\nb.save(FILE)"); }
    /// A workbook of hand-made parts; only the sheet is given.
    Sheet parts(const std::string &sheet, const std::string &extra = {})
    {
        return made(
            "z = zipfile.ZipFile(FILE, 'w', zipfile.ZIP_DEFLATED)\n"
            "z.writestr('xl/workbook.xml', '<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"rId1\"/></sheets></workbook>')\n"
            "z.writestr('xl/_rels/workbook.xml.rels', '<R><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></R>')\n"
            "z.writestr('xl/worksheets/sheet1.xml', " +
            sheet + ")\n" + extra + "\nz.close()");
    }
};

// ---- what is no table

TEST_F(SheetTest, AFileThatIsNotThereOrIsAFolderIsAnError)
{
    EXPECT_EQ(readSheet(path("none.csv")).error().code, ErrorCode::NotFound);
    EXPECT_EQ(readSheet(m_folder.path().string()).error().code, ErrorCode::Storage);
}

TEST_F(SheetTest, WrongFileTypesAreToldByWhatIsInThem)
{
    EXPECT_EQ(sheetOf("").problem, SheetProblem::Empty);
    EXPECT_EQ(sheetOf(" \r\n\r\n").problem, SheetProblem::Empty);
    EXPECT_EQ(sheetOf("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old Excel").problem, SheetProblem::OldWorkbook);
    EXPECT_EQ(sheetOf("PK\x03\x04 and no zip").problem, SheetProblem::BadWorkbook);
    EXPECT_EQ(sheetOf(std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16)).problem, SheetProblem::NotATable);
    EXPECT_EQ(sheetOf("\xFF\xFF\xFF,a\n").problem, SheetProblem::BadEncoding);
    EXPECT_EQ(sheetOf(std::string("a,b\0c\n", 6)).problem, SheetProblem::NotATable);
    EXPECT_EQ(sheetOf(std::string("\xFF\xFE\x00\xD8", 4)).problem, SheetProblem::BadEncoding) << "half of a UTF-16 pair";
    EXPECT_EQ(sheetOf("a,b\n\"open,1\n2,3\n").problem, SheetProblem::BadText);
    EXPECT_EQ(sheetOf("a,b\n\"open,1\n2,3\n").line, 2);
    EXPECT_EQ(sheetOf("a,b\nx\"y,1\n").problem, SheetProblem::BadText);
}

TEST_F(SheetTest, AZipThatIsNoWorkbookIsTold)
{
    EXPECT_EQ(made("z = zipfile.ZipFile(FILE, 'w'); z.writestr('readme.txt', 'x'); z.close()").problem, SheetProblem::BadWorkbook);
    EXPECT_EQ(made("open(FILE,'wb').write(b'PK\\x05\\x06' + b'\\0'*18)").problem, SheetProblem::BadWorkbook);
}

TEST_F(SheetTest, AWorkbookCutAnywhereIsRefusedAndNeverCrashes)
{
    ASSERT_EQ(book("s.append(['a','b']); s.append(['c', 5])").problem, SheetProblem::None);
    const auto whole = contents(path("book.xlsx"));
    for (std::size_t size = 4; size < whole.size(); size += 37)
        EXPECT_NE(sheetOf(whole.substr(0, size)).problem, SheetProblem::None) << size;
}

TEST_F(SheetTest, ADocumentTypeWithEntitiesIsRefused)
{
    EXPECT_EQ(parts("'<!DOCTYPE x [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><worksheet><sheetData><row><c "
                    "t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>'")
                  .problem,
              SheetProblem::BadWorkbook);
}

TEST_F(SheetTest, ABombIsTooLargeAndDoesNotFillTheMemory)
{
    EXPECT_EQ(parts("'<worksheet>' + ' ' * (300 * 1024 * 1024) + '</worksheet>'").problem, SheetProblem::TooLarge);
    EXPECT_EQ(parts("'<worksheet><sheetData>' + '<row><c t=\"str\"><v>x</v></c></row>' * 200002 + '</sheetData></worksheet>'").problem,
              SheetProblem::TooLarge);
    EXPECT_EQ(parts("'<worksheet><mergeCells><mergeCell ref=\"A1:BL1048576\"/></mergeCells></worksheet>'").problem, SheetProblem::TooLarge);
}

TEST_F(SheetTest, TextsThatUnpackToMoreThanTheMemoryAreTooLarge)
{
    const std::string strings = "z.writestr('xl/sharedStrings.xml', '<sst>' + ";
    const std::string one = "'<worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>'";
    EXPECT_EQ(parts(one, strings + "'<si/>' * 1000001 + '</sst>')").problem, SheetProblem::TooLarge) << "empty ones take room too";
    const std::string big = strings + "'<si><t>' + 'x' * 1000000 + '</t></si></sst>')";
    EXPECT_EQ(parts(one, big).problem, SheetProblem::None);
    EXPECT_EQ(
        parts("'<worksheet><sheetData>' + ('<row>' + '<c t=\"s\"><v>0</v></c>' * 64 + '</row>') * 10 + '</sheetData></worksheet>'", big)
            .problem,
        SheetProblem::TooLarge)
        << "one text, in 640 cells";
    EXPECT_EQ(
        parts("'<worksheet><sheetData><row r=\"1\"><c t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row></sheetData>"
              "<mergeCells>' + '<mergeCell ref=\"A1:BL2\"/>' * 2 + '</mergeCells></worksheet>'",
              big)
            .problem,
        SheetProblem::TooLarge)
        << "one text, merged over 128 cells twice";
    EXPECT_EQ(parts("'<worksheet><sheetData>' + '<row><c r=\"BL1\"><v>1</v></c></row>' * 199999 + '</sheetData></worksheet>'").problem,
              SheetProblem::TooLarge)
        << "63 empty cells before each";
    std::string text;
    for (int i = 0; i < 199'999; ++i)
        text += "x" + std::string(63, ',') + '\n';
    EXPECT_EQ(sheetOf(text).problem, SheetProblem::TooLarge) << "or after it, in 13 MB of CSV";
}

TEST_F(SheetTest, LinesThatDoNotGrowAreNoWorkbook)
{
    const auto rows = [](const std::string &first, const std::string &second) {
        return "'<worksheet><sheetData><row" + first + "><c><v>1</v></c></row><row" + second +
               "><c><v>2</v></c></row></sheetData></worksheet>'";
    };
    for (const char *line : {" r=\"7\"", " r=\"6\"", " r=\"0\"", " r=\"-5\"", " r=\"1048577\"", " r=\"99999999999\"", " r=\"x\""})
        EXPECT_EQ(parts(rows(" r=\"7\"", line)).problem, SheetProblem::BadWorkbook) << line;
    EXPECT_EQ(parts(rows(" r=\"2147483647\"", "")).problem, SheetProblem::BadWorkbook);
    EXPECT_EQ(parts(rows(" r=\"1048576\"", "")).problem, SheetProblem::BadWorkbook) << "one after the last";
    EXPECT_EQ(parts(rows("", " r=\"1048576\"")).rows.at(1).line, 1'048'576);
}

TEST_F(SheetTest, PlacesThatAreNoneDoNoHarm)
{
    const auto sheet = parts("'<worksheet><sheetData><row><c r=\"ZZZZ9\"><v>1</v></c><c r=\"XFD1\"><v>2</v></c><c r=\"A0\" t=\"s\">"
                             "<v>99</v></c></row><row r=\"7\"><c r=\"B7\" t=\"str\"><v>here</v></c></row></sheetData></worksheet>'");
    ASSERT_EQ(sheet.rows.back().line, 7);
    EXPECT_THAT(textsOf(sheet.rows.back()), ElementsAre("", "here"));
}

TEST_F(SheetTest, FormulasAndFaultsAreNamedAsSuch)
{
    const auto sheet = book("s.append(['=1+1', 'text']); s['C1'] = '#REF!'");
    ASSERT_EQ(sheet.rows.size(), 1U);
    EXPECT_EQ(sheet.rows[0].cells[0].kind, Kind::Formula);
    EXPECT_EQ(sheet.rows[0].cells[0].text, "");
    EXPECT_EQ(sheet.rows[0].cells[2].kind, Kind::Fault);
    EXPECT_EQ(sheetOf("a,\"=cmd|'/c calc'!A1\"\n").rows.at(0).cells.at(1).kind, Kind::Formula);
}

// ---- text

TEST_F(SheetTest, ReadsUtf8WithAndWithoutMarkUtf16AndTheGbkOfAChineseExcel)
{
    const std::string gbk = "\xD0\xD5\xC3\xFB,\xCA\xD6\xBB\xFA\r\n\xD5\xC5\xC8\xFD,13800138000\r\n"; // 姓名,手机 / 张三
    const std::string utf8 = "姓名,手机\r\n张三,13800138000\r\n";
    const std::string utf16("\xFF\xFE\xD3\x59\x0D\x54\x09\x00\x78\x00\r\x00\n\x00", 14); // "姓名<tab>x", as "Unicode text" saves it
    for (const auto &bytes : {gbk, utf8, "\xEF\xBB\xBF" + utf8}) {
        const auto sheet = sheetOf(bytes);
        ASSERT_EQ(sheet.rows.size(), 2U);
        EXPECT_THAT(textsOf(sheet.rows[0]), ElementsAre("姓名", "手机"));
        EXPECT_THAT(textsOf(sheet.rows[1]), ElementsAre("张三", "13800138000"));
    }
    EXPECT_THAT(textsOf(sheetOf(utf16).rows.at(0)), ElementsAre("姓名", "x"));
}

TEST_F(SheetTest, KnowsEachRowsLineAlsoAfterEmptyRowsAndCellsOfSeveralLines)
{
    const auto sheet = sheetOf("\na;b\n\n;;\n\"two\nlines\";c\nlast;row");
    ASSERT_EQ(sheet.rows.size(), 3U);
    EXPECT_EQ(sheet.rows[0].line, 2);
    EXPECT_EQ(sheet.rows[1].line, 5);
    EXPECT_THAT(textsOf(sheet.rows[1]), ElementsAre("two lines", "c"));
    EXPECT_EQ(sheet.rows[2].line, 7);
    EXPECT_THAT(textsOf(sheetOf("a,b\rc,d\r").rows.at(1)), ElementsAre("c", "d")) << "an old Mac's line ends";
}

TEST_F(SheetTest, AHundredThousandLinesAreRead)
{
    std::string text = "day,shift,name\n";
    for (int i = 0; i < 100'000; ++i)
        text += "2026-11-22,白班,周建国\n";
    const auto sheet = sheetOf(text);
    EXPECT_EQ(sheet.problem, SheetProblem::None);
    EXPECT_EQ(sheet.rows.size(), 100'001U);
    EXPECT_EQ(sheet.rows.back().line, 100'001);
}

// ---- workbooks

TEST_F(SheetTest, ReadsTextsNumbersDaysAndTimesOfAWorkbook)
{
    const auto sheet = book("s.append(['姓名', 13800138000, 36.5, datetime.date(2026,11,22), datetime.time(8,30), True])\n"
                            "c = s.cell(2, 4, datetime.datetime(2026,3,1)); c.number_format = 'yyyy\"年\"m\"月\"d\"日\"'\n"
                            "s.cell(2, 2, 0.5).number_format = '0.00E+00'");
    ASSERT_EQ(sheet.rows.size(), 2U);
    EXPECT_THAT(textsOf(sheet.rows[0]), ElementsAre("姓名", "13800138000", "36.5", "2026-11-22", "08:30", "TRUE"));
    EXPECT_EQ(sheet.rows[0].cells[3].kind, Kind::Day);
    EXPECT_EQ(sheet.rows[0].cells[4].kind, Kind::Time);
    EXPECT_EQ(sheet.rows[1].cells[3].text, "2026-03-01");
    EXPECT_EQ(sheet.rows[1].cells[1].text, "0.5");
}

TEST_F(SheetTest, MergedCellsSayTheSameInEachLineAndEmptyRowsAreLeftOut)
{
    const auto sheet = book("s['A1'] = 'heading'; s.merge_cells('A1:B1')\ns['A3'] = 'day'; s['B3'] = 'x'; s['B4'] = 'y'\n"
                            "s.merge_cells('A3:A5')");
    ASSERT_EQ(sheet.rows.size(), 3U);
    EXPECT_EQ(sheet.rows[1].line, 3);
    EXPECT_THAT(textsOf(sheet.rows[1]), ElementsAre("day", "x"));
    EXPECT_THAT(textsOf(sheet.rows[2]), ElementsAre("day", "y"));
}

TEST_F(SheetTest, ReadsTheFirstSheetThatIsNotHidden)
{
    const auto sheet = made("b = openpyxl.Workbook(); b.active.append(['hidden']); b.active.sheet_state = 'hidden'\n"
                            "b.create_sheet('shown').append(['shown'])\nb.active = 1\nb.save(FILE)");
    ASSERT_EQ(sheet.rows.size(), 1U);
    EXPECT_EQ(sheet.rows[0].cells[0].text, "shown");
}

TEST_F(SheetTest, WhatWeWriteIsReadBackAsItWas)
{
    for (const char *name : {"t.csv", "t.xlsx"}) {
        {
            std::unique_ptr<TableWriter> table;
            if (std::string(name).ends_with("csv"))
                table = std::move(*CsvTable::create(path(name)));
            else
                table = std::move(*XlsxTable::create(path(name)));
            ASSERT_TRUE(table->sheet("S", {"姓名", "手机"}));
            ASSERT_TRUE(table->row({text("=1+1, \"quoted\""), text("+8613800138000")}));
            ASSERT_TRUE(table->commit());
        }
        const auto sheet = readSheet(path(name));
        ASSERT_TRUE(sheet);
        ASSERT_EQ(sheet->rows.size(), 2U) << name;
        EXPECT_THAT(textsOf(sheet->rows[1]), ElementsAre("=1+1, \"quoted\"", "+8613800138000")) << name;
        EXPECT_EQ(sheet->rows[1].cells[0].kind, Kind::Text);
    }
}

TEST(NumberFormat, TellsDaysAndTimesFromNumbers)
{
    for (const char *code : {"yyyy-mm-dd", "m/d", "d-mmm", "[$-804]yyyy\"年\"m\"月\";@", "mmm"})
        EXPECT_EQ(shownByCode(code), NumberShown::Day) << code;
    for (const char *code : {"h:mm", "[h]:mm:ss h", "hh:mm AM/PM"})
        EXPECT_EQ(shownByCode(code), NumberShown::Time) << code;
    for (const char *code : {"General", "0.00", "#,##0 \"days\"", "0.00E+00", "@", "\\d0", ""})
        EXPECT_EQ(shownByCode(code), NumberShown::Plain) << code;
    EXPECT_EQ(numberCell(46348, NumberShown::Day, false).text, "2026-11-22");
    EXPECT_EQ(numberCell(46348 - 1462, NumberShown::Day, true).text, "2026-11-22");
    EXPECT_EQ(numberCell(1e300, NumberShown::Day, false).kind, Kind::Number);
    EXPECT_EQ(numberCell(-1, NumberShown::Time, false).kind, Kind::Number);
    EXPECT_EQ(numberCell(std::nan(""), NumberShown::Plain, false).kind, Kind::Fault);
}

} // namespace
} // namespace menshen
