// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/DetectFolder.h"
#include "drivers/sim/Mannequin.h"

#include "tests/drivers/vision/ShippedModels.h"
#include "tests/support/TestClocks.h"
#include "tests/support/TestFolder.h"

#include <nlohmann/json.hpp>
#include <opencv2/imgcodecs.hpp>

#include <sstream>

namespace menshen {
namespace {

class DetectFolder : public testing::Test {
protected:
    std::vector<nlohmann::json> lines() const
    {
        std::vector<nlohmann::json> parsed;
        std::istringstream in(m_lines.str());
        for (std::string line; std::getline(in, line);)
            parsed.push_back(nlohmann::json::parse(line));
        return parsed;
    }
    void draw(const std::string &name, const std::vector<MannequinLook> &figures) const
    {
        ASSERT_TRUE(cv::imwrite((m_folder / name).string(), drawScene(figures, {640, 480}, 1)));
    }

    test::TestFolder m_folder;
    test::RealClock m_clock;
    std::unique_ptr<MaskDetector> m_detector = test::shippedDetector();
    std::ostringstream m_lines;
};

TEST_F(DetectFolder, AMissingFolderIsNotFound)
{
    EXPECT_EQ(detectFolder(*m_detector, m_folder / "nowhere", m_lines, m_clock).error().code, ErrorCode::NotFound);
}

TEST_F(DetectFolder, AnUnreadablePictureGivesALineWithAnErrorAndNoFaces)
{
    draw("a.png", {});
    m_folder.write("b.jpg", "no picture");
    const auto summary = detectFolder(*m_detector, m_folder.path(), m_lines, m_clock);
    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->pictures, 2);
    EXPECT_EQ(summary->unreadable, 1);
    const auto read = lines();
    ASSERT_EQ(read.size(), 2U);
    EXPECT_FALSE(read[0].contains("error"));
    EXPECT_TRUE(read[1].contains("error"));
    EXPECT_TRUE(read[1]["faces"].empty());
}

TEST_F(DetectFolder, AStreamThatFailsIsAStorageError)
{
    draw("a.png", {});
    m_lines.setstate(std::ios::badbit);
    EXPECT_EQ(detectFolder(*m_detector, m_folder.path(), m_lines, m_clock).error().code, ErrorCode::Storage);
}

TEST_F(DetectFolder, NamesThatAreNoUtf8StillGiveJson)
{
    draw("a.png", {});
    std::filesystem::rename(m_folder / "a.png", m_folder / "\xff\xfe.png");
    ASSERT_TRUE(detectFolder(*m_detector, m_folder.path(), m_lines, m_clock));
    EXPECT_EQ(lines().size(), 1U);
}

TEST_F(DetectFolder, FacesHaveABoxAStateAndAScore)
{
    std::filesystem::create_directories(m_folder / "sub");
    draw("sub/masked.png", {{MannequinFace::Mask, 2, 0.45, 0.5}});
    draw("bare.png", {{MannequinFace::NoMask, 2, 0.45, 0.5}});
    const auto summary = detectFolder(*m_detector, m_folder.path(), m_lines, m_clock);
    ASSERT_TRUE(summary);
    EXPECT_GT(summary->medianMillis, 0);
    const auto read = lines();
    ASSERT_EQ(read.size(), 2U);
    EXPECT_EQ(read[0]["file"], "bare.png");
    EXPECT_EQ(read[1]["file"], "sub/masked.png");
    ASSERT_EQ(read[0]["faces"].size(), 1U);
    ASSERT_EQ(read[1]["faces"].size(), 1U);
    EXPECT_EQ(read[0]["faces"][0]["state"], "no_mask");
    EXPECT_EQ(read[1]["faces"][0]["state"], "mask");
    EXPECT_GE(read[0]["faces"][0]["score"], 0.5);
    const std::vector<double> box = read[0]["faces"][0]["box"];
    ASSERT_EQ(box.size(), 4U);
    EXPECT_NEAR(box[0] + box[2] / 2, 320, 40);
}

TEST_F(DetectFolder, AnEmptyFolderIsNoErrorAndHasNoMedian)
{
    const auto summary = detectFolder(*m_detector, m_folder.path(), m_lines, m_clock);
    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->pictures, 0);
    EXPECT_EQ(summary->medianMillis, 0);
    EXPECT_TRUE(m_lines.str().empty());
}

} // namespace
} // namespace menshen
