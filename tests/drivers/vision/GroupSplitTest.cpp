// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/GroupSplit.h"

#include "drivers/sim/Mannequin.h"
#include "drivers/vision/Md5.h"
#include "tests/support/TestFolder.h"

#include <gmock/gmock.h>
#include <opencv2/imgcodecs.hpp>

#include <cstdio>

namespace menshen {
namespace {

std::string hex(std::string_view bytes)
{
    std::string text;
    for (const auto byte : md5(bytes)) {
        char two[3];
        std::snprintf(two, sizeof two, "%02x", byte);
        text += two;
    }
    return text;
}

TEST(Md5, KnowsTheVectorsOfTheRfc)
{
    EXPECT_EQ(hex(""), "d41d8cd98f00b204e9800998ecf8427e");
    EXPECT_EQ(hex("a"), "0cc175b9c0f1b6a831c399e269772661");
    EXPECT_EQ(hex("message digest"), "f96b697d7cb7938d525a2f31aaf161d0");
    EXPECT_EQ(hex("12345678901234567890123456789012345678901234567890123456789012345678901234567890"), "57edf4a22be3c955ac49da2e2107b67a");
}

TEST(Md5, PadsEveryLengthAroundABlock)
{
    EXPECT_EQ(hex(std::string(55, 'x')), "04364420e25c512fd958a70738aa8f72");
    EXPECT_EQ(hex(std::string(56, 'x')), "668a72d5ba17f08e62dabcafad6db14b");
    EXPECT_EQ(hex(std::string(64, 'x')), "c1bb4f81d892b2d57947682aeb252456");
}

// As tools/train/data.py splits them.
TEST(GroupSplit, GroupsStandOnTheSideWhereTrainingPutThem)
{
    for (const char *group : {"maksssksksss1", "maksssksksss8", "with_mask:OIP (7)", "a"})
        EXPECT_TRUE(isValidation(group)) << group;
    for (const char *group : {"maksssksksss0", "maksssksksss2", "maksssksksss3", "mannequin-1", "王"})
        EXPECT_FALSE(isValidation(group)) << group;
}

TEST(GroupSplit, AClusterIsNamedAfterItsFirstGroupHoweverItGrew)
{
    for (const auto &order : {std::vector<std::pair<std::string, std::string>>{{"d", "c"}, {"b", "c"}, {"a", "d"}},
                              {{"a", "d"}, {"d", "c"}, {"c", "b"}},
                              {{"b", "c"}, {"d", "a"}, {"d", "b"}, {"d", "b"}}}) {
        GroupClusters clusters;
        for (const auto &[a, b] : order)
            clusters.join(a, b);
        for (const char *group : {"a", "b", "c", "d"})
            EXPECT_EQ(clusters.of(group), "a");
        EXPECT_EQ(clusters.of("e"), "e");
    }
}

class ValidationPart : public testing::Test {
protected:
    void draw(const std::string &name) const
    {
        ASSERT_TRUE(cv::imwrite(folder / name, drawScene({{MannequinFace::Mask, 2, 0.45, 0.5}}, {320, 240}, 0)));
    }
    std::vector<std::string> chosen(const std::vector<LabelledPicture> &pictures) const
    {
        const auto part = validationPart(folder.path(), pictures, {}, {});
        EXPECT_TRUE(part);
        std::vector<std::string> files;
        for (const auto &picture : *part)
            files.push_back(picture.file);
        return files;
    }
    const test::TestFolder folder;
};

TEST_F(ValidationPart, StopsWhenItIsToldTo)
{
    std::stop_source stop;
    stop.request_stop();
    const auto part = validationPart(folder.path(), {{"a.png", "s", "g", {}}}, {}, stop.get_token());
    ASSERT_FALSE(part);
    EXPECT_EQ(part.error().code, ErrorCode::Cancelled);
}

TEST_F(ValidationPart, OfNoPicturesIsNone) { EXPECT_TRUE(chosen({}).empty()); }

TEST_F(ValidationPart, PicturesThatCannotBeReadJoinNothing)
{
    EXPECT_THAT(chosen({{"none.png", "s", "a", {}}, {"nor.png", "s", "王", {}}}), testing::ElementsAre("none.png"));
}

TEST_F(ValidationPart, TheSamePictureTakesItsGroupsToOneSide)
{
    draw("a.png");
    draw("b.png");
    EXPECT_THAT(chosen({{"a.png", "s", "maksssksksss1", {}}, {"b.png", "s", "maksssksksss0", {}}}), testing::IsEmpty());
    EXPECT_THAT(chosen({{"a.png", "mannequins", "maksssksksss1", {}}, {"b.png", "mannequins", "maksssksksss0", {}}}),
                testing::ElementsAre("a.png"))
        << "mannequins are all alike and join nothing";
}

TEST_F(ValidationPart, TellsHowFarItIs)
{
    std::vector<std::size_t> done;
    ASSERT_TRUE(validationPart(folder.path(), {{"a", "s", "g", {}}, {"b", "s", "g", {}}},
                               [&](std::size_t n, std::size_t) { done.push_back(n); }, {}));
    EXPECT_THAT(done, testing::ElementsAre(1U, 2U));
}

} // namespace
} // namespace menshen
