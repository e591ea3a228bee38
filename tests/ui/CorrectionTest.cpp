// SPDX-License-Identifier: GPL-3.0-or-later
// An officer sets right what was recorded of a visitor.
#include "tests/ui/OfficeTest.h"

namespace menshen::test {

namespace {

class Correction : public OfficeTest {
protected:
    void begin()
    {
        openVisit();
        ASSERT_TRUE(m_stage->click("correctButton"));
        ASSERT_TRUE(comes("correctionReason"));
    }
    void typeInto(const QString &field, const QString &text)
    {
        ASSERT_TRUE(m_stage->scrollAndClick(field));
        m_stage->press(Qt::Key_A, Qt::ControlModifier);
        m_stage->type(text);
    }
    void correctPhone(const QString &phone, const QString &reason)
    {
        begin();
        typeInto("phoneField", phone);
        typeInto("correctionReason", reason);
        ASSERT_TRUE(m_stage->scrollAndClick("correctionOk"));
    }
};

} // namespace

TEST_F(Correction, TheFieldsHoldWhatWasRecordedAndNothingChangedCannotBeRecorded)
{
    Stage &stage = start();
    begin();
    EXPECT_EQ(stage.text("nameField"), "欧阳修文");
    EXPECT_EQ(stage.text("documentField"), "11010519491231002X");
    EXPECT_EQ(stage.text("phoneField"), "13800138000");
    EXPECT_EQ(stage.text("correctionMissing"), "Nothing has been changed yet.");
    EXPECT_FALSE(stage.enabled("correctionOk"));
}

TEST_F(Correction, AWrongDocumentIsSaidAtTheFieldAndCannotBeRecorded)
{
    Stage &stage = start();
    begin();
    typeInto("documentField", "110105194912310021");
    ASSERT_TRUE(says("documentFieldMessage", "Wrong check character: compare with the card"));
    EXPECT_EQ(stage.text("correctionMissing"), "The document is not right yet, or has to be kept as unverified.");
    EXPECT_FALSE(stage.enabled("correctionOk"));
    ASSERT_TRUE(stage.scrollAndClick("unverifiedButton"));
    ASSERT_TRUE(stage.click("reasonPreset1"));
    ASSERT_TRUE(stage.click("reasonOk"));
    EXPECT_TRUE(stage.text("correctionMissing").startsWith("The reason is missing"));
}

TEST_F(Correction, AWrongPhoneIsSaidAtTheFieldAndCannotBeRecorded)
{
    Stage &stage = start();
    begin();
    typeInto("phoneField", "1380013");
    ASSERT_TRUE(says("phoneFieldMessage", "Not a phone number yet"));
    EXPECT_EQ(stage.text("correctionMissing"), "The phone is not right yet.");
    EXPECT_FALSE(stage.enabled("correctionOk"));
}

TEST_F(Correction, WithoutAReasonItCannotBeRecorded)
{
    Stage &stage = start();
    begin();
    typeInto("phoneField", "139 0013 9000");
    EXPECT_TRUE(stage.text("correctionMissing").startsWith("The reason is missing"));
    EXPECT_FALSE(stage.enabled("correctionOk"));
}

TEST_F(Correction, WhenTheLedgerCannotRecordItTheSheetStaysWithWhatWasTyped)
{
    Stage &stage = start({.ledgerSays = [](const Entry &) { return Error{ErrorCode::DiskFull, ""}; }});
    correctPhone("13900139000", "misheard");
    ASSERT_TRUE(says("correctionProblem", "Not recorded: disk full"));
    EXPECT_EQ(stage.text("phoneField"), "13900139000");
    EXPECT_TRUE(stage.enabled("correctionOk"));
}

TEST_F(Correction, ItIsRecordedNormalisedWithItsReasonAndTheStoryShowsWhatChanged)
{
    Stage &stage = start();
    correctPhone("139 0013 9000", "misheard");
    ASSERT_TRUE(says("storyNotice", "Corrected. Entry 10001."));
    const auto entries = appended<CorrectionEntry>();
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].visit, EntrySeq{130});
    EXPECT_EQ(entries[0].identity.phone, "13900139000");
    EXPECT_EQ(entries[0].identity.document, "11010519491231002X");
    EXPECT_EQ(entries[0].reason, "misheard");
    ASSERT_TRUE(says("storyTitle1", "Corrected"));
    EXPECT_EQ(stage.text("storyBody1"), "Phone: 138****8000 → 139****9000");
    EXPECT_EQ(stage.text("storyReason1"), "\"misheard\"");
    ASSERT_TRUE(Stage::eventually([&] { return stage.item("ledgerRow0")->property("corrected").toBool(); }));
    EXPECT_EQ(stage.item("ledgerRow0")->property("phone").toString(), "139****9000");
}

TEST_F(Correction, ADifferenceThatTheMaskHidesIsStillTold)
{
    Stage &stage = start();
    correctPhone("13811118000", "misheard");
    ASSERT_TRUE(comes("storyBody1"));
    EXPECT_EQ(stage.text("storyBody1"), "Phone: 138****8000 → 138****8000 (differs in the hidden part)");
}

TEST_F(Correction, WhatWasThereBeforeIsPutBackByAFurtherCorrection)
{
    Stage &stage = start();
    correctPhone("13900139000", "misheard");
    ASSERT_TRUE(stage.scrollAndClick("putBack1"));
    ASSERT_TRUE(comes("correctionReason"));
    EXPECT_EQ(stage.text("phoneField"), "13800138000");
    EXPECT_EQ(stage.text("correctionReason"), "Entry 10001 taken back");
    ASSERT_TRUE(stage.scrollAndClick("correctionOk"));
    ASSERT_TRUE(says("storyNotice", "Corrected. Entry 10002."));
    const auto entries = appended<CorrectionEntry>();
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[1].identity.phone, "13800138000");
    ASSERT_TRUE(says("storyBody2", "Phone: 139****9000 → 138****8000"));
    // The first correction has been taken back: there is nothing left of it to take back.
    EXPECT_EQ(stage.item("putBack1"), nullptr);
    EXPECT_NE(stage.item("putBack2"), nullptr);
}

TEST_F(Correction, AReceiptThatComesAfterGoingBackStillRefreshesTheStory)
{
    Stage &stage = start({.ledgerSilent = true});
    correctPhone("13900139000", "misheard");
    ASSERT_TRUE(Stage::eventually([&] { return appended<CorrectionEntry>().size() == 1; }));
    ASSERT_TRUE(stage.scrollAndClick("correctionCancel"));
    ASSERT_TRUE(goes("correctionReason"));
    const auto command = stage.posted<AppendEntry>().front();
    command.done(stage.ledger().append(command.entry, command.actor));
    ASSERT_TRUE(says("storyTitle1", "Corrected"));
}

TEST_F(Correction, TheLockTakesTheSheetAndWhatWasTypedAway)
{
    Stage &stage = start({.officeIdle = 1500ms});
    begin();
    ASSERT_TRUE(comes("pinField"));
    EXPECT_EQ(stage.item("phoneField"), nullptr);
    EXPECT_TRUE(appended<CorrectionEntry>().empty());
}

} // namespace menshen::test
