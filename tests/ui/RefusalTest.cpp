// SPDX-License-Identifier: GPL-3.0-or-later
// What the kiosk shows when its ledger cannot be opened.
#include "tests/ui/Stage.h"
#include "ui/RefusalWindow.h"

#include <QTest>

#include <gtest/gtest.h>

#include <set>

namespace menshen::test {

namespace {

class Refusal : public testing::Test {
protected:
    ~Refusal() override { EXPECT_TRUE(UiProgram::takeWarnings().isEmpty()); }

    RefusalWindow &show(Error error, Language language = Language::Chinese)
    {
        UiProgram::start();
        StationConfig config = hallConfig("/var/lib/menshen");
        config.language = language;
        m_refusal = std::make_unique<RefusalWindow>(config, error, true);
        EXPECT_TRUE(m_refusal->load());
        return *m_refusal;
    }
    [[nodiscard]] QString text(const QString &name) const
    {
        for (const QQuickItem *item : visibleItems(m_refusal->window()->contentItem())) {
            if (item->objectName() == name) {
                return item->property("text").toString();
            }
        }
        return {};
    }

    std::unique_ptr<RefusalWindow> m_refusal;
};

} // namespace

TEST_F(Refusal, SaysWhatHappenedAndWhatToDoInBothLanguagesTheSettingsFirst)
{
    show({ErrorCode::KeyMissing, "key file /var/lib/menshen/station.key: not found"});
    EXPECT_EQ(text("refusalHeading0"), "本站无法启动");
    EXPECT_EQ(text("refusalHeading1"), "The station cannot start");
    EXPECT_TRUE(text("refusalHappened0").contains("找不到本站密钥"));
    EXPECT_TRUE(text("refusalHappened1").contains("the station's key is missing"));
    EXPECT_TRUE(text("refusalAdvice1_1").contains("menshenctl keys recover"));
    EXPECT_EQ(text("refusalFile"), "/var/lib/menshen/ledger.db");
    EXPECT_EQ(text("refusalDetail"), "key file /var/lib/menshen/station.key: not found");
    show({ErrorCode::WrongKey, ""}, Language::English);
    EXPECT_EQ(text("refusalHeading0"), "The station cannot start");
}

TEST_F(Refusal, EveryReasonOfTheLedgerHasItsOwnWordsAndAdvice)
{
    std::set<QString> happened;
    std::set<QString> advice;
    const std::vector<ErrorCode> codes{ErrorCode::Damaged,   ErrorCode::SchemaTooNew, ErrorCode::SchemaTooOld, ErrorCode::KeyMissing,
                                       ErrorCode::WrongKey,  ErrorCode::WrongStation, ErrorCode::DiskFull,     ErrorCode::Storage,
                                       ErrorCode::BadConfig, ErrorCode::Denied};
    for (const ErrorCode code : codes) {
        show({code, "detail"});
        for (const char *number : {"0", "1"}) {
            happened.insert(text(QStringLiteral("refusalHappened") + number));
            advice.insert(text(QStringLiteral("refusalAdvice") + number + "_0"));
        }
    }
    EXPECT_EQ(happened.size(), 2 * codes.size());
    EXPECT_EQ(advice.size(), 2 * codes.size());
    EXPECT_FALSE(advice.contains(QString()));
}

TEST_F(Refusal, ClosesWithoutAPin)
{
    const RefusalWindow &refusal = show({ErrorCode::Damaged, "page 17"});
    QQuickWindow *window = refusal.window();
    ASSERT_TRUE(window->isVisible());
    for (const QQuickItem *item : visibleItems(window->contentItem())) {
        if (item->objectName() == "refusalClose") {
            QTest::mouseClick(window, Qt::LeftButton, Qt::NoModifier,
                              item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint());
            break;
        }
    }
    EXPECT_TRUE(Stage::eventually([&] { return !window->isVisible(); }));
}

} // namespace menshen::test
