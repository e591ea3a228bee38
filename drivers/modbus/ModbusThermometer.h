// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/modbus/ModbusConnection.h"
#include "drivers/modbus/ReadPlan.h"
#include "menshen/ports/Clock.h"
#include "menshen/ports/Thermometer.h"

#include <optional>
#include <vector>

namespace menshen {

/// Everything that a profile names; for `menshenctl devices probe`.
struct ThermometerDetails {
    ThermometerSample sample;
    std::optional<Celsius> rawObject;
    std::optional<double> emissivity;
};

/// Any thermometer that a profile describes, on a serial line (RTU) or behind a gateway (TCP).
class ModbusThermometer final : public Thermometer {
public:
    /// Opens nothing yet. `clock` must outlive the object.
    ModbusThermometer(ThermometerProfile profile, const ModbusLine &line, Clock &clock);

    /// See ModbusConnection for how long each of its requests may block.
    [[nodiscard]] Result<ThermometerSample> read() override;
    [[nodiscard]] Micros interval() const override { return m_interval; }

    /// As read(), with the registers that a sample does not need.
    [[nodiscard]] Result<ThermometerDetails> readDetails();

private:
    ThermometerProfile m_profile;
    Micros m_interval;
    std::vector<RegisterBlock> m_samplePlan;
    std::vector<RegisterBlock> m_detailPlan;
    ModbusConnection m_connection;
    Clock &m_clock;
};

} // namespace menshen
