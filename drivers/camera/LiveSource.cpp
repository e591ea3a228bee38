// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/camera/LiveSource.h"

#include <algorithm>
#include <filesystem>

namespace menshen {
namespace {

constexpr int kPatienceMillis = 2000;

bool isIndex(const std::string &source)
{
    return !source.empty() && source.size() <= 3 && std::ranges::all_of(source, [](char c) { return c >= '0' && c <= '9'; });
}

/// A camera's address may hold its password, and this text goes to the log.
std::string withoutPassword(const std::string &url)
{
    const auto begin = url.find("://");
    const auto at = url.find('@', begin == std::string::npos ? 0 : begin);
    const auto path = begin == std::string::npos ? begin : url.find('/', begin + 3);
    if (begin == std::string::npos || at == std::string::npos || at > path)
        return url;
    return url.substr(0, begin + 3) + "…" + url.substr(at);
}

bool isNetworkUrl(const std::string &url)
{
    static const std::vector<std::string> schemes{"http://", "https://", "rtsp://", "rtsps://"};
    return std::ranges::any_of(schemes, [&](const std::string &scheme) { return url.starts_with(scheme); });
}

Error unavailable(const std::string &what, const std::string &why)
{
    return Error{ErrorCode::DeviceUnavailable, "cannot open the camera " + what + " (" + why + ")"};
}

} // namespace

OpenedSource LiveSource::openDevice(const CameraSettings &settings, const Clock &clock)
{
    const bool index = isIndex(settings.source);
    const std::string node = index ? "/dev/video" + settings.source : settings.source;
    if (std::error_code failure; !std::filesystem::exists(node, failure))
        return unavailable(node, "there is no such device");
    try {
        cv::VideoCapture capture;
        if (!(index ? capture.open(std::stoi(settings.source), cv::CAP_V4L2) : capture.open(node, cv::CAP_V4L2)))
            return unavailable(node, "tried V4L2: no capture device, in use, or not allowed");
        // A wish each: the device picks what it can, and the picture says what it became.
        capture.set(cv::CAP_PROP_FRAME_WIDTH, settings.width);
        capture.set(cv::CAP_PROP_FRAME_HEIGHT, settings.height);
        capture.set(cv::CAP_PROP_FPS, settings.framesPerSecond);
        return std::unique_ptr<PictureSource>(std::make_unique<LiveSource>(capture, clock));
    } catch (const std::exception &failure) {
        return unavailable(node, std::string("tried V4L2: ") + failure.what());
    }
}

OpenedSource LiveSource::openUrl(const CameraSettings &settings, const Clock &clock)
{
    const std::string shown = withoutPassword(settings.source);
    if (!isNetworkUrl(settings.source))
        return Error{ErrorCode::BadConfig, "the camera's address is \"" + shown + "\"; http://, https:// or rtsp:// is wanted"};
    try {
        cv::VideoCapture capture;
        if (!capture.open(settings.source, cv::CAP_FFMPEG,
                          {cv::CAP_PROP_OPEN_TIMEOUT_MSEC, kPatienceMillis, cv::CAP_PROP_READ_TIMEOUT_MSEC, kPatienceMillis}))
            return unavailable(shown, "tried FFmpeg for 2 s");
        return std::unique_ptr<PictureSource>(std::make_unique<LiveSource>(capture, clock));
    } catch (const std::exception &failure) {
        return unavailable(shown, std::string("tried FFmpeg: ") + failure.what());
    }
}

LiveSource::LiveSource(const cv::VideoCapture &capture, const Clock &clock)
    : m_capture(capture), m_clock(clock), m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

void LiveSource::run(const std::stop_token &stop)
{
    bool alive = true;
    while (alive && !stop.stop_requested()) {
        cv::Mat pixels; // a new one each time: the last one may still be shown
        try {
            alive = m_capture.read(pixels);
        } catch (const std::exception &) {
            alive = false;
        }
        const std::scoped_lock lock(m_mutex);
        m_ended = !alive;
        if (alive)
            m_newest = {std::move(pixels), m_clock.mono()};
        m_changed.notify_one();
    }
    m_capture.release(); // at once, so that a plugged-in device gets its old number again
}

Result<Picture> LiveSource::next()
{
    std::unique_lock lock(m_mutex);
    const bool told =
        m_changed.wait_for(lock, std::chrono::milliseconds(kPatienceMillis), [this] { return m_ended || !m_newest.pixels.empty(); });
    if (!told)
        return Error{ErrorCode::DeviceTimeout, "the camera sent no picture for 2 s"};
    if (m_newest.pixels.empty())
        return Error{ErrorCode::DeviceUnavailable, "the camera's stream has ended"};
    return std::exchange(m_newest, {});
}

} // namespace menshen
