// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Stage.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace menshen::test {

namespace {

class OfficePage : public testing::Test {
protected:
    ~OfficePage() override
    {
        m_turnstile.set(true);
        EXPECT_TRUE(UiProgram::takeWarnings().isEmpty());
    }

    Stage &start(StageOptions options = {.pin = "246810"})
    {
        options.whileReading = [this] { m_turnstile.pass(); };
        m_stage = std::make_unique<Stage>(std::move(options));
        EXPECT_TRUE(m_stage->click("tabOffice"));
        return *m_stage;
    }
    void enterPin(const QString &pin)
    {
        m_stage->type(pin);
        ASSERT_TRUE(m_stage->click("pinOk"));
    }
    [[nodiscard]] bool opens()
    {
        return Stage::eventually([&] { return m_stage->item("ledgerRow0") != nullptr; });
    }
    [[nodiscard]] std::vector<StationAction> recorded() const
    {
        std::vector<StationAction> actions;
        for (const RecordStation &record : m_stage->posted<RecordStation>()) {
            actions.push_back(record.action);
        }
        return actions;
    }
    [[nodiscard]] std::size_t exportedFiles() const
    {
        const auto folder = m_stage->folder() / "export";
        if (!std::filesystem::exists(folder)) {
            return 0;
        }
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
    }

    Turnstile m_turnstile;
    std::unique_ptr<Stage> m_stage;
};

} // namespace

TEST_F(OfficePage, AWrongPinIsSaidAndRecordedAndOpensNothing)
{
    Stage &stage = start();
    enterPin("135790");
    ASSERT_TRUE(Stage::eventually([&] { return !stage.text("pinProblem").isEmpty(); }));
    EXPECT_EQ(stage.text("pinProblem"), "Wrong PIN.");
    EXPECT_EQ(recorded(), std::vector{StationAction::OfficeDenied});
    EXPECT_EQ(stage.item("ledgerList"), nullptr);
}

TEST_F(OfficePage, TooManyWrongPinsSayHowLongToWait)
{
    Stage &stage = start();
    for (int i = 0; i < 6; ++i) {
        (void)stage.pins().verify("135790");
    }
    enterPin("246810");
    ASSERT_TRUE(Stage::eventually([&] { return !stage.text("pinProblem").isEmpty(); }));
    EXPECT_TRUE(stage.text("pinProblem").startsWith("Too many wrong tries. Wait "));
    EXPECT_EQ(stage.item("ledgerList"), nullptr);
}

TEST_F(OfficePage, TheFirstTimeAPinIsSetByTypingItTwice)
{
    Stage &stage = start({.pin = {}});
    EXPECT_EQ(stage.text("pinTask"), "Choose a PIN of 6 to 12 digits");
    enterPin("246810");
    EXPECT_EQ(stage.text("pinTask"), "Type the new PIN once more");
    enterPin("246811");
    EXPECT_EQ(stage.text("pinProblem"), "The two PINs are not the same.");
    enterPin("246810");
    enterPin("246810");
    ASSERT_TRUE(opens());
    EXPECT_TRUE(stage.pins().verify("246810"));
}

TEST_F(OfficePage, TheRightPinShowsTodaysLedgerMasked)
{
    Stage &stage = start();
    enterPin("246810");
    ASSERT_TRUE(opens());
    EXPECT_EQ(recorded(), std::vector{StationAction::OfficeOpened});
    EXPECT_EQ(stage.text("ledgerPage"), "1–50 of 120");
    EXPECT_EQ(stage.item("ledgerRow0")->property("document").toString(), "110105********002X");
    EXPECT_EQ(stage.item("ledgerRow0")->property("phone").toString(), "138****8000");
}

TEST_F(OfficePage, PagesForwardAndBack)
{
    Stage &stage = start();
    enterPin("246810");
    ASSERT_TRUE(opens());
    ASSERT_TRUE(stage.click("ledgerOlder"));
    ASSERT_TRUE(Stage::eventually([&] { return stage.text("ledgerPage") == "51–100 of 120"; }));
    ASSERT_TRUE(stage.click("ledgerOlder"));
    ASSERT_TRUE(Stage::eventually([&] { return stage.text("ledgerPage") == "101–120 of 120"; }));
    EXPECT_FALSE(stage.enabled("ledgerOlder"));
    ASSERT_TRUE(stage.click("ledgerNewer"));
    ASSERT_TRUE(Stage::eventually([&] { return stage.text("ledgerPage") == "51–100 of 120"; }));
}

TEST_F(OfficePage, FiltersNarrowAndAnEmptyLedgerSaysSo)
{
    Stage &stage = start();
    enterPin("246810");
    ASSERT_TRUE(opens());
    ASSERT_TRUE(stage.click("outcomeFilter"));
    ASSERT_TRUE(stage.click("outcome2"));
    ASSERT_TRUE(Stage::eventually([&] { return stage.text("ledgerPage") == "1–17 of 17"; }));
    ASSERT_TRUE(stage.click("ledgerSearch"));
    stage.type("nobody of that name");
    ASSERT_TRUE(Stage::eventually([&] { return stage.text("ledgerEmpty").startsWith("No entries"); }));
}

TEST_F(OfficePage, ASearchThatTakesLongIsStoppedAndItsAnswerDropped)
{
    Stage &stage = start();
    enterPin("246810");
    ASSERT_TRUE(opens());
    m_turnstile.set(false);
    ASSERT_TRUE(stage.click("ledgerSearch"));
    stage.type("0138");
    ASSERT_TRUE(stage.click("ledgerStop"));
    EXPECT_EQ(stage.text("ledgerEmpty"), "Stopped. Change what you look for, or tap Refresh.");
    m_turnstile.set(true);
    stage.settle();
    EXPECT_EQ(stage.item("ledgerRow0"), nullptr);
    ASSERT_TRUE(stage.click("ledgerReload"));
    ASSERT_TRUE(opens());
}

TEST_F(OfficePage, AFragmentIsLookedForOnceTheTypingPausesAndIsNotCounted)
{
    Stage &stage = start();
    enterPin("246810");
    ASSERT_TRUE(opens());
    ASSERT_TRUE(stage.click("ledgerSearch"));
    stage.type("0138");
    ASSERT_TRUE(Stage::eventually([&] { return stage.text("ledgerPage") == "1–50, and more"; }));
    ASSERT_TRUE(stage.click("ledgerOlder"));
    ASSERT_TRUE(stage.click("ledgerOlder"));
    ASSERT_TRUE(Stage::eventually([&] { return stage.text("ledgerPage") == "101–120 of 120"; }));
}

TEST_F(OfficePage, TheNewestQuestionIsAnsweredWhenAnEarlierOneIsStillUnderWay)
{
    Stage &stage = start();
    enterPin("246810");
    ASSERT_TRUE(opens());
    m_turnstile.set(false);
    ASSERT_TRUE(stage.click("ledgerReload"));
    ASSERT_TRUE(stage.click("outcomeFilter"));
    ASSERT_TRUE(stage.click("outcome2"));
    m_turnstile.set(true);
    ASSERT_TRUE(Stage::eventually([&] { return stage.text("ledgerPage") == "1–17 of 17"; }));
}

TEST_F(OfficePage, TheExportIsWrittenRecordedAndItsPathShown)
{
    Stage &stage = start();
    enterPin("246810");
    ASSERT_TRUE(opens());
    ASSERT_TRUE(stage.click("exportButton"));
    ASSERT_TRUE(stage.click("exportCsv"));
    ASSERT_TRUE(Stage::eventually([&] { return stage.item("exportPath") != nullptr; }));
    EXPECT_TRUE(std::filesystem::exists(stage.text("exportPath").toStdString()));
    EXPECT_EQ(recorded().back(), StationAction::Exported);
}

TEST_F(OfficePage, ACancelledExportLeavesNoFile)
{
    Stage &stage = start();
    enterPin("246810");
    ASSERT_TRUE(opens());
    ASSERT_TRUE(stage.click("exportButton"));
    m_turnstile.set(false);
    ASSERT_TRUE(stage.click("exportXlsx"));
    ASSERT_TRUE(stage.click("exportCancel"));
    m_turnstile.set(true);
    ASSERT_TRUE(Stage::eventually([&] { return stage.text("exportMessage").startsWith("Cancelled"); }));
    EXPECT_EQ(exportedFiles(), 0U);
    EXPECT_EQ(recorded(), std::vector{StationAction::OfficeOpened});
}

TEST_F(OfficePage, LocksAtTheButton)
{
    Stage &stage = start();
    enterPin("246810");
    ASSERT_TRUE(opens());
    ASSERT_TRUE(stage.click("lockButton"));
    EXPECT_EQ(stage.item("ledgerList"), nullptr);
    EXPECT_NE(stage.item("pinField"), nullptr);
}

TEST_F(OfficePage, LocksItselfWhenNobodyTouchesIt)
{
    Stage &stage = start({.officeIdle = 300ms, .pin = "246810"});
    enterPin("246810");
    ASSERT_TRUE(opens());
    ASSERT_TRUE(Stage::eventually([&] { return stage.item("pinField") != nullptr; }));
}

} // namespace menshen::test
