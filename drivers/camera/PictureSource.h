// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Camera.h"
#include "menshen/ports/Clock.h"

#include <opencv2/core.hpp>

#include <memory>

namespace menshen {

struct Picture {
    cv::Mat pixels; ///< 8-bit BGR; nobody writes into it any more
    MonoTime at;
};

/// An opened source of pictures. Owned by the camera's thread; its destructor frees the device.
class PictureSource {
public:
    virtual ~PictureSource() = default;
    /// The next picture: the newest of a live source, the one that is due of a played one. Waits 2 s at most.
    [[nodiscard]] virtual Result<Picture> next() = 0;
};

using OpenedSource = Result<std::unique_ptr<PictureSource>>;

} // namespace menshen
