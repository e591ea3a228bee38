// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/LabelledFaces.h"

#include "tests/support/TestFolder.h"

#include <gmock/gmock.h>

#include <sstream>

namespace menshen {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

LabelledFolder parse(const std::string &text)
{
    std::istringstream lines(text);
    return parseLabelledFaces(lines, "f.jsonl");
}

/// The only problem of a picture with this for its faces.
std::string problemOf(const std::string &faces)
{
    const auto folder = parse(R"({"file": "a.png", "source": "s", "group": "g", "faces": )" + faces + "}\n");
    return folder.problems.size() == 1 && folder.pictures.empty() ? folder.problems[0] : "no problem";
}

constexpr auto kBoxRemedy = "four numbers x, y, width, height in pixels, width and height above 0";

TEST(LabelledFaces, AMissingFolderIsNotFoundAndSaysWhatIsWanted)
{
    const test::TestFolder folder;
    const auto loaded = loadLabelledFaces(folder.path());
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, ErrorCode::NotFound);
    EXPECT_THAT(loaded.error().detail, HasSubstr("faces.jsonl: cannot be read"));
}

TEST(LabelledFaces, WhatIsNoLineOfPicturesIsNamed)
{
    EXPECT_THAT(parse("{\n[1]\n{}\n{\"file\": 7}\n").problems,
                ElementsAre("f.jsonl:1: no JSON: one JSON object with file, source, group and faces",
                            "f.jsonl:2: [1]: one JSON object with file, source, group and faces", "f.jsonl:3: file is missing: a text",
                            "f.jsonl:4: file: 7: a text"));
}

TEST(LabelledFaces, AFileOutsideOfTheFolderIsRefused)
{
    for (const std::string file : {"/etc/a.png", "../a.png", "a/../../b.png"})
        EXPECT_THAT(parse("{\"file\": \"" + file + R"(", "source": "s", "group": "g", "faces": []})").problems,
                    ElementsAre("f.jsonl:1: file: \"" + file + "\": a path below the folder"));
}

TEST(LabelledFaces, BoxesAndStatesThatAreNoneAreRefused)
{
    const std::string box = std::string(": ") + kBoxRemedy;
    EXPECT_EQ(problemOf("{}"), "f.jsonl:1: faces: {}: a list, empty when there is no face");
    EXPECT_EQ(problemOf("[3]"), "f.jsonl:1: faces[0]: 3: an object with box and state");
    EXPECT_EQ(problemOf(R"([{"state": "mask"}])"), "f.jsonl:1: faces[0]: box is missing" + box);
    EXPECT_EQ(problemOf(R"([{"box": [1, 2, 3], "state": "mask"}])"), "f.jsonl:1: faces[0]: box: [1,2,3]" + box);
    EXPECT_EQ(problemOf(R"([{"box": [1, 2, 3, "4"], "state": "mask"}])"), "f.jsonl:1: faces[0]: box: [1,2,3,\"4\"]" + box);
    EXPECT_EQ(problemOf(R"([{"box": [1, 2, 0, 4], "state": "mask"}])"), "f.jsonl:1: faces[0]: box: [1,2,0,4]" + box);
    EXPECT_EQ(problemOf(R"([{"box": [1, 2, 3, -4], "state": "mask"}])"), "f.jsonl:1: faces[0]: box: [1,2,3,-4]" + box);
    EXPECT_EQ(problemOf(R"([{"box": [1, 2, 3, 4]}])"),
              "f.jsonl:1: faces[0]: state is missing: a text: mask, no_mask, incorrect, covered or ignored");
    EXPECT_EQ(problemOf(R"([{"box": [1, 2, 3, 4], "state": "masked"}])"),
              "f.jsonl:1: faces[0]: state: \"masked\": mask, no_mask, incorrect, covered or ignored");
    EXPECT_THAT(problemOf(R"([{"box": [1e999, 2, 3, 4], "state": "mask"}])"), HasSubstr("f.jsonl:1: no JSON"));
}

TEST(LabelledFaces, ABadLineLosesNothingOfTheOthers)
{
    const auto folder = parse(R"({"file": "a.png", "source": "s", "group": "g", "faces": [{"box": [1, 2, 3, 4], "state": "no_mask"}]})"
                              "\n\nnonsense\r\n"
                              R"({"file": "sub/b.png", "source": "t", "group": "h", "width": 9, "faces": []})"
                              "\r\n");
    EXPECT_EQ(folder.problems.size(), 1U);
    EXPECT_THAT(folder.problems, ElementsAre(HasSubstr("f.jsonl:3: ")));
    ASSERT_EQ(folder.pictures.size(), 2U);
    EXPECT_EQ(folder.pictures[0].file, "a.png");
    EXPECT_EQ(folder.pictures[0].source, "s");
    EXPECT_EQ(folder.pictures[0].group, "g");
    ASSERT_EQ(folder.pictures[0].faces.size(), 1U);
    EXPECT_EQ(folder.pictures[0].faces[0].state, MaskState::NoMask);
    EXPECT_EQ(folder.pictures[0].faces[0].box.h, 4);
    EXPECT_THAT(folder.pictures[1].faces, IsEmpty());
}

TEST(LabelledFaces, EveryStateIsRead)
{
    const auto folder = parse(R"({"file": "a", "source": "s", "group": "g", "faces": [{"box": [0, 0, 1, 1], "state": "mask"},)"
                              R"({"box": [0, 0, 1.5, 1], "state": "incorrect"}, {"box": [-3, 0, 1, 1], "state": "covered"},)"
                              R"({"box": [0, 0, 2, 2], "state": "ignored"}]})");
    ASSERT_EQ(folder.pictures.size(), 1U);
    ASSERT_EQ(folder.pictures[0].faces.size(), 4U);
    EXPECT_EQ(folder.pictures[0].faces[0].state, MaskState::Mask);
    EXPECT_EQ(folder.pictures[0].faces[1].state, MaskState::Incorrect);
    EXPECT_EQ(folder.pictures[0].faces[2].state, MaskState::Unsure);
    EXPECT_TRUE(folder.pictures[0].faces[2].counts);
    EXPECT_FALSE(folder.pictures[0].faces[3].counts);
}

} // namespace
} // namespace menshen
