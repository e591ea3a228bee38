// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/config/TomlReader.h"
#include "tests/support/TestFolder.h"

#include <gmock/gmock.h>

#include <array>

namespace menshen {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

enum class Colour : std::uint8_t { Red, Green };
constexpr std::array<std::pair<std::string_view, Colour>, 2> kColours{{{"red", Colour::Red}, {"green", Colour::Green}}};

/// Everything that a settings file can hold, read once.
struct Sample {
    std::string name = "before";
    bool on = false;
    double share = 0.5;
    int count = 3;
    Micros window = 1ms;
    Colour colour = Colour::Red;
    std::string file;
    std::optional<std::chrono::sys_days> made;
};

Result<Sample> read(std::string_view text, Need need = Need::Optional, const std::filesystem::path &file = "a.toml")
{
    TomlReader reader(text, file);
    auto section = reader.root().section("s", Need::Required);
    Sample sample;
    section.text("name", sample.name, need);
    section.flag("on", sample.on, need);
    section.number("share", sample.share, {0.0, 1.0}, need);
    section.integer("count", sample.count, {1, 9}, need);
    section.duration("window_ms", sample.window, {10, 5000}, need);
    section.choice("colour", sample.colour, kColours, need);
    section.path("file", sample.file, PathTo::File, need);
    section.date("made", sample.made, need);
    if (const auto done = reader.finish(); !done)
        return done.error();
    return sample;
}

std::string problemOf(std::string_view text, Need need = Need::Optional)
{
    const auto result = read(text, need);
    if (result)
        return "no problem";
    EXPECT_EQ(result.error().code, ErrorCode::BadConfig);
    return result.error().detail;
}

TEST(TomlReader, ASyntaxErrorNamesItsLineAndNothingElseIsSaidToBeMissing)
{
    EXPECT_THAT(problemOf("[s]\nname = \"x\"\ncount = = 2\n", Need::Required), StartsWith("a.toml:3: (syntax): column 9: "));
    EXPECT_THAT(problemOf("[s]\ncount = = 2\n", Need::Required), testing::Not(HasSubstr("\n")));
}

TEST(TomlReader, TextThatIsNotUtf8IsASyntaxError)
{
    EXPECT_THAT(problemOf("[s]\nname = \"\xff\xfe\"\n"), StartsWith("a.toml:2: (syntax): "));
}

TEST(TomlReader, AnUnknownKeyIsRefusedWithTheOneThatWasMeant)
{
    EXPECT_EQ(problemOf("[s]\nconut = 3"), "a.toml:2: s.conut: 3: no such key; did you mean \"count\"?");
}

TEST(TomlReader, AnUnknownKeyLikeNoOtherIsAnsweredWithTheKnownOnes)
{
    EXPECT_EQ(problemOf("[s]\nzzzzzzzz = 3"),
              "a.toml:2: s.zzzzzzzz: 3: no such key; known here: \"name\", \"on\", \"share\", \"count\", \"window_ms\", \"colour\", "
              "\"file\", \"made\"");
}

TEST(TomlReader, AnUnknownSectionIsRefused)
{
    EXPECT_EQ(problemOf("[s]\n\n[t]\ncount = 3"), "a.toml:3: t: (a table): no such key; known here: \"s\"");
}

TEST(TomlReader, AWrongTypeNamesTheValueAndWhatWouldBeRight)
{
    EXPECT_EQ(problemOf("[s]\nname = 7"), "a.toml:2: s.name: 7: a text in quotes, not empty");
    EXPECT_EQ(problemOf("[s]\non = \"yes\""), "a.toml:2: s.on: 'yes': true or false, without quotes");
    EXPECT_EQ(problemOf("[s]\nshare = \"half\""), "a.toml:2: s.share: 'half': a number from 0 to 1");
    EXPECT_EQ(problemOf("[s]\ncount = 2.0"), "a.toml:2: s.count: 2.0: a whole number from 1 to 9");
    EXPECT_EQ(problemOf("[s]\ncount = [1]"), "a.toml:2: s.count: (a list): a whole number from 1 to 9");
    EXPECT_EQ(problemOf("[s]\nmade = \"2026-01-01\""), "a.toml:2: s.made: '2026-01-01': a date such as 2026-03-01, without quotes");
    EXPECT_EQ(problemOf("s = 3"), "a.toml:1: s: 3: a section [s]");
}

TEST(TomlReader, AValueOutOfRangeIsRefusedAtBothEnds)
{
    EXPECT_EQ(problemOf("[s]\ncount = 0"), "a.toml:2: s.count: 0: a whole number from 1 to 9");
    EXPECT_EQ(problemOf("[s]\ncount = 10"), "a.toml:2: s.count: 10: a whole number from 1 to 9");
    EXPECT_EQ(problemOf("[s]\nshare = 1.01"), "a.toml:2: s.share: 1.01: a number from 0 to 1");
    EXPECT_EQ(problemOf("[s]\nshare = nan"), "a.toml:2: s.share: nan: a number from 0 to 1");
    EXPECT_EQ(problemOf("[s]\nwindow_ms = 9"), "a.toml:2: s.window_ms: 9: a whole number from 10 to 5000");
    EXPECT_EQ(problemOf("[s]\ncolour = \"blue\""), "a.toml:2: s.colour: 'blue': one of \"red\", \"green\"");
    EXPECT_EQ(problemOf("[s]\nname = \"\""), "a.toml:2: s.name: '': a text in quotes, not empty");
}

TEST(TomlReader, AMissingKeyIsNamedAtItsSection)
{
    const auto problem = problemOf("\n\n[s]\nname = \"x\"", Need::Required);
    EXPECT_THAT(problem, HasSubstr("a.toml:3: s.count: (missing): add it: a whole number from 1 to 9"));
    EXPECT_THAT(problem, HasSubstr("a.toml:3: s.made: (missing): add it: a date"));
    EXPECT_THAT(problem, testing::Not(HasSubstr("s.name")));
}

TEST(TomlReader, AMissingSectionIsOneProblemNotOneForEachOfItsKeys)
{
    EXPECT_EQ(problemOf("", Need::Required), "a.toml:1: s: (missing): add it: a section [s]");
}

TEST(TomlReader, AMissingFileIsRefusedWithWhereItWasLookedFor)
{
    const auto result = read("[s]\nfile = \"sub/none.toml\"", Need::Optional, "/nowhere/at/all/a.toml");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().detail,
              "/nowhere/at/all/a.toml:2: s.file: 'sub/none.toml': a file that exists; looked for /nowhere/at/all/sub/none.toml");
}

TEST(TomlReader, AllProblemsAreCollectedInTheOrderOfTheirLines)
{
    EXPECT_EQ(problemOf("[s]\nextra_thing_here = 1\ncount = 77\non = 1\n"),
              "a.toml:2: s.extra_thing_here: 1: no such key; known here: \"name\", \"on\", "
              "\"share\", \"count\", \"window_ms\", \"colour\", \"file\", \"made\"\n"
              "a.toml:3: s.count: 77: a whole number from 1 to 9\n"
              "a.toml:4: s.on: 1: true or false, without quotes");
}

TEST(TomlReader, AValueOverManyLinesStaysOnOneLineAndIsCutShort)
{
    const auto problem = problemOf("[s]\ncount = \"\"\"" + std::string(50, 'x') + "\n\n" + std::string(50, 'y') + "\"\"\"");
    EXPECT_THAT(problem, testing::Not(HasSubstr("\n")));
    EXPECT_THAT(problem, HasSubstr("…: a whole number"));
    EXPECT_THAT(problem, testing::Not(HasSubstr("yyyyyyyyyyyyyyyyyyyy")));
}

TEST(TomlReader, GoodValuesReachTheirTargets)
{
    const test::TestFolder folder;
    folder.write("x/there.txt", "");
    const auto result = read("[s]\nname = \"名\"\non = true\nshare = 1\ncount = 9\nwindow_ms = 250\ncolour = \"green\"\n"
                             "file = \"../x/there.txt\"\nmade = 2024-02-29\n",
                             Need::Required, folder.path() / "config/a.toml");
    ASSERT_TRUE(result) << result.error().detail;
    EXPECT_EQ(result->name, "名");
    EXPECT_TRUE(result->on);
    EXPECT_EQ(result->share, 1.0);
    EXPECT_EQ(result->count, 9);
    EXPECT_EQ(result->window, 250ms);
    EXPECT_EQ(result->colour, Colour::Green);
    EXPECT_EQ(result->file, folder.path() / "x/there.txt");
    EXPECT_EQ(result->made, std::chrono::sys_days{std::chrono::year{2024} / 2 / 29});
}

TEST(TomlReader, WhatIsLeftOutKeepsTheValueItHad)
{
    const auto result = read("[s]");
    ASSERT_TRUE(result) << result.error().detail;
    EXPECT_EQ(result->name, "before");
    EXPECT_EQ(result->count, 3);
    EXPECT_FALSE(result->made);
}

TEST(TomlReader, ASectionAskedForTwiceKnowsTheKeysOfBoth)
{
    TomlReader reader("[s]\na = 1\nb = 2\n", "a.toml");
    int a = 0, b = 0;
    reader.root().section("s").integer("a", a, {0, 5});
    reader.root().section("s").integer("b", b, {0, 5});
    EXPECT_TRUE(reader.finish());
    EXPECT_EQ(a + b, 3);
}

TEST(SettingsText, AFileThatIsNotThereOrIsAFolderIsRefusedByName)
{
    const test::TestFolder folder;
    const auto none = readSettingsText(folder.path() / "none.toml");
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().detail, (folder.path() / "none.toml").string() +
                                       ":1: (file): No such file or directory: the path of a settings file that can be read");
    const auto directory = readSettingsText(folder.path());
    ASSERT_FALSE(directory);
    EXPECT_THAT(directory.error().detail, HasSubstr("not a regular file"));
}

TEST(SettingsText, AFileFarTooLargeIsNotEvenRead)
{
    const test::TestFolder folder;
    const auto large = readSettingsText(folder.write("large.toml", std::string((1 << 20) + 1, '#')));
    ASSERT_FALSE(large);
    EXPECT_THAT(large.error().detail, HasSubstr("larger than 1 MiB"));
}

} // namespace
} // namespace menshen
