// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/sim/SimDevice.h"
#include "menshen/core/Result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace menshen {

struct SimSlaveSettings {
    ThermometerProfile profile;
    std::optional<std::uint16_t> tcpPort; ///< on 127.0.0.1; 0 takes a free one; absent: no TCP
    bool rtu = false;                     ///< opens a pseudo-terminal
    std::uint32_t seed = 1;               ///< of the noise
};

/// A simulated thermometer (and relay boards) that speaks real Modbus on TCP, on a serial line, or both, until it is
/// destroyed. It shows what SimWorld holds, faults included. The methods are thread-safe.
///
/// Disconnect: TCP connections are closed at once; the serial device vanishes and comes back under the same path.
class SimSlave {
public:
    /// Everything is open and answering when it returns. `world` must outlive the slave.
    [[nodiscard]] static Result<std::unique_ptr<SimSlave>> start(const SimSlaveSettings &settings, SimWorld &world);
    /// Stops its thread within some 10 ms.
    ~SimSlave();
    SimSlave(const SimSlave &) = delete;
    SimSlave &operator=(const SimSlave &) = delete;

    [[nodiscard]] std::uint16_t tcpPort() const noexcept; ///< 0 without TCP
    [[nodiscard]] std::string rtuPath() const;            ///< empty without RTU

private:
    class Loop;
    explicit SimSlave(std::unique_ptr<Loop> loop);
    std::unique_ptr<Loop> m_loop;
};

} // namespace menshen
