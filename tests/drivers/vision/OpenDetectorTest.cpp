// SPDX-License-Identifier: GPL-3.0-or-later
// The detectors of others beside ours: what their files must be, and that they see.
#include "drivers/vision/OpenDetector.h"

#include "drivers/pictures/FrameMat.h"
#include "drivers/sim/Mannequin.h"
#include "tests/drivers/vision/Peers.h"
#include "tests/drivers/vision/ShippedModels.h"
#include "tests/drivers/vision/TinyYunet.h"
#include "tests/support/TestFolder.h"

#include <gmock/gmock.h>

namespace menshen {
namespace {

using testing::HasSubstr;

void expectRefused(const DetectorSettings &settings, ErrorCode code, const std::string &word)
{
    const auto detector = openDetector(settings);
    ASSERT_FALSE(detector);
    EXPECT_EQ(detector.error().code, code) << detector.error().detail;
    EXPECT_THAT(detector.error().detail, HasSubstr(word));
}

void expectNoCrashOnOddPictures(MaskDetector &detector)
{
    EXPECT_EQ(detector.detect(Frame{}).error().code, ErrorCode::BadInput);
    for (const cv::Size size : {cv::Size(1, 1), cv::Size(1, 2000), cv::Size(5000, 3), cv::Size(17, 13)}) {
        const auto faces = detector.detect(frameOf(cv::Mat(size, CV_8UC3, cv::Scalar::all(200)), MonoTime{}));
        EXPECT_TRUE(faces) << faces.error().detail;
    }
}

TEST(OpenDetector, OursIsTheKindThatNobodyNamed)
{
    const auto detector = openDetector(test::shippedModels());
    ASSERT_TRUE(detector) << detector.error().detail;
    EXPECT_NE(dynamic_cast<OnnxMaskDetector *>(detector->get()), nullptr);
}

class Aizoo : public testing::Test {
protected:
    void SetUp() override
    {
        const auto models = test::aizooModels();
        if (!models)
            GTEST_SKIP() << "AIZOO's files are not here";
        m_models = *models;
    }
    DetectorSettings m_models;
};

TEST(AizooFiles, AMissingOneIsNamed)
{
    DetectorSettings settings;
    settings.kind = DetectorKind::Aizoo;
    settings.faceNetwork = "nowhere/a.prototxt";
    expectRefused(settings, ErrorCode::NotFound, "nowhere/a.prototxt");
}

TEST(AizooFiles, FilesOfAnotherKindAreRefused)
{
    const test::TestFolder folder;
    DetectorSettings settings = test::shippedModels();
    settings.kind = DetectorKind::Aizoo;
    settings.faceNetwork = folder.write("a.prototxt", "this is no network").string();
    expectRefused(settings, ErrorCode::BadConfig, "a.prototxt");
    // A network that OpenCV can read, but with other inputs and outputs.
    settings.faceNetwork = folder
                               .write("b.prototxt", "input: \"data\"\ninput_dim: 1\ninput_dim: 3\ninput_dim: 4\ninput_dim: 4\n"
                                                    "layer { name: \"out\" type: \"ReLU\" bottom: \"data\" top: \"out\" }\n")
                               .string();
    settings.faceModel = folder.write("b.caffemodel", "").string();
    expectRefused(settings, ErrorCode::BadConfig, "loc_branch_concat");
}

TEST_F(Aizoo, SeesTheMannequinInItsPlace)
{
    const auto detector = openDetector(m_models);
    ASSERT_TRUE(detector) << detector.error().detail;
    int seen = 0;
    for (std::uint32_t variant = 0; variant < 8; ++variant) {
        const auto faces =
            (*detector)->detect(frameOf(drawScene({{MannequinFace::NoMask, variant, 0.45, 0.35}}, {640, 480}, 1), MonoTime{}));
        ASSERT_TRUE(faces) << faces.error().detail;
        for (const Face &face : *faces) {
            EXPECT_NEAR(face.box.x + face.box.w / 2, 0.35 * 640, 60);
            EXPECT_GE(face.score, m_models.minScore);
            EXPECT_NEAR(face.state.mask + face.state.noMask, 1, 1e-6);
            EXPECT_GT(face.sharpness, 0);
            ++seen;
        }
    }
    EXPECT_GE(seen, 4) << "it was not made for mannequins, but it does see some";
}

TEST_F(Aizoo, OddPicturesAreSearchedWithoutACrash) { expectNoCrashOnOddPictures(**openDetector(m_models)); }

class Yunet : public testing::Test {
protected:
    DetectorSettings models() const
    {
        DetectorSettings settings = test::shippedModels();
        settings.kind = DetectorKind::Yunet;
        settings.faceModel = m_folder.write("yunet.onnx", test::TinyYunet::bytes()).string();
        return settings;
    }
    const test::TestFolder m_folder;
};

TEST_F(Yunet, AMissingModelIsNamed)
{
    auto settings = models();
    settings.faceModel = "nowhere/yunet.onnx";
    expectRefused(settings, ErrorCode::NotFound, "nowhere/yunet.onnx");
    settings = models();
    settings.stateModel = "nowhere/state.onnx";
    expectRefused(settings, ErrorCode::NotFound, "nowhere/state.onnx");
}

TEST_F(Yunet, AModelOfAnotherKindIsRefusedAndSaidWhatIsWanted)
{
    auto settings = models();
    settings.faceModel = test::shippedModels().faceModel;
    expectRefused(settings, ErrorCode::BadConfig, "\"cls_8\" \"obj_8\" \"bbox_8\"");
}

TEST_F(Yunet, AFaceIsFoundInItsPlaceAndOurStateModelReadsIt)
{
    const auto detector = openDetector(models());
    ASSERT_TRUE(detector) << detector.error().detail;
    // Twice the model's size, with black added below: a cell is 64 pixels.
    cv::Mat picture(480, 640, CV_8UC3, cv::Scalar::all(0));
    picture(cv::Rect(128, 192, 64, 64)).setTo(cv::Scalar::all(255));
    const auto faces = (*detector)->detect(frameOf(picture, MonoTime{}));
    ASSERT_TRUE(faces) << faces.error().detail;
    ASSERT_EQ(faces->size(), 1U);
    const Face &face = faces->front();
    EXPECT_NEAR(face.score, 1, 0.01);
    EXPECT_NEAR(face.box.x, 96, 0.5);
    EXPECT_NEAR(face.box.y, 160, 0.5);
    EXPECT_NEAR(face.box.w, 128, 0.5);
    EXPECT_NEAR(face.box.h, 128, 0.5);
    EXPECT_NEAR(face.state.mask + face.state.noMask + face.state.incorrect + face.state.covered, 1, 1e-6);
    EXPECT_NEAR(face.brightness, 255 / 4.0, 8);
}

TEST_F(Yunet, OddPicturesAreSearchedWithoutACrash) { expectNoCrashOnOddPictures(**openDetector(models())); }

} // namespace
} // namespace menshen
