// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/duty/Html.h"

#include <gtest/gtest.h>

using namespace menshen;

TEST(Html, WhatPeopleWriteCannotBecomeATagOrLeaveAnAttribute)
{
    EXPECT_EQ(escaped(R"(<script>"a" & 'b'</script>)"), "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;");
    EXPECT_EQ(escaped("体温异常 37.5 °C"), "体温异常 37.5 °C");
    EXPECT_EQ(escaped(std::string("a\0b\r\nc\x7f", 7)), "abc");
}

TEST(Html, AFieldHoldsWholeCharactersOnly)
{
    EXPECT_TRUE(isPlainText("移交疾控中心 😀 x", 64));
    EXPECT_TRUE(isPlainText("", 0));
    EXPECT_FALSE(isPlainText("12345", 4)) << "too long";
    for (const std::string &text :
         {std::string("a\nb"), std::string("a\0b", 3), std::string("\x7f"), std::string("\xC2\x85"), std::string("\xC0\xAF"),
          std::string("\xE4\xBD"), std::string("\xED\xA0\x80"), std::string("\xF4\x90\x80\x80"), std::string("\xFF"), std::string("\x80"),
          std::string("\xE0\x80\x80"), std::string("\xF0\x80\x80\x80")}) {
        EXPECT_FALSE(isPlainText(text, 64)) << testing::PrintToString(text);
    }
}
