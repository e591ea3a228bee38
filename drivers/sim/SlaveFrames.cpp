// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/sim/SlaveFrames.h"

#include <utility>

namespace menshen {

namespace {

constexpr std::size_t kTcpPrefix = 6; ///< transaction, protocol, length
constexpr std::size_t kChecksum = 2;
constexpr std::uint8_t kDeviceFailure = 4;

void append(std::vector<std::uint8_t> &bytes, std::size_t word)
{
    bytes.push_back(static_cast<std::uint8_t>(word >> 8));
    bytes.push_back(static_cast<std::uint8_t>(word));
}

std::optional<SlaveRequest> takeTcp(std::vector<std::uint8_t> &arrived)
{
    if (arrived.size() < kTcpPrefix) {
        return std::nullopt;
    }
    const auto length = static_cast<std::size_t>((arrived[4] << 8) | arrived[5]);
    if (arrived[2] != 0 || arrived[3] != 0 || length < 2 || length > 254) {
        arrived.clear();
        return std::nullopt;
    }
    if (arrived.size() < kTcpPrefix + length) {
        return std::nullopt;
    }
    const auto end = arrived.begin() + static_cast<std::ptrdiff_t>(kTcpPrefix + length);
    SlaveRequest request{static_cast<std::uint16_t>((arrived[0] << 8) | arrived[1]), arrived[kTcpPrefix], {}};
    request.pdu.assign(arrived.begin() + kTcpPrefix + 1, end);
    arrived.erase(arrived.begin(), end);
    return request;
}

/// Absent while it can't be told yet; 0 for a function that nobody here knows.
std::optional<std::size_t> rtuLength(const std::vector<std::uint8_t> &arrived)
{
    if (arrived.size() < 2) {
        return std::nullopt;
    }
    if (arrived[1] >= 1 && arrived[1] <= 6) {
        return 8;
    }
    if (arrived[1] != 0x0F && arrived[1] != 0x10) {
        return 0;
    }
    return arrived.size() < 7 ? std::nullopt : std::optional<std::size_t>{7U + arrived[6] + kChecksum};
}

std::optional<SlaveRequest> takeRtu(std::vector<std::uint8_t> &arrived)
{
    const auto length = rtuLength(arrived);
    if (!length || (*length != 0 && arrived.size() < *length)) {
        return std::nullopt;
    }
    const std::size_t body = *length == 0 ? 0 : *length - kChecksum;
    const std::uint16_t sum = rtuChecksum(std::span{arrived}.first(body));
    if (body == 0 || arrived[body] != (sum & 0xFF) || arrived[body + 1] != (sum >> 8)) {
        arrived.clear();
        return std::nullopt;
    }
    SlaveRequest request{0, arrived[0], {}};
    request.pdu.assign(arrived.begin() + 1, arrived.begin() + static_cast<std::ptrdiff_t>(body));
    arrived.erase(arrived.begin(), arrived.begin() + static_cast<std::ptrdiff_t>(*length));
    return request;
}

std::vector<std::uint8_t> wrapped(SlaveLine line, std::uint16_t transaction, std::uint8_t slave, const Pdu &pdu)
{
    std::vector<std::uint8_t> frame;
    if (line == SlaveLine::Tcp) {
        append(frame, transaction);
        append(frame, 0);
        append(frame, pdu.size() + 1);
    }
    frame.push_back(slave);
    frame.insert(frame.end(), pdu.begin(), pdu.end());
    if (line == SlaveLine::Rtu) {
        const std::uint16_t sum = rtuChecksum(frame);
        frame.push_back(static_cast<std::uint8_t>(sum));
        frame.push_back(static_cast<std::uint8_t>(sum >> 8));
    }
    return frame;
}

} // namespace

std::uint16_t rtuChecksum(std::span<const std::uint8_t> bytes) noexcept
{
    std::uint16_t sum = 0xFFFF;
    for (const std::uint8_t byte : bytes) {
        sum ^= byte;
        for (int bit = 0; bit < 8; ++bit) {
            sum = static_cast<std::uint16_t>((sum & 1U) != 0 ? (sum >> 1) ^ 0xA001 : sum >> 1);
        }
    }
    return sum;
}

std::optional<SlaveRequest> takeRequest(SlaveLine line, std::vector<std::uint8_t> &arrived)
{
    return line == SlaveLine::Tcp ? takeTcp(arrived) : takeRtu(arrived);
}

std::vector<std::uint8_t> answerFrame(SlaveLine line, const SlaveRequest &request, Pdu answer, ThermometerFault fault)
{
    std::uint16_t transaction = request.transaction;
    std::uint8_t slave = request.slave;
    if (fault == ThermometerFault::Silence || fault == ThermometerFault::Disconnect) {
        return {};
    }
    if (fault == ThermometerFault::ExceptionCode) {
        answer = {static_cast<std::uint8_t>(request.pdu.front() | 0x80), kDeviceFailure};
    }
    if (fault == ThermometerFault::WrongTransactionId) {
        ++transaction;
        slave = line == SlaveLine::Rtu ? static_cast<std::uint8_t>(slave + 1) : slave;
    }
    auto frame = wrapped(line, transaction, slave, answer);
    if (fault == ThermometerFault::HalfFrame) {
        frame.resize(frame.size() / 2);
    }
    if (fault == ThermometerFault::Garbage) {
        for (std::uint8_t &byte : frame) {
            byte = static_cast<std::uint8_t>(~byte);
        }
    }
    return frame;
}

} // namespace menshen
