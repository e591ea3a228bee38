// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/pictures/FrameMat.h"

namespace menshen {

Frame frameOf(cv::Mat picture, MonoTime at)
{
    CV_Assert(picture.empty() || picture.type() == CV_8UC3);
    Frame frame;
    frame.at = at;
    if (picture.empty())
        return frame;
    frame.size = {picture.cols, picture.rows};
    frame.stride = picture.step[0];
    const auto owner = std::make_shared<const cv::Mat>(std::move(picture));
    frame.data = std::shared_ptr<const std::uint8_t>(owner, owner->data);
    return frame;
}

Result<cv::Mat> matOf(const Frame &frame)
{
    if (frame.empty())
        return Error{ErrorCode::BadInput, "the picture is empty"};
    if (frame.stride < static_cast<std::size_t>(frame.size.width) * 3)
        return Error{ErrorCode::BadInput, "the picture's rows are shorter than its width"};
    return cv::Mat(frame.size.height, frame.size.width, CV_8UC3, const_cast<std::uint8_t *>(frame.data.get()), frame.stride);
}

} // namespace menshen
