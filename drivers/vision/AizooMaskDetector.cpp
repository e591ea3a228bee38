// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/AizooMaskDetector.h"

#include "drivers/pictures/FrameMat.h"
#include "drivers/vision/AizooOutput.h"
#include "drivers/vision/FaceMeasure.h"
#include "drivers/vision/Networks.h"

#include <algorithm>

namespace menshen {
namespace {

constexpr auto kInput = "data", kBoxes = "loc_branch_concat", kScores = "cls_branch_concat";
const cv::Size kSize(aizoo::kInputSide, aizoo::kInputSide);

} // namespace

Result<std::unique_ptr<MaskDetector>> AizooMaskDetector::open(const DetectorSettings &settings)
{
    cv::setNumThreads(std::max(1, settings.threads));
    auto net = loadCaffe(settings.faceNetwork, settings.faceModel);
    if (!net)
        return net.error();
    constexpr auto anchors = static_cast<int>(aizoo::kAnchors);
    const Expected wanted{kInput, kSize, {{kBoxes, {1, anchors, aizoo::kBoxNumbers}}, {kScores, {1, anchors, aizoo::kClasses}}}};
    if (const auto fits = tryOut(*net, settings.faceNetwork, wanted); !fits)
        return fits.error();
    return std::unique_ptr<MaskDetector>(new AizooMaskDetector(*net, settings.minScore));
}

Result<std::vector<Face>> AizooMaskDetector::detect(const Frame &frame)
{
    const auto picture = matOf(frame);
    if (!picture)
        return picture.error();
    try {
        constexpr bool kSwapToRgb = true;
        m_net.setInput(cv::dnn::blobFromImage(*picture, 1 / 255.0, kSize, cv::Scalar(), kSwapToRgb), kInput);
        std::vector<cv::Mat> answers;
        m_net.forward(answers, std::vector<cv::String>{kBoxes, kScores});
        const auto found = aizoo::readFaces(numbersOf(answers[0]), numbersOf(answers[1]), m_minScore);
        if (!found)
            return found.error();
        std::vector<Face> faces;
        for (const auto &[box, score, state] : *found) {
            const double width = picture->cols, height = picture->rows;
            Face face{within({box.x * width, box.y * height, box.w * width, box.h * height}, picture->size()), score, state, 0, 0};
            if (face.box.w < 1 || face.box.h < 1)
                continue;
            measure(*picture, face);
            faces.push_back(face);
        }
        return faces;
    } catch (const std::exception &problem) {
        return Error{ErrorCode::Internal, std::string("the mask detector failed: ") + problem.what()};
    }
}

} // namespace menshen
