// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Stage.h"

#include <gtest/gtest.h>

namespace menshen::test {

namespace {

class StaffPage : public testing::Test {
protected:
    StaffPage() { EXPECT_TRUE(m_stage.click("tabStaff")); }
    ~StaffPage() override { EXPECT_TRUE(UiProgram::takeWarnings().isEmpty()); }

    void askFor(const QString &number, const QString &button = "clockIn")
    {
        ASSERT_TRUE(m_stage.click("staff" + number));
        ASSERT_TRUE(m_stage.click(button));
    }

    Stage m_stage;
};

} // namespace

TEST_F(StaffPage, NobodyIsClockedInBeforeANameIsPicked)
{
    EXPECT_FALSE(m_stage.enabled("clockIn"));
    EXPECT_FALSE(m_stage.enabled("clockOut"));
}

TEST_F(StaffPage, SearchFindsByNumberAndByName)
{
    ASSERT_TRUE(m_stage.click("staffSearch"));
    m_stage.type("1005");
    EXPECT_NE(m_stage.item("staff1005"), nullptr);
    EXPECT_EQ(m_stage.item("staff1001"), nullptr);
}

TEST_F(StaffPage, AskingToClockInPostsThePersonAndTheDirection)
{
    askFor("1003", "clockOut");
    ASSERT_EQ(m_stage.posted<PunchStaff>().size(), 1U);
    EXPECT_EQ(m_stage.posted<PunchStaff>()[0].member.number, "1003");
    EXPECT_EQ(m_stage.posted<PunchStaff>()[0].direction, PunchDirection::Out);
}

TEST_F(StaffPage, Y3_WhoeverPassesIsNotClockedInBeforeTheGuardHasSaidThatItIsHe)
{
    const Snapshot snapshot = staffStands(m_stage.plan(), Celsius{35.4});
    m_stage.show(snapshot);
    EXPECT_EQ(m_stage.text("staffName"), "李晓红");
    EXPECT_EQ(m_stage.text("staffWish"), "clock in");
    EXPECT_EQ(m_stage.text("staffProofQuestion"), "Guard: is this 李晓红?");
    EXPECT_EQ(m_stage.item("staffProved"), nullptr);
    ASSERT_TRUE(m_stage.click("staffProve"));
    ASSERT_EQ(m_stage.posted<StaffProved>().size(), 1U);
    EXPECT_EQ(m_stage.posted<StaffProved>()[0].subject, snapshot.door.subject);
}

TEST_F(StaffPage, ThatTheGuardHasConfirmedIsShownForThatPersonOnly)
{
    Snapshot snapshot = staffStands(m_stage.plan(), Celsius{35.4});
    snapshot.door.staff->proved = snapshot.door.subject;
    m_stage.show(snapshot);
    EXPECT_NE(m_stage.item("staffProved"), nullptr);
    EXPECT_EQ(m_stage.item("staffProve"), nullptr);
    m_stage.show(asSubject(snapshot, SubjectId{99}));
    EXPECT_EQ(m_stage.item("staffProved"), nullptr);
    EXPECT_TRUE(m_stage.enabled("staffProve"));
}

TEST_F(StaffPage, Y2_TheQuestionsAreAskedAtTheFirstClockInOfTheDayOnly)
{
    Snapshot snapshot = staffStands(m_stage.plan(), Celsius{35.4});
    m_stage.show(snapshot);
    ASSERT_TRUE(m_stage.scrollAndClick("yes0"));
    ASSERT_EQ(m_stage.posted<AnswerGiven>().size(), 1U);
    EXPECT_EQ(m_stage.posted<AnswerGiven>()[0].subject, snapshot.door.subject);
    snapshot.door.staff->asksQuestions = false;
    m_stage.show(snapshot);
    EXPECT_EQ(m_stage.item("yes0"), nullptr);
}

TEST_F(StaffPage, ARecheckIsSettledByTheContactThermometer)
{
    const Snapshot snapshot = staffStands(m_stage.plan(), Celsius{36.1});
    ASSERT_TRUE(snapshot.door.evidence.infrared) << "there is a value, and it does not settle it";
    m_stage.show(snapshot);
    ASSERT_TRUE(m_stage.click("staffContactButton"));
    m_stage.type("36.6");
    ASSERT_TRUE(m_stage.click("contactOk"));
    ASSERT_EQ(m_stage.posted<ContactTemperatureTyped>().size(), 1U);
    EXPECT_EQ(m_stage.posted<ContactTemperatureTyped>()[0].subject, snapshot.door.subject);
}

TEST_F(StaffPage, WithoutAResultAContactReadingMayBeTypedAndWithAPassNot)
{
    Snapshot snapshot = staffStands(m_stage.plan(), Celsius{35.4});
    m_stage.show(snapshot);
    EXPECT_EQ(m_stage.item("staffContactButton"), nullptr);
    snapshot.door.evidence.infrared.reset();
    snapshot.door.evidence.attempt.noResult = NoTemperature::DeviceDown;
    m_stage.show(snapshot);
    EXPECT_NE(m_stage.item("staffContactButton"), nullptr);
}

TEST_F(StaffPage, WithoutACameraTheGuardJudgesTheMask)
{
    Snapshot snapshot = staffStands(m_stage.plan(), Celsius{35.4});
    snapshot.door.cameraUp = false;
    snapshot.door.evidence.mask = MaskState::Unsure;
    m_stage.show(snapshot);
    ASSERT_TRUE(m_stage.click("maskJudged0"));
    EXPECT_EQ(m_stage.posted<MaskJudged>().size(), 1U);
}

TEST_F(StaffPage, TheGuardRefusesWithAReason)
{
    const Snapshot snapshot = staffStands(m_stage.plan(), Celsius{37.9});
    m_stage.show(snapshot);
    EXPECT_NE(m_stage.item("heldNotice"), nullptr);
    ASSERT_TRUE(m_stage.click("staffRefuse"));
    EXPECT_TRUE(m_stage.posted<GuardRefuses>().empty());
    ASSERT_TRUE(m_stage.click("reasonPreset0"));
    ASSERT_TRUE(m_stage.click("reasonOk"));
    ASSERT_EQ(m_stage.posted<GuardRefuses>().size(), 1U);
    EXPECT_EQ(m_stage.posted<GuardRefuses>()[0].subject, snapshot.door.subject);
}

TEST_F(StaffPage, AVisitorsFormIsKeptAsideAndItIsSaid)
{
    m_stage.show(staffStands(m_stage.plan(), Celsius{35.4}));
    EXPECT_NE(m_stage.item("staffVisitorKept"), nullptr);
    ASSERT_TRUE(m_stage.click("staffCancel"));
    EXPECT_EQ(m_stage.posted<PunchCancelled>().size(), 1U);
}

TEST_F(StaffPage, WhoeverPassedIsClockedInAndTheReceiptIsShown)
{
    askFor("1002");
    m_stage.show(staffStands(m_stage.plan(), Celsius{35.4}));
    m_stage.show(staffDone(m_stage.plan(), Outcome::Admitted));
    EXPECT_EQ(m_stage.text("staffResult"), "Clocked in");
    EXPECT_TRUE(m_stage.text("staffReceipt").contains("Entry 483"));
}

TEST_F(StaffPage, WhoeverWasRefusedIsNeverOnDuty)
{
    askFor("1002");
    m_stage.show(staffStands(m_stage.plan(), Celsius{37.9}));
    m_stage.show(staffDone(m_stage.plan(), Outcome::Refused));
    EXPECT_EQ(m_stage.text("staffResult"), "Refused at the entrance: not on duty");
}

TEST_F(StaffPage, TheLastResultIsNotTakenForTheNextOnes)
{
    askFor("1002");
    m_stage.show(staffDone(m_stage.plan(), Outcome::Admitted));
    ASSERT_TRUE(m_stage.click("clockOut"));
    EXPECT_EQ(m_stage.item("staffResult"), nullptr);
}

TEST_F(StaffPage, TodaysListTellsTheRefusedOnesApart)
{
    ASSERT_TRUE(Stage::eventually([&] { return m_stage.text("punchDirection1") == "Refused at the entrance"; }))
        << m_stage.text("punchDirection1").toStdString();
    EXPECT_EQ(m_stage.text("punchDirection0"), "Clocked in");
}

TEST_F(StaffPage, AFailedPunchIsSaidInWords)
{
    askFor("1001");
    Snapshot snapshot = nobodyThere(m_stage.plan());
    snapshot.staff.request = 1;
    snapshot.staff.member = m_stage.posted<PunchStaff>().front().member;
    snapshot.staff.error = Error{ErrorCode::DiskFull, "no space"};
    m_stage.show(snapshot);
    EXPECT_EQ(m_stage.text("staffResult"), "Not recorded: disk full");
}

} // namespace menshen::test
