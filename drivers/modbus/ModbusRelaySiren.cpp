// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/modbus/ModbusRelaySiren.h"

#include <array>
#include <string>
#include <utility>

namespace menshen {

namespace {

constexpr std::uint8_t kWriteCoil = 0x05, kOn = 0xFF, kOff = 0x00;

} // namespace

ModbusRelaySiren::ModbusRelaySiren(RelayProfile profile, const ModbusLine &line, int channel)
    : m_profile(std::move(profile)), m_channel(channel), m_connection(line, m_profile.slave, m_profile.responseTimeout)
{
}

Result<void> ModbusRelaySiren::on() { return switchTo(true); }

Result<void> ModbusRelaySiren::off() { return switchTo(false); }

Result<void> ModbusRelaySiren::switchTo(bool on)
{
    if (m_channel < 0 || m_channel >= m_profile.channels) {
        return Error{ErrorCode::BadConfig, m_profile.id + ": channel " + std::to_string(m_channel) + " (0–" +
                                               std::to_string(m_profile.channels - 1) + " expected)"};
    }
    const int address = m_profile.coilBase + m_channel;
    const std::array<std::uint8_t, 5> request{kWriteCoil, static_cast<std::uint8_t>(address >> 8), static_cast<std::uint8_t>(address),
                                              on ? kOn : kOff, 0x00};
    const bool wasOpen = m_connection.isOpen();
    auto written = m_connection.write(request);
    if (!written && wasOpen && written.error().code == ErrorCode::DeviceUnavailable) {
        written = m_connection.write(request);
    }
    return written;
}

} // namespace menshen
