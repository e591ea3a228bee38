// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/pictures/FaceBlur.h"

#include "drivers/pictures/FrameMat.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace menshen {

namespace {

constexpr double kWider = 0.3;
/// Of the widened box: the face itself gets two or three. Recognition from mosaics begins at some eight over a face.
constexpr int kBlocksOfAFace = 4;
constexpr int kBlocksOfAPicture = 20; ///< over its width, when nobody was found: a near face gets six

void melt(cv::Mat part, cv::Size blocks)
{
    const cv::Size few{std::min(blocks.width, part.cols), std::min(blocks.height, part.rows)};
    cv::Mat colours, melted;
    cv::resize(part, colours, few, 0, 0, cv::INTER_AREA);
    cv::resize(colours, melted, part.size(), 0, 0, cv::INTER_NEAREST);
    const double block = static_cast<double>(part.cols) / few.width;
    cv::GaussianBlur(melted, melted, {}, std::max(0.5, block / 3));
    melted.copyTo(part);
}

bool isNumber(const PixelBox &box) { return std::isfinite(box.x) && std::isfinite(box.y) && std::isfinite(box.w) && std::isfinite(box.h); }

} // namespace

cv::Rect hiddenAround(const PixelBox &face, cv::Size picture)
{
    const auto within = [](double value, int end) { return static_cast<int>(std::clamp(value, 0.0, static_cast<double>(end))); };
    const double w = std::max(0.0, face.w), h = std::max(0.0, face.h);
    const cv::Point first{within(std::floor(face.x - kWider * w), picture.width), within(std::floor(face.y - kWider * h), picture.height)};
    const cv::Point last{within(std::ceil(face.x + (1 + kWider) * w), picture.width),
                         within(std::ceil(face.y + (1 + kWider) * h), picture.height)};
    return {first, last};
}

Result<cv::Mat> withoutFaces(const Frame &frame, const std::vector<PixelBox> &faces)
{
    const auto picture = matOf(frame);
    if (!picture) {
        return picture.error();
    }
    if (!std::ranges::all_of(faces, isNumber)) {
        return Error{ErrorCode::BadInput, "a face's place is not a number"};
    }
    try {
        cv::Mat safe = picture->clone();
        for (const PixelBox &face : faces) {
            if (const cv::Rect area = hiddenAround(face, safe.size()); !area.empty()) {
                melt(safe(area), {kBlocksOfAFace, kBlocksOfAFace});
            }
        }
        if (faces.empty()) {
            melt(safe, {kBlocksOfAPicture, std::max(1, kBlocksOfAPicture * safe.rows / safe.cols)});
        }
        return safe;
    } catch (const cv::Exception &failure) {
        return Error{ErrorCode::Internal, std::string("cannot hide the faces: ") + failure.err};
    }
}

} // namespace menshen
