// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/OfficeTest.h"
#include "ui/viewmodels/SignIcon.h"

#include <QDir>
#include <QFile>
#include <gmock/gmock.h>

namespace menshen::test {

namespace {

/// 22 November, 10:42: p3 has the day's shift, the night's is nobody's.
class GroupSection : public OfficeTest {
protected:
    void open(StageOptions options = {})
    {
        start(std::move(options));
        ASSERT_TRUE(m_stage->click("sectionGroup"));
        ASSERT_TRUE(comes("rosterMonth"));
    }
    void openPeople(StageOptions options = {})
    {
        open(std::move(options));
        ASSERT_TRUE(m_stage->click("partPeople"));
        ASSERT_TRUE(comes("groupAdd"));
    }
    void replace(const QString &field, const QString &text)
    {
        ASSERT_TRUE(m_stage->scrollAndClick(field));
        m_stage->press(Qt::Key_A, Qt::ControlModifier);
        m_stage->press(Qt::Key_Delete);
        m_stage->type(text);
    }
    void give(const QString &name, const std::string &bytes)
    {
        const QString folder = QString::fromStdString((m_stage->folder() / "export").string());
        ASSERT_TRUE(QDir().mkpath(folder));
        QFile file(folder + "/" + name);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes.data(), static_cast<qint64>(bytes.size()));
    }
    [[nodiscard]] QString wordOf(const QString &day) { return m_stage->item("rosterDay" + day)->property("word").toString(); }
    [[nodiscard]] const LeadingGroup group() { return m_stage->registers().now()->group; }
    [[nodiscard]] const Roster roster() { return m_stage->registers().now()->roster; }
};

// ---- what cannot be done

TEST_F(GroupSection, ALedgerThatRefusesChangesNothingAndIsSaid)
{
    openPeople({.ledgerSays = [](const Entry &) { return Error{ErrorCode::DiskFull, ""}; }});
    ASSERT_TRUE(m_stage->scrollAndClick("groupRowp4"));
    replace("leaderMobile", "13900139000");
    ASSERT_TRUE(m_stage->scrollAndClick("leaderSave"));
    EXPECT_TRUE(begins("leaderProblem", "Not saved: "));
    EXPECT_EQ(group(), sampleGroup());
}

TEST_F(GroupSection, AWrongFieldIsSaidAndCannotBeSaved)
{
    openPeople();
    ASSERT_TRUE(m_stage->scrollAndClick("groupRowp4"));
    EXPECT_EQ(m_stage->item("leaderProblem"), nullptr);
    replace("leaderMobile", "1390013");
    EXPECT_TRUE(begins("leaderProblem", "The phone number is not right"));
    EXPECT_FALSE(m_stage->enabled("leaderSave"));
    replace("leaderMobile", "");
    replace("leaderAway", "tomorrow");
    EXPECT_TRUE(begins("leaderProblem", "The day is not right"));
    replace("leaderAway", "");
    replace("leaderName", "");
    EXPECT_TRUE(begins("leaderProblem", "The name is missing"));
}

TEST_F(GroupSection, AFileWithFaultsIsNotTakenOverAndEachFaultIsALine)
{
    openPeople();
    give("bad.csv", "姓名,职务,手机\n周建国,组长,=1+1\n吴敏,市长,13800138002\n");
    ASSERT_TRUE(m_stage->scrollAndClick("registerImport"));
    ASSERT_TRUE(m_stage->click("importFile0"));
    EXPECT_TRUE(says("importProblem", "Nothing was taken over: 2 problems to be put right in the file."));
    EXPECT_TRUE(begins("importLine0", "line 2, Mobile: This is a formula"));
    EXPECT_TRUE(begins("importLine1", "line 3, Role: Unknown role"));
    EXPECT_FALSE(m_stage->enabled("importTake"));
    EXPECT_EQ(group(), sampleGroup());
}

TEST_F(GroupSection, TwoDifferentOrEasyPinsAreNotSet)
{
    openPeople();
    ASSERT_TRUE(m_stage->scrollAndClick("groupRowp2"));
    ASSERT_TRUE(m_stage->scrollAndClick("leaderPin"));
    replace("leaderPinFresh", "482910");
    replace("leaderPinAgain", "482911");
    ASSERT_TRUE(m_stage->scrollAndClick("leaderPinOk"));
    EXPECT_TRUE(says("leaderPinProblem", "The two PINs are not the same."));
    replace("leaderPinFresh", "123456");
    replace("leaderPinAgain", "123456");
    ASSERT_TRUE(m_stage->scrollAndClick("leaderPinOk"));
    EXPECT_TRUE(Stage::eventually([&] { return m_stage->text("leaderPinProblem").contains("in a row"); }, 4s))
        << m_stage->text("leaderPinProblem").toStdString();
    EXPECT_EQ(*m_stage->personPins().standing("p2"), PinStanding::None);
}

TEST_F(GroupSection, EmptyRegistersSayWhatToDo)
{
    open({.group = {}, .roster = {}});
    EXPECT_TRUE(says("dutyNow", "Nobody is on duty"));
    EXPECT_NE(m_stage->item("rosterEmpty"), nullptr);
    EXPECT_FALSE(m_stage->enabled("handOver"));
    ASSERT_TRUE(m_stage->click("partPeople"));
    EXPECT_TRUE(comes("groupEmpty"));
    ASSERT_TRUE(m_stage->scrollAndClick("registerImport"));
    EXPECT_TRUE(comes("importEmpty"));
}

// ---- the people

TEST_F(GroupSection, ListsThePeopleWithMaskedPhones)
{
    openPeople();
    EXPECT_EQ(m_stage->item("groupRowp1")->property("phone").toString(), "138****8001");
    EXPECT_EQ(m_stage->item("groupRowp1")->property("role").toString(), "Leader");
    EXPECT_EQ(m_stage->item("groupRowp7")->property("pin").toString(), "") << "the CDC has none";
    EXPECT_FALSE(shows("13800138001"));
}

TEST_F(GroupSection, SomebodyIsAddedChangedAndRemovedAndTheLastCanBeUndone)
{
    openPeople();
    ASSERT_TRUE(m_stage->scrollAndClick("groupAdd"));
    replace("leaderName", "Sun Li");
    replace("leaderMobile", "13800138009");
    ASSERT_TRUE(m_stage->scrollAndClick("leaderRole"));
    ASSERT_TRUE(m_stage->click("roleChoice1"));
    ASSERT_TRUE(m_stage->scrollAndClick("leaderSave"));
    ASSERT_TRUE(comes("groupRowp8"));
    EXPECT_TRUE(says("registerMessage", "Saved as version 2"));
    EXPECT_EQ(group().people.back(), (GroupPerson{"p8", "Sun Li", GroupRole::Deputy, "13800138009", "", "", {}}));

    ASSERT_TRUE(m_stage->scrollAndClick("groupRowp8"));
    ASSERT_TRUE(m_stage->scrollAndClick("leaderSubstitute"));
    ASSERT_TRUE(m_stage->click("substituteChoice1"));
    replace("leaderAway", "2026-11-30");
    ASSERT_TRUE(m_stage->scrollAndClick("leaderSave"));
    EXPECT_TRUE(Stage::eventually(
        [&] { return m_stage->item("groupRowp8")->property("note").toString() == "away until 2026-11-30: 周建国 stands in"; }));

    ASSERT_TRUE(m_stage->scrollAndClick("groupRowp8"));
    ASSERT_TRUE(m_stage->scrollAndClick("leaderRemove"));
    ASSERT_TRUE(goes("groupRowp8"));
    ASSERT_TRUE(Stage::eventually([&] { return m_stage->enabled("registerUndo"); }));
    ASSERT_TRUE(m_stage->scrollAndClick("registerUndo"));
    ASSERT_TRUE(comes("groupRowp8"));

    const auto changes = appended<RegisterChangedEntry>();
    ASSERT_EQ(changes.size(), 4U);
    EXPECT_EQ(changes[0].added, 1);
    EXPECT_EQ(changes[3].how, RegisterChange::Undone);
}

TEST_F(GroupSection, AnOfficerGivesATemporaryPinAndItsPersonMakesItHisOwn)
{
    openPeople();
    ASSERT_TRUE(m_stage->scrollAndClick("groupRowp2"));
    ASSERT_TRUE(m_stage->scrollAndClick("leaderPin"));
    replace("leaderPinFresh", "482910");
    replace("leaderPinAgain", "482910");
    ASSERT_TRUE(m_stage->scrollAndClick("leaderPinOk"));
    const auto word = [&](const char *pin) { // hashing is slow on purpose
        return Stage::eventually([&] { return m_stage->text("leaderPinWord") == QString("To acknowledge an alert: ") + pin; });
    };
    EXPECT_TRUE(word("temporary PIN"));
    ASSERT_TRUE(m_stage->scrollAndClick("leaderPin"));
    ASSERT_TRUE(m_stage->scrollAndClick("leaderPinOwn"));
    replace("leaderPinOld", "482910");
    replace("leaderPinFresh", "739154");
    replace("leaderPinAgain", "739154");
    ASSERT_TRUE(m_stage->scrollAndClick("leaderPinOk"));
    EXPECT_TRUE(word("PIN set")) << m_stage->text("leaderPinProblem").toStdString();
    EXPECT_TRUE(m_stage->personPins().verify("p2", "739154"));
}

// ---- the roster

TEST_F(GroupSection, SaysWhoIsOnDutyNowAndShowsGapsInWordsAndColour)
{
    open();
    EXPECT_TRUE(says("dutyNow", "On duty: 郑海"));
    EXPECT_TRUE(says("dutyNowDetail", "白班, until 20:00"));
    ASSERT_TRUE(comes("rosterDay2026-11-22"));
    EXPECT_EQ(m_stage->item("rosterDay2026-11-22")->property("sign").toInt(), SignIcon::Refuse);
    EXPECT_TRUE(m_stage->item("rosterDay2026-11-22")->property("today").toBool());
    EXPECT_EQ(wordOf("2026-11-20"), "周建国\n吴敏");
    EXPECT_EQ(wordOf("2026-11-22"), "郑海\nnobody");
    EXPECT_EQ(wordOf("2026-11-02"), "") << "what was nobody's is over";
    EXPECT_EQ(wordOf("2026-11-28"), "closed");
    EXPECT_TRUE(begins("rosterProblems", "2026-11-22 夜班: nobody is on duty."));
    EXPECT_EQ(m_stage->text("shiftWho1"), "nobody: a gap");
}

TEST_F(GroupSection, EverySectionOfTheOfficeSaysWhoIsOnDuty)
{
    start();
    EXPECT_TRUE(says("officeDuty", "On duty: 郑海 · 白班, until 20:00"));
    Snapshot later = nobodyThere(m_stage->plan());
    later.door.wall += 10h;
    m_stage->show(later);
    EXPECT_TRUE(says("officeDuty", "On duty: 吴敏, 郑海 · Nobody has the shift 夜班, until 08:00: these are told instead"));
}

TEST_F(GroupSection, AGapIsFilledByATap)
{
    open();
    ASSERT_TRUE(m_stage->scrollAndClick("shiftPerson1"));
    ASSERT_TRUE(m_stage->click("dutyChoice2"));
    EXPECT_TRUE(says("shiftWho1", "吴敏"));
    EXPECT_TRUE(Stage::eventually([&] { return wordOf("2026-11-22") == "郑海\n吴敏"; }));
    EXPECT_EQ(appended<RegisterChangedEntry>().back().added, 1);
}

TEST_F(GroupSection, TheShiftIsHandedOver)
{
    open();
    ASSERT_TRUE(m_stage->click("handOver"));
    ASSERT_TRUE(m_stage->click("dutyChoice3"));
    EXPECT_TRUE(says("dutyNow", "On duty: 王芳"));
    EXPECT_TRUE(says("dutyNowDetail", "白班, until 20:00, handed over"));
    EXPECT_EQ(appended<RegisterChangedEntry>().back().how, RegisterChange::HandedOver);
}

TEST_F(GroupSection, ADayIsClosedAndOpenedAgain)
{
    open();
    ASSERT_TRUE(m_stage->scrollAndClick("rosterDay2026-11-30"));
    ASSERT_TRUE(says("rosterDay", "2026-11-30"));
    EXPECT_EQ(wordOf("2026-11-30"), "nobody");
    ASSERT_TRUE(m_stage->scrollAndClick("rosterClosed"));
    EXPECT_TRUE(Stage::eventually([&] { return wordOf("2026-11-30") == "closed"; }));
    ASSERT_TRUE(m_stage->scrollAndClick("rosterClosed"));
    EXPECT_TRUE(Stage::eventually([&] { return wordOf("2026-11-30") == "nobody"; }));
}

TEST_F(GroupSection, AShiftIsAddedUnlessItOverlaps)
{
    open();
    ASSERT_TRUE(m_stage->scrollAndClick("shiftAdd"));
    replace("shiftNameField", "Noon");
    EXPECT_TRUE(begins("shiftProblem", "It overlaps with another shift"));
    EXPECT_FALSE(m_stage->enabled("shiftSave"));
    ASSERT_TRUE(m_stage->click("shiftCancel"));
    ASSERT_TRUE(m_stage->scrollAndClick("shiftEdit0"));
    replace("shiftEndField", "18:00");
    ASSERT_TRUE(m_stage->click("shiftSave"));
    EXPECT_TRUE(says("dutyNowDetail", "白班, until 18:00"));
    EXPECT_EQ(roster().shifts[0].end, 18h);
}

TEST_F(GroupSection, ARosterIsExportedChangedElsewhereLookedAtAndTakenOver)
{
    open();
    ASSERT_TRUE(m_stage->scrollAndClick("registerCsv"));
    ASSERT_TRUE(begins("registerWritten", "Written: "));
    EXPECT_THAT(recorded(), testing::Contains(StationAction::Exported));
    QFile file(QString::fromStdString((m_stage->folder() / "export/duty-roster-2026-11-22.csv").string()));
    ASSERT_TRUE(file.open(QIODevice::Append));
    file.write("2026-11-22,夜班,20:00,08:00,p4,,\r\n");
    file.close();
    ASSERT_TRUE(m_stage->scrollAndClick("registerImport"));
    ASSERT_TRUE(m_stage->click("importFile0"));
    EXPECT_TRUE(begins("importPreview", "1 added, 0 changed, 0 removed; then 26 lines."));
    EXPECT_EQ(roster(), sampleRoster()) << "only looked at";
    ASSERT_TRUE(m_stage->click("importTake"));
    EXPECT_TRUE(goes("importTake"));
    EXPECT_TRUE(says("shiftWho1", "王芳"));
    EXPECT_EQ(appended<RegisterChangedEntry>().back().how, RegisterChange::Imported);
}

TEST_F(GroupSection, IsShownInChineseAtATap)
{
    open({.language = Language::Chinese});
    EXPECT_TRUE(says("dutyNow", "带班领导：郑海"));
    EXPECT_TRUE(says("dutyNowDetail", "白班，至 20:00"));
    EXPECT_TRUE(begins("rosterProblems", "2026-11-22 夜班：无人带班。"));
}

} // namespace

} // namespace menshen::test
