// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/camera/Pacer.h"
#include "drivers/camera/PictureSource.h"

#include <opencv2/videoio.hpp>

#include <filesystem>
#include <vector>

namespace menshen {

/// A video file, played in a loop at its own rate; pictures that a slow reader missed are skipped.
class VideoFileSource final : public PictureSource {
public:
    /// DeviceUnavailable when there is no such file or no decoder reads it.
    [[nodiscard]] static OpenedSource open(const CameraSettings &settings, const Clock &clock);

    VideoFileSource(const cv::VideoCapture &capture, std::string file, double framesPerSecond, const Clock &clock);
    [[nodiscard]] Result<Picture> next() override;
    [[nodiscard]] PictureCounts counts() const override { return m_counts; }

private:
    [[nodiscard]] bool advance();

    cv::VideoCapture m_capture;
    std::string m_file;
    const Clock &m_clock;
    Pacer m_pacer;
    PictureCounts m_counts;
};

/// The pictures of a folder in name order, in a loop, one each period. Those that cannot be read are skipped.
class FolderSource final : public PictureSource {
public:
    /// DeviceUnavailable when the folder is missing or holds no picture.
    [[nodiscard]] static OpenedSource open(const CameraSettings &settings, const Clock &clock);

    FolderSource(std::vector<std::filesystem::path> files, double framesPerSecond, const Clock &clock);
    /// DeviceProtocol when none of the pictures can be read.
    [[nodiscard]] Result<Picture> next() override;
    [[nodiscard]] PictureCounts counts() const override { return m_counts; }

private:
    std::vector<std::filesystem::path> m_files;
    std::size_t m_index = 0;
    const Clock &m_clock;
    Pacer m_pacer;
    PictureCounts m_counts;
};

} // namespace menshen
