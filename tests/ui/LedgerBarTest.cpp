// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with the ledger's upkeep, as it is seen at the door.
#include "tests/ui/Stage.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace menshen::test {

namespace {

using enum LedgerTroubleKind;

class LedgerBar : public testing::Test {
protected:
    static constexpr const char *kPin = "246810";

    ~LedgerBar() override { EXPECT_TRUE(UiProgram::takeWarnings().isEmpty()); }

    static StageOptions options(Language language = Language::English, QSize size = {1280, 800})
    {
        return {.language = language, .size = size, .pin = kPin};
    }
    static Snapshot faulty(const Stage &stage) { return withTroubles(nobodyThere(stage.plan()), {LedgerTroubleKind::ChainFault}); }
    static void unlock(Stage &stage)
    {
        stage.type(kPin);
        ASSERT_TRUE(stage.click("pinOk"));
    }
    [[nodiscard]] static QString troubles(Stage &stage) { return stage.text("ledgerTroubles").replace(QChar::Nbsp, QLatin1Char(' ')); }
    [[nodiscard]] static QRectF rectOf(Stage &stage, const QString &name)
    {
        const QQuickItem *found = stage.item(name);
        return found ? found->mapRectToScene(found->boundingRect()) : QRectF();
    }
    /// Where the list that scrolls begins.
    static double topOfFormAround(Stage &stage, const QString &field)
    {
        const QQuickItem *around = stage.item(field);
        while (around && !around->inherits("QQuickFlickable")) {
            around = around->parentItem();
        }
        return around ? around->mapToScene(QPointF(0, 0)).y() : 0;
    }
    /// Between the bars and the footer, and nothing on anything else.
    static void expectWholePage(Stage &stage, const QString &lowestBar)
    {
        const double top = rectOf(stage, lowestBar).bottom();
        const double bottom = rectOf(stage, "ledgerHead").top();
        const QRectF today = rectOf(stage, "todayCard");
        for (const char *name :
             {"verdictWord", "nameField", "admitButton", "refuseButton", "liveView", "todayCard", "measureAgainButton"}) {
            const QRectF rect = rectOf(stage, name);
            EXPECT_GE(rect.top(), top) << name << " at " << stage.window().width();
            EXPECT_LE(rect.bottom(), bottom) << name << " at " << stage.window().width();
            EXPECT_GT(rect.height(), 20) << name << " at " << stage.window().width();
        }
        EXPECT_TRUE(today.contains(rectOf(stage, "insideCount")));
        EXPECT_TRUE(today.contains(rectOf(stage, "leftCount")));
        EXPECT_FALSE(today.intersects(rectOf(stage, "liveView")));
        EXPECT_FALSE(today.intersects(rectOf(stage, "measureAgainButton")));
        EXPECT_FALSE(rectOf(stage, "nameField").intersects(rectOf(stage, "admitButton")));
    }
};

const QString kFault = QStringLiteral("The ledger was altered or damaged: entry 321 (an entry was changed). Tell the office at once.");

} // namespace

TEST_F(LedgerBar, IsNotThereWhileNothingIsWrong)
{
    Stage stage(options());
    EXPECT_EQ(stage.item("ledgerFaultBar"), nullptr);
    EXPECT_EQ(stage.item("ledgerTroubleBar"), nullptr);
    stage.show(faulty(stage));
    EXPECT_NE(stage.item("ledgerFaultBar"), nullptr);
    stage.show(nobodyThere(stage.plan()));
    EXPECT_EQ(stage.item("ledgerFaultBar"), nullptr);
}

TEST_F(LedgerBar, SaysWhichEntryAndWhatToDoOnEveryPageInBothLanguages)
{
    Stage stage(options());
    stage.show(faulty(stage));
    for (const char *page : {"tabStaff", "tabOffice", "tabDoor"}) {
        ASSERT_TRUE(stage.click(page));
        EXPECT_EQ(stage.text("ledgerFault"), kFault) << page;
        EXPECT_EQ(stage.item("ledgerFaultBar")->width(), stage.window().width()) << page;
    }
    ASSERT_TRUE(stage.click("languageButton"));
    EXPECT_EQ(stage.text("ledgerFault"), "台账被改动过或已损坏：第 321 条（有记录被改动）。请立即告知办公室。");
}

TEST_F(LedgerBar, TheLedgersLightIsNotGreenBeneathIt)
{
    Stage stage(options());
    const auto says = [&stage](const QString &words) {
        return std::ranges::any_of(visibleItems(stage.window().contentItem()),
                                   [&](const QQuickItem *item) { return item->property("text").toString() == words; });
    };
    stage.show(withTroubles(nobodyThere(stage.plan()), {BackupFailed}));
    EXPECT_FALSE(says("altered or damaged"));
    stage.show(faulty(stage));
    EXPECT_TRUE(says("altered or damaged"));
    Snapshot down = faulty(stage);
    down.devices[static_cast<std::size_t>(DeviceKind::Ledger)].health = DeviceHealth::Down;
    down.devices[static_cast<std::size_t>(DeviceKind::Ledger)].error = {ErrorCode::DiskFull, ""};
    stage.show(down);
    EXPECT_TRUE(says("disk full")) << "that it cannot be written comes first";
}

TEST_F(LedgerBar, AFaultThatIsNoOneEntrysNamesNone)
{
    Stage stage(options());
    Snapshot snapshot = faulty(stage);
    snapshot.ledgerTroubles.front().fault = ChainFault::TailCut;
    snapshot.ledgerTroubles.front().entry = {};
    stage.show(snapshot);
    EXPECT_EQ(stage.text("ledgerFault"), "The ledger was altered or damaged: the end was cut off. Tell the office at once.");
}

TEST_F(LedgerBar, LesserTroublesStandBelowWithTheirTimes)
{
    Stage stage(options());
    stage.show(withTroubles(nobodyThere(stage.plan()), {BackupFailed}));
    EXPECT_EQ(stage.item("ledgerFaultBar"), nullptr);
    EXPECT_EQ(troubles(stage), "Ledger backup failing since 2026-11-22 02:31 (disk full)");
    stage.show(withEveryTrouble(nobodyThere(stage.plan())));
    EXPECT_EQ(stage.text("ledgerFault"), kFault);
    EXPECT_EQ(
        troubles(stage),
        "Ledger verification failing since 2026-11-22 02:31 (file error) · Ledger backup failing since 2026-11-22 02:31 (disk full) · "
        "Due destruction failing since 2026-11-22 02:31 (file error) · Due destruction held back since 2026-11-22 02:31");
    ASSERT_TRUE(stage.click("languageButton"));
    EXPECT_EQ(troubles(stage), "台账校验自 2026-11-22 02:31 起失败（文件错误） · 台账备份自 2026-11-22 02:31 起失败（磁盘已满） · "
                               "到期销毁自 2026-11-22 02:31 起失败（文件错误） · 到期销毁自 2026-11-22 02:31 起暂缓");
}

TEST_F(LedgerBar, LeadsToTheOfficesLedgerBehindThePin)
{
    Stage stage(options());
    stage.show(faulty(stage));
    ASSERT_TRUE(stage.click("ledgerFaultShow"));
    EXPECT_EQ(stage.item("chainWord"), nullptr);
    unlock(stage);
    EXPECT_TRUE(Stage::eventually([&] { return stage.item("headCode") != nullptr; }));
    EXPECT_EQ(stage.item("ledgerFaultShow"), nullptr) << "one is there";
    EXPECT_EQ(stage.text("ledgerFault"), kFault);
    ASSERT_TRUE(stage.click("sectionVisits"));
    EXPECT_TRUE(Stage::eventually([&] { return stage.item("ledgerRow0") != nullptr; })) << "the other sections have begun, too";
}

TEST_F(LedgerBar, LeadsThereAtOnceWhenTheOfficeIsOpen)
{
    Stage stage(options());
    stage.show(faulty(stage));
    ASSERT_TRUE(stage.click("tabOffice"));
    unlock(stage);
    ASSERT_TRUE(Stage::eventually([&] { return stage.item("ledgerRow0") != nullptr; }));
    ASSERT_TRUE(stage.click("tabDoor"));
    ASSERT_TRUE(stage.click("ledgerFaultShow"));
    EXPECT_TRUE(Stage::eventually([&] { return stage.item("headCode") != nullptr; }));
}

TEST_F(LedgerBar, WhoTurnsBackAtTheLockComesToTheVisitsNextTime)
{
    Stage stage(options());
    stage.show(faulty(stage));
    ASSERT_TRUE(stage.click("ledgerFaultShow"));
    ASSERT_TRUE(stage.click("tabDoor"));
    ASSERT_TRUE(stage.click("tabOffice"));
    unlock(stage);
    EXPECT_TRUE(Stage::eventually([&] { return stage.item("ledgerRow0") != nullptr; }));
}

TEST_F(LedgerBar, LeavesRoomForWhatIsTypedAboveTheKeyboard)
{
    for (const QSize size : {QSize(1280, 800), QSize(1920, 1080), QSize(1080, 1920)}) {
        Stage stage(options(Language::English, size));
        Snapshot snapshot = withAlert(standing(stage.plan(), MaskState::Mask, Celsius{35.4}, false), stage.plan(), true);
        stage.show(snapshot);
        ASSERT_TRUE(stage.click("alertMinimise"));
        stage.show(withEveryTrouble(snapshot));
        for (const char *field : {"nameField", "documentField", "phoneField", "purposeField"}) {
            ASSERT_TRUE(stage.scrollAndClick(field)) << field;
            ASSERT_NE(stage.item("screenKeyboard"), nullptr) << field;
            EXPECT_EQ(stage.item("ledgerTroubleBar"), nullptr) << "it can wait";
            const double keyboard = rectOf(stage, "screenKeyboard").top();
            EXPECT_TRUE(Stage::eventually([&] { return rectOf(stage, field).bottom() <= keyboard; })) << field << " at " << size.width();
            EXPECT_GE(rectOf(stage, field).top(), topOfFormAround(stage, field)) << field << " at " << size.width();
            ASSERT_TRUE(stage.click("keyHide"));
            EXPECT_NE(stage.item("ledgerTroubleBar"), nullptr);
        }
    }
}

TEST_F(LedgerBar, StopsNobodyAndHidesNothingOfThePageUnderEveryOtherBarAtAnySize)
{
    for (const QSize size : {QSize(1280, 800), QSize(1920, 1080), QSize(1080, 1920)}) {
        for (const Language language : {Language::Chinese, Language::English}) {
            Stage stage(options(language, size));
            Snapshot snapshot = withAlert(standing(stage.plan(), MaskState::Mask, Celsius{35.4}, true), stage.plan(), true);
            stage.show(snapshot);
            ASSERT_TRUE(stage.click("alertMinimise"));
            snapshot = withEveryTrouble(snapshot);
            stage.show(snapshot);
            expectWholePage(stage, "ledgerTroubleBar");
            snapshot = withCapture(snapshot, CapturePhase::On);
            stage.show(snapshot);
            expectWholePage(stage, "captureBar");
            ASSERT_TRUE(stage.click("admitButton"));
            EXPECT_EQ(stage.posted<GuardAdmits>().size(), 1U) << size.width();
            snapshot.door.ledgerDown = true;
            stage.show(snapshot);
            expectWholePage(stage, "ledgerAlarm");
        }
    }
}

} // namespace menshen::test
