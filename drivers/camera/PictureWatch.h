// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Camera.h"

#include <opencv2/core.hpp>

#include <optional>

namespace menshen {

/// Notices a camera that delivers pictures and yet sees nothing: some drivers go on "successfully" after the plug was pulled,
/// a lens is covered, the sun shines into it. It outlives a source: what was wrong before one was opened anew is still wrong
/// until a picture shows otherwise, so that an outage is one outage.
class PictureWatch {
public:
    enum class Kind { Live, Played };

    /// Only a live camera's noise makes any two pictures differ: a recording may well stand still.
    explicit PictureWatch(Kind kind) : m_kind(kind) {}

    /// What is wrong with the source, which had better be opened anew: DeviceProtocol for an empty picture or one that is not
    /// 8-bit BGR; PictureFrozen for more than 2 s of byte for byte the same picture. Black and white ones are often the
    /// same to the byte; PictureBlack and PictureOverexposed say so every 10 s, in case it is the driver that has died.
    [[nodiscard]] Result<void> check(const cv::Mat &picture, MonoTime at);

    /// The source was opened anew: the next picture is its first.
    void opened() noexcept { m_opened = true; }

    /// What is wrong with the last picture: PictureBlack, PictureOverexposed for more than 2 s of it; PictureFrozen while
    /// nothing has moved since the source was opened anew because of that.
    [[nodiscard]] std::optional<Error> trouble() const;
    [[nodiscard]] PictureLight light() const noexcept { return m_light; }

private:
    Kind m_kind;
    cv::Mat m_previous;
    bool m_opened = false;
    bool m_unmoved = false;
    PictureLight m_light = PictureLight::Unknown;
    std::optional<MonoTime> m_sameSince;
    std::optional<MonoTime> m_blackSince;
    std::optional<MonoTime> m_whiteSince;
    MonoTime m_at;
};

} // namespace menshen
