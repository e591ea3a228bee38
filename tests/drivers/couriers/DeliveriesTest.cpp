// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/couriers/Deliveries.h"

#include <gtest/gtest.h>

namespace menshen {
namespace {

TEST(Deliveries, WhatTheOtherSideSaidNamesNobody)
{
    EXPECT_EQ(forLog("550 5.1.1 <zhang@x.gov.cn>: Recipient address rejected"), "550 5.1.1 <…>: Recipient address rejected");
    EXPECT_EQ(forLog("zhang.san+door@x.gov.cn, \"li@y\" and 王@例.cn."), "…, \"…\" and …");
    EXPECT_EQ(forLog("\"mobile\":\"13800138000\", tel:+8613800138000x"), "\"mobile\":\"…\", tel:+…x");
    EXPECT_EQ(forLog("11010519491231002X"), "…X");
    EXPECT_EQ(forLog(std::string(236, 'x') + " zhang@x.gov.cn"), std::string(236, 'x') + " …") << "not even a piece where it is cut";
}

TEST(Deliveries, WhatTheOtherSideSaidStaysReadable)
{
    for (const char *words :
         {"", "250 2.0.0 queued as 4F7a11", "130101 send too fast, exceed 20 times per minute", "+CMS ERROR: 310", "关键词不匹配 (310000)"})
        EXPECT_EQ(forLog(words), words);
    EXPECT_EQ(forLog("a\r\nb\x7f "), "a  b");
}

} // namespace
} // namespace menshen
