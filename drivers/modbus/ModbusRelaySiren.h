// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/modbus/ModbusConnection.h"
#include "menshen/ports/Gate.h"
#include "menshen/ports/Siren.h"

namespace menshen {

/// A siren or a lamp on a channel of a relay board, switched by function 05 at the profile's coil base + channel.
class ModbusRelaySiren final : public Siren {
public:
    /// Opens nothing yet. `channel` is 0-based.
    ModbusRelaySiren(RelayProfile profile, const ModbusLine &line, int channel);

    // BadConfig when the board has no such channel. Once more on a fresh line when the old one turns out to be dead.
    [[nodiscard]] Result<void> on() override;
    [[nodiscard]] Result<void> off() override;

private:
    [[nodiscard]] Result<void> switchTo(bool on);

    RelayProfile m_profile;
    int m_channel;
    ModbusConnection m_connection;
};

} // namespace menshen
