// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/EvaluateFolder.h"
#include "drivers/vision/FailureReport.h"

#include "drivers/sim/Mannequin.h"
#include "tests/drivers/vision/ShippedModels.h"
#include "tests/support/TestClocks.h"
#include "tests/support/TestFolder.h"

#include <gmock/gmock.h>
#include <opencv2/imgcodecs.hpp>

namespace menshen {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// Sees the same in every picture, and notes whose turn it was.
class FixedDetector final : public MaskDetector {
public:
    FixedDetector(Result<std::vector<Face>> answer, char name, std::string &turns)
        : m_answer(std::move(answer)), m_name(name), m_turns(turns)
    {
    }
    Result<std::vector<Face>> detect(const Frame &) override
    {
        m_turns += m_name;
        return m_answer;
    }

private:
    Result<std::vector<Face>> m_answer;
    char m_name;
    std::string &m_turns;
};

class EvaluateFolder : public testing::Test {
protected:
    void SetUp() override
    {
        for (const char *name : {"a.png", "b.png"})
            ASSERT_TRUE(cv::imwrite(m_folder / name, drawScene({{MannequinFace::Mask, 2, 0.45, 0.5}}, {640, 480}, 1)));
    }
    Result<FolderEvaluation> run(const std::vector<LabelledPicture> &pictures, const std::vector<Contestant> &contestants,
                                 const std::stop_token &stop = {})
    {
        return evaluateFolder(
            m_folder.path(), pictures, contestants, m_clock, [this](std::size_t done, std::size_t) { m_done = done; }, stop);
    }
    Result<std::size_t> report(const fs::path &folder, const Measured &measured, std::size_t most = 10)
    {
        return writeFailureReport(folder, m_folder.path(), measured, most, {}, {});
    }

    const test::TestFolder m_folder;
    test::RealClock m_clock;
    std::string m_turns;
    std::size_t m_done = 0;
    const LabelledFace m_person{{250, 130, 140, 180}, MaskState::NoMask};
    FixedDetector m_masked{std::vector{Face{{250, 130, 140, 180}, 0.9, {0.9, 0.1, 0}, 100, 120}}, 'm', m_turns};
    FixedDetector m_nobody{std::vector<Face>{}, 'n', m_turns};
};

TEST_F(EvaluateFolder, StopsWhenItIsToldTo)
{
    std::stop_source stop;
    stop.request_stop();
    const auto evaluation = run({{"a.png", "s", "g", {}}}, {{"m", &m_masked, {}}}, stop.get_token());
    ASSERT_FALSE(evaluation);
    EXPECT_EQ(evaluation.error().code, ErrorCode::Cancelled);
    EXPECT_TRUE(m_turns.empty());
}

TEST_F(EvaluateFolder, APictureThatCannotBeReadIsNamedAndMeasuresNobody)
{
    const auto evaluation = run({{"none.png", "s", "g", {m_person}}, {"a.png", "s", "g", {m_person}}}, {{"m", &m_masked, {}}});
    ASSERT_TRUE(evaluation);
    EXPECT_THAT(evaluation->problems, ElementsAre(HasSubstr("none.png")));
    EXPECT_EQ(evaluation->measured[0].sources.at("s").pictures, 1);
    EXPECT_EQ(evaluation->measured[0].millis.size(), 1U);
    EXPECT_EQ(m_done, 2U);
}

TEST_F(EvaluateFolder, APictureThatOneOfThemCannotSearchMeasuresNeither)
{
    FixedDetector broken(Error{ErrorCode::DeviceProtocol, "nonsense"}, 'b', m_turns);
    const auto evaluation = run({{"a.png", "s", "g", {m_person}}}, {{"m", &m_masked, {}}, {"broken", &broken, {}}});
    ASSERT_TRUE(evaluation);
    EXPECT_THAT(evaluation->problems, ElementsAre(HasSubstr("a.png: broken: nonsense")));
    EXPECT_TRUE(evaluation->measured[0].sources.empty());
}

TEST_F(EvaluateFolder, TheyTakeTurnsAndAreCountedBySource)
{
    const auto evaluation =
        run({{"a.png", "s", "g", {m_person}}, {"b.png", "t", "g", {m_person}}}, {{"m", &m_masked, {}}, {"n", &m_nobody, {}}});
    ASSERT_TRUE(evaluation);
    EXPECT_EQ(m_turns, "mnnm");
    for (const char *source : {"s", "t"}) {
        EXPECT_THAT(evaluation->measured[0].sources.at(source).row(evaluation::Sizes::All, MaskState::NoMask), ElementsAre(1, 0, 0, 0, 0));
        EXPECT_THAT(evaluation->measured[1].sources.at(source).row(evaluation::Sizes::All, MaskState::NoMask), ElementsAre(0, 0, 0, 0, 1));
    }
    EXPECT_EQ(evaluation->measured[0].name, "m");
    EXPECT_EQ(evaluation->measured[0].failures.size(), 2U);
}

TEST_F(EvaluateFolder, TheShippedDetectorIsRightAboutTheMannequin)
{
    const auto detector = test::shippedDetector();
    const auto evaluation = run({{"a.png", "s", "g", {{m_person.box, MaskState::Mask}}}}, {{"menshen", detector.get(), {}}});
    ASSERT_TRUE(evaluation);
    EXPECT_THAT(evaluation->measured[0].sources.at("s").row(evaluation::Sizes::LongerSide, MaskState::Mask), ElementsAre(1, 0, 0, 0, 0));
    EXPECT_TRUE(evaluation->measured[0].failures.empty());
    EXPECT_GT(evaluation->measured[0].millis[0], 0);
}

TEST_F(EvaluateFolder, AReportIsNeverWrittenIntoACheckout)
{
    fs::create_directories(m_folder / "checkout/.git");
    const auto written = report(m_folder / "checkout/build/report", {});
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::BadInput);
    EXPECT_FALSE(fs::exists(m_folder / "checkout/build"));
}

TEST_F(EvaluateFolder, AReportThatCannotBeWrittenIsAStorageError)
{
    m_folder.write("file", "");
    EXPECT_EQ(report(m_folder / "file/report", {}).error().code, ErrorCode::Storage);
}

TEST_F(EvaluateFolder, AReportShowsTheWorstFirstEachInAPictureOfItsOwn)
{
    // At the picture's edge, beyond it, and of no size: all can be drawn.
    const Face beyond{{630, -20, 60, 60}, 0.7, {1, 0, 0}, 100, 120};
    Measured measured{"m<1>", {}, {}, {}};
    measured.failures = {{"a.png", {m_person, Face{{250, 130, 140, 180}, 0.9, {0.9, 0.1, 0}, 100, 120}, MaskState::Mask, false}},
                         {"b.png", {{}, beyond, MaskState::Mask, false}},
                         {"a.png", {LabelledFace{{900, 900, 3, 3}, MaskState::Unsure}, {}, MaskState::Unsure, false}},
                         {"a.png", {m_person, {}, MaskState::Unsure, false}}};
    const auto folder = m_folder / "report";
    const auto written = report(folder, measured, 3);
    ASSERT_TRUE(written) << written.error().detail;
    EXPECT_EQ(*written, 3U);
    std::ifstream in(folder / "index.html");
    const std::string page{std::istreambuf_iterator<char>(in), {}};
    EXPECT_THAT(page, HasSubstr("m&lt;1&gt;: 4 failures"));
    EXPECT_THAT(page, HasSubstr("is <b>no_mask</b>, told <b>mask</b>, score 0.90"));
    EXPECT_THAT(page, HasSubstr("is <b>no face</b>, told <b>mask</b>, score 0.70"));
    EXPECT_THAT(page, HasSubstr("is <b>covered</b>, <b>not found</b>"));
    EXPECT_THAT(page, Not(HasSubstr("<script")));
    EXPECT_LT(page.find("00001.jpg"), page.find("00002.jpg"));
    for (const char *name : {"00001.jpg", "00002.jpg", "00003.jpg"})
        EXPECT_FALSE(cv::imread((folder / name).string()).empty()) << name;
    EXPECT_FALSE(fs::exists(folder / "00004.jpg"));
}

TEST_F(EvaluateFolder, NoFailuresAreAReportToo)
{
    EXPECT_EQ(*report(m_folder / "report", {}), 0U);
    EXPECT_TRUE(fs::exists(m_folder / "report/index.html"));
}

} // namespace
} // namespace menshen
