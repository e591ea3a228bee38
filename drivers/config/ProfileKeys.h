// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/config/TomlReader.h"
#include "menshen/ports/Thermometer.h"

namespace menshen {

// Keys that a profile brings and station.toml may override.

inline constexpr Range<std::int64_t> kResponseTimeoutMs{10, 5000};

/// `slave`: 1–247, or 255.
void readSlave(Section &section, int &slave);
/// `baud`, `parity`, `data_bits`, `stop_bits`.
void readSerialKeys(Section &section, SerialLine &line);

} // namespace menshen
