// SPDX-License-Identifier: GPL-3.0-or-later
// Finding a person by what somebody remembers.
#include "tests/ui/OfficeTest.h"

#include <atomic>

namespace menshen::test {

namespace {

class PersonSection : public OfficeTest {
protected:
    Stage &begin(StageOptions options = {})
    {
        Stage &stage = start(std::move(options));
        EXPECT_TRUE(stage.click("sectionPerson"));
        return stage;
    }
    void lookFor(const QString &document, const QString &phone, const QString &name)
    {
        for (const auto &[field, text] :
             {std::pair(QStringLiteral("personDocument"), document), {"personPhone", phone}, {"personName", name}}) {
            ASSERT_TRUE(m_stage->click(field));
            m_stage->type(text);
        }
        ASSERT_TRUE(m_stage->click("personSearch"));
    }
};

} // namespace

TEST_F(PersonSection, ExplainsItselfWhileNothingHasBeenLookedFor)
{
    Stage &stage = begin();
    EXPECT_TRUE(stage.text("personEmpty").contains("One mistake in a document is forgiven"));
    EXPECT_FALSE(stage.enabled("personSearch"));
}

TEST_F(PersonSection, ANameAloneIsNotEnoughAndSaysWhere)
{
    Stage &stage = begin();
    ASSERT_TRUE(stage.click("personName"));
    stage.type("Zhang");
    EXPECT_FALSE(stage.enabled("personSearch"));
    EXPECT_TRUE(stage.text("personHint").startsWith("A name alone finds nobody here"));
}

TEST_F(PersonSection, ALedgerThatCannotBeReadIsSaid)
{
    const auto broken = std::make_shared<std::atomic<bool>>(false);
    begin({.whenReading = [broken] { return *broken ? std::optional(Error{ErrorCode::WrongKey, ""}) : std::nullopt; }});
    *broken = true;
    lookFor("11010519491231002X", {}, {});
    ASSERT_TRUE(says("personEmpty", "The ledger cannot be read: the key does not open this ledger"));
}

TEST_F(PersonSection, NobodyFoundSaysHowMuchMayBeMistyped)
{
    begin();
    lookFor("11010519491231999X", {}, {});
    ASSERT_TRUE(begins("personEmpty", "Nobody found."));
}

TEST_F(PersonSection, ASearchThatTakesLongIsStoppedAndItsAnswerDropped)
{
    Stage &stage = begin();
    m_turnstile.set(false);
    lookFor("11010519491231002X", {}, {});
    ASSERT_TRUE(says("personEmpty", "Looking…"));
    ASSERT_TRUE(stage.click("personStop"));
    m_turnstile.set(true);
    ASSERT_TRUE(says("personEmpty", "Stopped. Nothing has been looked up."));
    stage.settle();
    EXPECT_EQ(stage.item("personRow0"), nullptr);
}

TEST_F(PersonSection, AMistypedDocumentWithTheNameIsLikelyAndRowsAreMasked)
{
    Stage &stage = begin();
    lookFor("11010519491231003X", {}, {});
    ASSERT_TRUE(comes("personRow0"));
    EXPECT_EQ(stage.text("matchHead0"), "Possible: only the phone agrees, or only a document one mistake away");
    ASSERT_TRUE(stage.click("personPhone"));
    stage.type("13800138000");
    ASSERT_TRUE(stage.click("personSearch"));
    ASSERT_TRUE(says("matchHead0", "Likely: a document one mistake away, and the same phone or name"));
    EXPECT_EQ(stage.item("matchHead1"), nullptr);
    EXPECT_EQ(stage.item("personRow0")->property("document").toString(), "110105********002X");
    EXPECT_EQ(stage.item("personRow0")->property("phone").toString(), "138****8000");
    EXPECT_EQ(stage.text("personCount"), "120 visits");
}

TEST_F(PersonSection, ARowOpensTheVisitsStory)
{
    Stage &stage = begin();
    lookFor("11010519491231002X", {}, {});
    ASSERT_TRUE(says("matchHead0", "Certain: the same document"));
    ASSERT_TRUE(stage.click("personRow0"));
    ASSERT_TRUE(comes("storyTitle0"));
    EXPECT_NE(stage.item("correctButton"), nullptr);
}

TEST_F(PersonSection, TheLockForgetsWhomOneLookedFor)
{
    Stage &stage = begin();
    lookFor("11010519491231002X", {}, {});
    ASSERT_TRUE(comes("personRow0"));
    ASSERT_TRUE(stage.click("lockButton"));
    stage.type(kPin);
    ASSERT_TRUE(stage.click("pinOk"));
    ASSERT_TRUE(stage.click("sectionPerson"));
    EXPECT_EQ(stage.text("personDocument"), "");
    EXPECT_EQ(stage.item("personRow0"), nullptr);
}

} // namespace menshen::test
