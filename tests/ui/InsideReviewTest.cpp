// SPDX-License-Identifier: GPL-3.0-or-later
// What the count of the day before left inside, until a person has looked.
#include "tests/ui/Stage.h"

#include <gtest/gtest.h>

namespace menshen::test {

namespace {

class InsideReview : public testing::Test {
protected:
    ~InsideReview() override { EXPECT_TRUE(UiProgram::takeWarnings().isEmpty()); }

    Stage &start(StageOptions options = {})
    {
        m_stage = std::make_unique<Stage>(std::move(options));
        return *m_stage;
    }
    void leave(std::optional<int> over)
    {
        Snapshot snapshot = nobodyThere(m_stage->plan());
        snapshot.leftOver = over;
        m_stage->show(snapshot);
    }

    std::unique_ptr<Stage> m_stage;
};

} // namespace

TEST_F(InsideReview, NothingIsAskedWhereNothingWasLeftOver)
{
    Stage &stage = start();
    leave(std::nullopt);
    EXPECT_EQ(stage.item("insideLeftOver"), nullptr);
}

TEST_F(InsideReview, WithoutANumberNothingIsRecorded)
{
    Stage &stage = start();
    leave(7);
    EXPECT_TRUE(stage.text("insideLeftOver").startsWith("7 left over"));
    ASSERT_TRUE(stage.click("insideReviewButton"));
    EXPECT_FALSE(stage.enabled("insideOk"));
    stage.press(Qt::Key_Return);
    EXPECT_TRUE(stage.posted<ReviewInside>().empty());
    ASSERT_TRUE(stage.click("insideCancel"));
    EXPECT_NE(stage.item("insideLeftOver"), nullptr) << "it is asked until somebody has looked";
}

TEST_F(InsideReview, ANumberThatTheDiskDidNotTakeIsAskedForAgain)
{
    Stage &stage = start({.ledgerSays = [](const Entry &) { return Error{ErrorCode::DiskFull, ""}; }});
    leave(7);
    ASSERT_TRUE(stage.click("insideReviewButton"));
    stage.type("3");
    ASSERT_TRUE(stage.click("insideOk"));
    EXPECT_TRUE(Stage::eventually([&] { return stage.text("insideProblem") == "Not recorded: disk full"; }));
}

TEST_F(InsideReview, Q14_TheNumberThatAPersonFoundIsRecorded)
{
    Stage &stage = start();
    leave(7);
    ASSERT_TRUE(stage.click("insideReviewButton"));
    ASSERT_TRUE(stage.click("insideKey1"));
    ASSERT_TRUE(stage.click("insideKey2"));
    ASSERT_TRUE(stage.click("insideOk"));
    ASSERT_TRUE(Stage::eventually([&] { return stage.item("insideFound") == nullptr; }));
    const auto reviews = stage.posted<ReviewInside>();
    ASSERT_EQ(reviews.size(), 1U);
    EXPECT_EQ(reviews[0].found, 12);
    EXPECT_EQ(reviews[0].actor, "guard");
    leave(std::nullopt);
    EXPECT_EQ(stage.item("insideLeftOver"), nullptr);
}

} // namespace menshen::test
