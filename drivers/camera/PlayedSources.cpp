// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/camera/PlayedSources.h"

#include "drivers/pictures/FrameMat.h"
#include "drivers/pictures/Pictures.h"

namespace menshen {

OpenedSource VideoFileSource::open(const CameraSettings &settings, const Clock &clock)
{
    const std::string shown = "the video file " + settings.source;
    if (std::error_code failure; !std::filesystem::is_regular_file(settings.source, failure))
        return Error{ErrorCode::DeviceUnavailable, "cannot open " + shown + " (there is no such file)"};
    try {
        cv::VideoCapture capture;
        if (!capture.open(settings.source, cv::CAP_FFMPEG))
            return Error{ErrorCode::DeviceUnavailable, "cannot open " + shown + " (tried FFmpeg: no video that it knows)"};
        const double rate = capture.get(cv::CAP_PROP_FPS);
        return std::unique_ptr<PictureSource>(
            std::make_unique<VideoFileSource>(capture, settings.source, rate > 0 ? rate : settings.framesPerSecond, clock));
    } catch (const std::exception &failure) {
        return Error{ErrorCode::DeviceUnavailable, "cannot open " + shown + " (tried FFmpeg: " + failure.what() + ")"};
    }
}

VideoFileSource::VideoFileSource(const cv::VideoCapture &capture, std::string file, double framesPerSecond, const Clock &clock)
    : m_capture(capture), m_file(std::move(file)), m_clock(clock), m_pacer(clock, framesPerSecond)
{
}

/// One picture on. At the end the file is opened anew: not every format can be rewound.
bool VideoFileSource::advance() { return m_capture.grab() || (m_capture.open(m_file, cv::CAP_FFMPEG) && m_capture.grab()); }

Result<Picture> VideoFileSource::next()
{
    try {
        bool alive = true;
        const int due = m_pacer.await();
        for (int left = due; alive && left > 0; --left)
            alive = advance();
        m_counts.came += static_cast<std::uint64_t>(due);
        m_counts.dropped += static_cast<std::uint64_t>(due - 1);
        cv::Mat pixels;
        if (!alive || !m_capture.retrieve(pixels))
            return Error{ErrorCode::DeviceProtocol, "the video file " + m_file + " holds no picture that can be decoded"};
        return Picture{std::move(pixels), m_clock.mono()};
    } catch (const std::exception &failure) {
        return Error{ErrorCode::DeviceProtocol, "the video file " + m_file + " cannot be decoded: " + failure.what()};
    }
}

OpenedSource FolderSource::open(const CameraSettings &settings, const Clock &clock)
{
    auto files = listPictures(settings.source);
    if (!files)
        return Error{ErrorCode::DeviceUnavailable, files.error().detail};
    if (files->empty())
        return Error{ErrorCode::DeviceUnavailable, "the folder " + settings.source + " holds no pictures"};
    return std::unique_ptr<PictureSource>(std::make_unique<FolderSource>(*std::move(files), settings.framesPerSecond, clock));
}

FolderSource::FolderSource(std::vector<std::filesystem::path> files, double framesPerSecond, const Clock &clock)
    : m_files(std::move(files)), m_clock(clock), m_pacer(clock, framesPerSecond)
{
}

Result<Picture> FolderSource::next()
{
    (void)m_pacer.await(); // every picture of a folder is shown, late or not
    Error last;
    for (std::size_t tries = 0; tries < m_files.size(); ++tries) {
        const auto frame = loadPicture(m_files[m_index]);
        m_index = (m_index + 1) % m_files.size();
        if (!frame) {
            last = frame.error();
            continue;
        }
        auto pixels = matOf(*frame);
        if (!pixels)
            return pixels.error();
        ++m_counts.came;
        // A loaded picture lives in its Frame: these pixels go when that does, so they are copied.
        return Picture{pixels->clone(), m_clock.mono()};
    }
    return Error{ErrorCode::DeviceProtocol, "no picture of the folder can be read; the last: " + last.detail};
}

} // namespace menshen
