// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/camera/LiveSource.h"

#include "drivers/camera/DeviceNode.h"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <mutex>

namespace menshen {
namespace {

using Steady = std::chrono::steady_clock;

constexpr int kPatienceMillis = 2000;
constexpr auto kPatience = std::chrono::milliseconds(kPatienceMillis);
constexpr auto kSilence = std::chrono::milliseconds(1500); ///< so that a light says so within 2 s, also on a busy machine
constexpr auto kOpening = std::chrono::milliseconds(2500); ///< the drivers' own 2 s come first, and say more
constexpr auto kEnding = std::chrono::milliseconds(200);   ///< a light waits for it: a driver that takes longer ends by itself
/// Converting costs more than receiving: what stands there untaken is not replaced more often than any screen shows.
constexpr auto kWorthReplacing = std::chrono::milliseconds(25);

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
    constexpr std::array<std::string_view, 4> schemes{"http://", "https://", "rtsp://", "rtsps://"};
    return std::ranges::any_of(schemes, [&](std::string_view scheme) { return url.starts_with(scheme); });
}

Error unavailable(const std::string &what, const std::string &why)
{
    return Error{ErrorCode::DeviceUnavailable, "cannot open the camera " + what + " (" + why + ")"};
}

using Capture = Result<std::unique_ptr<cv::VideoCapture>>;

Capture captureOf(const std::string &node, const CameraSettings &settings)
{
    if (const auto good = askNode(node); !good)
        return good.error();
    auto capture = std::make_unique<cv::VideoCapture>();
    const bool index = isIndex(settings.source);
    if (!(index ? capture->open(std::stoi(settings.source), cv::CAP_V4L2) : capture->open(node, cv::CAP_V4L2)))
        return whyNotOpened(node);
    // A wish each: the device picks what it can, and the picture says what it became.
    capture->set(cv::CAP_PROP_FRAME_WIDTH, settings.width);
    capture->set(cv::CAP_PROP_FRAME_HEIGHT, settings.height);
    capture->set(cv::CAP_PROP_FPS, settings.framesPerSecond);
    return capture;
}

/// V4L2's numbers, which OpenCV hands through: whose exposure is manual, and the time in units of 100 µs.
ExposureControl expose(cv::VideoCapture &capture, std::optional<Micros> exposure)
{
    constexpr int automatic = 0, manual = 1, aperturePriority = 3;
    constexpr double microsPerUnit = 100;
    const bool done = exposure
                          ? capture.set(cv::CAP_PROP_AUTO_EXPOSURE, manual) &&
                                capture.set(cv::CAP_PROP_EXPOSURE, static_cast<double>(exposure->count()) / microsPerUnit)
                          : capture.set(cv::CAP_PROP_AUTO_EXPOSURE, aperturePriority) || capture.set(cv::CAP_PROP_AUTO_EXPOSURE, automatic);
    return done ? ExposureControl::Settable : ExposureControl::None;
}

} // namespace

/// What the thread and its owner have in common. All of it under `mutex`.
struct LiveSource::Shared {
    std::mutex mutex;
    std::condition_variable changed;
    const Clock *clock = nullptr; ///< null once the owner has gone: the clock may have, too
    bool opened = false;
    bool ended = false;
    Error why;      ///< it has ended
    Picture newest; ///< empty when taken
    Steady::time_point newestAt;
    bool waiting = false; ///< somebody is, for a picture
    PictureCounts counts;
    ExposureControl control = ExposureControl::None;
    std::optional<Micros> exposure;
    bool exposureAsked = false;

    [[nodiscard]] bool isStopped() const { return clock == nullptr; }

    void end(Error reason)
    {
        const std::scoped_lock lock(mutex);
        ended = true;
        why = std::move(reason);
        changed.notify_all();
    }
    /// Before each picture: whether there is to be another one, and the exposure that is wanted from it on.
    bool goOn(cv::VideoCapture &capture)
    {
        std::optional<Micros> wanted;
        {
            const std::scoped_lock lock(mutex);
            if (isStopped())
                return false;
            if (control == ExposureControl::None || !std::exchange(exposureAsked, false))
                return true;
            wanted = exposure;
        }
        const ExposureControl found = expose(capture, wanted); // a system call: not with the lock held
        const std::scoped_lock lock(mutex);
        control = found;
        return true;
    }
    /// Of a picture that has come: whether it is worth converting.
    bool wants()
    {
        const std::scoped_lock lock(mutex);
        ++counts.came;
        const bool standing = !newest.pixels.empty();
        if (standing)
            ++counts.dropped; // either the one that stands there or the one that came
        return !standing || waiting || Steady::now() - newestAt >= kWorthReplacing;
    }
    void put(cv::Mat pixels)
    {
        const std::scoped_lock lock(mutex);
        if (isStopped())
            return;
        newest = {std::move(pixels), clock->mono()};
        newestAt = Steady::now();
        changed.notify_all();
    }
};

OpenedSource LiveSource::openDevice(const CameraSettings &settings, const Clock &clock, Reader &reader)
{
    const std::string node = isIndex(settings.source) ? "/dev/video" + settings.source : settings.source;
    return open(
        [node, settings]() -> Capture {
            try {
                return captureOf(node, settings);
            } catch (const std::exception &failure) {
                return unavailable(node, std::string("tried V4L2: ") + failure.what());
            }
        },
        ExposureControl::Unknown, clock, reader);
}

OpenedSource LiveSource::openUrl(const CameraSettings &settings, const Clock &clock, Reader &reader)
{
    const std::string shown = withoutPassword(settings.source);
    if (!isNetworkUrl(settings.source))
        return Error{ErrorCode::BadConfig, "the camera's address is \"" + shown + "\"; http://, https:// or rtsp:// is wanted"};
    return open(
        [url = settings.source, shown]() -> Capture {
            try {
                auto capture = std::make_unique<cv::VideoCapture>();
                if (capture->open(url, cv::CAP_FFMPEG,
                                  {cv::CAP_PROP_OPEN_TIMEOUT_MSEC, kPatienceMillis, cv::CAP_PROP_READ_TIMEOUT_MSEC, kPatienceMillis}))
                    return capture;
                return unavailable(shown, "tried FFmpeg for 2 s");
            } catch (const std::exception &failure) {
                return unavailable(shown, std::string("tried FFmpeg: ") + failure.what());
            }
        },
        ExposureControl::None, clock, reader);
}

OpenedSource LiveSource::open(OpenCapture capture, ExposureControl exposure, const Clock &clock, Reader &reader)
{
    if (!reader.expired())
        return Error{ErrorCode::DeviceTimeout, "the last attempt to read the camera still hangs in its driver or the network"};
    std::unique_ptr<LiveSource> source(new LiveSource(std::move(capture), exposure, clock));
    reader = source->m_shared;
    if (const auto opened = source->awaitOpened(); !opened)
        return opened.error();
    return std::unique_ptr<PictureSource>(std::move(source));
}

LiveSource::LiveSource(OpenCapture capture, ExposureControl exposure, const Clock &clock) : m_shared(std::make_shared<Shared>())
{
    m_shared->clock = &clock;
    m_shared->control = exposure;
    m_thread = std::thread([shared = m_shared, open = std::move(capture)] { run(*shared, open); });
}

LiveSource::~LiveSource()
{
    std::unique_lock lock(m_shared->mutex);
    m_shared->clock = nullptr;
    const bool ended = m_shared->changed.wait_for(lock, kEnding, [this] { return m_shared->ended; });
    lock.unlock();
    if (ended)
        m_thread.join();
    else
        m_thread.detach(); // the program must not hang with it
}

Result<void> LiveSource::awaitOpened()
{
    std::unique_lock lock(m_shared->mutex);
    if (!m_shared->changed.wait_for(lock, kOpening, [this] { return m_shared->opened || m_shared->ended; }))
        return Error{ErrorCode::DeviceTimeout, "the camera could not be opened within 2.5 s"};
    return m_shared->opened ? Result<void>() : m_shared->why;
}

void LiveSource::run(Shared &shared, const OpenCapture &open)
{
    auto capture = open();
    if (!capture)
        return shared.end(capture.error());
    {
        const std::scoped_lock lock(shared.mutex);
        shared.opened = true;
        shared.changed.notify_all();
    }
    Error why{ErrorCode::DeviceUnavailable, "the camera's stream has ended"};
    try {
        while (shared.goOn(**capture)) {
            const auto asked = Steady::now();
            cv::Mat pixels; // a new one each time: the last one may still be shown
            const bool came = (*capture)->grab();
            if (!came || (shared.wants() && !(*capture)->retrieve(pixels))) {
                if (Steady::now() - asked >= kPatience - std::chrono::milliseconds(100))
                    why = {ErrorCode::DeviceTimeout, "the camera sent no picture for 2 s"};
                break;
            }
            if (!pixels.empty())
                shared.put(std::move(pixels));
        }
    } catch (const std::exception &failure) {
        why.detail += std::string(": ") + failure.what();
    }
    capture->reset(); // at once, so that a plugged-in device gets its old number again
    shared.end(std::move(why));
}

Result<Picture> LiveSource::next()
{
    std::unique_lock lock(m_shared->mutex);
    m_shared->waiting = true;
    const bool told = m_shared->changed.wait_for(lock, kSilence, [this] { return m_shared->ended || !m_shared->newest.pixels.empty(); });
    m_shared->waiting = false;
    if (!told)
        return Error{ErrorCode::DeviceTimeout, "the camera sent no picture for 2 s"};
    if (m_shared->newest.pixels.empty())
        return m_shared->why;
    return std::exchange(m_shared->newest, {});
}

PictureCounts LiveSource::counts() const
{
    const std::scoped_lock lock(m_shared->mutex);
    return m_shared->counts;
}

void LiveSource::setExposure(std::optional<Micros> exposure)
{
    const std::scoped_lock lock(m_shared->mutex);
    m_shared->exposure = exposure;
    m_shared->exposureAsked = true;
}

ExposureControl LiveSource::exposureControl() const
{
    const std::scoped_lock lock(m_shared->mutex);
    return m_shared->control;
}

} // namespace menshen
