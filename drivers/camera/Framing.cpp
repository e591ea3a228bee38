// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/camera/Framing.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace menshen {
namespace {

constexpr double kFrom16Bits = 1.0 / 257; ///< 65535 becomes 255

cv::Mat shrunk(const cv::Mat &picture)
{
    const int longer = std::max(picture.cols, picture.rows);
    if (longer <= kWorkingSize)
        return picture;
    const double share = static_cast<double>(kWorkingSize) / longer;
    const cv::Size size(std::max(1, cvRound(picture.cols * share)), std::max(1, cvRound(picture.rows * share)));
    cv::Mat small;
    cv::resize(picture, small, size, 0, 0, cv::INTER_AREA); // others skip pixels, and the moiré looks like an edge
    return small;
}

} // namespace

Result<cv::Mat> asBgr(const cv::Mat &picture)
{
    if (picture.empty())
        return Error{ErrorCode::DeviceProtocol, "the camera sent an empty picture"};
    if (picture.type() == CV_8UC3)
        return picture;
    const int channels = picture.channels();
    if ((picture.depth() != CV_8U && picture.depth() != CV_16U) || (channels != 1 && channels != 3 && channels != 4))
        return Error{ErrorCode::DeviceProtocol, "the camera's pictures have " + std::to_string(channels) + " channels of " +
                                                    std::to_string(8 * picture.elemSize1()) +
                                                    " bits; 1, 3 or 4 channels of 8 or 16 whole bits can be used"};
    cv::Mat bytes = picture, bgr;
    if (picture.depth() == CV_16U)
        picture.convertTo(bytes, CV_8U, kFrom16Bits);
    if (channels == 3)
        return bytes;
    cv::cvtColor(bytes, bgr, channels == 1 ? cv::COLOR_GRAY2BGR : cv::COLOR_BGRA2BGR);
    return bgr;
}

cv::Mat zoneOf(const cv::Mat &picture, const CameraView &view)
{
    if (view.zone.isWhole())
        return picture;
    const PictureZone unturned = view.zone.turned((360 - view.rotation) % 360);
    const auto edge = [](double share, int side) { return std::clamp(cvRound(share * side), 0, side); };
    const int left = std::min(edge(unturned.x, picture.cols), picture.cols - 1);
    const int top = std::min(edge(unturned.y, picture.rows), picture.rows - 1);
    const int right = std::max(left + 1, edge(unturned.x + unturned.w, picture.cols));
    const int bottom = std::max(top + 1, edge(unturned.y + unturned.h, picture.rows));
    return picture(cv::Rect(left, top, right - left, bottom - top));
}

cv::Mat asShown(const cv::Mat &zone, const CameraView &view)
{
    // The mirror is a flip like the turns' own, so each of the eight ways needs two steps at most.
    constexpr int upsideDown = 0, leftToRight = 1, both = -1;
    const cv::Mat small = shrunk(zone);
    cv::Mat shown;
    if (view.rotation == 90 || view.rotation == 270) {
        cv::transpose(small, shown);
        if (view.rotation == 90 && !view.mirror)
            cv::flip(shown, shown, leftToRight);
        else if (view.rotation == 270)
            cv::flip(shown, shown, view.mirror ? both : upsideDown);
    } else if (view.rotation == 180) {
        cv::flip(small, shown, view.mirror ? upsideDown : both);
    } else if (view.mirror) {
        cv::flip(small, shown, leftToRight);
    } else {
        shown = small;
    }
    return shown;
}

} // namespace menshen
