// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"
#include "menshen/ports/Thermometer.h"

namespace menshen {

/// The turnstile or door. One thread (its worker's) owns it.
class Gate {
public:
    virtual ~Gate() = default;
    /// Lets one person through: a pulse that the board itself times, so a crash cannot hold the gate open.
    [[nodiscard]] virtual Result<void> openOnce() = 0;
};

enum class PulseStyle : std::uint8_t {
    CoilValue,   ///< function 05, address pulseBase+channel, value = n × pulseUnit (Waveshare)
    RegisterPair ///< function 16 at pulseBase+pulseStride·channel, words {command, n × pulseUnit} (LC-Tech)
};

/// config/relays/*.toml
struct RelayProfile {
    std::string id;
    std::string name;
    int slave = 1;
    SerialLine serial;
    Micros responseTimeout = 500ms;
    int channels = 8;
    PulseStyle style = PulseStyle::CoilValue;
    std::uint16_t pulseBase = 0x0200;
    std::uint16_t pulseStride = 1;
    Micros pulseUnit = 100ms;
    std::uint16_t pulseCommand = 2; ///< first word of RegisterPair
    std::uint16_t coilBase = 0;     ///< of the plain coils that switch on and off (function 05): base + channel
};

} // namespace menshen
