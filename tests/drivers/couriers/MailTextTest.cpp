// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/couriers/MailText.h"

#include "tests/drivers/couriers/CourierTesting.h"

#include <sstream>

namespace menshen {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(MailText, AnAddressThatWouldEndACommandOrBeginAnotherIsNone)
{
    for (const char *wrong :
         {"", "a", "@", "a@", "@b", "a@b@c", "a b@c", "a@b\r\nDATA", "a@b>", "<a@b", "a,b@c", "\"a\"@b", "王@example.cn"})
        EXPECT_FALSE(isMailAddress(wrong)) << wrong;
    EXPECT_FALSE(isMailAddress(std::string(300, 'a') + "@b"));
    for (const char *right : {"a@b", "wang.li+x@example.gov.cn"})
        EXPECT_TRUE(isMailAddress(right)) << right;
}

TEST(MailText, AHeaderHoldsNoSecondHeader)
{
    EXPECT_EQ(headerWords("a\r\nBcc: b@c"), "a Bcc: b@c");
    auto message = test::feverMessage();
    message.subject = {"好\r\nBcc: x@y", "\nX: 1"};
    message.to[0].name = "王\r\nBcc: x@y";
    message.attempt = "a\r\nBcc: x@y";
    for (const auto &header : mailHeaders(message, "door@example.cn", {0, 1})) {
        std::istringstream lines(header);
        std::string line;
        std::getline(lines, line);
        while (std::getline(lines, line))
            EXPECT_TRUE(line.starts_with(' ')) << header;
        EXPECT_THAT(header, Not(HasSubstr("\nBcc")));
    }
}

TEST(MailText, EncodedWordsHoldWholeCharactersAndAtMost75)
{
    const auto words = headerWords("【门神】一楼西门：体温异常，请立即联系带班领导，并通知办公室。😷😷😷😷😷😷😷😷");
    std::istringstream lines(words);
    int count = 0;
    for (std::string line; std::getline(lines, line, '\n'); ++count) {
        if (line.ends_with('\r'))
            line.pop_back();
        if (line.starts_with(' '))
            line.erase(0, 1);
        EXPECT_LE(line.size(), 75U);
        EXPECT_TRUE(line.starts_with("=?UTF-8?B?") && line.ends_with("?=")) << line;
    }
    EXPECT_GT(count, 1);
    EXPECT_EQ(headerWords("plain ASCII"), "plain ASCII");
    EXPECT_EQ(headerWords("=?x"), "=?UTF-8?B?PT94?=");
}

TEST(MailText, TheSameAttemptHasTheSameMessageIdAndAnotherOneAnother)
{
    auto message = test::feverMessage();
    const auto headers = mailHeaders(message, "door@hall.example.cn", {0});
    EXPECT_THAT(headers, Contains("Message-ID: <0192-7-2@hall.example.cn>"));
    EXPECT_THAT(headers, Contains("Date: Sun, 22 Nov 2020 08:30:12 +0000"));
    EXPECT_EQ(mailHeaders(message, "door@hall.example.cn", {0}), headers);
    message.attempt = "0192-7-3";
    EXPECT_THAT(mailHeaders(message, "door@hall.example.cn", {0}), Contains("Message-ID: <0192-7-3@hall.example.cn>"));
    message.attempt = "a b";
    EXPECT_THAT(mailHeaders(message, "door@hall.example.cn", {0}), Contains("Message-ID: <a.32b@hall.example.cn>"));
}

TEST(MailText, OnlyThoseWhoAreToldStandInTheHeader)
{
    const auto headers = mailHeaders(test::feverMessage(), "a@b", {1});
    EXPECT_THAT(headers, Contains(HasSubstr("<li@example.cn>")));
    EXPECT_THAT(headers, Not(Contains(HasSubstr("wang@"))));
}

TEST(MailText, RefusedRecipientsAreFoundBeforeData)
{
    const auto replies =
        mailReplies("220 hi\r\n250-x\r\n250 y\r\n250 from\r\n250 ok\r\n550 5.1.1 no\r\n250 ok\r\n354 go\r\n250 queued\r\n");
    ASSERT_EQ(replies.size(), 8U);
    EXPECT_THAT(refusedRecipients(replies, 3), ElementsAre(1));
    EXPECT_THAT(refusedRecipients(replies, 100), IsEmpty());
    EXPECT_THAT(refusedRecipients(mailReplies("220 hi\r\n550 no\r\n"), 1), IsEmpty()) << "nothing was sent";
    EXPECT_THAT(refusedRecipients({}, 0), IsEmpty());
}

TEST(MailText, WhatIsNoReplyIsLeftOut)
{
    EXPECT_THAT(mailReplies(""), IsEmpty());
    EXPECT_THAT(mailReplies("\r\n\r\nHTTP/1.1 400 Bad\r\n25\r\n2x0 a\r\n250-more\r\n"), IsEmpty());
    EXPECT_EQ(mailReplies("250").at(0).code, 250);
    EXPECT_EQ(mailReplies("550 no\r\n221 Bye\r\n").back().code, 550);
}

} // namespace
} // namespace menshen
