// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Stage.h"

#include <QSettings>

#include <gtest/gtest.h>

namespace menshen::test {

namespace {

class Shell : public testing::Test {
protected:
    ~Shell() override { EXPECT_TRUE(UiProgram::takeWarnings().isEmpty()); }
};

} // namespace

TEST_F(Shell, TheLanguageChangesWhileRunningAndIsRemembered)
{
    Stage stage;
    stage.show(fever(stage.plan()));
    EXPECT_EQ(stage.text("verdictWord"), "Do not admit");
    ASSERT_TRUE(stage.click("languageButton"));
    EXPECT_EQ(stage.text("verdictWord"), "不予放行");
    EXPECT_EQ(stage.text("admitButton"), "放行");
    EXPECT_EQ(stage.text("tabOffice"), "办公室");
    const QSettings state(QString::fromStdString((stage.folder() / "state.ini").string()), QSettings::IniFormat);
    EXPECT_EQ(state.value("language").toString(), "zh_CN");
    ASSERT_TRUE(stage.click("languageButton"));
    EXPECT_EQ(stage.text("verdictWord"), "Do not admit");
}

TEST_F(Shell, TheThemeChangesAndIsRemembered)
{
    Stage stage;
    const QColor light = stage.window().color();
    ASSERT_TRUE(stage.click("themeButton"));
    EXPECT_LT(stage.window().color().lightness(), light.lightness());
    const QSettings state(QString::fromStdString((stage.folder() / "state.ini").string()), QSettings::IniFormat);
    EXPECT_EQ(state.value("theme").toString(), "dark");
}

TEST_F(Shell, LeavingFullScreenNeedsThePin)
{
    Stage stage({.windowed = false, .pin = "246810"});
    EXPECT_FALSE(stage.window().close());
    ASSERT_NE(stage.item("quitPinField"), nullptr);
    stage.type("135790");
    ASSERT_TRUE(stage.click("quitOk"));
    ASSERT_TRUE(Stage::eventually([&] { return stage.text("quitPinProblem") == "Wrong PIN."; }));
    EXPECT_TRUE(stage.window().isVisible());
    ASSERT_TRUE(stage.click("quitCancel"));
    EXPECT_EQ(stage.item("quitPinField"), nullptr);
}

TEST_F(Shell, TheShortcutAsksForThePinToo)
{
    Stage stage({.windowed = false, .pin = "246810"});
    stage.press(Qt::Key_Q, Qt::ControlModifier);
    EXPECT_NE(stage.item("quitPinField"), nullptr);
}

TEST_F(Shell, TheLedgersHeadStandsInShortFormOnEveryPage)
{
    Stage stage;
    Snapshot snapshot = nobodyThere(stage.plan());
    snapshot.head = EntrySeq{};
    snapshot.headHash = {};
    stage.show(snapshot);
    EXPECT_EQ(stage.text("ledgerHead"), "Ledger empty");
    stage.show(nobodyThere(stage.plan()));
    const QString head = "Ledger 482 · " + QString::fromStdString(shortForm(hashOf(EntrySeq{482})));
    for (const char *page : {"tabDoor", "tabStaff", "tabOffice"}) {
        ASSERT_TRUE(stage.click(page));
        EXPECT_EQ(stage.text("ledgerHead"), head) << page;
    }
}

TEST_F(Shell, APictureStreamIsCoalescedAndShown)
{
    Stage stage;
    for (int i = 0; i < 50; ++i) {
        stage.shell().frameSink()(drawnFrame());
    }
    stage.settle();
    const QQuickItem *live = stage.item("liveView");
    ASSERT_NE(live, nullptr);
    EXPECT_GT(live->property("pictureRect").toRectF().width(), 0);
    const QImage picture = stage.window().grabWindow();
    const QPointF middle = live->mapToScene(QPointF(live->width() / 2, live->height() * 0.95));
    EXPECT_EQ(picture.pixelColor(middle.toPoint()), QColor("#37546f"));
}

TEST_F(Shell, SinksMayOutliveTheWindow)
{
    SnapshotSink snapshots;
    FrameSink frames;
    {
        Stage stage;
        snapshots = stage.shell().snapshotSink();
        frames = stage.shell().frameSink();
    }
    snapshots(std::make_shared<const Snapshot>());
    frames(drawnFrame());
}

} // namespace menshen::test
