// SPDX-License-Identifier: GPL-3.0-or-later
// The day without power: paper forms are typed in at the office.
#include "tests/ui/OfficeTest.h"

#include <QDir>

namespace menshen::test {

namespace {

class PaperSection : public OfficeTest {
protected:
    Stage &begin(StageOptions options = {})
    {
        Stage &stage = start(std::move(options));
        EXPECT_TRUE(stage.click("sectionPaper"));
        EXPECT_TRUE(comes("paperTime"));
        return stage;
    }
    void typeInto(const QString &field, const QString &text)
    {
        ASSERT_TRUE(m_stage->scrollAndClick(field));
        m_stage->press(Qt::Key_A, Qt::ControlModifier);
        m_stage->type(text);
    }
    void tap(const QString &name) { ASSERT_TRUE(m_stage->scrollAndClick(name)) << name.toStdString(); }
    /// Of somebody who passes; but for the outcome.
    void typePerson(const QString &temperature = "36.5")
    {
        typeInto("paperTime", "0930");
        tap("paperBy");
        tap("paperPerson2");
        typeInto("nameField", "Zhang San");
        typeInto("phoneField", "13800138000");
        typeInto("documentField", "11010519491231002X");
        typeInto("purposeField", "pension");
        typeInto("paperTemperature", temperature);
        tap("paperMask0");
        tap("paperAllNo");
    }
    [[nodiscard]] QString missing() const { return m_stage->text("paperMissing"); }
};

} // namespace

TEST_F(PaperSection, SaysOneByOneWhatIsMissingAndRecordsNothing)
{
    Stage &stage = begin();
    EXPECT_TRUE(missing().isEmpty()) << "nothing has been typed";
    EXPECT_FALSE(stage.enabled("paperOk"));
    tap("paperBy");
    tap("paperPerson0");
    typeInto("nameField", "Zhang San");
    EXPECT_TRUE(missing().startsWith("The time is missing"));
    typeInto("paperTime", "2530");
    EXPECT_TRUE(missing().startsWith("That is no time"));
    typeInto("paperTime", "23:59");
    EXPECT_TRUE(missing().startsWith("This time is still to come"));
    typeInto("paperTime", "09:30");
    typeInto("paperTemperature", "warm");
    EXPECT_EQ(missing(), "The temperature is no number.");
    typeInto("paperTemperature", "365");
    EXPECT_TRUE(missing().startsWith("No thermometer shows"));
    typeInto("paperTemperature", "36.5");
    EXPECT_EQ(missing(), "Admitted or refused is missing.");
    EXPECT_FALSE(stage.enabled("paperOk"));
    EXPECT_TRUE(appended<VisitEntry>().empty());
}

TEST_F(PaperSection, SomebodyHasFilledItIn)
{
    Stage &stage = begin();
    typeInto("paperTime", "9:30");
    EXPECT_TRUE(missing().startsWith("Who filled the form in"));
    EXPECT_FALSE(stage.enabled("paperOk"));
}

TEST_F(PaperSection, AnOldFormIsNotTakenInAnyMore)
{
    StageOptions options;
    options.plan.retentionDays = 2;
    Stage &stage = begin(options);
    typePerson();
    for (int i = 0; i < 3; ++i) {
        tap("paperDayBack");
    }
    tap("paperOutcome0");
    EXPECT_TRUE(missing().startsWith("Longer ago than"));
    EXPECT_FALSE(stage.enabled("paperOk"));
    tap("paperDayForward");
    EXPECT_TRUE(missing().isEmpty());
}

TEST_F(PaperSection, ADayToComeCannotBeChosen)
{
    Stage &stage = begin();
    const QString today = stage.text("paperDay");
    tap("paperDayForward");
    EXPECT_EQ(stage.text("paperDay"), today);
}

TEST_F(PaperSection, APersonWhoPassedIsRecordedWithTimeAndPersonAndTheNextFormIsEmpty)
{
    Stage &stage = begin();
    typePerson();
    tap("paperDayBack");
    tap("paperOutcome0");
    EXPECT_EQ(stage.text("paperJudged"), "By this form: Pass");
    tap("paperOk");
    ASSERT_TRUE(begins("paperNotice", "Recorded as entry 10001."));
    const auto entries = appended<VisitEntry>();
    ASSERT_EQ(entries.size(), 1U);
    ASSERT_TRUE(entries[0].afterwards);
    EXPECT_EQ(entries[0].afterwards->happened, startOfDay(kToday, UtcOffset{}) - 24h + 9h + 30min);
    EXPECT_EQ(entries[0].afterwards->by, "1002");
    EXPECT_EQ(entries[0].verdict, Verdict::Pass);
    EXPECT_EQ(entries[0].identity.name, "Zhang San");
    EXPECT_TRUE(stage.posted<ReportCase>().empty());
    EXPECT_TRUE(stage.text("nameField").isEmpty());
    EXPECT_TRUE(stage.text("paperTime").isEmpty());
    EXPECT_EQ(stage.text("paperDay"), "2026-11-21") << "day and person are most likely the next form's too";
    EXPECT_TRUE(stage.text("paperBy").contains("1002"));
    ASSERT_TRUE(says("paperTitle0", "11-21 09:30  Zhang San"));
}

TEST_F(PaperSection, WhatWasEnteredIsPutRightByACorrection)
{
    Stage &stage = begin();
    typePerson();
    tap("paperOutcome0");
    tap("paperOk");
    ASSERT_TRUE(comes("paperRow0"));
    ASSERT_TRUE(stage.click("paperRow0"));
    ASSERT_TRUE(comes("correctButton"));
    EXPECT_TRUE(shows("filled in by: Staff 1002"));
}

TEST_F(PaperSection, WhatTheFormDoesNotSayIsNoPassAndNeedsANote)
{
    Stage &stage = begin();
    typePerson({});
    tap("paperOutcome0");
    EXPECT_TRUE(stage.text("paperJudged").startsWith("By this form no pass"));
    EXPECT_TRUE(missing().startsWith("Admitted all the same"));
    typeInto("paperNote", "the batteries were empty");
    EXPECT_TRUE(missing().isEmpty());
    tap("paperOk");
    ASSERT_TRUE(begins("paperNotice", "Recorded"));
    EXPECT_EQ(appended<VisitEntry>().at(0).overrideReason, "the batteries were empty");
}

TEST_F(PaperSection, S6_AFeverIsNeitherToldByItselfNorPassedOver)
{
    Stage &stage = begin();
    typePerson("38.2");
    tap("paperOutcome1");
    EXPECT_TRUE(missing().startsWith("Was this reported at the time?"));
    EXPECT_FALSE(stage.enabled("paperOk"));
    tap("paperToldThen");
    EXPECT_EQ(missing(), "To whom was it reported?");
    typeInto("paperToldWhom", "Director Li, by telephone");
    tap("paperOk");
    ASSERT_TRUE(begins("paperNotice", "Recorded"));
    EXPECT_TRUE(stage.posted<ReportCase>().empty());
    EXPECT_EQ(appended<VisitEntry>().at(0).note, "Reported at the time to Director Li, by telephone");
    EXPECT_EQ(appended<VisitEntry>().at(0).finding, EntrySeq{});
}

TEST_F(PaperSection, S6_ReportedNowTheVisitNamesTheAlert)
{
    Stage &stage = begin();
    typePerson("38.2");
    tap("paperOutcome1");
    tap("paperToldNow");
    tap("paperOk");
    ASSERT_TRUE(begins("paperNotice", "Recorded as entry 10002."));
    const auto reports = stage.posted<ReportCase>();
    ASSERT_EQ(reports.size(), 1U);
    EXPECT_EQ(reports[0].origin, AlertOrigin::Office);
    EXPECT_EQ(reports[0].sign, CaseSign::Fever);
    EXPECT_EQ(reports[0].actor, "office");
    EXPECT_EQ(appended<VisitEntry>().at(0).finding, EntrySeq{10001});
}

TEST_F(PaperSection, AFormThatTheDiskDidNotTakeStaysAndIsReportedOnce)
{
    const auto full = std::make_shared<bool>(true);
    StageOptions options;
    options.ledgerSays = [full](const Entry &entry) {
        return *full && std::holds_alternative<VisitEntry>(entry) ? std::optional(Error{ErrorCode::DiskFull, ""}) : std::nullopt;
    };
    Stage &stage = begin(options);
    typePerson("38.2");
    tap("paperOutcome1");
    tap("paperToldNow");
    tap("paperOk");
    ASSERT_TRUE(says("paperProblem", "Not recorded: disk full"));
    EXPECT_EQ(stage.text("nameField"), "Zhang San");
    *full = false;
    tap("paperOk");
    ASSERT_TRUE(begins("paperNotice", "Recorded"));
    EXPECT_EQ(stage.posted<ReportCase>().size(), 1U);
    EXPECT_EQ(appended<VisitEntry>().back().finding, EntrySeq{10001});
}

TEST_F(PaperSection, TheLockTakesWhatWasTypedAway)
{
    Stage &stage = begin();
    typePerson();
    ASSERT_TRUE(stage.click("lockButton"));
    stage.type(kPin);
    ASSERT_TRUE(stage.click("pinOk"));
    ASSERT_TRUE(stage.click("sectionPaper"));
    ASSERT_TRUE(comes("nameField"));
    EXPECT_TRUE(stage.text("nameField").isEmpty());
    EXPECT_TRUE(stage.text("paperTime").isEmpty());
}

TEST_F(PaperSection, EmptyFormsAreWrittenToTheExportFolder)
{
    Stage &stage = begin();
    tap("paperPrint");
    ASSERT_TRUE(begins("paperPrinted", "Written: "));
    const QString file = stage.text("paperPrinted").mid(9);
    EXPECT_TRUE(QFile::exists(file)) << file.toStdString();
}

} // namespace menshen::test
