// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"
#include "menshen/core/Units.h"

#include <opencv2/core.hpp>

#include <optional>

namespace menshen {

/// Notices a camera that delivers pictures and yet sees nothing: some drivers go on "successfully" after the plug was pulled.
class PictureWatch {
public:
    enum class Kind { Live, Played };

    /// Only a live camera's noise makes any two pictures differ: a recording may well stand still.
    explicit PictureWatch(Kind kind) : m_kind(kind) {}

    /// DeviceProtocol for an empty picture, and for more than 2 s of black or of byte for byte the same picture.
    [[nodiscard]] Result<void> check(const cv::Mat &picture, MonoTime at);

private:
    Kind m_kind;
    cv::Mat m_previous;
    std::optional<MonoTime> m_sameSince;
    std::optional<MonoTime> m_blackSince;
};

} // namespace menshen
