// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Stage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace menshen::test {

namespace {

class DoorPage : public testing::Test {
protected:
    ~DoorPage() override { EXPECT_TRUE(UiProgram::takeWarnings().isEmpty()); }

    void personStands() { m_stage.show(standing(m_stage.plan(), MaskState::Mask, Celsius{35.4}, false)); }
    void personMayPass() { m_stage.show(standing(m_stage.plan(), MaskState::Mask, Celsius{35.4}, true)); }
    void typeInto(const QString &field, const QString &text)
    {
        ASSERT_TRUE(m_stage.click(field)) << field.toStdString();
        m_stage.type(text);
    }

    Stage m_stage;
};

} // namespace

TEST_F(DoorPage, AWrongCheckCharacterIsSaidAtTheField)
{
    personStands();
    typeInto("documentField", "110105194912310021");
    EXPECT_EQ(m_stage.text("documentFieldMessage"), "Wrong check character: compare with the card");
}

TEST_F(DoorPage, AnUnfinishedDocumentIsOnlyCountedDown)
{
    personStands();
    typeInto("documentField", "11010519491231002");
    EXPECT_EQ(m_stage.text("documentFieldMessage"), "1 more character");
}

TEST_F(DoorPage, AWrongDocumentMayBeKeptAsUnverifiedWithAReason)
{
    personStands();
    typeInto("documentField", "110105194912310021");
    ASSERT_TRUE(m_stage.click("unverifiedButton"));
    EXPECT_FALSE(m_stage.enabled("reasonOk"));
    ASSERT_TRUE(m_stage.click("reasonPreset1"));
    ASSERT_TRUE(m_stage.click("reasonOk"));
    ASSERT_FALSE(m_stage.posted<IdentityEdited>().empty());
    EXPECT_EQ(m_stage.posted<IdentityEdited>().back().draft.unverifiedReason, "Card damaged, person known");
    EXPECT_EQ(m_stage.text("documentFieldMessage"), "Kept as unverified: Card damaged, person known");
}

TEST_F(DoorPage, EveryEditIsPostedAndAValidNumberIsPostedAsTyped)
{
    personStands();
    typeInto("nameField", "Zhang");
    typeInto("documentField", "11010519491231002x");
    const auto edits = m_stage.posted<IdentityEdited>();
    ASSERT_EQ(edits.size(), 5U + 18U);
    EXPECT_EQ(edits.back().draft.name, "Zhang");
    EXPECT_EQ(edits.back().draft.document, "11010519491231002x");
}

TEST_F(DoorPage, AdmitPostsNothingUntilTheAssessmentAllowsIt)
{
    personStands();
    EXPECT_FALSE(m_stage.enabled("admitButton")) << "and it looks so";
    ASSERT_TRUE(m_stage.click("admitButton"));
    m_stage.press(Qt::Key_Return);
    EXPECT_TRUE(m_stage.posted<GuardAdmits>().empty());
    personMayPass();
    EXPECT_TRUE(m_stage.enabled("admitButton"));
    ASSERT_TRUE(m_stage.click("admitButton"));
    EXPECT_EQ(m_stage.posted<GuardAdmits>().size(), 1U);
}

TEST_F(DoorPage, EnterAdmitsFromWithinAFieldWhenAllowed)
{
    personMayPass();
    typeInto("nameField", "Z");
    m_stage.press(Qt::Key_Return);
    EXPECT_EQ(m_stage.posted<GuardAdmits>().size(), 1U);
}

TEST_F(DoorPage, ASoftFailureIsAdmittedOnlyWithAReason)
{
    Snapshot snapshot = standing(m_stage.plan(), MaskState::Mask, Celsius{35.4}, true);
    snapshot.door.assessment.verdict = Verdict::Recheck;
    snapshot.door.assessment.mayAdmit = false;
    snapshot.door.assessment.mayOverride = true;
    m_stage.show(snapshot);
    ASSERT_TRUE(m_stage.click("admitButton"));
    EXPECT_TRUE(m_stage.posted<GuardAdmits>().empty());
    ASSERT_TRUE(m_stage.click("reasonPreset0"));
    ASSERT_TRUE(m_stage.click("reasonOk"));
    ASSERT_EQ(m_stage.posted<GuardAdmits>().size(), 1U);
    EXPECT_EQ(m_stage.posted<GuardAdmits>().front().overrideReason, "Checked by hand");
}

TEST_F(DoorPage, RefusingAsksForAReasonFirst)
{
    m_stage.show(fever(m_stage.plan()));
    ASSERT_TRUE(m_stage.click("refuseButton"));
    EXPECT_TRUE(m_stage.posted<GuardRefuses>().empty());
    ASSERT_TRUE(m_stage.click("reasonPreset0"));
    ASSERT_TRUE(m_stage.click("reasonOk"));
    ASSERT_EQ(m_stage.posted<GuardRefuses>().size(), 1U);
    EXPECT_EQ(m_stage.posted<GuardRefuses>().front().note, "Fever");
}

TEST_F(DoorPage, QuestionsStartAsNotAskedAndNeverAsNo)
{
    personStands();
    EXPECT_EQ(m_stage.text("notAsked"), "4 not asked");
    EXPECT_FALSE(m_stage.item("no0")->property("chosen").toBool());
    EXPECT_FALSE(m_stage.item("yes0")->property("chosen").toBool());
    ASSERT_TRUE(m_stage.click("yes0"));
    ASSERT_EQ(m_stage.posted<AnswerGiven>().size(), 1U);
    EXPECT_EQ(m_stage.posted<AnswerGiven>().front().answer, Answer::Yes);
    ASSERT_TRUE(m_stage.click("noneButton"));
    EXPECT_EQ(m_stage.posted<AllAnswersNo>().size(), 1U);
}

TEST_F(DoorPage, AnOlderSnapshotDoesNotOverwriteWhatIsBeingTyped)
{
    personStands();
    typeInto("nameField", "Zhang San");
    personStands(); // its draft is still empty
    EXPECT_EQ(m_stage.text("nameField"), "Zhang San");
}

TEST_F(DoorPage, TheFormIsEmptyForTheNextPersonEvenWhenTheWaitingSnapshotWasSkipped)
{
    personStands();
    typeInto("nameField", "Zhang San");
    m_stage.show(asSubject(standing(m_stage.plan(), MaskState::Mask, Celsius{35.4}, false), SubjectId{7}));
    EXPECT_EQ(m_stage.text("nameField"), "");
    EXPECT_EQ(m_stage.item("undoButton"), nullptr) << "the former person's is not brought back into this one's";
}

TEST_F(DoorPage, EscapeClearsTheFieldsAndUndoBringsThemBack)
{
    personStands();
    typeInto("nameField", "Zhang San");
    m_stage.press(Qt::Key_Escape);
    EXPECT_EQ(m_stage.text("nameField"), "");
    ASSERT_TRUE(m_stage.click("undoButton"));
    EXPECT_EQ(m_stage.text("nameField"), "Zhang San");
    ASSERT_FALSE(m_stage.posted<IdentityEdited>().empty());
    EXPECT_EQ(m_stage.posted<IdentityEdited>().back().draft.name, "Zhang San");
}

TEST_F(DoorPage, AContactReadingThatCannotBeIsNotTaken)
{
    personStands();
    ASSERT_TRUE(m_stage.click("contactButton"));
    m_stage.type("96.5");
    ASSERT_TRUE(m_stage.click("contactOk"));
    EXPECT_TRUE(m_stage.posted<ContactTemperatureTyped>().empty());
    EXPECT_NE(m_stage.item("contactProblem"), nullptr);
    for (int i = 0; i < 4; ++i) {
        ASSERT_TRUE(m_stage.click("contactBack"));
    }
    for (const char *key : {"contact3", "contact6", "contactDot", "contact8", "contactOk"}) {
        ASSERT_TRUE(m_stage.click(key)) << key;
    }
    ASSERT_EQ(m_stage.posted<ContactTemperatureTyped>().size(), 1U);
    EXPECT_NEAR(m_stage.posted<ContactTemperatureTyped>().front().value.degrees, 36.8, 1e-9);
}

TEST_F(DoorPage, ALedgerThatCannotBeWrittenIsAnAlarmAcrossThePage)
{
    EXPECT_EQ(m_stage.item("ledgerAlarm"), nullptr);
    Snapshot snapshot = nobodyThere(m_stage.plan());
    snapshot.door.ledgerDown = true;
    m_stage.show(snapshot);
    ASSERT_NE(m_stage.item("ledgerAlarm"), nullptr);
    EXPECT_EQ(m_stage.item("ledgerAlarm")->width(), m_stage.window().width());
}

TEST_F(DoorPage, ADefaultCorrectionIsMarkedBesideTheValue)
{
    personStands();
    EXPECT_EQ(m_stage.text("temperature"), "36.5 °C");
    EXPECT_NE(m_stage.item("defaultCorrection"), nullptr);
}

TEST_F(DoorPage, TheResultNamesTheReceiptAndTheNextPersonIsCalled)
{
    m_stage.show(admitted(m_stage.plan()));
    EXPECT_EQ(m_stage.text("resultWord"), "Admitted");
    EXPECT_TRUE(m_stage.text("resultReceipt").startsWith("Entry 483"));
    ASSERT_TRUE(m_stage.click("nextButton"));
    EXPECT_EQ(m_stage.posted<DoorCleared>().size(), 1U);
}

TEST_F(DoorPage, TheGuardMayBeginWithoutACamera)
{
    EXPECT_NE(m_stage.item("notice"), nullptr);
    ASSERT_TRUE(m_stage.click("startByHand"));
    EXPECT_EQ(m_stage.posted<StartByHand>().size(), 1U);
    EXPECT_NE(m_stage.item("notice"), nullptr) << "the door begins, not the page";
    m_stage.show(faceNotFound(m_stage.plan()));
    typeInto("nameField", "Zhang San");
    ASSERT_FALSE(m_stage.posted<IdentityEdited>().empty());
    EXPECT_EQ(m_stage.posted<IdentityEdited>().back().draft.name, "Zhang San");
}

TEST_F(DoorPage, WhoeverWasBegunByHandMayBeRefusedWithNothingTyped)
{
    m_stage.show(faceNotFound(m_stage.plan()));
    ASSERT_TRUE(m_stage.click("refuseButton"));
    ASSERT_TRUE(m_stage.click("reasonPreset1"));
    ASSERT_TRUE(m_stage.click("reasonOk"));
    EXPECT_EQ(m_stage.posted<GuardRefuses>().size(), 1U);
}

TEST_F(DoorPage, SomebodyWhoLeftIsCounted)
{
    ASSERT_TRUE(m_stage.click("someoneLeftButton"));
    EXPECT_EQ(m_stage.posted<CountExit>().size(), 1U);
}

TEST_F(DoorPage, TheKeyboardOfTheScreenTypesAndDoesNotCoverTheFieldInUse)
{
    personStands();
    EXPECT_EQ(m_stage.item("screenKeyboard"), nullptr);
    ASSERT_TRUE(m_stage.click("documentField"));
    const QQuickItem *keyboard = m_stage.item("screenKeyboard");
    ASSERT_NE(keyboard, nullptr);
    const QQuickItem *field = m_stage.item("documentField");
    EXPECT_TRUE(
        Stage::eventually([&] { return field->mapToScene(QPointF(0, field->height())).y() <= keyboard->mapToScene(QPointF(0, 0)).y(); }));
    for (const char *key : {"keye", "key1", "key2", "keyBack"}) {
        ASSERT_TRUE(m_stage.click(key)) << key;
    }
    ASSERT_FALSE(m_stage.posted<IdentityEdited>().empty());
    EXPECT_EQ(m_stage.posted<IdentityEdited>().back().draft.document, "E1");
    ASSERT_TRUE(m_stage.click("keyHide"));
    EXPECT_EQ(m_stage.item("screenKeyboard"), nullptr);
}

TEST_F(DoorPage, ARealKeyboardSendsTheOneOnTheScreenAway)
{
    personStands();
    ASSERT_TRUE(m_stage.click("nameField"));
    EXPECT_NE(m_stage.item("screenKeyboard"), nullptr);
    m_stage.type("Zhang");
    EXPECT_EQ(m_stage.item("screenKeyboard"), nullptr);
    EXPECT_EQ(m_stage.text("nameField"), "Zhang");
}

TEST_F(DoorPage, ThePhoneGetsDigitsOnly)
{
    personStands();
    ASSERT_TRUE(m_stage.click("phoneField"));
    EXPECT_EQ(m_stage.item("keyq"), nullptr);
    for (const char *key : {"key1", "key3", "key8"}) {
        ASSERT_TRUE(m_stage.click(key)) << key;
    }
    EXPECT_EQ(m_stage.text("phoneField"), "138");
}

TEST_F(DoorPage, TheKeyboardGoesWithThePersonItTypedFor)
{
    personStands();
    ASSERT_TRUE(m_stage.click("nameField"));
    ASSERT_NE(m_stage.item("screenKeyboard"), nullptr);
    m_stage.show(nobodyThere(m_stage.plan()));
    EXPECT_EQ(m_stage.item("screenKeyboard"), nullptr);
}

} // namespace menshen::test
