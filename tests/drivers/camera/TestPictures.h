// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <string>
#include <vector>

namespace menshen::test {

/// A grey picture that tells its number: the left half's grey level is 40 + 2 · (number mod 100), the right half is
/// blue above and red below, so that turning and mirroring show.
inline cv::Mat numbered(int number, cv::Size size = {640, 480})
{
    cv::Mat picture(size, CV_8UC3, cv::Scalar::all(40 + 2 * (number % 100)));
    const int w = size.width / 2, h = size.height / 2;
    cv::rectangle(picture, {w, 0, size.width - w, h}, {220, 40, 40}, cv::FILLED);
    cv::rectangle(picture, {w, h, size.width - w, size.height - h}, {40, 40, 220}, cv::FILLED);
    return picture;
}

/// The number that a picture of numbered() tells, or -1. `leftX` is where its grey half is, as a share of the width.
inline int numberOf(const cv::Mat &picture, double leftX = 0.25)
{
    if (picture.empty())
        return -1;
    const auto pixel = picture.at<cv::Vec3b>(picture.rows / 2, static_cast<int>(picture.cols * leftX));
    return static_cast<int>((pixel[1] - 40 + 1) / 2);
}

inline std::string jpegOf(const cv::Mat &picture)
{
    std::vector<std::uint8_t> bytes;
    cv::imencode(".jpg", picture, bytes, {cv::IMWRITE_JPEG_QUALITY, 90});
    return {bytes.begin(), bytes.end()};
}

} // namespace menshen::test
