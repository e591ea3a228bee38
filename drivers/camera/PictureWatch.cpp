// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/camera/PictureWatch.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace menshen {
namespace {

constexpr Micros kTolerated = 1600ms; ///< so that a light says so within 2 s, also on a busy machine
constexpr Micros kReopened = 10s;     ///< a dead driver's black and a real one look the same: try now and then
constexpr double kBlack = 8;          ///< grey levels; a covered sensor's noise stays below
constexpr double kDark = 45;          ///< a face in it is too dark to be judged
constexpr double kBright = 215;       ///< likewise too bright
constexpr int kSaturated = 250;       ///< of every channel: nothing can be told apart up there
constexpr double kWhite = 0.95;       ///< share of saturated pixels: nothing is left to see
constexpr double kGlaring = 0.40;     ///< share of saturated pixels: a lamp or the sun is in the picture
constexpr int kSamples = 160;         ///< rows and columns that are looked at: light has no details

struct Light {
    double brightest = 0; ///< mean of the brightest channel
    double grey = 0;      ///< mean of all
    double saturated = 0; ///< share of pixels
};

Light lightOf(const cv::Mat &picture)
{
    const int down = std::max(1, picture.rows / kSamples), across = std::max(1, picture.cols / kSamples);
    std::array<std::int64_t, 3> sums{};
    std::int64_t count = 0, saturated = 0;
    for (int y = 0; y < picture.rows; y += down) {
        const auto *row = picture.ptr<cv::Vec3b>(y);
        for (int x = 0; x < picture.cols; x += across, ++count) {
            for (int channel = 0; channel < 3; ++channel)
                sums[static_cast<std::size_t>(channel)] += row[x][channel];
            saturated += std::min({row[x][0], row[x][1], row[x][2]}) >= kSaturated ? 1 : 0;
        }
    }
    const auto whole = static_cast<double>(count);
    return {static_cast<double>(std::max({sums[0], sums[1], sums[2]})) / whole,
            static_cast<double>(sums[0] + sums[1] + sums[2]) / (3 * whole), static_cast<double>(saturated) / whole};
}

bool sameBytes(const cv::Mat &a, const cv::Mat &b)
{
    if (a.size() != b.size() || a.type() != b.type())
        return false;
    const std::size_t bytes = static_cast<std::size_t>(a.cols) * a.elemSize();
    for (int y = 0; y < a.rows; ++y)
        if (std::memcmp(a.ptr(y), b.ptr(y), bytes) != 0)
            return false;
    return true;
}

/// Notes since when `holds` has been true.
void note(bool holds, std::optional<MonoTime> &since, MonoTime at)
{
    if (!holds)
        since.reset();
    else if (!since)
        since = at;
}

bool lasts(const std::optional<MonoTime> &since, MonoTime at, Micros tolerated) { return since && at - *since > tolerated; }

} // namespace

Result<void> PictureWatch::check(const cv::Mat &picture, MonoTime at)
{
    if (picture.empty() || picture.type() != CV_8UC3)
        return Error{ErrorCode::DeviceProtocol, "the camera sent an empty picture"};
    const Light light = lightOf(picture);
    const bool black = light.brightest < kBlack, white = light.saturated >= kWhite;
    m_light = light.grey < kDark                                    ? PictureLight::TooDark
              : light.grey > kBright || light.saturated >= kGlaring ? PictureLight::TooBright
                                                                    : PictureLight::Good;
    m_at = at;
    note(black, m_blackSince, at);
    note(white, m_whiteSince, at);
    const bool first = std::exchange(m_opened, false);
    if (first) { // not compared with what another stream sent: it may freeze at its first picture, as the last one did
        m_unmoved = lasts(m_sameSince, at, kTolerated);
    } else {
        note(m_kind == Kind::Live && sameBytes(picture, m_previous), m_sameSince, at);
        m_unmoved = m_unmoved && m_sameSince;
    }
    m_previous = picture;
    if (first || !lasts(m_sameSince, at, black || white ? kReopened : kTolerated))
        return {};
    if (!black && !white)
        return Error{ErrorCode::PictureFrozen, "the camera's picture has been frozen for 2 s"};
    m_sameSince.reset();
    return trouble().value_or(Error{ErrorCode::PictureFrozen, "the camera's picture has been frozen for 10 s"});
}

std::optional<Error> PictureWatch::trouble() const
{
    if (m_unmoved)
        return Error{ErrorCode::PictureFrozen, "the camera's picture was frozen and has not moved since"};
    if (lasts(m_blackSince, m_at, kTolerated))
        return Error{ErrorCode::PictureBlack, "the camera's picture has been black for 2 s"};
    if (lasts(m_whiteSince, m_at, kTolerated))
        return Error{ErrorCode::PictureOverexposed, "the camera's picture has been overexposed for 2 s"};
    return std::nullopt;
}

} // namespace menshen
