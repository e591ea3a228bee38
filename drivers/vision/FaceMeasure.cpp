// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/FaceMeasure.h"

#include "drivers/vision/FaceColours.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace menshen {
namespace {

/// Larger faces are measured at this size, so that distance does not change their sharpness. Smaller ones as they are:
/// enlarging would blur them.
constexpr int kMeasuredSide = 96;
/// Faces below this share of the picture's height are a crowd's: nobody follows them by their colours.
constexpr double kLookedAt = 0.15;

} // namespace

PixelBox within(const PixelBox &box, cv::Size picture)
{
    const double left = std::clamp(box.x, 0.0, static_cast<double>(picture.width));
    const double top = std::clamp(box.y, 0.0, static_cast<double>(picture.height));
    const double right = std::clamp(box.x + box.w, left, static_cast<double>(picture.width));
    const double bottom = std::clamp(box.y + box.h, top, static_cast<double>(picture.height));
    return {left, top, right - left, bottom - top};
}

void measure(const cv::Mat &picture, Face &face)
{
    const cv::Rect area = cv::Rect(static_cast<int>(face.box.x), static_cast<int>(face.box.y), std::max(1, static_cast<int>(face.box.w)),
                                   std::max(1, static_cast<int>(face.box.h))) &
                          cv::Rect(0, 0, picture.cols, picture.rows);
    if (area.empty())
        return;
    cv::Mat grey, edges;
    cv::cvtColor(picture(area), grey, cv::COLOR_BGR2GRAY);
    if (area.width > kMeasuredSide)
        cv::resize(grey, grey, cv::Size(kMeasuredSide, kMeasuredSide), 0, 0, cv::INTER_AREA);
    cv::Laplacian(grey, edges, CV_16S);
    cv::Scalar mean, deviation;
    cv::meanStdDev(edges, mean, deviation);
    face.sharpness = deviation[0] * deviation[0];
    face.brightness = cv::mean(grey)[0];
    if (face.box.h >= kLookedAt * picture.rows)
        face.look = coloursOf(picture, face.box);
}

} // namespace menshen
