// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/YunetMaskDetector.h"

#include "drivers/pictures/FrameMat.h"
#include "drivers/vision/Networks.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace menshen {
namespace {

using detector::Candidate;

constexpr auto kInput = "input";

/// The outputs of each stride: "cls_8", "obj_8", "bbox_8", …
std::vector<cv::String> outputs()
{
    std::vector<cv::String> names;
    for (const int stride : yunet::kStrides)
        for (const char *kind : {"cls_", "obj_", "bbox_"})
            names.push_back(kind + std::to_string(stride));
    return names;
}

/// What open() tries it with: another size would do as well.
Expected wanted()
{
    const cv::Size size(yunet::kMaxSide, yunet::kMaxSide);
    Expected expected{kInput, size, {}};
    for (const int stride : yunet::kStrides) {
        const auto cells = static_cast<int>(yunet::cellsOf({size.width, size.height}, stride));
        const std::string end = std::to_string(stride);
        expected.outputs.insert(expected.outputs.end(),
                                {{"cls_" + end, {1, cells, 1}}, {"obj_" + end, {1, cells, 1}}, {"bbox_" + end, {1, cells, 4}}});
    }
    return expected;
}

} // namespace

YunetMaskDetector::YunetMaskDetector(const cv::dnn::Net &faces, MaskStateModel states, double minScore)
    : m_faces(faces), m_states(std::move(states)), m_minScore(minScore)
{
}

Result<std::unique_ptr<MaskDetector>> YunetMaskDetector::open(const DetectorSettings &settings)
{
    cv::setNumThreads(std::max(1, settings.threads));
    auto faces = loadOnnx(settings.faceModel);
    if (!faces)
        return faces.error();
    if (const auto fits = tryOut(*faces, settings.faceModel, wanted()); !fits)
        return fits.error();
    auto states = MaskStateModel::open(settings.stateModel);
    if (!states)
        return states.error();
    return std::unique_ptr<MaskDetector>(new YunetMaskDetector(*faces, *std::move(states), settings.minScore));
}

Result<std::vector<Candidate>> YunetMaskDetector::search(const cv::Mat &picture)
{
    const double scale = static_cast<double>(std::max(picture.cols, picture.rows)) / yunet::kMaxSide;
    const FrameSize inner{std::max(1, static_cast<int>(std::lround(picture.cols / scale))),
                          std::max(1, static_cast<int>(std::lround(picture.rows / scale)))};
    const FrameSize padded = yunet::paddedSize(inner);
    cv::Mat fitted(padded.height, padded.width, CV_8UC3, cv::Scalar::all(0));
    cv::Mat target = fitted(cv::Rect(0, 0, inner.width, inner.height));
    cv::resize(picture, target, target.size(), 0, 0, scale > 1 ? cv::INTER_AREA : cv::INTER_LINEAR);

    m_faces.setInput(cv::dnn::blobFromImage(fitted), kInput);
    std::vector<cv::Mat> answers;
    m_faces.forward(answers, outputs());
    std::array<yunet::Map, yunet::kStrides.size()> maps;
    for (std::size_t i = 0; i < maps.size(); ++i)
        maps[i] = {numbersOf(answers[3 * i]), numbersOf(answers[3 * i + 1]), numbersOf(answers[3 * i + 2])};
    auto found = yunet::readFaces(maps, padded, std::min(m_minScore, detector::kFirstLook));
    if (!found)
        return found;
    for (auto &[box, score] : *found)
        box = {box.x * scale, box.y * scale, box.w * scale, box.h * scale};
    return found;
}

Result<std::vector<Face>> YunetMaskDetector::detect(const Frame &frame)
{
    const auto picture = matOf(frame);
    if (!picture)
        return picture.error();
    try {
        const auto found = search(*picture);
        if (!found)
            return found.error();
        return m_states.tell(*picture, frame.at, *found, m_minScore);
    } catch (const std::exception &problem) {
        return Error{ErrorCode::Internal, std::string("the mask detector failed: ") + problem.what()};
    }
}

} // namespace menshen
