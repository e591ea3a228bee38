// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/ctl/Program.h"

#include "drivers/config/ConfigFiles.h"
#include "src/main/common/SystemClock.h"
#include "src/main/ctl/ProbeReport.h"
#include "src/main/ctl/ProbeWorkers.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <thread>

namespace menshen::ctl {

namespace {

struct ProbeArguments {
    double seconds = 5;
    bool json = false;
    std::string profile, tcp, serial;
};

/// What is to be listened to: a station's devices, or one thermometer named on the command line.
struct Probed {
    std::optional<StationConfig::ThermometerPart> thermometer;
    std::optional<CameraSettings> camera;
    DetectorSettings detector;
    MaskRules mask;
    Calibration calibration;
};

Result<Probed> oneThermometer(const ProbeArguments &arguments)
{
    auto profile = loadThermometerProfile(arguments.profile);
    if (!profile)
        return profile.error();
    ModbusLine line;
    if (!arguments.serial.empty()) {
        line.serial = profile->serial;
        line.serial->device = arguments.serial;
    } else if (!(line.tcp = tcpLineFrom(arguments.tcp))) {
        return Error{ErrorCode::BadInput, "--tcp: " + arguments.tcp + ": host:port with a port from 1 to 65535"};
    }
    Probed probed;
    probed.thermometer = {std::move(*profile), line};
    return probed;
}

Result<Probed> probedOf(const ProbeArguments &arguments, const Program &program)
{
    if (!arguments.profile.empty())
        return oneThermometer(arguments);
    auto config = loadStationConfig(program.config);
    if (!config)
        return config.error();
    if (!config->thermometer && !config->camera)
        return Error{ErrorCode::BadConfig, program.config + ": names neither a thermometer nor a camera"};
    return Probed{config->thermometer, config->camera, config->detector, config->plan.mask, config->calibration};
}

/// Prints what one period brought; true for each device that was heard.
class Reporter {
public:
    Reporter(const Probed &probed, bool json) : m_probed(probed), m_json(json) {}

    void report(Earpiece<ThermometerHeard> &thermometer, Earpiece<CameraHeard> &camera, double seconds)
    {
        if (m_probed.thermometer) {
            const auto heard = thermometer.take();
            m_thermometerHeard |= heard.answers > 0;
            std::cout << thermometerLine(heard, m_probed.thermometer->profile.id, m_probed.calibration, seconds, m_json) << '\n';
        }
        if (m_probed.camera) {
            const auto heard = camera.take();
            m_cameraHeard |= heard.frames > 0;
            std::cout << cameraLine(heard, m_probed.mask, seconds, m_json) << '\n';
        }
        std::cout.flush();
    }
    [[nodiscard]] bool allHeard() const { return (m_thermometerHeard || !m_probed.thermometer) && (m_cameraHeard || !m_probed.camera); }

private:
    const Probed &m_probed;
    bool m_json;
    bool m_thermometerHeard = false, m_cameraHeard = false;
};

int listen(const Probed &probed, const ProbeArguments &arguments, const std::stop_token &stop)
{
    SystemClock clock;
    Earpiece<ThermometerHeard> thermometerEar;
    Earpiece<CameraHeard> cameraEar;
    std::jthread thermometer, camera;
    if (probed.thermometer)
        thermometer = std::jthread([&](const std::stop_token &end) {
            listenToThermometer(end, probed.thermometer->profile, probed.thermometer->line, clock, thermometerEar);
        });
    if (probed.camera)
        camera = std::jthread([&](const std::stop_token &end) { listenToCamera(end, *probed.camera, probed.detector, clock, cameraEar); });

    Reporter reporter(probed, arguments.json);
    const auto whole = std::chrono::duration_cast<Micros>(std::chrono::duration<double>(arguments.seconds));
    const auto begun = clock.mono();
    for (auto reported = begun; !stop.stop_requested() && (whole == 0s || reported < begun + whole);) {
        waitUnlessStopped(stop, whole == 0s ? Micros(1s) : std::min(Micros(1s), begun + whole - reported));
        const auto now = clock.mono();
        reporter.report(thermometerEar, cameraEar, std::chrono::duration<double>(now - reported).count());
        reported = now;
    }
    return reporter.allHeard() ? kOk : kUnavailable;
}

int probe(const ProbeArguments &arguments, const Program &program, const std::stop_token &stop)
{
    const auto probed = probedOf(arguments, program);
    return probed ? listen(*probed, arguments, stop) : fail(probed.error(), kUsage);
}

} // namespace

void addDevicesProbe(CLI::App &group, Program &program)
{
    auto arguments = std::make_shared<ProbeArguments>();
    auto *command = group.add_subcommand("probe", "Shows live what thermometer and camera deliver, raw and corrected, every second;\n"
                                                  "the station's devices, or one thermometer of any profile and line");
    command->add_option("--seconds", arguments->seconds, "How long; 0: until Ctrl-C")
        ->check(CLI::Range(0.0, 86400.0))
        ->capture_default_str();
    command->add_flag("--json", arguments->json, "One JSON object a line");
    auto *profile = command->add_option("--profile", arguments->profile, "A thermometer's profile, with --tcp or --serial");
    auto *tcp = command->add_option("--tcp", arguments->tcp, "host:port")->needs(profile);
    auto *serial = command->add_option("--serial", arguments->serial, "e.g. /dev/serial/by-id/…")->needs(profile)->excludes(tcp);
    command->callback([=, &program] {
        if (profile->count() > 0 && tcp->count() + serial->count() == 0)
            throw CLI::RequiredError("--tcp or --serial");
        program.run = [arguments, &program](const std::stop_token &stop) { return probe(*arguments, program, stop); };
    });
}

} // namespace menshen::ctl
