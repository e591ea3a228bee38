// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/modbus/ModbusRelayGate.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace menshen {

namespace {

constexpr std::uint8_t kWriteCoil = 0x05;
constexpr std::uint8_t kWriteRegisters = 0x10;
/// FF00 would switch the coil on for good.
constexpr double kLongestPulse = 0xFEFF;

void append(std::vector<std::uint8_t> &bytes, int word)
{
    bytes.push_back(static_cast<std::uint8_t>(word >> 8));
    bytes.push_back(static_cast<std::uint8_t>(word));
}

} // namespace

std::vector<std::uint8_t> pulseRequest(const RelayProfile &profile, int channel, Micros pulse)
{
    const double units = std::round(static_cast<double>(pulse.count()) / static_cast<double>(profile.pulseUnit.count()));
    const int length = static_cast<int>(std::clamp(units, 1.0, kLongestPulse));
    const int address = profile.pulseBase + profile.pulseStride * channel;
    std::vector<std::uint8_t> request;
    switch (profile.style) {
    case PulseStyle::CoilValue:
        request.push_back(kWriteCoil);
        append(request, address);
        append(request, length);
        break;
    case PulseStyle::RegisterPair:
        request.push_back(kWriteRegisters);
        append(request, address);
        append(request, 2);
        request.push_back(4);
        append(request, profile.pulseCommand);
        append(request, length);
        break;
    }
    return request;
}

ModbusRelayGate::ModbusRelayGate(RelayProfile profile, const ModbusLine &line, int channel, Micros pulse)
    : m_profile(std::move(profile)), m_channel(channel), m_request(pulseRequest(m_profile, channel, pulse)),
      m_connection(line, m_profile.slave, m_profile.responseTimeout)
{
}

Result<void> ModbusRelayGate::openOnce()
{
    if (m_channel < 0 || m_channel >= m_profile.channels) {
        return Error{ErrorCode::BadConfig, m_profile.id + ": channel " + std::to_string(m_channel) + " (0–" +
                                               std::to_string(m_profile.channels - 1) + " expected)"};
    }
    const bool wasOpen = m_connection.isOpen();
    auto written = m_connection.write(m_request);
    if (!written && wasOpen && written.error().code == ErrorCode::DeviceUnavailable) {
        written = m_connection.write(m_request);
    }
    return written;
}

} // namespace menshen
