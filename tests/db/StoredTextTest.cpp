// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/StoredText.h"

#include "db/sqlite/EnumNames.h"

#include <gtest/gtest.h>

namespace menshen {
namespace {

TEST(StoredText, RefusesWhatIsNoDay)
{
    for (const char *text : {"", "2026-11", "2026/11/22", "2026-13-01", "2026-02-30", "20a6-01-01", "2026-1-001"})
        EXPECT_THROW(static_cast<void>(dayFromText(text)), DecodeError) << text;
}

TEST(StoredText, ADayComesBackAsItWas)
{
    const HallDay leapDay{std::chrono::year{2024}, std::chrono::February, std::chrono::day{29}};
    EXPECT_EQ(dayText(leapDay), "2024-02-29");
    EXPECT_EQ(dayFromText("2024-02-29"), leapDay);
    EXPECT_EQ(storedDay(leapDay), 19782);
    EXPECT_EQ(dayFromStored(19782), leapDay);
}

TEST(StoredText, SearchSeesFullWidthAsAsciiAndNoSpaces)
{
    EXPECT_EQ(searchable("１３８　００-１３ｘ"), "1380013X");
    EXPECT_EQ(searchable("Mary Ann"), "MARYANN");
    EXPECT_EQ(searchable("王小明"), "王小明");
    EXPECT_EQ(searchable(" \t-").size(), 1U) << "a tab is no space";
    EXPECT_EQ(searchable("\xEF\xBC"), "\xEF\xBC") << "half a character stays as it is";
}

} // namespace
} // namespace menshen
