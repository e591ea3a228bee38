// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/MaskStateModel.h"

#include "drivers/vision/FaceMeasure.h"
#include "drivers/vision/Networks.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace menshen {
namespace {

const cv::Scalar kGrey = cv::Scalar::all(127); ///< what the model saw in training where there was no picture
constexpr double kCropMargin = 1.35;

/// The square around a face that the state model was trained on. Far larger crops are averaged first, or they alias.
cv::Mat cropOf(const cv::Mat &picture, const PixelBox &box)
{
    constexpr int side = detector::kCropSide;
    const double wanted = std::max(box.w, box.h) * kCropMargin;
    const int shrink = std::max(1, static_cast<int>(wanted / (side * 2)));
    const int reach = static_cast<int>(std::ceil(wanted / 2)) + shrink;
    const cv::Point2d centre(box.x + box.w / 2, box.y + box.h / 2);
    const cv::Rect around = cv::Rect(static_cast<int>(centre.x) - reach, static_cast<int>(centre.y) - reach, 2 * reach, 2 * reach) &
                            cv::Rect(0, 0, picture.cols, picture.rows);
    cv::Mat source = picture(around);
    if (shrink > 1)
        cv::resize(source, source, cv::Size(std::max(1, around.width / shrink), std::max(1, around.height / shrink)), 0, 0, cv::INTER_AREA);
    const double kx = side / wanted * around.width / source.cols, ky = side / wanted * around.height / source.rows;
    const cv::Matx23d toCrop(kx, 0, side / 2.0 - (centre.x - around.x) * side / wanted, 0, ky,
                             side / 2.0 - (centre.y - around.y) * side / wanted);
    cv::Mat crop;
    cv::warpAffine(source, crop, toCrop, cv::Size(side, side), cv::INTER_LINEAR, cv::BORDER_CONSTANT, kGrey);
    return crop;
}

} // namespace

Result<MaskStateModel> MaskStateModel::open(const std::string &file)
{
    auto net = loadOnnx(file);
    if (!net)
        return net.error();
    const Expected wanted{"face", {detector::kCropSide, detector::kCropSide}, {{"state", {1, static_cast<int>(detector::kStateNumbers)}}}};
    if (const auto fits = tryOut(*net, file, wanted); !fits)
        return fits.error();
    return MaskStateModel(*net);
}

Result<detector::SecondLook> MaskStateModel::classify(const cv::Mat &picture, const PixelBox &box)
{
    m_net.setInput(inputOf(cropOf(picture, box)), "face");
    return detector::readState(numbersOf(m_net.forward("state")));
}

Result<std::vector<Face>> MaskStateModel::tell(const cv::Mat &picture, const std::vector<detector::Candidate> &found, double minScore)
{
    std::vector<Face> faces;
    for (const detector::Candidate &candidate : found) {
        Face face;
        face.box = within(candidate.box, picture.size());
        if (face.box.w < 1 || face.box.h < 1)
            continue;
        const auto look = classify(picture, candidate.box);
        if (!look)
            return look.error();
        face.score = detector::scoreOf(candidate.score, look->face);
        if (minScore < detector::kFirstLook)
            face.score = std::max(face.score, candidate.score);
        if (face.score < minScore)
            continue;
        face.state = look->state;
        measure(picture, face);
        faces.push_back(face);
    }
    return faces;
}

} // namespace menshen
