// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/tables/CellText.h"

#include <clocale>
#include <cmath>
#include <gtest/gtest.h>

namespace menshen {
namespace {

std::string cell(std::string_view text) { return neutralised(cleanText(text)); }

TEST(CellText, WhatWouldBecomeAFormulaIsNeutralised)
{
    for (const char *text : {"=1+1", "+8613800138000", "-2", "@SUM(A1)", "＝1", "＋1", "－1", "＠x", " =1", "\xC2\xA0=1", "　 =1"})
        EXPECT_EQ(cell(text), std::string("'") + text) << text;
}

TEST(CellText, AFormulaBehindControlOrInvisibleCharactersIsNeutralisedToo)
{
    for (const char *text : {"\x01=1", "\x7F=1", "\xE2\x80\x8B=1", "\xEF\xBB\xBF=1", "\xE2\x80\xAE=1", "\xC2\x85=1"})
        EXPECT_EQ(cell(text).find("'"), 0U) << text;
    EXPECT_EQ(cell("\t=1"), "' =1");
    EXPECT_EQ(cell("\r=1"), "' =1");
}

TEST(CellText, OrdinaryTextStaysAsItIs)
{
    for (const char *text : {"", "王小明", "a=b", "办理社保 (2)", "110105********002X", "😷"})
        EXPECT_EQ(cell(text), text);
}

TEST(CellText, ControlCharactersGoAndLineEndsBecomeSpaces)
{
    EXPECT_EQ(cleanText(std::string_view("a\0b\x07\nc\td", 8)), "ab c d");
    EXPECT_EQ(cleanText("a\xEF\xBF\xBE"
                        "b"),
              "ab")
        << "U+FFFE may not stand in XML";
}

TEST(CellText, WhatIsNoUtf8BecomesTheReplacementCharacter)
{
    const std::string replaced = "\xEF\xBF\xBD";
    EXPECT_EQ(cleanText("a\xFFz"), "a" + replaced + "z");
    EXPECT_EQ(cleanText("\xE7\x8E"), replaced + replaced) << "half a character";
    EXPECT_EQ(cleanText("\xC0\xAF"), replaced + replaced) << "an overlong form";
    EXPECT_EQ(cleanText("\xED\xA0\x80"), replaced + replaced + replaced) << "a surrogate";
    EXPECT_EQ(cleanText("\xF4\x90\x80\x80"), replaced + replaced + replaced + replaced) << "beyond Unicode";
}

TEST(CellText, NumbersHaveOneDecimalAndADot)
{
    EXPECT_EQ(oneDecimal(36.54), "36.5");
    EXPECT_EQ(oneDecimal(37), "37.0");
    EXPECT_EQ(oneDecimal(-0.3), "-0.3");
    EXPECT_EQ(oneDecimal(std::nan("")), "");
}

} // namespace
} // namespace menshen
