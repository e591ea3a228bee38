// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/OfficeTest.h"

#include <QFile>
#include <gmock/gmock.h>

namespace menshen::test {

namespace {

class IncidentsSection : public OfficeTest {
protected:
    void open(StageOptions options = {}, bool incidents = true)
    {
        start(std::move(options));
        if (incidents) {
            m_stage->ledger().addIncidents(m_stage->plan());
            m_stage->show(withHandOver(nobodyThere(m_stage->plan()), m_stage->plan()));
        }
        ASSERT_TRUE(m_stage->click("sectionIncidents"));
        ASSERT_TRUE(comes(incidents ? "incidentRow1" : "incidentsEmpty"));
    }
    void choose(const QString &row)
    {
        ASSERT_TRUE(m_stage->click(row));
        ASSERT_TRUE(comes("incidentTitle"));
    }
    [[nodiscard]] std::vector<AlertActionEntry> done() const
    {
        std::vector<AlertActionEntry> found;
        for (const ActOnAlert &act : m_stage->posted<ActOnAlert>()) {
            found.push_back(act.action);
        }
        return found;
    }
};

// ---- what cannot be done

TEST_F(IncidentsSection, AnIncidentWithStepsLeftIsNotClosedAndSaysWhichAreLeft)
{
    open();
    choose("incidentRow0");
    EXPECT_EQ(m_stage->text("incidentStanding"), "Handed over, steps left");
    EXPECT_FALSE(m_stage->enabled("incidentClose"));
    EXPECT_TRUE(m_stage->text("incidentLeft").contains("Disinfect the passage and the isolation room"));
    EXPECT_FALSE(m_stage->text("incidentLeft").contains("Call the CDC"));
}

TEST_F(IncidentsSection, NobodyPresentIsShownWhenTheLookCannotBeRecorded)
{
    open({.ledgerSays = [](const Entry &) { return Error{ErrorCode::DiskFull, ""}; }});
    choose("incidentRow0");
    ASSERT_TRUE(m_stage->scrollAndClick("presentList"));
    EXPECT_TRUE(says("presentProblem", "Not done: disk full"));
    EXPECT_EQ(m_stage->item("present0"), nullptr);
    EXPECT_EQ(m_stage->item("presentCsv"), nullptr);
}

TEST_F(IncidentsSection, WholeNumbersAreWrittenOnlyWithPinReasonAndReceipt)
{
    open();
    choose("incidentRow0");
    ASSERT_TRUE(m_stage->scrollAndClick("presentList"));
    ASSERT_TRUE(comes("presentWindow"));
    ASSERT_TRUE(m_stage->scrollAndClick("presentWhole"));
    giveReason("Letter 114 of the CDC");
    givePin("111222");
    ASSERT_TRUE(comes("disclosureProblem"));
    EXPECT_TRUE(appended<DisclosureEntry>().empty());
    EXPECT_EQ(m_stage->item("presentPath"), nullptr);
    m_stage->type(kPin);
    ASSERT_TRUE(m_stage->click("disclosureOk"));
    ASSERT_TRUE(comes("presentPath"));
    const auto entries = appended<DisclosureEntry>();
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].kind, DisclosureKind::ExportedInClear);
    EXPECT_EQ(entries[0].alert, EntrySeq{481});
    EXPECT_EQ(entries[0].reason, "Letter 114 of the CDC");
    EXPECT_TRUE(m_stage->text("presentPath").contains("-whole.xlsx"));
}

TEST_F(IncidentsSection, ALedgerThatCannotBeReadIsSaid)
{
    bool broken = false;
    open({.whenReading = [&broken]() -> std::optional<Error> {
             return broken ? std::optional(Error{ErrorCode::Storage, ""}) : std::nullopt;
         }},
         true);
    broken = true;
    ASSERT_TRUE(m_stage->click("sectionVisits"));
    ASSERT_TRUE(m_stage->click("sectionIncidents"));
    EXPECT_TRUE(begins("incidentsProblem", "The incidents cannot be read: "));
}

TEST_F(IncidentsSection, LockingForgetsEverybody)
{
    open();
    choose("incidentRow0");
    ASSERT_TRUE(m_stage->scrollAndClick("presentList"));
    ASSERT_TRUE(comes("presentWindow"));
    ASSERT_TRUE(m_stage->click("lockButton"));
    EXPECT_EQ(m_stage->item("incidentRow0"), nullptr);
    m_stage->type(kPin);
    ASSERT_TRUE(m_stage->click("pinOk"));
    ASSERT_TRUE(m_stage->click("sectionIncidents"));
    ASSERT_TRUE(comes("incidentRow0"));
    EXPECT_EQ(m_stage->item("incidentTitle"), nullptr);
    EXPECT_EQ(m_stage->item("presentWindow"), nullptr);
}

// ---- what it shows and does

TEST_F(IncidentsSection, WithoutAnIncidentItSaysHowOneIsOpened)
{
    open({}, false);
    EXPECT_TRUE(m_stage->text("incidentsEmpty").startsWith("No incident yet."));
    EXPECT_EQ(m_stage->text("incidentRoom"), "Isolation room: free");
}

TEST_F(IncidentsSection, TellsTheWholeStoryWithWhoWhenAndHowLongAfterTheLast)
{
    open();
    choose("incidentRow1");
    EXPECT_EQ(m_stage->text("incidentTitle"), "Incident 300 · 欧*");
    EXPECT_EQ(m_stage->text("incidentStanding"), "Closed");
    EXPECT_EQ(m_stage->item("incidentClose"), nullptr);
    EXPECT_EQ(m_stage->text("storyTitle0"), "Alert raised");
    EXPECT_EQ(m_stage->text("storyBody0"), "Reported: fell ill in the hall");
    EXPECT_EQ(m_stage->text("storyTitle1"), "A message is being sent");
    EXPECT_EQ(m_stage->text("storyTitle3"), "Alert acknowledged");
    EXPECT_EQ(m_stage->text("storyTitle6"), "Step skipped");
    EXPECT_EQ(m_stage->text("storyReason6"), "\"the office stood beside\"");
    EXPECT_EQ(m_stage->text("storyTitle8"), "Handed over");
    EXPECT_EQ(m_stage->text("storyBody8"), "鲁H·12345");
    EXPECT_EQ(m_stage->text("storyTitle12"), "Incident closed");
    EXPECT_TRUE(shows("after 1:30"));
}

TEST_F(IncidentsSection, ThosePresentAreListedMaskedOnceTheLookIsRecordedWithoutNames)
{
    open();
    choose("incidentRow0");
    ASSERT_TRUE(m_stage->scrollAndClick("presentList"));
    ASSERT_TRUE(comes("presentWindow"));
    const auto actions = done();
    ASSERT_EQ(actions.size(), 1U);
    EXPECT_EQ(actions[0].action, AlertAction::PresentListed);
    ASSERT_TRUE(actions[0].present);
    EXPECT_GT(actions[0].present->count, 10);
    EXPECT_TRUE(actions[0].reason.empty());
    EXPECT_NE(m_stage->item("present0"), nullptr);
    EXPECT_TRUE(shows("110105********002X"));
    EXPECT_FALSE(shows("11010519491231002X"));
    EXPECT_FALSE(shows("contact"));
    ASSERT_TRUE(m_stage->scrollAndClick("presentCsv"));
    ASSERT_TRUE(comes("presentPath"));
    QFile file(m_stage->text("presentPath").mid(QString("Written: ").size()));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    EXPECT_TRUE(written.contains("110105********002X"));
    EXPECT_FALSE(written.contains("11010519491231002X"));
    EXPECT_THAT(recorded(), testing::Contains(StationAction::Exported));
    EXPECT_TRUE(appended<DisclosureEntry>().empty());
}

TEST_F(IncidentsSection, ThosePresentAtAnIncidentOfThePastAreListedToo)
{
    open();
    choose("incidentRow1");
    ASSERT_TRUE(m_stage->scrollAndClick("presentList"));
    ASSERT_TRUE(comes("presentWindow"));
    EXPECT_EQ(appended<AlertActionEntry>().size(), 1U);
    EXPECT_TRUE(done().empty()) << "the incident itself is over";
}

TEST_F(IncidentsSection, OneIsOpenedByHandAndComesIntoTheList)
{
    open({}, false);
    ASSERT_TRUE(m_stage->click("incidentOpen"));
    EXPECT_FALSE(m_stage->enabled("caseOk")) << "nobody has said what it is about";
    ASSERT_TRUE(m_stage->click("caseSign3"));
    ASSERT_TRUE(m_stage->click("caseName"));
    m_stage->type("Zhao");
    ASSERT_TRUE(m_stage->scrollAndClick("caseOk"));
    const auto reported = m_stage->posted<ReportCase>();
    ASSERT_EQ(reported.size(), 1U);
    EXPECT_EQ(reported[0].origin, AlertOrigin::Office);
    EXPECT_EQ(reported[0].sign, CaseSign::Contact);
    EXPECT_EQ(reported[0].name, "Zhao");
    EXPECT_EQ(reported[0].actor, "office");
    ASSERT_TRUE(comes("incidentRow0"));
    EXPECT_TRUE(shows("Z* · Reported: has met a case"));
}

TEST_F(IncidentsSection, ItsStepsAreGoneThroughInTheDialog)
{
    open();
    choose("incidentRow0");
    EXPECT_EQ(m_stage->item("alertWhy"), nullptr);
    ASSERT_TRUE(m_stage->scrollAndClick("incidentSteps"));
    ASSERT_TRUE(comes("alertWhy"));
    EXPECT_TRUE(m_stage->enabled("alertStep_aircon"));
}

} // namespace

} // namespace menshen::test
