// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/app/Workers.h"

#include <algorithm>

namespace menshen {

namespace {

/// A pass that nobody can use any more must not open the gate for whoever stands there later.
constexpr Micros kGateRequestExpires = 5s;
constexpr Micros kStopPoll = 1s;
/// A board that lost its power comes back silent.
constexpr Micros kSirenAgain = 5s;

/// Waits that long, or until stop.
void rest(const std::stop_token &stop, Micros duration)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait_for(lock, stop, duration, [] { return false; });
}

} // namespace

Micros BackOff::next() noexcept
{
    const Micros now = m_next;
    m_next = std::min(2 * m_next, kLongest);
    return now;
}

HealthReporter::HealthReporter(DeviceKind kind, Clock &clock, Report report) : m_kind(kind), m_clock(clock), m_report(std::move(report)) {}

void HealthReporter::up()
{
    if (std::exchange(m_last, DeviceHealth::Up) != DeviceHealth::Up) {
        m_report({m_kind, DeviceHealth::Up, {}, m_clock.mono()});
    }
}

void HealthReporter::down(const Error &error)
{
    const bool again = m_last == DeviceHealth::Down;
    if (again && error.code == m_lastError) {
        return;
    }
    m_last = DeviceHealth::Down;
    m_lastError = error.code;
    m_downSince = again ? m_downSince : m_clock.mono();
    m_report({m_kind, DeviceHealth::Down, error, m_downSince});
}

Workers::Workers(StationParts parts, Outputs outputs) : m_parts(std::move(parts)), m_outputs(std::move(outputs)) {}

void Workers::start()
{
    const auto launch = [this](bool present, DeviceKind kind, void (Workers::*run)(const std::stop_token &)) {
        if (present) {
            m_threads.emplace_back([this, run](const std::stop_token &stop) { (this->*run)(stop); });
        } else {
            m_outputs.health({kind, DeviceHealth::Off, {}, m_parts.clock.mono()});
        }
    };
    launch(static_cast<bool>(m_parts.thermometer), DeviceKind::Thermometer, &Workers::runThermometer);
    launch(static_cast<bool>(m_parts.camera), DeviceKind::Camera, &Workers::runCamera);
    launch(m_parts.camera && m_parts.detector, DeviceKind::Detector, &Workers::runDetector);
    launch(static_cast<bool>(m_parts.gate), DeviceKind::Gate, &Workers::runGate);
    launch(static_cast<bool>(m_parts.siren), DeviceKind::Siren, &Workers::runSiren);
}

void Workers::stop()
{
    for (std::jthread &thread : m_threads) {
        thread.request_stop();
    }
    m_threads.clear();
}

void Workers::openGate()
{
    if (m_parts.gate) {
        m_gateRequests.post(m_parts.clock.mono());
    }
}

void Workers::sound(bool on)
{
    if (std::exchange(m_sounds, on) != on) {
        (void)m_sirenWanted.put(on);
    }
}

void Workers::adjustCamera(const CameraView &view) { (void)m_newestView.put(view); }

CameraReport Workers::cameraReport() const
{
    const std::scoped_lock lock(m_reportMutex);
    return m_cameraReport;
}

void Workers::runThermometer(const std::stop_token &stop)
{
    const auto thermometer = m_parts.thermometer();
    HealthReporter health(DeviceKind::Thermometer, m_parts.clock, m_outputs.health);
    BackOff backOff;
    while (!stop.stop_requested()) {
        const MonoTime asked = m_parts.clock.mono();
        const auto sample = thermometer->read();
        if (!sample) {
            health.down(sample.error());
            rest(stop, backOff.next());
            continue;
        }
        health.up();
        backOff.reset();
        m_outputs.event(*sample);
        // The interval counts from question to question, so that a slow line does not slow the rate further.
        const Micros spent = m_parts.clock.mono() - asked;
        if (spent < thermometer->interval()) {
            rest(stop, thermometer->interval() - spent);
        }
    }
}

void Workers::runCamera(const std::stop_token &stop)
{
    const auto camera = m_parts.camera();
    HealthReporter health(DeviceKind::Camera, m_parts.clock, m_outputs.health);
    BackOff backOff;
    while (!stop.stop_requested()) {
        if (const auto view = m_newestView.take(stop, 0us)) {
            (void)camera->adjust(*view); // nonsense is refused and what was in force stays: the report tells
        }
        const auto frame = camera->grab();
        const CameraReport report = keepReport(camera->report());
        if (!frame) {
            health.down(frame.error());
            rest(stop, backOff.next());
            continue;
        }
        backOff.reset();
        m_outputs.frames(*frame);
        if (report.trouble) {
            health.down(*report.trouble); // shown, so that one sees what is wrong, but no face is looked for in it
            continue;
        }
        health.up();
        if (m_newestFrame.put(*frame)) {
            m_dropped.fetch_add(1, std::memory_order_relaxed);
        }
    }
}

CameraReport Workers::keepReport(CameraReport report)
{
    const std::scoped_lock lock(m_reportMutex);
    return m_cameraReport = std::move(report);
}

void Workers::runDetector(const std::stop_token &stop)
{
    HealthReporter health(DeviceKind::Detector, m_parts.clock, m_outputs.health);
    BackOff backOff;
    std::unique_ptr<MaskDetector> detector;
    while (!stop.stop_requested()) {
        if (!detector) {
            auto opened = m_parts.detector();
            if (!opened) {
                health.down(opened.error());
                rest(stop, backOff.next());
                continue;
            }
            detector = std::move(*opened);
        }
        const auto frame = m_newestFrame.take(stop, kStopPoll);
        if (!frame) {
            continue;
        }
        auto faces = detector->detect(*frame);
        if (!faces) {
            health.down(faces.error());
            detector.reset();
            rest(stop, backOff.next());
            continue;
        }
        health.up();
        backOff.reset();
        FacesSeen seen{frame->at, frame->size, std::move(*faces)};
        m_outputs.seen(*frame, seen);
        m_outputs.event(std::move(seen));
    }
}

void Workers::runGate(const std::stop_token &stop)
{
    const auto gate = m_parts.gate();
    HealthReporter health(DeviceKind::Gate, m_parts.clock, m_outputs.health);
    while (!stop.stop_requested()) {
        for (const MonoTime asked : m_gateRequests.takeAll(stop, kStopPoll)) {
            BackOff backOff;
            while (!stop.stop_requested() && m_parts.clock.mono() - asked < kGateRequestExpires) {
                const auto opened = gate->openOnce();
                if (opened) {
                    health.up();
                    break;
                }
                health.down(opened.error());
                rest(stop, backOff.next());
            }
        }
    }
}

void Workers::runSiren(const std::stop_token &stop)
{
    const auto siren = m_parts.siren();
    HealthReporter health(DeviceKind::Siren, m_parts.clock, m_outputs.health);
    BackOff backOff;
    bool on = false; // one that was sounding when the station died is silenced, unless an alert is still open
    while (!stop.stop_requested()) {
        const auto done = on ? siren->on() : siren->off();
        Micros pause = kSirenAgain;
        if (done) {
            health.up();
            backOff.reset();
        } else {
            health.down(done.error());
            pause = backOff.next();
        }
        on = m_sirenWanted.take(stop, pause).value_or(on);
    }
    (void)siren->off(); // nobody could silence it any more
}

} // namespace menshen
