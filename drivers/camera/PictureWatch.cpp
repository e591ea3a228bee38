// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/camera/PictureWatch.h"

#include <algorithm>
#include <cstring>

namespace menshen {
namespace {

constexpr Micros kTolerated = 2s;
constexpr double kBlack = 8; ///< grey levels; a covered sensor's noise stays below

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

bool isBlack(const cv::Mat &picture)
{
    const cv::Scalar mean = cv::mean(picture);
    return std::max({mean[0], mean[1], mean[2]}) < kBlack;
}

/// Notes since when `holds` has been true; says whether that is too long ago by now.
bool lasts(bool holds, std::optional<MonoTime> &since, MonoTime at)
{
    if (!holds)
        since.reset();
    else if (!since)
        since = at;
    return since && at - *since > kTolerated;
}

} // namespace

Result<void> PictureWatch::check(const cv::Mat &picture, MonoTime at)
{
    if (picture.empty() || picture.type() != CV_8UC3)
        return Error{ErrorCode::DeviceProtocol, "the camera sent an empty picture"};
    const bool same = m_kind == Kind::Live && sameBytes(picture, m_previous);
    m_previous = picture;
    if (lasts(isBlack(picture), m_blackSince, at))
        return Error{ErrorCode::DeviceProtocol, "the camera's picture has been black for 2 s"};
    if (lasts(same, m_sameSince, at))
        return Error{ErrorCode::DeviceProtocol, "the camera's picture has been frozen for 2 s"};
    return {};
}

} // namespace menshen
