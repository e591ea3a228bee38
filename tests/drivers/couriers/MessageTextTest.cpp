// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/couriers/MessageText.h"

#include "tests/drivers/couriers/CourierTesting.h"

namespace menshen {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

bool isWholeUtf8(const std::string &text)
{
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i]);
        const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        if ((first & 0xC0) == 0x80 || i + length > text.size())
            return false;
        i += length;
    }
    return true;
}

TEST(MessageText, ACutNeverHalvesACharacterNorPassesItsLimit)
{
    const std::string text = "a门é神😷b门神";
    for (std::size_t bytes = 0; bytes <= text.size() + 2; ++bytes) {
        const auto cut = cutTo(text, bytes);
        EXPECT_LE(cut.size(), bytes);
        EXPECT_TRUE(isWholeUtf8(cut)) << bytes << ": " << cut;
        EXPECT_EQ(cut == text, bytes >= text.size()) << bytes;
    }
}

TEST(MessageText, AnyBytesAreCutWithoutHarm)
{
    EXPECT_LE(cutTo(std::string(100, '\x80'), 10).size(), 10U);
    EXPECT_LE(cutTo(std::string(100, '\xF0'), 10).size(), 10U);
}

TEST(MessageText, ChineseStandsFirstThenTheLinkThenEnglish)
{
    const auto message = test::feverMessage();
    EXPECT_EQ(plainText(message, 10'000),
              message.subject.zh + '\n' + message.text.zh + '\n' + message.link + "\n\n" + message.subject.en + '\n' + message.text.en);
}

TEST(MessageText, WhereThereIsNoRoomEnglishGoesFirstThenTheEndOfTheChineseButNeverTheLink)
{
    auto message = test::feverMessage();
    const auto whole = plainText(message, 10'000);
    const auto chinese = plainText(message, whole.size() - 1);
    EXPECT_THAT(chinese, AllOf(StartsWith(message.subject.zh), HasSubstr(message.text.zh), EndsWith(message.link)));
    EXPECT_THAT(chinese, Not(HasSubstr("Zhang")));
    const auto cut = plainText(message, chinese.size() - 1);
    EXPECT_LT(cut.size(), chinese.size());
    EXPECT_THAT(cut, AllOf(StartsWith(message.subject.zh), HasSubstr("…\n" + message.link), EndsWith(message.link)));

    for (int i = 0; i < 400; ++i)
        message.text.zh += "请留在原地。";
    for (std::size_t limit = message.link.size() + 1; limit <= 2048; ++limit) {
        const auto text = plainText(message, limit);
        ASSERT_LE(text.size(), limit);
        ASSERT_THAT(text, EndsWith(message.link));
        ASSERT_TRUE(isWholeUtf8(text)) << limit;
    }
}

TEST(MessageText, ALimitBelowTheLinkIsStillKept)
{
    for (std::size_t limit = 0; limit < 60; ++limit)
        EXPECT_LE(plainText(test::feverMessage(), limit).size(), limit);
}

TEST(MessageText, PartsThatAreMissingLeaveNoEmptyLines)
{
    CourierMessage message;
    EXPECT_EQ(plainText(message, 100), "");
    message.text.en = "English only";
    EXPECT_EQ(plainText(message, 100), "English only");
    message.link = "https://x/";
    EXPECT_EQ(plainText(message, 100), "https://x/\n\nEnglish only");
    message.subject.zh = "只有标题";
    EXPECT_EQ(plainText(message, 100), "只有标题\nhttps://x/\n\nEnglish only");
}

TEST(MessageText, HtmlShowsWhatWasTypedAndRunsNothing)
{
    auto message = test::feverMessage();
    message.text.zh = "<script>alert(\"x\")</script> & <b>";
    message.link = "https://x/?a=1&b=\"2\"";
    const auto html = htmlText(message);
    EXPECT_THAT(html, AllOf(HasSubstr("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &lt;b&gt;"),
                            HasSubstr("<a href=\"https://x/?a=1&amp;b=&quot;2&quot;\">"), Not(HasSubstr("<script"))));
    EXPECT_LT(html.find("lang=\"zh-CN\""), html.find("lang=\"en\""));
}

} // namespace
} // namespace menshen
