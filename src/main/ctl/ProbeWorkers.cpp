// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/ctl/ProbeWorkers.h"

#include "drivers/camera/OpenCvCamera.h"
#include "drivers/vision/OpenDetector.h"

#include <condition_variable>

namespace menshen::ctl {

namespace {

constexpr auto kPauseAfterFailure = 300ms;

} // namespace

void waitUnlessStopped(const std::stop_token &stop, std::chrono::microseconds time)
{
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any never;
    never.wait_for(lock, stop, time, [] { return false; });
}

void listenToThermometer(const std::stop_token &stop, const ThermometerProfile &profile, const ModbusLine &line, Clock &clock,
                         Earpiece<ThermometerHeard> &earpiece)
{
    ModbusThermometer thermometer(profile, line, clock);
    while (!stop.stop_requested()) {
        const auto details = thermometer.readDetails();
        earpiece.change([&](ThermometerHeard &heard) {
            if (details) {
                ++heard.answers;
                heard.newest = *details;
            } else {
                ++heard.failures;
                heard.lastFailure = details.error();
            }
        });
        waitUnlessStopped(stop, details ? thermometer.interval() : Micros(kPauseAfterFailure));
    }
}

void listenToCamera(const std::stop_token &stop, const CameraSettings &settings, const DetectorSettings &detectorSettings, Clock &clock,
                    Earpiece<CameraHeard> &earpiece)
{
    OpenCvCamera camera(settings, clock);
    const auto detector = openDetector(detectorSettings);
    while (!stop.stop_requested()) {
        const auto frame = camera.grab();
        const auto trouble = camera.report().trouble;
        const auto faces = !frame      ? Result<std::vector<Face>>(frame.error())
                           : trouble   ? Result<std::vector<Face>>(*trouble)
                           : !detector ? Result<std::vector<Face>>(detector.error())
                                       : (*detector)->detect(*frame);
        earpiece.change([&](CameraHeard &heard) {
            if (frame) {
                ++heard.frames;
                heard.size = frame->size;
            } else {
                ++heard.failures;
            }
            if (faces)
                heard.faces = *faces;
            else
                heard.lastFailure = faces.error();
        });
        if (!frame)
            waitUnlessStopped(stop, kPauseAfterFailure);
    }
}

} // namespace menshen::ctl
