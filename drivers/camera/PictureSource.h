// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Camera.h"
#include "menshen/ports/Clock.h"

#include <opencv2/core.hpp>

#include <memory>

namespace menshen {

struct Picture {
    cv::Mat pixels; ///< as the source made it; nobody writes into it any more
    MonoTime at;
};

/// Of the pictures since the source was opened.
struct PictureCounts {
    std::uint64_t came = 0;
    std::uint64_t dropped = 0; ///< of these: were replaced by newer ones before anybody took them
};

/// An opened source of pictures. Owned by the camera's thread; its destructor frees the device.
class PictureSource {
public:
    virtual ~PictureSource() = default;
    /// The next picture: the newest of a live source, the one that is due of a played one. Waits 2 s at most.
    [[nodiscard]] virtual Result<Picture> next() = 0;
    [[nodiscard]] virtual PictureCounts counts() const = 0;

    /// Of the pictures to come; absent: automatic. Returns at once, exposureControl() tells later whether it could be done.
    virtual void setExposure(std::optional<Micros>) {}
    [[nodiscard]] virtual ExposureControl exposureControl() const { return ExposureControl::None; }
};

using OpenedSource = Result<std::unique_ptr<PictureSource>>;

} // namespace menshen
