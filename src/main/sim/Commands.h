// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/sim/SimWorld.h"

#include <cstdint>
#include <optional>
#include <string>

namespace menshen {

/// Exit codes of menshen-sim; its --help lists them.
inline constexpr int kExitOk = 0, kExitFailure = 1, kExitUsage = 2;

struct LineOptions {
    std::string profile;
    std::uint16_t modbusPort = 0;
    bool rtu = false;
    std::uint32_t seed = 1;
    std::string portsFile; ///< empty: none
};

struct ServeOptions {
    LineOptions line;
    std::string day;
    std::uint16_t httpPort = 0;
    int width = 640, height = 480;
    double framesPerSecond = 15;
    bool automatic = false;
    double dwellSeconds = 20, pauseSeconds = 1.5;
};

struct ThermometerOptions {
    LineOptions line;
    double object = 36.6, ambient = 23.0, noise = 0.02;
    std::uint16_t statusBits = 0;
    ThermometerFault fault = ThermometerFault::None;
};

struct DrawOptions {
    std::string folder;
    std::uint32_t variants = 12;
    int width = 640, height = 480;
};

// Each returns an exit code and writes what went wrong to standard error. The first two run until SIGINT or SIGTERM, which
// main() has blocked in every thread.
[[nodiscard]] int serve(const ServeOptions &options);
[[nodiscard]] int serveThermometer(const ThermometerOptions &options);
[[nodiscard]] int draw(const DrawOptions &options);

} // namespace menshen
