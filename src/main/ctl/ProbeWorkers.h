// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/modbus/ModbusThermometer.h"
#include "menshen/ports/Camera.h"

#include <chrono>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace menshen::ctl {

/// What a thermometer said since it was last asked about.
struct ThermometerHeard {
    int answers = 0, failures = 0;
    std::optional<ThermometerDetails> newest;
    Error lastFailure;
};

/// What a camera and its detector delivered since they were last asked about.
struct CameraHeard {
    int frames = 0, failures = 0;
    FrameSize size;
    std::optional<std::vector<Face>> faces; ///< of the newest frame; absent without a detector
    Error lastFailure;                      ///< camera's or detector's
};

/// Where a device's thread leaves what it heard. Thread-safe.
template <typename Heard>
class Earpiece {
public:
    template <typename Change>
    void change(Change change)
    {
        const std::scoped_lock lock(m_mutex);
        change(m_heard);
    }
    /// What was heard, and a fresh start.
    [[nodiscard]] Heard take()
    {
        const std::scoped_lock lock(m_mutex);
        return std::exchange(m_heard, {});
    }

private:
    std::mutex m_mutex;
    Heard m_heard;
};

/// Waits, but not beyond a wish to stop.
void waitUnlessStopped(const std::stop_token &stop, std::chrono::microseconds time);

// The devices' loops; each runs on a thread of its own and owns its device.
void listenToThermometer(const std::stop_token &stop, const ThermometerProfile &profile, const ModbusLine &line, Clock &clock,
                         Earpiece<ThermometerHeard> &earpiece);
void listenToCamera(const std::stop_token &stop, const CameraSettings &settings, const DetectorSettings &detectorSettings, Clock &clock,
                    Earpiece<CameraHeard> &earpiece);

} // namespace menshen::ctl
