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
constexpr double kTurnedFrom = 0.15; ///< of the picture's height: smaller faces are a crowd's, but for the nearest

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

Result<detector::SecondLook> MaskStateModel::classifyCrop(const cv::Mat &crop)
{
    m_net.setInput(inputOf(crop), "face");
    return detector::readState(numbersOf(m_net.forward("state")));
}

Result<detector::SecondLook> MaskStateModel::classify(const cv::Mat &picture, const PixelBox &box)
{
    return classifyCrop(cropOf(picture, box));
}

Result<bool> MaskStateModel::looksUpright(const cv::Mat &picture, MonoTime at, const PixelBox &box, const detector::SecondLook &look)
{
    const MaskState state = likelyState(look.state).state;
    if (state == MaskState::Unsure)
        return true; // nothing is told of it anyway
    auto evidence = m_turned.lately(box, at);
    if (!evidence) {
        const cv::Mat crop = cropOf(picture, box);
        std::vector<detector::SecondLook> turned;
        for (const int turn : {cv::ROTATE_90_CLOCKWISE, cv::ROTATE_180, cv::ROTATE_90_COUNTERCLOCKWISE}) {
            cv::Mat other;
            cv::rotate(crop, other, turn);
            auto told = classifyCrop(other);
            if (!told)
                return told.error();
            turned.push_back(*told);
        }
        evidence = detector::evidenceOfTurn(look, turned);
        m_turned.keep(box, at, *evidence);
    }
    return detector::isUpright(*evidence, state);
}

Result<std::vector<Face>> MaskStateModel::tell(const cv::Mat &picture, MonoTime at, const std::vector<detector::Candidate> &found,
                                               double minScore)
{
    struct Told {
        PixelBox box;
        detector::SecondLook look;
    };
    std::vector<Face> faces;
    std::vector<Told> told; ///< of each face
    double highest = 0;
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
        highest = std::max(highest, face.box.h);
        faces.push_back(face);
        told.push_back({candidate.box, *look});
    }
    for (std::size_t i = 0; i < faces.size(); ++i) {
        if (faces[i].box.h < std::min(highest, kTurnedFrom * picture.rows))
            continue;
        const auto upright = looksUpright(picture, at, told[i].box, told[i].look);
        if (!upright)
            return upright.error();
        faces[i].upright = *upright;
    }
    return faces;
}

} // namespace menshen
