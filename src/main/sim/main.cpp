// SPDX-License-Identifier: GPL-3.0-or-later
// menshen-sim: the devices of a station and a morning's visitors, without either.
#include "src/main/sim/Commands.h"

#include "drivers/sim/SimNames.h"

#include <CLI/CLI.hpp>

#include <csignal>
#include <map>

namespace {

using namespace menshen;

void addLineOptions(CLI::App &command, LineOptions &line)
{
    command.add_option("--profile", line.profile, "Thermometer profile that it speaks (config/thermometers/*.toml)")->required();
    command.add_option("--modbus-port", line.modbusPort, "Modbus TCP port on 127.0.0.1; 0 takes a free one")->capture_default_str();
    command.add_flag("--rtu", line.rtu, "Also answer on a serial line (a pseudo-terminal)");
    command.add_option("--seed", line.seed, "Of the noise: the same seed gives the same noise")->capture_default_str();
    command.add_option("--ports-file", line.portsFile, "JSON with the ports and the serial path, written once all is listening");
}

void addPictureSize(CLI::App &command, int &width, int &height)
{
    command.add_option("--width", width, "Of the picture, in pixels")->check(CLI::Range(64, 4096))->capture_default_str();
    command.add_option("--height", height, "Of the picture, in pixels")->check(CLI::Range(64, 4096))->capture_default_str();
}

void addServe(CLI::App &app, ServeOptions &options)
{
    CLI::App *command = app.add_subcommand("serve", "Thermometer, gate and camera, and the people of a day before them");
    addLineOptions(*command, options.line);
    addPictureSize(*command, options.width, options.height);
    command->add_option("--day", options.day, "Day script (config/sim/morning.toml)")->required();
    command->add_option("--http-port", options.httpPort, "Camera and remote control on 127.0.0.1; 0 takes a free one")
        ->capture_default_str();
    command->add_option("--fps", options.framesPerSecond, "Pictures a second")->check(CLI::Range(1.0, 60.0))->capture_default_str();
    command->add_flag("--auto", options.automatic, "The people come by themselves, one after the other");
    command->add_option("--dwell", options.dwellSeconds, "With --auto: seconds that a person stays when the gate does not open")
        ->check(CLI::Range(0.1, 3600.0))
        ->capture_default_str();
    command->add_option("--pause", options.pauseSeconds, "With --auto: seconds between two people")
        ->check(CLI::Range(0.0, 3600.0))
        ->capture_default_str();
}

void addThermometer(CLI::App &app, ThermometerOptions &options)
{
    CLI::App *command = app.add_subcommand("thermometer", "The thermometer alone");
    addLineOptions(*command, options.line);
    command->add_option("--object", options.object, "What it sees, °C")->capture_default_str();
    command->add_option("--ambient", options.ambient, "Its own temperature, °C")->capture_default_str();
    command->add_option("--noise", options.noise, "Standard deviation, °C")->check(CLI::NonNegativeNumber)->capture_default_str();
    command->add_option("--status-bits", options.statusBits, "As its maker numbers them")->capture_default_str();
    const std::map<std::string, ThermometerFault> faults(kThermometerFaultNames.begin(), kThermometerFaultNames.end());
    command->add_option("--fault", options.fault, "What is wrong with it")->transform(CLI::CheckedTransformer(faults));
}

void addDraw(CLI::App &app, DrawOptions &options)
{
    CLI::App *command = app.add_subcommand("draw", "Every kind of mannequin as PNG, and labels.jsonl");
    command->add_option("--out", options.folder, "Folder; it is made where it is missing")->required();
    command->add_option("--variants", options.variants, "Of each kind")->check(CLI::Range(1U, 1000U))->capture_default_str();
    addPictureSize(*command, options.width, options.height);
}

/// Blocked here, before any thread starts, and in all of them: the commands wait for these signals.
void blockEndingSignals()
{
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGINT);
    sigaddset(&ending, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ending, nullptr);
}

} // namespace

int main(int argc, char **argv)
{
    CLI::App app{"Simulated devices for Menshen: a thermometer and a gate that speak Modbus, and a camera."};
    app.footer("Exit codes: 0 done (also when stopped by SIGINT or SIGTERM), 1 failed, 2 wrong usage.");
    app.require_subcommand(1);
    ServeOptions serveOptions;
    ThermometerOptions thermometerOptions;
    DrawOptions drawOptions;
    addServe(app, serveOptions);
    addThermometer(app, thermometerOptions);
    addDraw(app, drawOptions);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &problem) {
        return app.exit(problem) == 0 ? kExitOk : kExitUsage;
    }
    blockEndingSignals();
    if (app.got_subcommand("serve")) {
        return serve(serveOptions);
    }
    if (app.got_subcommand("thermometer")) {
        return serveThermometer(thermometerOptions);
    }
    return draw(drawOptions);
}
