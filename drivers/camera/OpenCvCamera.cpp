// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/camera/OpenCvCamera.h"

#include "drivers/camera/Framing.h"
#include "drivers/camera/LiveSource.h"
#include "drivers/camera/PlayedSources.h"
#include "drivers/pictures/FrameMat.h"

#include <cstdlib>

namespace menshen {
namespace {

constexpr Micros kRateOver = 1s; ///< pictures a second are counted over so long, or a little longer

PictureWatch watchFor(CameraKind kind)
{
    const bool played = kind == CameraKind::File || kind == CameraKind::Folder;
    return PictureWatch(played ? PictureWatch::Kind::Played : PictureWatch::Kind::Live);
}

} // namespace

OpenCvCamera::OpenCvCamera(CameraSettings settings, const Clock &clock)
    : m_settings(std::move(settings)), m_clock(clock), m_watch(watchFor(m_settings.kind))
{
    m_report.view = m_settings.view;
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

OpenedSource OpenCvCamera::open()
{
    if (!m_settings.view.isSound())
        return Error{ErrorCode::BadConfig, "the camera's rotation, zone or exposure makes no sense (rotation " +
                                               std::to_string(m_settings.view.rotation) + "; 0, 90, 180 or 270 is wanted)"};
    switch (m_settings.kind) {
    case CameraKind::Device:
        return LiveSource::openDevice(m_settings, m_clock, m_reader);
    case CameraKind::File:
        return VideoFileSource::open(m_settings, m_clock);
    case CameraKind::Folder:
        return FolderSource::open(m_settings, m_clock);
    case CameraKind::Url:
        return LiveSource::openUrl(m_settings, m_clock, m_reader);
    }
    return Error{ErrorCode::BadConfig, "no such kind of camera"};
}

/// What the source counts, into the report.
void OpenCvCamera::count()
{
    const PictureCounts now = m_source->counts();
    const std::uint64_t came = m_before.came + now.came;
    m_report.dropped = m_before.dropped + now.dropped;
    m_report.exposure = m_source->exposureControl();
    const MonoTime at = m_clock.mono();
    if (!m_rateSince) {
        m_rateSince = at;
        m_rateFrom = came;
    } else if (const Micros over = at - *m_rateSince; over >= kRateOver) {
        m_report.picturesPerSecond = static_cast<double>(came - m_rateFrom) / std::chrono::duration<double>(over).count();
        m_rateSince = at;
        m_rateFrom = came;
    }
}

void OpenCvCamera::close()
{
    count();
    const PictureCounts now = m_source->counts();
    m_before = {m_before.came + now.came, m_before.dropped + now.dropped};
    m_source.reset();
    m_rateSince.reset();
    m_report.picturesPerSecond = 0;
    m_report.light = PictureLight::Unknown;
    m_report.trouble.reset();
}

Result<Frame> OpenCvCamera::grabOpened()
{
    auto picture = m_source->next();
    if (!picture)
        return picture.error();
    count();
    try {
        const auto bgr = asBgr(picture->pixels);
        if (!bgr)
            return bgr.error();
        const cv::Mat zone = zoneOf(*bgr, m_settings.view);
        if (const auto sound = m_watch.check(zone, picture->at); !sound)
            return sound.error();
        m_report.sent = {bgr->cols, bgr->rows};
        m_report.light = m_watch.light();
        m_report.trouble = m_watch.trouble();
        Frame frame = frameOf(asShown(zone, m_settings.view), picture->at); // the watch still holds the zone itself
        m_report.shown = frame.size;
        return frame;
    } catch (const std::exception &failure) {
        return Error{ErrorCode::Internal, std::string("cannot turn the picture: ") + failure.what()};
    }
}

Result<Frame> OpenCvCamera::grab()
{
    if (!m_source) {
        auto source = open();
        if (!source)
            return source.error();
        m_source = *std::move(source);
        m_watch.opened();
        m_source->setExposure(m_settings.view.exposure);
    }
    auto frame = grabOpened();
    if (!frame)
        close();
    return frame;
}

Result<void> OpenCvCamera::adjust(const CameraView &view)
{
    if (!view.isSound())
        return Error{ErrorCode::BadConfig, "the camera's rotation, zone or exposure makes no sense"};
    if (m_source && view.exposure != m_settings.view.exposure)
        m_source->setExposure(view.exposure);
    m_settings.view = view;
    m_report.view = view;
    return {};
}

CameraReport OpenCvCamera::report() const { return m_report; }

} // namespace menshen
