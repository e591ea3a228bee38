// SPDX-License-Identifier: GPL-3.0-or-later
// Polling through ModbusThermometer beside a bare libmodbus loop that asks the same slave for the same registers.
#include "drivers/config/ConfigFiles.h"
#include "drivers/modbus/ModbusThermometer.h"
#include "drivers/sim/SimSlave.h"
#include "tests/bench/Spread.h"
#include "tests/support/TestClocks.h"

#include <modbus.h>

using namespace menshen;
using namespace menshen::bench;

namespace {

constexpr int kReads = 200; ///< of each kind in turn, so that both see the same machine

void BM_PollingAgainstBareLibmodbus(benchmark::State &state)
{
    const auto profile = loadThermometerProfile(MENSHEN_SOURCE_DIR "/config/thermometers/omega-os-miniusb.toml");
    SimWorld world;
    auto slave = SimSlave::start({.profile = *profile, .tcpPort = std::uint16_t{0}}, world);
    if (!profile || !slave) {
        state.SkipWithError("no slave");
        return;
    }
    const int port = (*slave)->tcpPort();
    modbus_t *bare = modbus_new_tcp("127.0.0.1", port);
    modbus_set_slave(bare, profile->slave);
    if (modbus_connect(bare) != 0) {
        state.SkipWithError("no bare connection");
        return;
    }
    test::RealClock clock;
    ModbusLine line;
    line.tcp = TcpLine{"127.0.0.1", static_cast<std::uint16_t>(port)};
    ModbusThermometer thermometer(*profile, line, clock);

    double bareSeconds = 0;
    double ownSeconds = 0;
    for (auto round : state) {
        static_cast<void>(round);
        std::uint16_t registers[4] = {};
        const auto bareBegin = Stopwatch::now();
        for (int i = 0; i < kReads; ++i) {
            if (modbus_read_registers(bare, profile->object.address, 4, registers) != 4) {
                state.SkipWithError("the bare loop failed");
            }
        }
        bareSeconds += secondsSince(bareBegin);
        const auto ownBegin = Stopwatch::now();
        for (int i = 0; i < kReads; ++i) {
            if (!thermometer.read()) {
                state.SkipWithError("the thermometer failed");
            }
        }
        ownSeconds += secondsSince(ownBegin);
    }
    const double reads = static_cast<double>(state.iterations()) * kReads;
    state.counters["bare_per_s"] = reads / bareSeconds;
    state.counters["own_per_s"] = reads / ownSeconds;
    state.counters["ratio"] = bareSeconds / ownSeconds;
    modbus_close(bare);
    modbus_free(bare);
}
BENCHMARK(BM_PollingAgainstBareLibmodbus)->Unit(benchmark::kMillisecond)->MinTime(3);

} // namespace
