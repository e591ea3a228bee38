// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/camera/OpenCvCamera.h"

#include "drivers/camera/LiveSource.h"
#include "drivers/camera/PlayedSources.h"
#include "drivers/pictures/FrameMat.h"

#include <opencv2/imgproc.hpp>

#include <cstdlib>

namespace menshen {
namespace {

PictureWatch watchFor(CameraKind kind)
{
    const bool played = kind == CameraKind::File || kind == CameraKind::Folder;
    return PictureWatch(played ? PictureWatch::Kind::Played : PictureWatch::Kind::Live);
}

} // namespace

OpenCvCamera::OpenCvCamera(CameraSettings settings, const Clock &clock)
    : m_settings(std::move(settings)), m_clock(clock), m_watch(watchFor(m_settings.kind))
{
}

void OpenCvCamera::prepareEnvironment()
{
    constexpr int keep = 0;
    // NOLINTBEGIN(concurrency-mt-unsafe): the caller has one thread only.
    ::setenv("OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT", "2", keep);
    // FFmpeg may study an RTSP stream for 5 s before it shows anything; half a second finds size and codec. Its
    // "nobuffer" is left out: it throws away the pictures that were studied, which for a video file is the beginning.
    ::setenv("OPENCV_FFMPEG_CAPTURE_OPTIONS", "rtsp_transport;tcp|analyzeduration;500000|fpsprobesize;0", keep);
    // NOLINTEND(concurrency-mt-unsafe)
}

OpenedSource OpenCvCamera::open() const
{
    if (const int r = m_settings.rotation; r != 0 && r != 90 && r != 180 && r != 270)
        return Error{ErrorCode::BadConfig, "the camera's rotation is " + std::to_string(r) + "; 0, 90, 180 or 270 is wanted"};
    switch (m_settings.kind) {
    case CameraKind::Device:
        return LiveSource::openDevice(m_settings, m_clock);
    case CameraKind::File:
        return VideoFileSource::open(m_settings, m_clock);
    case CameraKind::Folder:
        return FolderSource::open(m_settings, m_clock);
    case CameraKind::Url:
        return LiveSource::openUrl(m_settings, m_clock);
    }
    return Error{ErrorCode::BadConfig, "no such kind of camera"};
}

cv::Mat OpenCvCamera::turned(const cv::Mat &picture) const
{
    // Never in place: the watch still holds the source's picture. Without turning or mirroring nothing is copied.
    cv::Mat upright, mirrored;
    if (m_settings.rotation == 90)
        cv::rotate(picture, upright, cv::ROTATE_90_CLOCKWISE);
    else if (m_settings.rotation == 180)
        cv::rotate(picture, upright, cv::ROTATE_180);
    else if (m_settings.rotation == 270)
        cv::rotate(picture, upright, cv::ROTATE_90_COUNTERCLOCKWISE);
    else
        upright = picture;
    if (!m_settings.mirror)
        return upright;
    cv::flip(upright, mirrored, 1);
    return mirrored;
}

Result<Frame> OpenCvCamera::grabOpened()
{
    auto picture = m_source->next();
    if (!picture)
        return picture.error();
    if (const auto sound = m_watch.check(picture->pixels, picture->at); !sound)
        return sound.error();
    try {
        return frameOf(turned(picture->pixels), picture->at);
    } catch (const std::exception &failure) {
        return Error{ErrorCode::Internal, std::string("cannot turn the picture: ") + failure.what()};
    }
}

Result<Frame> OpenCvCamera::grab()
{
    if (!m_source) {
        m_watch = watchFor(m_settings.kind);
        auto source = open();
        if (!source)
            return source.error();
        m_source = *std::move(source);
    }
    auto frame = grabOpened();
    if (!frame)
        m_source.reset();
    return frame;
}

} // namespace menshen
