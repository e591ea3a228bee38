// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/modbus/ModbusConnection.h"

#include "drivers/modbus/TcpConnect.h"

#include <modbus/modbus.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <poll.h>
#include <string>
#include <unistd.h>
#include <utility>

namespace menshen {

namespace {

constexpr std::uint8_t kReadHolding = 0x03;
constexpr std::uint8_t kReadInput = 0x04;
constexpr std::uint8_t kReadDiscrete = 0x02;
constexpr std::uint8_t kExceptionFlag = 0x80;
constexpr int kLargestPlainSlave = 247;
constexpr std::size_t kTcpHeader = 7; ///< transaction, protocol, length, unit
constexpr std::size_t kRtuHeader = 1; ///< slave
constexpr std::size_t kCrcBytes = 2;
constexpr std::size_t kEchoedBytes = 5; ///< function, address, value or quantity

std::uint8_t highByte(int value) noexcept { return static_cast<std::uint8_t>(value >> 8); }
std::uint8_t lowByte(int value) noexcept { return static_cast<std::uint8_t>(value); }

std::uint16_t crcOf(std::span<const std::uint8_t> bytes) noexcept
{
    std::uint16_t crc = 0xFFFF;
    for (const std::uint8_t byte : bytes) {
        crc ^= byte;
        for (int bit = 0; bit < 8; ++bit) {
            crc = static_cast<std::uint16_t>((crc & 1U) != 0 ? (crc >> 1) ^ 0xA001 : crc >> 1);
        }
    }
    return crc;
}

bool hasRightCrc(std::span<const std::uint8_t> frame) noexcept
{
    const auto body = frame.first(frame.size() - kCrcBytes);
    const std::uint16_t crc = crcOf(body);
    return frame[body.size()] == lowByte(crc) && frame[body.size() + 1] == highByte(crc);
}

/// The slave itself said no, in a well-formed answer.
bool isException(int failure) noexcept { return failure >= EMBXILFUN && failure <= EMBXGTAR; }

ErrorCode codeOf(int failure) noexcept
{
    if (failure == ETIMEDOUT || failure == EMBXGTAR) {
        return ErrorCode::DeviceTimeout;
    }
    return failure > MODBUS_ENOBASE ? ErrorCode::DeviceProtocol : ErrorCode::DeviceUnavailable;
}

std::string nameOf(const ModbusLine &line)
{
    if (line.tcp) {
        return line.tcp->host + ":" + std::to_string(line.tcp->port);
    }
    return line.serial ? line.serial->device : std::string{"no line"};
}

} // namespace

void ModbusConnection::FreeContext::operator()(_modbus *context) const noexcept
{
    modbus_close(context);
    modbus_free(context);
}

ModbusConnection::ModbusConnection(const ModbusLine &line, int slave, Micros timeout)
    : m_line(line), m_slave(line.slave.value_or(slave)), m_timeout(line.responseTimeout.value_or(timeout)), m_name(nameOf(line))
{
}

ModbusConnection::~ModbusConnection() = default;

Result<std::vector<std::uint16_t>> ModbusConnection::readRegisters(RegisterTable table, int address, int count)
{
    const bool input = table == RegisterTable::Input;
    if (auto ready = prepare(); !ready) {
        return ready.error();
    }
    std::vector<std::uint16_t> words(static_cast<std::size_t>(count));
    if (needsRawRequests()) {
        const auto bytes = readRaw(input ? kReadInput : kReadHolding, address, count, words.size() * 2);
        if (!bytes) {
            return bytes.error();
        }
        for (std::size_t i = 0; i < words.size(); ++i) {
            words[i] = static_cast<std::uint16_t>(((*bytes)[2 * i] << 8) | (*bytes)[2 * i + 1]);
        }
        return words;
    }
    const auto read = input ? modbus_read_input_registers : modbus_read_registers;
    const int got = read(m_context.get(), address, count, words.data());
    if (got == count) {
        return words;
    }
    return got == -1 ? fail("read", errno) : failProtocol("a short answer");
}

Result<std::vector<std::uint8_t>> ModbusConnection::readDiscreteInputs(int address, int count)
{
    if (auto ready = prepare(); !ready) {
        return ready.error();
    }
    std::vector<std::uint8_t> inputs(static_cast<std::size_t>(count));
    if (needsRawRequests()) {
        const auto bytes = readRaw(kReadDiscrete, address, count, (inputs.size() + 7) / 8);
        if (!bytes) {
            return bytes.error();
        }
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            inputs[i] = static_cast<std::uint8_t>(((*bytes)[i / 8] >> (i % 8)) & 1U);
        }
        return inputs;
    }
    const int got = modbus_read_input_bits(m_context.get(), address, count, inputs.data());
    if (got == count) {
        return inputs;
    }
    return got == -1 ? fail("read", errno) : failProtocol("a short answer");
}

Result<void> ModbusConnection::write(std::span<const std::uint8_t> pdu)
{
    if (auto ready = prepare(); !ready) {
        return ready.error();
    }
    const auto answer = exchangeRaw(pdu, kEchoedBytes);
    if (!answer) {
        return answer.error();
    }
    if (!std::ranges::equal(*answer, pdu.first(kEchoedBytes))) {
        return failProtocol("the answer does not repeat the request");
    }
    return {};
}

/// Opens the line where needed and throws away what still stands in its buffers.
Result<void> ModbusConnection::prepare()
{
    if (!m_context) {
        if (auto opened = open(); !opened) {
            return opened;
        }
    }
    return modbus_flush(m_context.get()) == -1 ? Result<void>{fail("flush", errno)} : Result<void>{};
}

Result<void> ModbusConnection::open()
{
    if (m_line.tcp) {
        if (auto opened = openTcp(); !opened) {
            return opened;
        }
    } else if (m_line.serial) {
        if (auto opened = openSerial(); !opened) {
            return opened;
        }
    } else {
        return Error{ErrorCode::BadConfig, "a Modbus line needs either an address or a serial device"};
    }
    modbus_set_error_recovery(m_context.get(), MODBUS_ERROR_RECOVERY_NONE);
    const auto micros = m_timeout.count();
    modbus_set_response_timeout(m_context.get(), static_cast<std::uint32_t>(micros / 1'000'000),
                                static_cast<std::uint32_t>(micros % 1'000'000));
    // Without a timeout of its own for each byte the response timeout covers the whole answer: a slave that drips one byte
    // at a time can't hold the thread.
    modbus_set_byte_timeout(m_context.get(), 0, 0);
    if (!needsRawRequests() && modbus_set_slave(m_context.get(), m_slave) == -1) {
        close();
        return Error{ErrorCode::BadConfig, m_name + ": slave " + std::to_string(m_slave) + " (1–247, or 255, expected)"};
    }
    waitOutSilence();
    return {};
}

Result<void> ModbusConnection::openTcp()
{
    const auto socket = connectTcp(*m_line.tcp, m_timeout);
    if (!socket) {
        return socket.error();
    }
    // The context never connects by itself: the address it is given says nothing.
    m_context.reset(modbus_new_tcp("127.0.0.1", m_line.tcp->port));
    if (!m_context) {
        ::close(*socket);
        return fail("context", errno);
    }
    modbus_set_socket(m_context.get(), *socket);
    return {};
}

Result<void> ModbusConnection::openSerial()
{
    const SerialLine &serial = *m_line.serial;
    m_context.reset(modbus_new_rtu(serial.device.c_str(), serial.baud, serial.parity, serial.dataBits, serial.stopBits));
    if (!m_context) {
        return fail("context", errno);
    }
    if (modbus_connect(m_context.get()) == -1) {
        return fail("open", errno);
    }
    if (modbus_get_socket(m_context.get()) >= kFirstUnusableDescriptor) {
        return fail("too many files are open for libmodbus", EMFILE);
    }
    return {};
}

void ModbusConnection::waitOutSilence() const
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_silentUntil - std::chrono::steady_clock::now());
    if (left.count() > 0) {
        poll(nullptr, 0, static_cast<int>(left.count()));
    }
}

/// libmodbus 3.1.6 refuses slave 255 on a serial line (MODBUS_QUIRK_MAX_SLAVE came later) but sends what it is given raw.
bool ModbusConnection::needsRawRequests() const noexcept { return m_line.serial && m_slave > kLargestPlainSlave; }

Result<ModbusConnection::Pdu> ModbusConnection::readRaw(std::uint8_t function, int address, int count, std::size_t dataBytes)
{
    const std::array<std::uint8_t, 5> request{function, highByte(address), lowByte(address), highByte(count), lowByte(count)};
    auto answer = exchangeRaw(request, 2 + dataBytes);
    if (!answer) {
        return answer;
    }
    if ((*answer)[1] != dataBytes) {
        return failProtocol("a short answer");
    }
    answer->erase(answer->begin(), answer->begin() + 2);
    return answer;
}

/// The answer's PDU: function, then `answerLength - 1` bytes.
Result<ModbusConnection::Pdu> ModbusConnection::exchangeRaw(std::span<const std::uint8_t> pdu, std::size_t answerLength)
{
    std::vector<std::uint8_t> request{static_cast<std::uint8_t>(m_slave)};
    request.insert(request.end(), pdu.begin(), pdu.end());
    if (modbus_send_raw_request(m_context.get(), request.data(), static_cast<int>(request.size())) == -1) {
        return fail("write", errno);
    }
    std::array<std::uint8_t, MODBUS_TCP_MAX_ADU_LENGTH> adu{};
    // On a serial line libmodbus returns 0 and an unchecked frame for a slave that it was not told of (255):
    // hence the length comes from the frame and everything is checked here.
    if (modbus_receive_confirmation(m_context.get(), adu.data()) == -1) {
        return fail("read", errno);
    }
    auto answer = pduOf(adu, pdu.front(), answerLength);
    if (!answer) {
        return failProtocol(answer.error().detail);
    }
    if (answer->front() == (pdu.front() | kExceptionFlag)) {
        return fail("the slave refused", MODBUS_ENOBASE + (*answer)[1]);
    }
    return answer;
}

Result<ModbusConnection::Pdu> ModbusConnection::pduOf(std::span<const std::uint8_t> adu, std::uint8_t function,
                                                      std::size_t answerLength) const
{
    const std::size_t header = m_line.tcp ? kTcpHeader : kRtuHeader;
    const std::size_t length = adu[header] == (function | kExceptionFlag) ? 2 : answerLength;
    const auto protocolError = [](const char *detail) { return Error{ErrorCode::DeviceProtocol, detail}; };
    if ((adu[header] & ~kExceptionFlag) != function) {
        return protocolError("an answer to something else");
    }
    if (adu[header - 1] != m_slave) {
        return protocolError("an answer of another slave");
    }
    // libmodbus sends raw requests under transaction 0.
    if (m_line.tcp && (adu[0] != 0 || adu[1] != 0)) {
        return protocolError("an answer to another transaction");
    }
    if (m_line.serial && !hasRightCrc(adu.first(header + length + kCrcBytes))) {
        return protocolError("wrong CRC");
    }
    const auto pdu = adu.subspan(header, length);
    return Pdu{pdu.begin(), pdu.end()};
}

Error ModbusConnection::fail(const std::string &action, int failure)
{
    if (m_line.serial && !isException(failure)) {
        m_silentUntil = std::chrono::steady_clock::now() + m_timeout;
    }
    close();
    return Error{codeOf(failure), m_name + ": " + action + ": " + modbus_strerror(failure)};
}

Error ModbusConnection::failProtocol(const std::string &detail) { return fail(detail, EMBBADDATA); }

void ModbusConnection::close() noexcept { m_context.reset(); }

} // namespace menshen
