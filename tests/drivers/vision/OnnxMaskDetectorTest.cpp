// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/pictures/FrameMat.h"
#include "drivers/sim/Mannequin.h"

#include "tests/drivers/vision/ShippedModels.h"
#include "tests/support/TestFolder.h"

#include <opencv2/imgproc.hpp>

namespace menshen {
namespace {

std::string contentOf(const std::string &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST(OnnxMaskDetector, AMissingModelIsNamed)
{
    DetectorSettings settings = test::shippedModels();
    settings.stateModel = "nowhere/mask.onnx";
    const auto detector = OnnxMaskDetector::open(settings);
    ASSERT_FALSE(detector);
    EXPECT_EQ(detector.error().code, ErrorCode::NotFound);
    EXPECT_NE(detector.error().detail.find("nowhere/mask.onnx"), std::string::npos);
}

TEST(OnnxMaskDetector, EmptyCutAndForeignFilesAreRefused)
{
    const test::TestFolder folder;
    const std::string model = contentOf(test::shippedModels().faceModel);
    for (const std::string &bytes : {std::string(), std::string("not a model"), model.substr(0, model.size() / 2)}) {
        DetectorSettings settings = test::shippedModels();
        settings.faceModel = folder.write("bad.onnx", bytes).string();
        const auto detector = OnnxMaskDetector::open(settings);
        ASSERT_FALSE(detector) << bytes.size();
        EXPECT_EQ(detector.error().code, ErrorCode::BadConfig) << detector.error().detail;
        EXPECT_NE(detector.error().detail.find("bad.onnx"), std::string::npos);
    }
}

TEST(OnnxMaskDetector, ModelsInEachOthersPlaceAreRefusedAndSaidWhatIsWanted)
{
    DetectorSettings settings = test::shippedModels();
    std::swap(settings.faceModel, settings.stateModel);
    const auto detector = OnnxMaskDetector::open(settings);
    ASSERT_FALSE(detector);
    EXPECT_EQ(detector.error().code, ErrorCode::BadConfig);
    EXPECT_NE(detector.error().detail.find("\"image\" 1 x 3 x 288 x 384"), std::string::npos) << detector.error().detail;
}

TEST(OnnxMaskDetector, AnOutputOfAnotherNameIsRefused)
{
    const test::TestFolder folder;
    std::string model = contentOf(test::shippedModels().stateModel);
    for (auto at = model.find("state"); at != std::string::npos; at = model.find("state", at))
        model.replace(at, 5, "eteta");
    DetectorSettings settings = test::shippedModels();
    settings.stateModel = folder.write("renamed.onnx", model).string();
    const auto detector = OnnxMaskDetector::open(settings);
    ASSERT_FALSE(detector);
    EXPECT_EQ(detector.error().code, ErrorCode::BadConfig);
}

class OpenedDetector : public testing::Test {
protected:
    std::vector<Face> faces(const cv::Mat &picture)
    {
        auto found = m_detector->detect(frameOf(picture, MonoTime{}));
        EXPECT_TRUE(found) << found.error().detail;
        return found ? *found : std::vector<Face>{};
    }
    std::unique_ptr<MaskDetector> m_detector = test::shippedDetector();
};

TEST_F(OpenedDetector, AnEmptyFrameIsAnError)
{
    EXPECT_EQ(m_detector->detect(Frame{}).error().code, ErrorCode::BadInput);
    Frame shortRows = frameOf(cv::Mat(10, 10, CV_8UC3, cv::Scalar()), MonoTime{});
    shortRows.stride = 3;
    EXPECT_EQ(m_detector->detect(shortRows).error().code, ErrorCode::BadInput);
}

TEST_F(OpenedDetector, OddSizesAreSearchedWithoutACrash)
{
    for (const cv::Size size : {cv::Size(1, 1), cv::Size(1, 2000), cv::Size(5000, 3), cv::Size(17, 13), cv::Size(4000, 3000)})
        (void)faces(cv::Mat(size, CV_8UC3, cv::Scalar::all(90)));
}

TEST_F(OpenedDetector, BlackWhiteAndNoiseHoldNoCountedFace)
{
    cv::Mat noise(480, 640, CV_8UC3);
    cv::RNG(3).fill(noise, cv::RNG::UNIFORM, 0, 255);
    for (const cv::Mat &picture : {cv::Mat(480, 640, CV_8UC3, cv::Scalar::all(0)), cv::Mat(480, 640, CV_8UC3, cv::Scalar::all(255)), noise})
        EXPECT_TRUE(countedFaces({{}, {640, 480}, faces(picture)}, MaskRules{}).empty());
}

TEST_F(OpenedDetector, ASmallFaceInAVeryLargePictureIsFoundInItsPlace)
{
    cv::Mat hall(3000, 4000, CV_8UC3, cv::Scalar(190, 195, 195));
    const cv::Mat person = drawScene({{MannequinFace::NoMask, 2, 0.45, 0.5}}, {640, 480}, 1);
    person.copyTo(hall(cv::Rect(2900, 1800, 640, 480)));
    const auto found = countedFaces({{}, {4000, 3000}, faces(hall)}, MaskRules{});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_NEAR(found[0].box.x + found[0].box.w / 2, 2900 + 320, 60);
    EXPECT_NEAR(found[0].box.y + found[0].box.h / 2, 1800 + 230, 60);
    EXPECT_GT(found[0].state.noMask, 0.6);
}

TEST_F(OpenedDetector, ABlurredFaceIsLessSharpAndADarkOneLessBright)
{
    const cv::Mat sharp = drawScene({{MannequinFace::NoMask, 2, 0.45, 0.5}}, {640, 480}, 1);
    cv::Mat blurred;
    cv::GaussianBlur(sharp, blurred, {}, 5);
    const cv::Mat dark = sharp * 0.5;
    const auto a = faces(sharp), b = faces(blurred), c = faces(dark);
    ASSERT_TRUE(!a.empty() && !b.empty() && !c.empty());
    EXPECT_GT(a[0].sharpness, 4 * MaskRules{}.minSharpness);
    EXPECT_LT(b[0].sharpness, MaskRules{}.minSharpness);
    EXPECT_NEAR(c[0].brightness, a[0].brightness / 2, 12);
}

TEST_F(OpenedDetector, BoxesStayInsideThePicture)
{
    const cv::Mat scene = drawScene({{MannequinFace::Mask, 2, 0.7, 0.5}}, {640, 480}, 1);
    const cv::Mat cut = scene(cv::Rect(300, 100, 340, 300)).clone();
    for (const Face &face : faces(cut)) {
        EXPECT_GE(face.box.x, 0);
        EXPECT_GE(face.box.y, 0);
        EXPECT_LE(face.box.x + face.box.w, 340);
        EXPECT_LE(face.box.y + face.box.h, 300);
    }
}

} // namespace
} // namespace menshen
