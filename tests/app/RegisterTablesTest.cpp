// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/RegisterTables.h"

#include "drivers/tables/CsvTable.h"
#include "drivers/tables/SheetFile.h"
#include "drivers/tables/XlsxTable.h"
#include "tests/support/Leaders.h"
#include "tests/support/TestFolder.h"

#include <gmock/gmock.h>

namespace menshen {
namespace {

using namespace menshen::test;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char *kGroupTitles = "编号,姓名,职务,手机,邮箱,替班,外出至\n";
constexpr const char *kRosterTitles = "日期,班次,开始,结束,编号,带班领导,备注\n";

template <typename T>
std::vector<std::string> said(const Imported<T> &imported)
{
    std::vector<std::string> lines;
    for (const ImportProblem &problem : imported.problems)
        lines.push_back(inWords(problem).en);
    return lines;
}

Imported<LeadingGroup> group(const std::string &lines, const LeadingGroup &before = {})
{
    return groupFromSheet(sheetOf(kGroupTitles + lines), before);
}

Imported<Roster> roster(const std::string &lines, const Roster &before = {})
{
    return rosterFromSheet(sheetOf(kRosterTitles + lines), before, sampleGroup());
}

// ---- what cannot be taken over

TEST(GroupTable, AFileThatIsNoTableSaysWhatWouldBeOne)
{
    EXPECT_THAT(
        said(groupFromSheet(sheetOf("PK\x03\x04"), {})),
        ElementsAre("This is no .xlsx workbook, or it is damaged; right would be: an .xlsx workbook, or a .csv file in UTF-8 or GBK, "
                    "of 200,000 lines at most"));
}

TEST(GroupTable, MissingAndUnknownColumnsAreNamed)
{
    EXPECT_THAT(said(groupFromSheet(sheetOf("姓名,星座\n周建国,狮子\n"), {})),
                ElementsAre("line 1, Role: This column is missing; right would be: a title \"Role\" in the line of titles",
                            "line 1: Unknown column “星座”; right would be: the titles of the template"));
    EXPECT_THAT(said(groupFromSheet(sheetOf("姓名,name,职务\nA,B,组长\n"), {})),
                ElementsAre("line 1, Name: This column is there twice; right would be: one of them"));
    EXPECT_EQ(groupFromSheet(sheetOf("x\n"), {}).problems.size(), 2U);
    EXPECT_EQ(group("").problems.size(), 1U) << "nothing under the titles would remove everybody";
}

TEST(GroupTable, EachFaultIsNamedWithItsLineAndColumnAndNothingIsTakenOver)
{
    const auto imported = group("p1,周建国,组长,13800138001,,,\n"
                                "p1,吴敏,副组长,1380013800,,,\n"
                                "x9,,市长,,not-mail,,\n"
                                ",周建国,成员,=1+1,,,2026-02-30\n"
                                ",郑海,成员,,,某人,\n");
    EXPECT_TRUE(imported.content.people.empty());
    EXPECT_THAT(
        said(imported),
        ElementsAre("line 3, Number: This number is used twice; right would be: a number of its own for everybody",
                    "line 3, Mobile: No phone number: “1380013800”; right would be: 11 digits, or + and the country's code",
                    "line 4, Number: No number: “x9”; right would be: p1, p2 …; empty for somebody new",
                    "line 4, Name: The name is missing; right would be: a name",
                    "line 4, Role: Unknown role “市长”; right would be: Leader, Deputy leader, Member, Office director, Office, CDC line",
                    "line 4, E-mail: No e-mail address: “not-mail”; right would be: for example name@example.gov.cn",
                    "line 5, Name: This name is there twice; right would be: something that tells them apart, such as the department",
                    "line 5, Mobile: This is a formula; right would be: the value itself (copy, then paste as values)",
                    "line 5, Away until: No day: “2026-02-30”; right would be: for example 2026-11-22",
                    "line 6, Substitute: The substitute is not in this table: “某人”; right would be: the name or number of somebody "
                    "else in the table"));
    EXPECT_EQ(inWords(imported.problems[1]).zh, "第 3 行，手机：不是电话号码：“1380013800”；应为：11 位手机号，或 +国家代码");
}

TEST(GroupTable, ANumberOfSomebodyWhoWasRemovedIsNotTakenForSomebodyElse)
{
    LeadingGroup before = sampleGroup();
    before.people.pop_back();
    EXPECT_EQ(group("p7,新人,成员,,,,\n", before).problems.size(), 1U);
    EXPECT_THAT(group("p8,新人,成员,,,,\n", before).problems, IsEmpty()) << "of another station's export";
}

TEST(GroupTable, SaysFiveHundredProblemsAndThatThereAreMore)
{
    std::string lines;
    for (int i = 0; i < 900; ++i)
        lines += "x,,,,,,\n";
    const auto imported = group(lines);
    EXPECT_EQ(imported.problems.size(), kMostProblems + 1);
    EXPECT_EQ(imported.problems.back().what.en, "There are more problems");
    EXPECT_THAT(said(group(lines + lines)), ElementsAre("These are too many people; right would be: 1000 at most"));
}

TEST(RosterTable, EachFaultIsNamedWithItsLineAndColumn)
{
    const auto imported = roster("2026-11-22,白班,8:00,20:00,,周建国,\n"
                                 "2026-11-22,白班,,,,吴敏,\n"
                                 "22.11.,白班,,,,吴敏,\n"
                                 ",白班,,,,吴敏,\n"
                                 "2026-11-23,白班,9:00,,,无此人,\n"
                                 "2026-11-24,,,,,吴敏,\n"
                                 "2026-11-25,白班,,,p99,,\n"
                                 "2026-11-26,白班,,,p1,吴敏,\n"
                                 "2026-11-27,白班,,,,陈晨,\n"
                                 "2026-11-28,休息,,,,吴敏,\n"
                                 "2026-11-29,夜班,,,,,\n"
                                 "2026-11-30,中班,25:00,15:00,,吴敏,\n");
    EXPECT_THAT(
        said(imported),
        ElementsAre("line 3, On duty: This shift has somebody already (line 2); right would be: one person a shift",
                    "line 4, Day: No day: “22.11.”; right would be: for example 2026-11-22",
                    "line 5, Day: The day is missing; right would be: for example 2026-11-22",
                    "line 6, Start: Another time than in an earlier line of this shift; right would be: 08:00",
                    "line 6, On duty: Nobody of the leading group is called “无此人”; right would be: a name of the register (enter it "
                    "in the leading group first)",
                    "line 7, Shift: The shift is missing; right would be: the shift's name; \"closed\" for a day off",
                    "line 8, Number: Nobody of the leading group has the number “p99”; right would be: a number of the register",
                    "line 9, On duty: Name and number are not of one person; right would be: the same person, or only one of them",
                    "line 10, On duty: Is no member of the leading group; right would be: a leader, deputy, member or the office's "
                    "director",
                    "line 11, On duty: Nobody stands in the line of a closed day; right would be: empty; or the shift, where somebody "
                    "is on duty all the same",
                    "line 12, On duty: It does not say who is on duty; right would be: a name or a number",
                    "line 12, Start: It does not say when this shift begins; right would be: for example 08:00, in any of its lines",
                    "line 12, End: It does not say when this shift ends; right would be: for example 20:00, in any of its lines",
                    "line 13, Start: No time of day: “25:00”; right would be: for example 08:00",
                    "line 13, Start: It does not say when this shift begins; right would be: for example 08:00, in any of its lines"));
    EXPECT_TRUE(imported.content.duties.empty());
}

TEST(RosterTable, ShiftsThatOverlapAreRefused)
{
    EXPECT_THAT(said(roster("2026-11-22,白班,8:00,20:00,,周建国,\n2026-11-22,夜班,19:00,8:00,,吴敏,\n")),
                ElementsAre("Start: Shifts overlap: 白班 / 夜班; right would be: one shift at a time"));
}

// ---- what can

TEST(GroupTable, TitlesStandInAnyOrderUnderAHeadingInEitherLanguage)
{
    const auto imported = groupFromSheet(sheetOf("领导小组名单（2026年11月）\n\nMobile,Name *,ROLE\n138 0013 8001,Zhou,Leader\n"), {});
    ASSERT_THAT(said(imported), IsEmpty());
    ASSERT_EQ(imported.content.people.size(), 1U);
    EXPECT_EQ(imported.content.people[0], (GroupPerson{"p1", "Zhou", GroupRole::Leader, "13800138001", "", "", {}}));
}

TEST(GroupTable, PeopleKeepTheirNumberByNumberOrByName)
{
    const auto imported =
        group("p2,吴小敏,副组长,13800138002,,,\n,周建国,组长,13800138001,,吴小敏,2026/12/1\n,新人,成员,13800138009,,,\n", sampleGroup());
    ASSERT_THAT(said(imported), IsEmpty());
    const auto &people = imported.content.people;
    ASSERT_EQ(people.size(), 3U);
    EXPECT_EQ(people[0].id, "p2");
    EXPECT_EQ(people[1].id, "p1");
    EXPECT_EQ(people[1].substitute, "p2");
    EXPECT_EQ(people[1].awayUntil, (HallDay{std::chrono::year{2026} / 12 / 1}));
    EXPECT_EQ(people[2].id, "p8");
    EXPECT_EQ(imported.content.lastId, 8);
}

TEST(RosterTable, TimesMayStandInOneLineOrBeKnownAndHandOversStayWithTheirLine)
{
    Roster before = sampleRoster();
    before.handOvers = {{dayOfNovember(22), "白班", hallTime(22, 9), "p4"}, {dayOfNovember(21), "白班", hallTime(21, 9), "p4"}};
    const auto imported = roster("2026年11月22日,白班,,,,吴敏,\n2026-11-22,早班,5：30,8:00:00,p4,,\n20261123,休息,,,,,盘点\n", before);
    ASSERT_THAT(said(imported), IsEmpty());
    const Roster &now = imported.content;
    EXPECT_THAT(now.shifts, ElementsAre(Shift{"白班", 8h, 20h}, Shift{"早班", 5h + 30min, 8h}));
    EXPECT_THAT(now.duties, ElementsAre(Duty{dayOfNovember(22), "白班", "p2"}, Duty{dayOfNovember(22), "早班", "p4"}));
    EXPECT_THAT(now.closed, ElementsAre(ClosedDay{dayOfNovember(23), "盘点"}));
    EXPECT_THAT(now.handOvers, ElementsAre(before.handOvers[0]));
}

TEST(RosterTable, AHundredThousandLinesAreTakenOverInSeconds)
{
    std::string lines;
    const std::chrono::sys_days first{dayOfNovember(1)};
    for (int i = 0; i < 50'000; ++i) {
        const HallDay day{first + std::chrono::days{i}};
        const std::string text = std::to_string(static_cast<int>(day.year())) + '-' + std::to_string(static_cast<unsigned>(day.month())) +
                                 '-' + std::to_string(static_cast<unsigned>(day.day()));
        lines += text + ",白班,8:00,20:00,p1,,\n" + text + ",夜班,20:00,8:00,,吴敏,\n";
    }
    const auto imported = roster(lines);
    ASSERT_THAT(said(imported), IsEmpty());
    EXPECT_EQ(imported.content.duties.size(), 100'000U);
}

class RegisterFiles : public testing::TestWithParam<std::pair<const char *, Language>> {
protected:
    [[nodiscard]] std::string path() const { return (folder / GetParam().first).string(); }
    [[nodiscard]] std::unique_ptr<TableWriter> writer() const
    {
        if (path().ends_with(".csv"))
            return std::move(*CsvTable::create(path()));
        return std::move(*XlsxTable::create(path()));
    }
    TestFolder folder;
};

TEST_P(RegisterFiles, WhatWasExportedIsImportedUnchanged)
{
    LeadingGroup people = sampleGroup();
    people.people[1].mobile = "+85291234567"; // a cell that a spreadsheet might take for a formula
    people.people[3].awayUntil = dayOfNovember(30);
    ASSERT_TRUE(writeGroupTable(*writer(), people, GetParam().second));
    const auto group = groupFromSheet(*readSheet(path()), people);
    ASSERT_THAT(said(group), IsEmpty());
    EXPECT_EQ(group.content, people);
    ASSERT_TRUE(writeRosterTable(*writer(), sampleRoster(), people, dayOfNovember(22), GetParam().second));
    const auto roster = rosterFromSheet(*readSheet(path()), {}, people);
    ASSERT_THAT(said(roster), IsEmpty());
    EXPECT_EQ(roster.content, sampleRoster());
}

TEST_P(RegisterFiles, AnEmptyRegisterIsATemplateWhoseExampleIsNotTakenOver)
{
    ASSERT_TRUE(writeGroupTable(*writer(), {}, GetParam().second));
    EXPECT_EQ(readSheet(path())->rows.size(), 2U);
    EXPECT_THAT(said(groupFromSheet(*readSheet(path()), {})),
                ElementsAre("There is nothing under the titles; right would be: a line at least"));
    ASSERT_TRUE(writeRosterTable(*writer(), {}, sampleGroup(), dayOfNovember(22), GetParam().second));
    EXPECT_EQ(readSheet(path())->rows.size(), 2U);
    EXPECT_THAT(said(rosterFromSheet(*readSheet(path()), {}, sampleGroup())),
                ElementsAre("There is nothing under the titles; right would be: a line at least"));
}

INSTANTIATE_TEST_SUITE_P(Formats, RegisterFiles,
                         testing::Values(std::pair("r.csv", Language::Chinese), std::pair("r.csv", Language::English),
                                         std::pair("r.xlsx", Language::Chinese), std::pair("r.xlsx", Language::English)));

TEST(RegisterWords, DaysAndTimesAreReadAsPeopleWriteThem)
{
    for (const char *text : {"2026-11-22", "2026/11/22", "2026.11.22", "2026年11月22日", "20261122", "2026-11-22 00:00:00"})
        EXPECT_EQ(dayFromPerson(text), dayOfNovember(22)) << text;
    for (const char *text : {"", "2026-11", "2026-13-01", "2026-02-29", "22-11-2026", "2026-11-22x", "99999999", "-1-1-1", "46348"})
        EXPECT_FALSE(dayFromPerson(text)) << text;
    EXPECT_EQ(timeFromPerson("8:05"), 8h + 5min);
    EXPECT_EQ(timeFromPerson("24:00"), 0min);
    for (const char *text : {"", "8", "8:5", "8:60", "24:01", "08:00:30", "8h"})
        EXPECT_FALSE(timeFromPerson(text)) << text;
    EXPECT_EQ(timeOfDayText(8h + 5min), "08:05");
}

TEST(RegisterWords, EveryProblemHasWordsInBothLanguages)
{
    for (int kind = 0; kind <= static_cast<int>(RosterProblemKind::Gap); ++kind) {
        const auto words =
            problemInWords(RosterProblem{static_cast<RosterProblemKind>(kind), dayOfNovember(22), "白班", 3, 2, "p1"}, sampleGroup());
        EXPECT_FALSE(words.zh.empty() || words.en.empty()) << kind;
    }
    for (int kind = 0; kind <= static_cast<int>(GroupProblemKind::DoubleName); ++kind) {
        const auto words = problemInWords(GroupProblem{static_cast<GroupProblemKind>(kind), 3, "p1"}, sampleGroup());
        EXPECT_FALSE(words.zh.empty() || words.en.empty()) << kind;
    }
    EXPECT_EQ(problemInWords(RosterProblem{RosterProblemKind::Gap, dayOfNovember(22), "夜班", 0, 0, ""}, sampleGroup()).en,
              "2026-11-22 夜班: nobody is on duty.");
}

} // namespace
} // namespace menshen
