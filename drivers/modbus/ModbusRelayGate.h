// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/modbus/ModbusConnection.h"
#include "menshen/ports/Gate.h"

#include <cstdint>
#include <vector>

namespace menshen {

/// The request (function code first) that lets the board itself time a pulse on `channel` (0-based). The pulse is rounded
/// to the board's unit, at least one.
[[nodiscard]] std::vector<std::uint8_t> pulseRequest(const RelayProfile &profile, int channel, Micros pulse);

/// A gate on a channel of a relay board, on a serial line (RTU) or behind a gateway (TCP).
class ModbusRelayGate final : public Gate {
public:
    /// Opens nothing yet. `channel` is 0-based.
    ModbusRelayGate(RelayProfile profile, const ModbusLine &line, int channel, Micros pulse);

    /// BadConfig when the board has no such channel. Once more on a fresh line when the old one turns out to be dead:
    /// gateways drop connections that were idle. A second pulse does no harm, the first one never arrived.
    [[nodiscard]] Result<void> openOnce() override;

private:
    RelayProfile m_profile;
    int m_channel;
    std::vector<std::uint8_t> m_request;
    ModbusConnection m_connection;
};

} // namespace menshen
