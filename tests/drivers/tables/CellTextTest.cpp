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

/// Cleaned the slow way: something has to go, so nothing may be taken for clean at a glance.
std::string cleanedCharacterByCharacter(const std::string &text) { return cleanText('\x01' + text); }

TEST(CellText, NothingIsTakenForCleanAtAGlanceThatIsNot)
{
    int plain = 0;
    std::string text(3, ' ');
    for (int lead = 0; lead < 256; ++lead)
        for (int second = 0; second < 256; ++second)
            for (const int third : {0x00, 0x20, 0x7F, 0x80, 0x85, 0x8F, 0xA8, 0xA9, 0xBF, 0xC0, 0xFF}) {
                text = {static_cast<char>(lead), static_cast<char>(second), static_cast<char>(third)};
                if (!isPlainlyClean(text))
                    continue;
                ++plain;
                ASSERT_EQ(cleanedCharacterByCharacter(text), text) << std::hex << lead << ' ' << second << ' ' << third;
            }
    EXPECT_GT(plain, 10'000) << "Chinese and ASCII are what there is most of";
    EXPECT_FALSE(isPlainlyClean("\xE7\x8E")) << "half a character";
    EXPECT_TRUE(isPlainlyClean("王小明 370883********6232（综合窗口）"));
}

std::string numbered(double value, int decimals)
{
    std::string text;
    appendNumber(text, value, decimals);
    return text;
}

TEST(CellText, NumbersHaveTheirDecimalsAndADot)
{
    EXPECT_EQ(numbered(36.54, 1), "36.5");
    EXPECT_EQ(numbered(37, 1), "37.0");
    EXPECT_EQ(numbered(-0.3, 1), "-0.3");
    EXPECT_EQ(numbered(10'000'000, 0), "10000000");
    EXPECT_EQ(numbered(std::nan(""), 1), "");
}

} // namespace
} // namespace menshen
