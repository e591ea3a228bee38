// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Stage.h"

#include <gtest/gtest.h>

namespace menshen::test {

namespace {

class AlertDialog : public testing::Test {
protected:
    AlertDialog() { m_stage.show(withAlert(nobodyThere(m_stage.plan()), m_stage.plan(), false)); }
    ~AlertDialog() override { EXPECT_TRUE(UiProgram::takeWarnings().isEmpty()); }

    [[nodiscard]] bool isShown() { return m_stage.item("alertWhy") != nullptr; }
    [[nodiscard]] std::vector<AlertAction> actions() const
    {
        std::vector<AlertAction> found;
        for (const ActOnAlert &act : m_stage.posted<ActOnAlert>()) {
            found.push_back(act.action.action);
        }
        return found;
    }

    Stage m_stage{{.pin = "246810"}};
};

} // namespace

TEST_F(AlertDialog, CannotBeClosedByKeyOrTouchBesideIt)
{
    ASSERT_TRUE(isShown());
    m_stage.press(Qt::Key_Escape);
    m_stage.press(Qt::Key_Back);
    EXPECT_TRUE(isShown());
    EXPECT_FALSE(m_stage.enabled("tabStaff"));
    ASSERT_TRUE(m_stage.click("tabStaff"));
    EXPECT_TRUE(isShown());
    EXPECT_EQ(m_stage.item("staffSearch"), nullptr);
    EXPECT_EQ(m_stage.item("alertMinimise"), nullptr);
    EXPECT_TRUE(actions().empty());
}

TEST_F(AlertDialog, SaysWhyWhoAndForHowLong)
{
    EXPECT_EQ(m_stage.text("alertWhy"), "Fever · No mask");
    EXPECT_TRUE(m_stage.text("alertWho").startsWith("张*"));
}

TEST_F(AlertDialog, AWrongPinIsSaidAndNothingIsAcknowledged)
{
    m_stage.type("135790");
    ASSERT_TRUE(m_stage.click("alertAcknowledge"));
    ASSERT_TRUE(Stage::eventually([&] { return !m_stage.text("alertPinProblem").isEmpty(); }));
    EXPECT_EQ(m_stage.text("alertPinProblem"), "Wrong PIN.");
    EXPECT_TRUE(actions().empty());
}

TEST_F(AlertDialog, TheRightPinAcknowledges)
{
    for (const char digit : {'2', '4', '6', '8', '1', '0'}) {
        ASSERT_TRUE(m_stage.click(QStringLiteral("alertPin%1").arg(QLatin1Char(digit))));
    }
    ASSERT_TRUE(m_stage.click("alertAcknowledge"));
    ASSERT_TRUE(Stage::eventually([&] { return !actions().empty(); }));
    EXPECT_EQ(actions(), std::vector{AlertAction::Acknowledged});
    EXPECT_EQ(m_stage.posted<ActOnAlert>().front().action.alert, EntrySeq{481});
}

TEST_F(AlertDialog, EachStepIsConfirmedByItself)
{
    ASSERT_TRUE(m_stage.click("alertStep_isolate"));
    ASSERT_EQ(actions(), std::vector{AlertAction::StepDone});
    EXPECT_EQ(m_stage.posted<ActOnAlert>().front().action.step, "isolate");
}

TEST_F(AlertDialog, AFalseAlarmNeedsAReason)
{
    m_stage.show(withAlert(nobodyThere(m_stage.plan()), m_stage.plan(), true));
    ASSERT_TRUE(m_stage.click("alertFalseAlarm"));
    EXPECT_FALSE(m_stage.enabled("alertReasonOk"));
    m_stage.type("heater");
    ASSERT_TRUE(m_stage.click("alertReasonOk"));
    ASSERT_EQ(actions(), std::vector{AlertAction::FalseAlarm});
    EXPECT_EQ(m_stage.posted<ActOnAlert>().front().action.reason, "heater");
}

TEST_F(AlertDialog, OnceAcknowledgedTheDoorGoesOnBehindABar)
{
    m_stage.show(withAlert(nobodyThere(m_stage.plan()), m_stage.plan(), true));
    ASSERT_TRUE(m_stage.click("alertMinimise"));
    EXPECT_FALSE(isShown());
    ASSERT_TRUE(m_stage.click("startByHand"));
    EXPECT_NE(m_stage.item("nameField"), nullptr);
    ASSERT_TRUE(m_stage.click("alertRestore"));
    EXPECT_TRUE(isShown());
}

TEST_F(AlertDialog, GoesWhenTheAlertIsClosedInTheLedger)
{
    m_stage.show(nobodyThere(m_stage.plan()));
    EXPECT_FALSE(isShown());
}

} // namespace menshen::test
