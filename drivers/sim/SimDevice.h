// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/sim/SimWorld.h"
#include "menshen/ports/Thermometer.h"

#include <cstdint>
#include <map>
#include <random>
#include <span>
#include <utility>
#include <vector>

namespace menshen {

/// A Modbus request or answer without its line's wrapping: function code first.
using Pdu = std::vector<std::uint8_t>;

/// What a thermometer of a given profile, and the two relay boards beside it, answer. No line, no thread of its own:
/// one thread calls it. Written without libmodbus, so that both check each other.
class SimDevice {
public:
    /// `world` must outlive the object. The same seed gives the same noise.
    SimDevice(ThermometerProfile profile, SimWorld &world, std::uint32_t seed);

    /// The answer to one request; an exception PDU for what neither the thermometer nor a board knows. A pulse of
    /// either board (Waveshare: function 05 at 0x0200 + channel; LC-Tech: function 16 at 3 + 5 · channel) is counted
    /// in the world.
    [[nodiscard]] Pdu answer(std::span<const std::uint8_t> request);

    /// Slave addresses on a serial line: the thermometer's and those of the boards.
    [[nodiscard]] bool listensTo(std::uint8_t slave) const noexcept;

private:
    using Registers = std::map<std::pair<RegisterTable, int>, std::uint16_t>;

    [[nodiscard]] Pdu readRegisters(RegisterTable table, std::span<const std::uint8_t> request);
    [[nodiscard]] Pdu readInputs(std::span<const std::uint8_t> request);
    [[nodiscard]] Pdu writeCoil(std::span<const std::uint8_t> request);
    [[nodiscard]] Pdu writeRegisters(std::span<const std::uint8_t> request);
    /// Takes a new sample of the world into the registers, unless the value is stuck.
    void sample();
    void put(const RegisterField &field, double value);
    void putStatus(const StatusField &field, std::uint16_t bits);

    ThermometerProfile m_profile;
    SimWorld &m_world;
    std::mt19937 m_random;
    Registers m_registers; ///< discrete inputs as 0 or 1
};

} // namespace menshen
