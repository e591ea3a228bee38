// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/sim/SimSlave.h"

#include <stdexcept>

namespace menshen::test {

enum class LineKind : std::uint8_t { Tcp, Rtu };

/// A simulated slave and the line to it.
class SimLine {
public:
    SimLine(LineKind kind, ThermometerProfile profile)
    {
        SimScene scene;
        scene.forehead = Celsius{36.6};
        scene.ambient = Celsius{23.0};
        scene.noise = Celsius{0.0};
        m_world.set(scene);
        SimSlaveSettings settings;
        settings.profile = std::move(profile);
        settings.rtu = kind == LineKind::Rtu;
        if (kind == LineKind::Tcp)
            settings.tcpPort = std::uint16_t{0};
        auto slave = SimSlave::start(settings, m_world);
        if (!slave)
            throw std::runtime_error(slave.error().detail);
        m_slave = std::move(slave).value();
        m_line.responseTimeout = 150ms;
        if (kind == LineKind::Tcp) {
            m_line.tcp = TcpLine{"127.0.0.1", m_slave->tcpPort()};
        } else {
            m_line.serial = settings.profile.serial;
            m_line.serial->device = m_slave->rtuPath();
        }
    }

    [[nodiscard]] SimWorld &world() { return m_world; }
    [[nodiscard]] const ModbusLine &line() const { return m_line; }
    void setFault(ThermometerFault fault)
    {
        m_world.update([&](SimScene &scene) { scene.thermometerFault = fault; });
    }

private:
    SimWorld m_world;
    std::unique_ptr<SimSlave> m_slave;
    ModbusLine m_line;
};

} // namespace menshen::test
