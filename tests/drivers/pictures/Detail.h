// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/pictures/FrameMat.h"
#include "drivers/sim/Mannequin.h"

#include <opencv2/imgproc.hpp>

namespace menshen::test {

inline const cv::Size kHall{640, 480};

/// A masked mannequin in the hall, as large as a person at the door.
inline cv::Mat somebody() { return drawScene({{MannequinFace::Mask, 3, 0.45, 0.5}}, kHall, 1.0); }

/// What tells one face from another: all that is finer than the picture's large shades.
inline cv::Mat detailOf(const cv::Mat &picture)
{
    cv::Mat grey, coarse;
    cv::cvtColor(picture, grey, cv::COLOR_BGR2GRAY);
    grey.convertTo(grey, CV_64F);
    cv::GaussianBlur(grey, coarse, {}, 4);
    return grey - coarse;
}

inline double energyOf(const cv::Mat &detail) { return detail.dot(detail) / static_cast<double>(detail.total()); }

/// 1: the same detail, 0: none of it.
inline double likeness(const cv::Mat &a, const cv::Mat &b)
{
    const double norm = std::sqrt(a.dot(a) * b.dot(b));
    return norm > 0 ? a.dot(b) / norm : 0;
}

} // namespace menshen::test
