// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"
#include "menshen/ports/Thermometer.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace menshen {

// What registers mean. Pure: no line, no clock. Source: the maps of config/thermometers.

/// How many 16-bit registers a value of that type fills.
[[nodiscard]] constexpr int registerCount(RegisterType type) noexcept { return type == RegisterType::Float32 ? 2 : 1; }

/// raw · scale + offset of a field. `words` begins at the field's address, each as it came off the wire (big-endian read).
/// DeviceProtocol when there are too few words or a float is not finite.
[[nodiscard]] Result<double> decodeRegisters(const RegisterField &field, std::span<const std::uint16_t> words);

/// The inverse, for the simulator: the nearest raw value, limited to what the type holds.
[[nodiscard]] std::vector<std::uint16_t> encodeRegisters(const RegisterField &field, double value);

struct StatusReading {
    std::vector<SensorFault> faults; ///< in the profile's order, each once
    bool fahrenheit = false;         ///< temperatures of the same answer are in °F
};

/// What the profile's maker means by the status bits that are set; bits that the profile does not name say nothing.
[[nodiscard]] StatusReading decodeStatus(const StatusField &field, std::uint32_t bits);

[[nodiscard]] constexpr double celsiusFromFahrenheit(double degrees) noexcept { return (degrees - 32.0) / 1.8; }

/// A decoded value as a temperature. DeviceProtocol outside −50…1000 °C: no thermometer for people measures that, so
/// what came was something else. `name` says in the error which quantity it was.
[[nodiscard]] Result<Celsius> toTemperature(double value, bool fahrenheit, std::string_view name);

} // namespace menshen
