// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/FaceColours.h"

#include "drivers/vision/FaceMeasure.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace menshen {
namespace {

/// Where the zones lie, in shares of the face's box.
constexpr std::array<PixelBox, FaceLook::kZones> kZones{{{0.2, -0.16, 0.6, 0.26}, {0.15, 0.14, 0.7, 0.3}, {-0.1, 1.25, 1.2, 0.55}}};
constexpr double kLeastSeen = 0.25; ///< of a zone's area; a sliver of it would say something else in each picture

constexpr std::size_t kHues = 8, kGreys = 4;
static_assert(kHues + kGreys == FaceLook::kColours);

/// A zone is looked at in so many cells, each the mean of as many pixels as kPick squared: enough against noise, and the same
/// work for any face.
const cv::Size kCells(12, 8);
constexpr int kPick = 4;

/// Between these differences of the strongest and the weakest channel a colour counts in part; below, noise decides its hue.
constexpr double kGreyUpTo = 10, kColourFrom = 60;

using Shares = std::array<double, FaceLook::kColours>;

/// 0 … kHues, red at both ends.
double hueOf(double blue, double green, double red, double chroma)
{
    const double top = std::max({blue, green, red});
    const double sixth = top == red ? (green - blue) / chroma : top == green ? 2 + (blue - red) / chroma : 4 + (red - green) / chroma;
    return std::fmod(sixth + 6, 6.0) * kHues / 6;
}

/// A colour between two kinds counts to both, or a little more light would make another one of it.
void count(const cv::Vec3b &pixel, Shares &shares)
{
    const double blue = pixel[0], green = pixel[1], red = pixel[2];
    const double top = std::max({blue, green, red}), chroma = top - std::min({blue, green, red});
    const double coloured = std::clamp((chroma - kGreyUpTo) / (kColourFrom - kGreyUpTo), 0.0, 1.0);
    if (coloured > 0) {
        const double hue = hueOf(blue, green, red, chroma), part = hue - std::floor(hue);
        const auto lower = static_cast<std::size_t>(hue) % kHues;
        shares[lower] += coloured * (1 - part);
        shares[(lower + 1) % kHues] += coloured * part;
    }
    const double grey = (blue + green + red) / 3 / 255 * (kGreys - 1), part = grey - std::floor(grey);
    const auto lower = std::min(static_cast<std::size_t>(grey), kGreys - 1);
    shares[kHues + lower] += (1 - coloured) * (1 - part);
    shares[kHues + std::min(lower + 1, kGreys - 1)] += (1 - coloured) * part;
}

} // namespace

FaceLook coloursOf(const cv::Mat &picture, const PixelBox &box)
{
    FaceLook look;
    for (std::size_t zone = 0; zone < kZones.size(); ++zone) {
        const PixelBox &place = kZones[zone];
        const PixelBox whole{box.x + place.x * box.w, box.y + place.y * box.h, place.w * box.w, place.h * box.h};
        const PixelBox seen = within(whole, picture.size());
        const cv::Rect area = cv::Rect(static_cast<int>(seen.x), static_cast<int>(seen.y), static_cast<int>(std::ceil(seen.w)),
                                       static_cast<int>(std::ceil(seen.h))) &
                              cv::Rect(0, 0, picture.cols, picture.rows);
        if (area.empty() || seen.w * seen.h < kLeastSeen * whole.w * whole.h)
            continue;
        cv::Mat picked, cells;
        cv::resize(picture(area), picked, kCells * kPick, 0, 0, cv::INTER_NEAREST);
        cv::resize(picked, cells, kCells, 0, 0, cv::INTER_AREA);
        Shares shares{};
        for (int row = 0; row < cells.rows; ++row)
            for (int column = 0; column < cells.cols; ++column)
                count(cells.at<cv::Vec3b>(row, column), shares);
        for (std::size_t colour = 0; colour < shares.size(); ++colour)
            look.share[zone][colour] = static_cast<std::uint8_t>(std::lround(255 * shares[colour] / kCells.area()));
    }
    return look;
}

} // namespace menshen
