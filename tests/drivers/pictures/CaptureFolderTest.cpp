// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/pictures/CaptureFolder.h"

#include "tests/drivers/pictures/Detail.h"
#include "tests/support/People.h"
#include "tests/support/TestFolder.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <opencv2/imgcodecs.hpp>

namespace menshen::test {

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

const std::string kId = "20261122T024200Z";

class CaptureFolderTest : public testing::Test {
protected:
    Result<PictureFile> keep(int number, const std::string &id = kId)
    {
        Face face = faceOf(MaskState::NoMask);
        face.look.emplace().share[0][0] = 255; // of which nothing may be written
        const PictureNote note{WallTime{std::chrono::sys_days{kToday}} + 10h + 1234ms, number, {face}};
        return store.keep(id, frameOf(somebody(), {}), note, {face.box});
    }
    [[nodiscard]] std::vector<std::string> names() const
    {
        std::vector<std::string> found;
        for (const auto &file : fs::directory_iterator(root / kId)) {
            found.push_back(file.path().filename().string());
        }
        std::ranges::sort(found);
        return found;
    }
    [[nodiscard]] static fs::perms modeOf(const fs::path &path) { return fs::status(path).permissions(); }

    const TestFolder folder;
    const fs::path root = folder / "var/diagnostics";
    CaptureFolder store{root};
};

} // namespace

TEST_F(CaptureFolderTest, IsForItsOwnersEyesOnly)
{
    const auto room = store.begin(kId);
    ASSERT_TRUE(room) << room.error().detail;
    EXPECT_GT(*room, 0);
    ASSERT_TRUE(keep(1));
    ASSERT_TRUE(store.end(kId));
    EXPECT_EQ(modeOf(root), fs::perms::owner_all);
    EXPECT_EQ(modeOf(root / kId), fs::perms::owner_all);
    EXPECT_EQ(names(), (std::vector<std::string>{"0001.jpg", "ended", "notes.jsonl"}));
    for (const std::string &name : names()) {
        EXPECT_EQ(modeOf(root / kId / name), fs::perms::owner_read | fs::perms::owner_write) << name;
    }
}

TEST_F(CaptureFolderTest, APictureAndALineOfWhatTheDetectorSaid)
{
    ASSERT_TRUE(store.begin(kId));
    const auto first = keep(1);
    ASSERT_TRUE(first) << first.error().detail;
    ASSERT_TRUE(keep(2));
    EXPECT_GT(first->bytes, 2000);
    EXPECT_GT(first->room, 0);
    const cv::Mat picture = cv::imread((root / kId / "0002.jpg").string());
    EXPECT_EQ(picture.size(), kHall);
    std::ifstream notes(root / kId / "notes.jsonl");
    std::string line;
    ASSERT_TRUE(std::getline(notes, line));
    const auto note = nlohmann::json::parse(line);
    EXPECT_EQ(note["picture"], "0001.jpg");
    EXPECT_EQ(note["at"], "2026-11-22T10:00:01.234Z");
    EXPECT_EQ(note["width"], 640);
    const auto face = note["faces"].at(0);
    EXPECT_EQ(face["box"].size(), 4U);
    EXPECT_EQ(face["score"], 0.95);
    EXPECT_EQ(face["no_mask"], 0.98);
    EXPECT_EQ(face["sharpness"], 200);
    EXPECT_EQ(face["brightness"], 120);
    EXPECT_EQ(face["upright"], true);
    ASSERT_TRUE(std::getline(notes, line));
    EXPECT_FALSE(std::getline(notes, line));
}

TEST_F(CaptureFolderTest, WritesNoColoursOfAnybody)
{
    ASSERT_TRUE(store.begin(kId));
    ASSERT_TRUE(keep(1));
    std::ifstream notes(root / kId / "notes.jsonl");
    std::string line;
    ASSERT_TRUE(std::getline(notes, line));
    std::vector<std::string> keys;
    const nlohmann::json face = nlohmann::json::parse(line)["faces"].at(0);
    for (const auto &[key, value] : face.items()) {
        keys.push_back(key);
    }
    EXPECT_THAT(keys, testing::UnorderedElementsAre("box", "score", "mask", "no_mask", "incorrect", "covered", "sharpness", "brightness",
                                                    "upright"));
}

TEST_F(CaptureFolderTest, ListsWhatItHolds)
{
    EXPECT_TRUE(store.list()->empty()) << "no folder yet";
    ASSERT_TRUE(store.begin("20261123T000000Z"));
    ASSERT_TRUE(store.begin(kId));
    ASSERT_TRUE(keep(1));
    ASSERT_TRUE(keep(2));
    fs::create_directory(root / "somebody's own");
    const auto list = store.list();
    ASSERT_TRUE(list) << list.error().detail;
    ASSERT_EQ(list->size(), 2U);
    EXPECT_EQ(list->front().id, kId) << "oldest first";
    EXPECT_EQ(list->front().pictures, 2);
    EXPECT_GT(list->front().bytes, 4000);
    EXPECT_FALSE(list->front().ended);
    ASSERT_TRUE(store.end(kId));
    EXPECT_TRUE(store.list()->front().ended);
}

TEST_F(CaptureFolderTest, DestroysEverythingAndRemembersThatUntilItIsKnown)
{
    ASSERT_TRUE(store.begin(kId));
    ASSERT_TRUE(keep(1));
    ASSERT_TRUE(keep(2));
    ASSERT_TRUE(store.end(kId));
    EXPECT_EQ(*store.destroy(kId, false), 2);
    EXPECT_EQ(names(), std::vector<std::string>{"destroyed"});
    EXPECT_EQ(*store.destroy(kId, true), 2) << "again: what was said first holds";
    const auto list = store.list();
    ASSERT_EQ(list->size(), 1U);
    EXPECT_EQ(list->front().destroyed, 2);
    EXPECT_FALSE(list->front().expired);
    EXPECT_EQ(list->front().pictures, 0);
    ASSERT_TRUE(store.forget(kId));
    EXPECT_FALSE(fs::exists(root / kId));
}

TEST_F(CaptureFolderTest, ADestructionThatWasBrokenOffIsSeenAndGoneOnWith)
{
    ASSERT_TRUE(store.begin(kId));
    ASSERT_TRUE(keep(1));
    std::ofstream(root / kId / "destroyed") << "2 expired\n"; // and the power went after the first
    const auto list = store.list();
    EXPECT_EQ(list->front().destroyed, 2);
    EXPECT_EQ(list->front().pictures, 1);
    EXPECT_EQ(*store.destroy(kId, true), 2);
    EXPECT_EQ(names(), std::vector<std::string>{"destroyed"});
}

TEST_F(CaptureFolderTest, ForgetsNothingThatIsNotEmpty)
{
    ASSERT_TRUE(store.begin(kId));
    ASSERT_TRUE(keep(1));
    EXPECT_FALSE(store.forget(kId));
    EXPECT_TRUE(fs::exists(root / kId / "0001.jpg"));
}

TEST_F(CaptureFolderTest, NeverWritesOverAnother)
{
    ASSERT_TRUE(store.begin(kId));
    EXPECT_EQ(store.begin(kId).error().code, ErrorCode::Storage);
    ASSERT_TRUE(keep(1));
    EXPECT_EQ(keep(1).error().code, ErrorCode::Storage);
}

TEST_F(CaptureFolderTest, WritesNowhereElse)
{
    for (const char *id : {"", ".", "../20261122T024200Z", "20261122T024200Z/..", "20261122T024200"}) {
        EXPECT_EQ(store.begin(id).error().code, ErrorCode::BadInput) << id;
        EXPECT_EQ(keep(1, id).error().code, ErrorCode::BadInput) << id;
        EXPECT_EQ(store.destroy(id, true).error().code, ErrorCode::BadInput) << id;
        EXPECT_EQ(store.forget(id).error().code, ErrorCode::BadInput) << id;
    }
    EXPECT_FALSE(fs::exists(root));
}

TEST_F(CaptureFolderTest, SaysWhatTheDiskRefuses)
{
    folder.write("var/diagnostics", "a file in its place");
    const auto begun = store.begin(kId);
    EXPECT_EQ(begun.error().code, ErrorCode::Storage);
    EXPECT_THAT(begun.error().detail, HasSubstr("diagnostics"));
    EXPECT_EQ(keep(1).error().code, ErrorCode::Storage);
    EXPECT_EQ(store.list().error().code, ErrorCode::Storage);
}

TEST_F(CaptureFolderTest, APictureWithoutItsNoteIsNotKept)
{
    ASSERT_TRUE(store.begin(kId));
    fs::create_directory(root / kId / "notes.jsonl");
    EXPECT_EQ(keep(1).error().code, ErrorCode::Storage);
    EXPECT_EQ(names(), std::vector<std::string>{"notes.jsonl"});
}

} // namespace menshen::test
