// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Stage.h"

#include <gtest/gtest.h>

namespace menshen::test {

namespace {

class StaffPage : public testing::Test {
protected:
    StaffPage()
    {
        m_snapshot = standing(m_stage.plan(), MaskState::Mask, Celsius{35.4}, false);
        m_stage.show(m_snapshot);
        EXPECT_TRUE(m_stage.click("tabStaff"));
    }
    ~StaffPage() override { EXPECT_TRUE(UiProgram::takeWarnings().isEmpty()); }

    Stage m_stage;
    Snapshot m_snapshot;
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

TEST_F(StaffPage, ClockingInPostsThePersonAndShowsTheReceipt)
{
    ASSERT_TRUE(m_stage.click("staff1003"));
    ASSERT_TRUE(m_stage.click("clockIn"));
    ASSERT_EQ(m_stage.posted<PunchStaff>().size(), 1U);
    const PunchStaff punch = m_stage.posted<PunchStaff>().front();
    EXPECT_EQ(punch.member.number, "1003");
    EXPECT_EQ(punch.direction, PunchDirection::In);

    m_snapshot.staff = {.request = 1,
                        .member = punch.member,
                        .direction = punch.direction,
                        .waiting = false,
                        .entry = staffPunch(punch.member, punch.direction, m_snapshot.door.evidence, m_stage.plan()),
                        .receipt = Receipt{EntrySeq{77}, m_snapshot.door.wall},
                        .error = {}};
    m_stage.show(m_snapshot);
    EXPECT_EQ(m_stage.text("staffResult"), "Clocked in");
    EXPECT_TRUE(m_stage.text("staffReceipt").contains("Entry 77"));
}

TEST_F(StaffPage, WithoutAResultAContactReadingMayBeTyped)
{
    m_snapshot.door.evidence.infrared.reset();
    m_snapshot.door.evidence.attempt.noResult = NoTemperature::DeviceDown;
    m_stage.show(m_snapshot);
    ASSERT_TRUE(m_stage.click("staff1001"));
    ASSERT_TRUE(m_stage.click("clockOut"));
    m_snapshot.staff.member = m_stage.posted<PunchStaff>().front().member;
    m_snapshot.staff.waiting = true;
    m_stage.show(m_snapshot);
    ASSERT_TRUE(m_stage.click("staffContactButton"));
    m_stage.type("36.6");
    ASSERT_TRUE(m_stage.click("contactOk"));
    ASSERT_EQ(m_stage.posted<PunchStaff>().size(), 2U);
    const PunchStaff punch = m_stage.posted<PunchStaff>().back();
    EXPECT_EQ(punch.direction, PunchDirection::Out);
    ASSERT_TRUE(punch.contact);
    EXPECT_NEAR(punch.contact->degrees, 36.6, 1e-9);
}

TEST_F(StaffPage, AFailedPunchIsSaidInWords)
{
    ASSERT_TRUE(m_stage.click("staff1001"));
    ASSERT_TRUE(m_stage.click("clockIn"));
    m_snapshot.staff.member = m_stage.posted<PunchStaff>().front().member;
    m_snapshot.staff.error = Error{ErrorCode::DiskFull, "no space"};
    m_stage.show(m_snapshot);
    EXPECT_EQ(m_stage.text("staffResult"), "Not recorded: disk full");
}

} // namespace menshen::test
