// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/sim/Commands.h"

#include "drivers/config/ConfigFiles.h"
#include "drivers/sim/DayPlayer.h"
#include "drivers/sim/SimServer.h"
#include "drivers/sim/SimSlave.h"

#include <nlohmann/json.hpp>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace menshen {

namespace {

int failed(const Error &error)
{
    std::cerr << "menshen-sim: " << error.detail << '\n';
    return kExitFailure;
}

Micros microsOf(double seconds) { return std::chrono::duration_cast<Micros>(std::chrono::duration<double>(seconds)); }

Result<std::unique_ptr<SimSlave>> startSlave(const LineOptions &options, SimWorld &world)
{
    auto profile = loadThermometerProfile(options.profile);
    if (!profile) {
        return profile.error();
    }
    return SimSlave::start({std::move(profile).value(), options.modbusPort, options.rtu, options.seed}, world);
}

/// Tells where everything listens: in the ports file, which appears in one go, and then on standard output.
Result<void> announce(const LineOptions &options, const SimSlave &slave, std::optional<std::uint16_t> httpPort)
{
    nlohmann::json ports{{"modbus", slave.tcpPort()}};
    if (options.rtu) {
        ports["rtu"] = slave.rtuPath();
    }
    if (httpPort) {
        ports["http"] = *httpPort;
    }
    if (!options.portsFile.empty()) {
        const std::string fresh = options.portsFile + ".new";
        std::ofstream file(fresh);
        file << ports.dump() << '\n';
        file.close();
        std::error_code failure;
        std::filesystem::rename(fresh, options.portsFile, failure);
        if (!file || failure) {
            return Error{ErrorCode::Storage, options.portsFile + ": cannot be written"};
        }
    }
    std::cout << ports.dump() << std::endl;
    return {};
}

void waitForSignal()
{
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGINT);
    sigaddset(&ending, SIGTERM);
    int which = 0;
    sigwait(&ending, &which);
}

} // namespace

int serve(const ServeOptions &options)
{
    auto day = loadDayScript(options.day);
    if (!day) {
        return failed(day.error());
    }
    SimWorld world;
    const auto slave = startSlave(options.line, world);
    if (!slave) {
        return failed(slave.error());
    }
    DayPlayer player(std::move(day).value(), world);
    player.leave();
    const auto server = SimServer::start({options.httpPort, {options.width, options.height}, options.framesPerSecond}, world, player);
    if (!server) {
        return failed(server.error());
    }
    if (const auto announced = announce(options.line, **slave, (*server)->port()); !announced) {
        return failed(announced.error());
    }
    if (options.automatic) {
        player.playAll({microsOf(options.dwellSeconds), microsOf(options.pauseSeconds)},
                       [](const DayPerson &person) { std::cout << person.id << ": " << person.story << std::endl; });
    }
    waitForSignal();
    return kExitOk;
}

int serveThermometer(const ThermometerOptions &options)
{
    SimWorld world;
    SimScene scene;
    scene.forehead = Celsius{options.object};
    scene.ambient = Celsius{options.ambient};
    scene.noise = Celsius{options.noise};
    scene.statusBits = options.statusBits;
    scene.thermometerFault = options.fault;
    world.set(scene);
    const auto slave = startSlave(options.line, world);
    if (!slave) {
        return failed(slave.error());
    }
    if (const auto announced = announce(options.line, **slave, std::nullopt); !announced) {
        return failed(announced.error());
    }
    waitForSignal();
    return kExitOk;
}

} // namespace menshen
