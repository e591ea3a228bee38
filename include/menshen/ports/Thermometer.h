// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"
#include "menshen/core/Temperature.h"
#include "menshen/ports/Clock.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace menshen {

/// An infrared thermometer. One thread (its worker's) owns it: construct, call and destroy it there.
class Thermometer {
public:
    virtual ~Thermometer() = default;

    /// Opens the line if it is closed and takes one sample. Blocks no longer than the line's timeout, one retry included.
    /// After any error the line is closed; the next call opens it anew. The caller decides how long to wait between.
    [[nodiscard]] virtual Result<ThermometerSample> read() = 0;

    /// Pause between two reads that this instrument wants.
    [[nodiscard]] virtual Micros interval() const = 0;
};

// ---- Modbus: a thermometer is data, not code -------------------------------------------------------------

enum class RegisterTable : std::uint8_t { Holding, Input, Discrete }; ///< functions 03, 04, 02
enum class RegisterType : std::uint8_t { Int16, UInt16, SignMagnitude16, Float32 };
/// Order of the bytes of a 32-bit value on the wire: Abcd is big-endian, high word first.
enum class ByteOrder : std::uint8_t { Abcd, Cdab, Badc, Dcba };

/// Where a quantity stands and how it is read: °C = raw · scale + offset.
struct RegisterField {
    RegisterTable table = RegisterTable::Holding;
    std::uint16_t address = 0; ///< 0-based
    RegisterType type = RegisterType::Int16;
    ByteOrder order = ByteOrder::Abcd;
    double scale = 0.1;
    double offset = 0.0;
};

/// One status bit and what its maker means by it.
struct StatusBit {
    int bit = 0;
    std::optional<SensorFault> fault; ///< absent: known, but no fault
    bool fahrenheit = false;          ///< set: the instrument answers in °F, the driver converts
};

/// Status: one 16-bit register, or `count` discrete inputs from `address` on.
struct StatusField {
    RegisterTable table = RegisterTable::Holding;
    std::uint16_t address = 0;
    int count = 1;
    std::vector<StatusBit> bits;
};

struct SerialLine {
    std::string device; ///< prefer /dev/serial/by-id/…
    int baud = 9600;
    char parity = 'N';
    int dataBits = 8;
    int stopBits = 1;
};

struct TcpLine {
    std::string host;
    std::uint16_t port = 502;
};

/// config/thermometers/*.toml: a new thermometer is a new file.
struct ThermometerProfile {
    std::string id;
    std::string name;
    int slave = 1;     ///< 1–247, or 255
    SerialLine serial; ///< defaults of the maker; `device` empty
    Micros responseTimeout = 500ms;
    RegisterField object;
    std::optional<RegisterField> rawObject; ///< shown by `menshenctl devices probe`
    std::optional<RegisterField> ambient;
    std::optional<StatusField> status;
    std::optional<RegisterField> emissivity; ///< value = raw · scale
};

/// Which of the two a thermometer (or relay) hangs on, and how often it is asked.
struct ModbusLine {
    std::optional<TcpLine> tcp;
    std::optional<SerialLine> serial; ///< exactly one of the two is set
    std::optional<int> slave;         ///< overrides the profile's
    std::optional<Micros> responseTimeout;
    Micros interval = 100ms;
};

} // namespace menshen
