// SPDX-License-Identifier: GPL-3.0-or-later
// A visit's story, and visits whose personal part is gone.
#include "tests/ui/OfficeTest.h"

#include <atomic>

namespace menshen::test {

namespace {

class Story : public OfficeTest {
protected:
    /// The two visits of the day before: row 0 cannot be opened, row 1 is destroyed.
    void showYesterday()
    {
        ASSERT_TRUE(comes("ledgerRow0"));
        ASSERT_TRUE(m_stage->click("toDayBack"));
        ASSERT_TRUE(says("ledgerPage", "1–2 of 2"));
    }
};

} // namespace

TEST_F(Story, ThatCannotBeReadSaysSoAndIsTriedAgain)
{
    const auto broken = std::make_shared<std::atomic<bool>>(false);
    Stage &stage = start({.whenReading = [broken] { return *broken ? std::optional(Error{ErrorCode::Damaged, ""}) : std::nullopt; }});
    ASSERT_TRUE(comes("ledgerRow0"));
    *broken = true;
    ASSERT_TRUE(stage.click("ledgerRow0"));
    ASSERT_TRUE(says("storyProblem", "The story cannot be read: the ledger's file is damaged"));
    *broken = false;
    ASSERT_TRUE(stage.scrollAndClick("storyRetry"));
    ASSERT_TRUE(comes("storyTitle0"));
    EXPECT_EQ(stage.item("storyProblem"), nullptr);
}

TEST_F(Story, OfADestroyedVisitSaysSoAndOffersNeitherCorrectionNorNumbers)
{
    Stage &stage = start();
    showYesterday();
    EXPECT_EQ(stage.item("ledgerRow1")->property("name").toString(), "destroyed on schedule");
    ASSERT_TRUE(stage.click("ledgerRow1"));
    ASSERT_TRUE(comes("storyTitle0"));
    EXPECT_TRUE(stage.text("personalState").contains("destroyed on schedule"));
    EXPECT_EQ(stage.item("correctButton"), nullptr);
    EXPECT_EQ(stage.item("wholeButton"), nullptr);
    EXPECT_FALSE(shows("Phone: "));
}

TEST_F(Story, OfAVisitThatCannotBeOpenedSaysWhatToDo)
{
    Stage &stage = start();
    showYesterday();
    EXPECT_EQ(stage.item("ledgerRow0")->property("name").toString(), "cannot be opened");
    ASSERT_TRUE(stage.click("ledgerRow0"));
    ASSERT_TRUE(comes("storyTitle0"));
    EXPECT_TRUE(stage.text("personalState").contains("verify the chain"));
    EXPECT_EQ(stage.item("correctButton"), nullptr);
    EXPECT_EQ(stage.item("wholeButton"), nullptr);
}

TEST_F(Story, TellsTheAlertAndWhatWasDoneAboutIt)
{
    Stage &stage = start();
    ASSERT_TRUE(comes("ledgerRow1"));
    ASSERT_TRUE(stage.click("ledgerRow1")); // entry 129: a fever
    ASSERT_TRUE(comes("storyTitle4"));
    EXPECT_EQ(stage.text("storyTitle0"), "Recorded: Refused");
    EXPECT_EQ(stage.text("storyReason0"), "\"Sent to the fever clinic\"");
    EXPECT_EQ(stage.text("storyTitle1"), "Alert raised");
    EXPECT_EQ(stage.text("storyBody1"), "Fever");
    EXPECT_EQ(stage.text("storyTitle2"), "Alert acknowledged");
    EXPECT_EQ(stage.text("storyTitle3"), "Step done");
    EXPECT_EQ(stage.text("storyBody3"), "Lead to the isolation room, in protective clothing");
    EXPECT_EQ(stage.text("storyTitle4"), "Handed over");
    EXPECT_TRUE(shows("Guard"));
    EXPECT_TRUE(shows("Entry 129 · " + QString::fromStdString(shortForm(hashOf(EntrySeq{129})))));
}

TEST_F(Story, FollowsTheLanguage)
{
    Stage &stage = start();
    ASSERT_TRUE(comes("ledgerRow1"));
    ASSERT_TRUE(stage.click("ledgerRow1"));
    ASSERT_TRUE(comes("storyTitle1"));
    ASSERT_TRUE(stage.click("languageButton"));
    EXPECT_EQ(stage.text("storyTitle1"), "发出警报");
}

TEST_F(Story, ClosesWhenItsRowIsTappedAgain)
{
    Stage &stage = start();
    openVisit();
    ASSERT_TRUE(stage.click("ledgerRow0"));
    EXPECT_EQ(stage.item("detailClose"), nullptr);
}

} // namespace menshen::test
