// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/modbus/ModbusThermometer.h"

#include "drivers/modbus/RegisterCodec.h"
#include "drivers/modbus/RegisterImage.h"

#include <utility>

namespace menshen {

namespace {

Result<RegisterImage> fetch(ModbusConnection &connection, const std::vector<RegisterBlock> &plan)
{
    RegisterImage image;
    for (const RegisterBlock &block : plan) {
        if (block.table == RegisterTable::Discrete) {
            const auto inputs = connection.readDiscreteInputs(block.address, block.count);
            if (!inputs) {
                return inputs.error();
            }
            image.add(block, {inputs->begin(), inputs->end()});
        } else {
            auto words = connection.readRegisters(block.table, block.address, block.count);
            if (!words) {
                return words.error();
            }
            image.add(block, std::move(words).value());
        }
    }
    return image;
}

} // namespace

ModbusThermometer::ModbusThermometer(ThermometerProfile profile, const ModbusLine &line, Clock &clock)
    : m_profile(std::move(profile)), m_interval(line.interval), m_samplePlan(readPlan(m_profile, ReadScope::Sample)),
      m_detailPlan(readPlan(m_profile, ReadScope::Everything)), m_connection(line, m_profile.slave, m_profile.responseTimeout),
      m_clock(clock)
{
}

Result<ThermometerSample> ModbusThermometer::read()
{
    const auto image = fetch(m_connection, m_samplePlan);
    if (!image) {
        return image.error();
    }
    auto sample = sampleOf(*image, m_profile);
    if (!sample) {
        m_connection.close();
        return sample;
    }
    sample->at = m_clock.mono();
    return sample;
}

Result<ThermometerDetails> ModbusThermometer::readDetails()
{
    const auto image = fetch(m_connection, m_detailPlan);
    if (!image) {
        return image.error();
    }
    auto sample = sampleOf(*image, m_profile);
    if (!sample) {
        m_connection.close();
        return sample.error();
    }
    sample->at = m_clock.mono();
    ThermometerDetails details{std::move(sample).value(), std::nullopt, std::nullopt};
    if (m_profile.rawObject) {
        const auto raw = image->value(*m_profile.rawObject);
        const bool fahrenheit = m_profile.status && decodeStatus(*m_profile.status, image->statusBits(*m_profile.status)).fahrenheit;
        if (raw) {
            details.rawObject = Celsius{fahrenheit ? celsiusFromFahrenheit(*raw) : *raw};
        }
    }
    if (m_profile.emissivity) {
        if (const auto emissivity = image->value(*m_profile.emissivity); emissivity) {
            details.emissivity = *emissivity;
        }
    }
    return details;
}

} // namespace menshen
