// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QString>

#include <gtest/gtest.h>

namespace menshen::test {

TEST(Translation, EveryTextIsTranslatedIntoChinese)
{
    QFile file(QStringLiteral(MENSHEN_SOURCE_DIR "/ui/i18n/menshen_zh_CN.ts"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    EXPECT_GT(text.count("<source>"), 200);
    EXPECT_FALSE(text.contains("type=\"unfinished\""));
    EXPECT_FALSE(text.contains("<translation></translation>"));
    EXPECT_FALSE(text.contains("<translation />"));
}

} // namespace menshen::test
