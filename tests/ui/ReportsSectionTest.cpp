// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/OfficeTest.h"

#include <QFile>
#include <gmock/gmock.h>

namespace menshen::test {

namespace {

class ReportsSection : public OfficeTest {
protected:
    void open(StageOptions options = {})
    {
        start(std::move(options));
        ASSERT_TRUE(m_stage->click("sectionReports"));
        ASSERT_TRUE(comes("reportVerdict"));
    }
    void choose(const QString &day)
    {
        ASSERT_TRUE(m_stage->scrollAndClick("reportDay" + day));
        ASSERT_TRUE(says("reportDay", day));
        ASSERT_TRUE(Stage::eventually([&] { return m_stage->item("reportEmpty") == nullptr; }));
    }
    void givePinTo(const QString &pin)
    {
        ASSERT_TRUE(comes("reportPinField"));
        m_stage->type(pin);
        ASSERT_TRUE(m_stage->click("reportOk"));
    }
    [[nodiscard]] QString wordOf(const QString &day) { return m_stage->item("reportDay" + day)->property("word").toString(); }
};

// ---- what cannot be done

TEST_F(ReportsSection, AWrongPinSignsNothingAndSaysSo)
{
    open();
    ASSERT_TRUE(m_stage->scrollAndClick("reportSign"));
    givePinTo("111222");
    EXPECT_TRUE(Stage::eventually([&] { return !m_stage->text("reportPinProblem").isEmpty(); }));
    EXPECT_TRUE(appended<ReportSignedEntry>().empty());
    EXPECT_THAT(recorded(), testing::Contains(StationAction::OfficeDenied));
    ASSERT_TRUE(m_stage->click("reportCancel"));
    EXPECT_TRUE(goes("reportPinField"));
}

TEST_F(ReportsSection, ALedgerThatRefusesIsSaidAndTheReportStaysUnsigned)
{
    open({.ledgerSays = [](const Entry &) { return Error{ErrorCode::DiskFull, ""}; }});
    ASSERT_TRUE(m_stage->scrollAndClick("reportSign"));
    givePinTo(kPin);
    EXPECT_TRUE(begins("reportPinProblem", "Not signed: "));
    ASSERT_TRUE(m_stage->click("reportCancel"));
    EXPECT_TRUE(says("reportStanding", "Not signed yet"));
}

TEST_F(ReportsSection, TodayMayBeLookedAtButNotSignedAndDaysToComeNot)
{
    open();
    choose("2026-11-22");
    EXPECT_TRUE(says("reportStanding", "The day goes on: figures so far"));
    EXPECT_EQ(m_stage->item("reportSign"), nullptr);
    EXPECT_FALSE(m_stage->enabled("reportDay2026-11-23"));
    EXPECT_FALSE(m_stage->enabled("reportDay2026-11-01")) << "before the ledger began";
}

TEST_F(ReportsSection, AFileThatCannotBeWrittenIsSaid)
{
    open({.configure = [](StationConfig &config) { config.exportFolder = "/proc/nowhere"; }});
    ASSERT_TRUE(m_stage->scrollAndClick("reportAsPDF"));
    EXPECT_TRUE(begins("reportMessage", "Not written: "));
}

// ---- the calendar

TEST_F(ReportsSection, BeginsWithYesterdaysReportWhichIsTheOneThatIsDue)
{
    open();
    EXPECT_EQ(m_stage->text("reportDay"), "2026-11-21");
    EXPECT_TRUE(says("reportStanding", "Not signed yet"));
    EXPECT_TRUE(says("reportVerdict", "Zero report: nothing abnormal that day."));
}

TEST_F(ReportsSection, TheCalendarSaysHowEachDaysReportStands)
{
    open();
    ASSERT_TRUE(comes("reportDay2026-11-02"));
    EXPECT_EQ(wordOf("2026-11-15"), "Zero");
    EXPECT_EQ(wordOf("2026-11-16"), "Late");
    EXPECT_EQ(wordOf("2026-11-17"), "Missing");
    EXPECT_EQ(wordOf("2026-11-18"), "Corrected");
    EXPECT_EQ(wordOf("2026-11-21"), "To sign");
    EXPECT_EQ(wordOf("2026-11-22"), "Today");
    EXPECT_EQ(m_stage->text("reportsOwed"), "The report of 2026-11-17 is overdue.");
}

TEST_F(ReportsSection, GoesBackAMonthAndForthAgain)
{
    open();
    ASSERT_TRUE(m_stage->click("reportMonthBack"));
    EXPECT_TRUE(says("reportMonth", "2026-10"));
    EXPECT_TRUE(comes("reportDay2026-10-31"));
    ASSERT_TRUE(m_stage->click("reportMonthForward"));
    EXPECT_TRUE(says("reportMonth", "2026-11"));
}

// ---- signing

TEST_F(ReportsSection, SignedWithThePinItIsLockedAndOnTheCalendar)
{
    open();
    ASSERT_TRUE(m_stage->scrollAndClick("reportSign"));
    givePinTo(kPin);
    EXPECT_TRUE(goes("reportPinField"));
    EXPECT_TRUE(begins("reportStanding", "Signed, version 1, entry "));
    EXPECT_EQ(m_stage->item("reportSign"), nullptr) << "nothing differs";
    const auto made = appended<ReportSignedEntry>();
    ASSERT_EQ(made.size(), 1U);
    EXPECT_EQ(made[0].version, 1);
    EXPECT_EQ(made[0].late, 0min);
    EXPECT_EQ(made[0].report.figures.of(ReportItem::Visitors), 41);
    EXPECT_EQ(made[0].report.parties.unit, hallPlan().name.zh);
    EXPECT_TRUE(Stage::eventually([&] { return wordOf("2026-11-21") == "Zero"; }));
}

TEST_F(ReportsSection, AMissingOneSignedNowIsLate)
{
    open();
    choose("2026-11-17");
    EXPECT_TRUE(says("reportStanding", "Overdue, not signed"));
    ASSERT_TRUE(m_stage->scrollAndClick("reportSign"));
    givePinTo(kPin);
    EXPECT_TRUE(Stage::eventually([&] { return m_stage->text("reportStanding").endsWith("late"); }));
    EXPECT_TRUE(Stage::eventually([&] { return m_stage->item("reportsOwed") == nullptr; }));
}

TEST_F(ReportsSection, WhatWasRecordedLaterIsSaidAndCorrectedWithAReason)
{
    open();
    m_stage->reports().recordLater(HallDay{std::chrono::year{2026} / 11 / 20});
    choose("2026-11-20");
    EXPECT_TRUE(begins("reportAdvice", "By now the ledger gives other figures: Visitors out, Still inside"));
    ASSERT_TRUE(m_stage->scrollAndClick("reportSign"));
    ASSERT_TRUE(m_stage->click("reasonPreset0"));
    ASSERT_TRUE(m_stage->click("reasonOk"));
    givePinTo(kPin);
    EXPECT_TRUE(begins("reportStanding", "Signed, version 2, entry "));
    const auto made = appended<ReportSignedEntry>();
    ASSERT_EQ(made.size(), 1U);
    EXPECT_EQ(made[0].reason, "Something was recorded later");
    EXPECT_FALSE(made[0].differences.empty());
}

// ---- files

TEST_F(ReportsSection, WritesPaperTableAndJsonAndTheLedgerKeepsWhich)
{
    open();
    choose("2026-11-20");
    for (const char *format : {"PDF", "XLSX", "JSON"}) {
        ASSERT_TRUE(m_stage->scrollAndClick(QString("reportAs") + format));
        const auto ending = QString("report-2026-11-20-v1.") + QString(format).toLower();
        EXPECT_TRUE(Stage::eventually([&] { return m_stage->text("reportPath").endsWith(ending); })) << format;
        EXPECT_TRUE(QFile::exists(m_stage->text("reportPath"))) << format;
    }
    EXPECT_EQ(std::ranges::count(recorded(), StationAction::Exported), 3);
}

TEST_F(ReportsSection, IsShownInChineseAtATap)
{
    open({.language = Language::Chinese});
    EXPECT_TRUE(says("reportVerdict", "零报告：当日无异常。"));
    EXPECT_TRUE(shows("本站未登记"));
    EXPECT_TRUE(shows("漏报"));
}

} // namespace

} // namespace menshen::test
