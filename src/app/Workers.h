// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/Station.h"
#include "src/app/Inbox.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace menshen {

/// How long to leave a failing device alone: doubles from try to try, starts over after a success.
class BackOff {
public:
    static constexpr Micros kFirst = 250ms;
    static constexpr Micros kLongest = 5s;

    [[nodiscard]] Micros next() noexcept;
    void reset() noexcept { m_next = kFirst; }

private:
    Micros m_next = kFirst;
};

/// Tells the station of a device's health, once a change; within an outage again only when it is another error now.
class HealthReporter {
public:
    using Report = std::function<void(DeviceStatus)>;
    HealthReporter(DeviceKind kind, Clock &clock, Report report);

    void up();
    void down(const Error &error);

private:
    DeviceKind m_kind;
    Clock &m_clock;
    Report m_report;
    DeviceHealth m_last = DeviceHealth::Starting;
    ErrorCode m_lastError{};
    MonoTime m_downSince;
};

/// The threads that own the devices. Each is bounded by its device's own timeouts when it stops.
class Workers {
public:
    struct Outputs {
        std::function<void(ScreeningEvent)> event;
        HealthReporter::Report health;
        FrameSink frames;
        /// A picture that the detector has looked at, and what it saw; before the event of it.
        std::function<void(const Frame &, const FacesSeen &)> seen;
    };

    Workers(StationParts parts, Outputs outputs);
    ~Workers() { stop(); }
    Workers(const Workers &) = delete;
    Workers &operator=(const Workers &) = delete;

    void start();
    void stop();
    void openGate();
    /// The siren sounds, or not; it is told on a change and again and again. Called by one thread.
    void sound(bool on);
    void adjustCamera(const CameraView &view);

    [[nodiscard]] CameraReport cameraReport() const;

    [[nodiscard]] std::uint64_t droppedFrames() const noexcept { return m_dropped.load(std::memory_order_relaxed); }

private:
    void runThermometer(const std::stop_token &stop);
    void runCamera(const std::stop_token &stop);
    CameraReport keepReport(CameraReport report);
    void runDetector(const std::stop_token &stop);
    void runGate(const std::stop_token &stop);
    void runSiren(const std::stop_token &stop);

    StationParts m_parts;
    Outputs m_outputs;
    Mailbox<Frame> m_newestFrame;
    Mailbox<CameraView> m_newestView; ///< that the camera does not know yet
    mutable std::mutex m_reportMutex;
    CameraReport m_cameraReport;
    Inbox<MonoTime> m_gateRequests;
    Mailbox<bool> m_sirenWanted; ///< that the siren does not know yet
    bool m_sounds = false;       ///< as it was told last
    std::atomic<std::uint64_t> m_dropped{0};
    std::vector<std::jthread> m_threads;
};

} // namespace menshen
