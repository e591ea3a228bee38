// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/duty/Fields.h"

#include <gtest/gtest.h>

using namespace menshen;

TEST(Fields, ACookieIsThereOnceOrNotAtAll)
{
    EXPECT_EQ(cookieIn("a=1; __Host-menshen=xyz; b=2", "__Host-menshen"), "xyz");
    EXPECT_EQ(cookieIn("__Host-menshen=a=b", "__Host-menshen"), "a=b");
    EXPECT_EQ(cookieIn("x__Host-menshen=xyz", "__Host-menshen"), "");
    EXPECT_EQ(cookieIn("__Host-menshenx=xyz", "__Host-menshen"), "");
    EXPECT_EQ(cookieIn("__Host-menshen=a; __Host-menshen=b", "__Host-menshen"), "") << "two of them: somebody plants one";
    EXPECT_EQ(cookieIn("", "__Host-menshen"), "");
    EXPECT_EQ(cookieIn(";;; =;", "__Host-menshen"), "");
}

TEST(Fields, AFieldIsThereOnceAndPlain)
{
    const httplib::Params form{{"pin", "246813"}, {"act", "a"}, {"act", "b"}, {"reason", "x\ny"}};
    EXPECT_EQ(fieldIn(form, "pin", 12), "246813");
    EXPECT_EQ(fieldIn(form, "pin", 5), "") << "too long";
    EXPECT_EQ(fieldIn(form, "act", 12), "") << "twice";
    EXPECT_EQ(fieldIn(form, "reason", 12), "");
    EXPECT_EQ(fieldIn(form, "none", 12), "");
}

TEST(Fields, AnActIsOneOfOurs)
{
    EXPECT_EQ(actionFrom(EntrySeq{7}, "acknowledge", "x")->action, AlertAction::Acknowledged);
    EXPECT_EQ(actionFrom(EntrySeq{7}, "acknowledge", "x")->reason, "");
    EXPECT_EQ(actionFrom(EntrySeq{7}, "step:hold", "")->step, "hold");
    EXPECT_EQ(actionFrom(EntrySeq{7}, "handover", "疾控")->reason, "疾控");
    for (const char *act : {"", "step:", "close", "false", "Acknowledge"}) {
        EXPECT_FALSE(actionFrom(EntrySeq{7}, act, "")) << act;
    }
}

TEST(Fields, AnAlertHasOneWayToBeWritten)
{
    EXPECT_EQ(alertFrom("412"), EntrySeq{412});
    for (const char *text : {"", "0", "007", "-1", "1x", "99999999999999999999"}) {
        EXPECT_FALSE(alertFrom(text)) << text;
    }
}

TEST(Fields, AFormComesFromOurOwnPage)
{
    const std::string ours = "https://localhost:8443";
    EXPECT_TRUE(isFromOurPage({{"Origin", ours}, {"Sec-Fetch-Site", "same-origin"}}, ours));
    EXPECT_TRUE(isFromOurPage({{"Origin", ours}}, ours));
    EXPECT_TRUE(isFromOurPage({{"Sec-Fetch-Site", "same-origin"}}, ours));
    EXPECT_FALSE(isFromOurPage({}, ours)) << "nothing says where it comes from";
    EXPECT_FALSE(isFromOurPage({{"Origin", "null"}}, ours));
    EXPECT_FALSE(isFromOurPage({{"Origin", "https://evil.example"}}, ours));
    EXPECT_FALSE(isFromOurPage({{"Origin", ours + ".evil.example"}}, ours));
    EXPECT_FALSE(isFromOurPage({{"Origin", ours}, {"Sec-Fetch-Site", "cross-site"}}, ours));
    EXPECT_FALSE(isFromOurPage({{"Sec-Fetch-Site", "none"}}, ours));
}
