// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/couriers/SmsText.h"

#include "tests/drivers/couriers/CourierTesting.h"

#include <random>

namespace menshen {
namespace {

using testing::SizeIs;

bool isWholeUtf16(std::u16string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool high = text[i] >= 0xD800 && text[i] <= 0xDBFF, low = text[i] >= 0xDC00 && text[i] <= 0xDFFF;
        if (low || (high && (i + 1 == text.size() || (text[++i] & 0xFC00) != 0xDC00)))
            return false;
    }
    return true;
}

TEST(SmsText, WhatIsNoUtf8BecomesAReplacementEach)
{
    EXPECT_EQ(utf16From("\x80"), u"\xFFFD");
    EXPECT_EQ(utf16From("a\xC0\x80z"), u"a\xFFFD\xFFFDz");
    EXPECT_EQ(utf16From("\xE9\x97"), u"\xFFFD\xFFFD");                     // cut
    EXPECT_EQ(utf16From("\xED\xA0\x80"), u"\xFFFD\xFFFD\xFFFD");           // a surrogate
    EXPECT_EQ(utf16From("\xF4\x90\x80\x80"), u"\xFFFD\xFFFD\xFFFD\xFFFD"); // beyond Unicode
    EXPECT_EQ(utf16From("\xEF\xBF\xBD"
                        "a"),
              u"\xFFFD"
              u"a");
    std::mt19937 random(7);
    for (int i = 0; i < 2000; ++i) {
        std::string bytes(random() % 20, '\0');
        for (auto &byte : bytes)
            byte = static_cast<char>(random());
        EXPECT_TRUE(isWholeUtf16(utf16From(bytes)));
    }
}

TEST(SmsText, TextGoesOutAsUcs2)
{
    EXPECT_EQ(utf16From("a门😷"), u"a门😷");
    EXPECT_EQ(ucs2Hex(utf16From("+86门")), "002B0038003695E8");
    EXPECT_EQ(ucs2Hex(utf16From("😷")), "D83DDE37");
}

TEST(SmsText, ANumberThatWouldEndTheCommandIsNone)
{
    for (const char *wrong : {"", "+", "12", "138 0013", "138\"\r", "1234567890123456", "+86+1", "一三八"})
        EXPECT_FALSE(isPhoneNumber(wrong)) << wrong;
    for (const char *right : {"13800138000", "+8613800138000", "110"})
        EXPECT_TRUE(isPhoneNumber(right)) << right;
}

TEST(SmsText, ALandlineTakesNone)
{
    for (const char *wrong : {"", "07375551234", "010-62345678", "0"})
        EXPECT_FALSE(takesSms({"", wrong, "", ""})) << wrong;
    for (const char *right : {"13800138000", "+33612345678"})
        EXPECT_TRUE(takesSms({"", right, "", ""})) << right;
}

TEST(SmsText, WhatFitsIsOneMessageWithItsLink)
{
    CourierMessage message;
    message.subject.zh = "门神：西门体温异常";
    message.text.zh = "张* 37.8 °C";
    message.link = "https://10.0.0.2:8443/d/AbCdEf012345";
    EXPECT_THAT(smsTexts(message), testing::ElementsAre(u"门神：西门体温异常\n张* 37.8 °C\nhttps://10.0.0.2:8443/d/AbCdEf012345"));
    message.text.zh.clear();
    for (int i = 0; i < 23; ++i)
        message.text.zh += "门";
    EXPECT_THAT(smsTexts(message), testing::ElementsAre(SizeIs(70)));
    message.text.zh += "门";
    EXPECT_THAT(smsTexts(message), SizeIs(2));
}

TEST(SmsText, SeveralAreNumberedFitKeepTheLinkWholeAndHaveAnEnd)
{
    CourierMessage message;
    message.link = "https://10.0.0.2:8443/d/AbCdEf012345";
    for (int length = 0; length < 500; ++length) {
        const auto texts = smsTexts(message);
        ASSERT_LE(texts.size(), 4U);
        ASSERT_GE(texts.size(), 1U);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            ASSERT_LE(texts[i].size(), 70U) << length;
            ASSERT_TRUE(isWholeUtf16(texts[i])) << length;
            if (texts.size() > 1) {
                ASSERT_TRUE(texts[i].starts_with(utf16From(std::to_string(i + 1) + '/' + std::to_string(texts.size()) + ' ')));
            }
        }
        ASSERT_TRUE(texts.back().ends_with(utf16From(message.link))) << length;
        message.text.zh += length % 7 == 0 ? "😷" : "门";
    }
    EXPECT_EQ(smsTexts(message)[2].back(), u'…');
}

TEST(SmsText, NothingOfATextThatFitsInFourIsLost)
{
    CourierMessage message;
    for (int i = 0; i < 40; ++i)
        message.text.zh += std::to_string(100 + i) + "门";
    std::u16string whole;
    for (const auto &text : smsTexts(message))
        whole += text.substr(4);
    EXPECT_EQ(whole, utf16From(message.text.zh));
}

TEST(SmsText, ALinkThatIsLongerThanAMessageIsLeftOutAndSaidSo)
{
    auto message = test::feverMessage();
    message.link = "https://x/" + std::string(kLongestSmsLink - 10, 'a');
    EXPECT_NE(smsTexts(message).back().find(u"https"), std::u16string::npos);
    message.link += 'a';
    for (const auto &text : smsTexts(message)) {
        EXPECT_LE(text.size(), 70U);
        EXPECT_EQ(text.find(u"https"), std::u16string::npos);
    }
    EXPECT_TRUE(smsTexts(message).back().ends_with(u"（链接太长，未附：请到站点，或登录值班页面）"));
}

} // namespace
} // namespace menshen
