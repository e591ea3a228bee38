// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"
#include "menshen/core/Units.h"
#include "menshen/ports/Thermometer.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

struct _modbus;

namespace menshen {

/// A Modbus master on one line, with a libmodbus context that lives no longer than its first error.
///
/// There is no automatic recovery: any error or short reply closes and frees the context, the next request opens a new
/// one. After a timeout on a serial line nothing is sent for one more timeout, since a late answer would be taken for the
/// next one's (RTU has no transaction id); what arrived meanwhile is thrown away.
///
/// Each request blocks no longer than one timeout, the first one after an error also for connecting (one timeout) and the
/// silence. One thread owns the object.
class ModbusConnection {
public:
    /// `line.tcp` or `line.serial` is set. `slave` and `timeout` are used where the line has none of its own.
    ModbusConnection(const ModbusLine &line, int slave, Micros timeout);
    ~ModbusConnection();
    ModbusConnection(const ModbusConnection &) = delete;
    ModbusConnection &operator=(const ModbusConnection &) = delete;

    /// Functions 03 and 04. `table` is not Discrete.
    [[nodiscard]] Result<std::vector<std::uint16_t>> readRegisters(RegisterTable table, int address, int count);
    /// Function 02; one element for each input, 0 or 1.
    [[nodiscard]] Result<std::vector<std::uint8_t>> readDiscreteInputs(int address, int count);
    /// A request of function 05 or 16, as PDU (function code first), whose answer repeats its first five bytes.
    [[nodiscard]] Result<void> write(std::span<const std::uint8_t> pdu);

    [[nodiscard]] bool isOpen() const noexcept { return m_context != nullptr; }
    /// For a caller that got nonsense in a well-formed answer.
    void close() noexcept;

private:
    struct FreeContext {
        void operator()(_modbus *context) const noexcept;
    };
    using Pdu = std::vector<std::uint8_t>;

    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<void> openTcp();
    [[nodiscard]] Result<void> openSerial();
    [[nodiscard]] Result<void> prepare();
    void waitOutSilence() const;
    [[nodiscard]] bool needsRawRequests() const noexcept;
    [[nodiscard]] Result<Pdu> exchangeRaw(std::span<const std::uint8_t> pdu, std::size_t answerLength);
    [[nodiscard]] Result<Pdu> readRaw(std::uint8_t function, int address, int count, std::size_t dataBytes);
    [[nodiscard]] Result<Pdu> pduOf(std::span<const std::uint8_t> adu, std::uint8_t function, std::size_t answerLength) const;
    /// Closes the line and says what errno or `detail` tells.
    [[nodiscard]] Error fail(const std::string &action, int failure);
    [[nodiscard]] Error failProtocol(const std::string &detail);

    ModbusLine m_line;
    int m_slave;
    Micros m_timeout;
    std::string m_name; ///< of the line, for the log
    std::unique_ptr<_modbus, FreeContext> m_context;
    std::chrono::steady_clock::time_point m_silentUntil{};
};

} // namespace menshen
