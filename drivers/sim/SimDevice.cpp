// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/sim/SimDevice.h"

#include "drivers/modbus/RegisterCodec.h"

#include <utility>

namespace menshen {

namespace {

constexpr std::uint8_t kReadDiscrete = 0x02, kReadHolding = 0x03, kReadInput = 0x04, kWriteCoil = 0x05, kWriteRegisters = 0x10;
constexpr std::uint8_t kIllegalFunction = 1, kIllegalAddress = 2, kIllegalValue = 3;
constexpr std::uint8_t kExceptionFlag = 0x80;
constexpr std::size_t kShortRequest = 5; ///< function, address, count or value
constexpr int kMaxRegisters = 125, kMaxInputs = 2000;
constexpr int kRelayChannels = 8;
constexpr int kWavesharePulse = 0x0200;
constexpr int kLcTechPulse = 3, kLcTechStride = 5;
constexpr std::uint8_t kWaveshareSlave = 1, kLcTechSlave = 255;
constexpr double kEmissivity = 0.98; ///< of human skin

int wordAt(std::span<const std::uint8_t> bytes, std::size_t offset) { return (bytes[offset] << 8) | bytes[offset + 1]; }

Pdu exception(std::uint8_t function, std::uint8_t code) { return {static_cast<std::uint8_t>(function | kExceptionFlag), code}; }

Pdu echoed(std::span<const std::uint8_t> request) { return {request.begin(), request.begin() + kShortRequest}; }

} // namespace

SimDevice::SimDevice(ThermometerProfile profile, SimWorld &world, std::uint32_t seed)
    : m_profile(std::move(profile)), m_world(world), m_random(seed)
{
    sample();
}

bool SimDevice::listensTo(std::uint8_t slave) const noexcept
{
    return slave == m_profile.slave || slave == kWaveshareSlave || slave == kLcTechSlave;
}

Pdu SimDevice::answer(std::span<const std::uint8_t> request)
{
    if (request.empty()) {
        return {};
    }
    const std::uint8_t function = request.front();
    if (request.size() < kShortRequest) {
        return exception(function, kIllegalFunction);
    }
    sample();
    switch (function) {
    case kReadHolding:
        return readRegisters(RegisterTable::Holding, request);
    case kReadInput:
        return readRegisters(RegisterTable::Input, request);
    case kReadDiscrete:
        return readInputs(request);
    case kWriteCoil:
        return writeCoil(request);
    case kWriteRegisters:
        return writeRegisters(request);
    default:
        return exception(function, kIllegalFunction);
    }
}

Pdu SimDevice::readRegisters(RegisterTable table, std::span<const std::uint8_t> request)
{
    const int address = wordAt(request, 1);
    const int count = wordAt(request, 3);
    if (count < 1 || count > kMaxRegisters) {
        return exception(request.front(), kIllegalValue);
    }
    Pdu answer{request.front(), static_cast<std::uint8_t>(2 * count)};
    for (int i = 0; i < count; ++i) {
        const auto found = m_registers.find({table, address + i});
        if (found == m_registers.end()) {
            return exception(request.front(), kIllegalAddress);
        }
        answer.push_back(static_cast<std::uint8_t>(found->second >> 8));
        answer.push_back(static_cast<std::uint8_t>(found->second));
    }
    return answer;
}

Pdu SimDevice::readInputs(std::span<const std::uint8_t> request)
{
    const int address = wordAt(request, 1);
    const int count = wordAt(request, 3);
    if (count < 1 || count > kMaxInputs) {
        return exception(request.front(), kIllegalValue);
    }
    const auto bytes = static_cast<std::size_t>(count + 7) / 8;
    Pdu answer(2 + bytes, 0);
    answer[0] = request.front();
    answer[1] = static_cast<std::uint8_t>(bytes);
    for (int i = 0; i < count; ++i) {
        const auto found = m_registers.find({RegisterTable::Discrete, address + i});
        if (found == m_registers.end()) {
            return exception(request.front(), kIllegalAddress);
        }
        answer[2 + static_cast<std::size_t>(i) / 8] |= static_cast<std::uint8_t>(found->second << (i % 8));
    }
    return answer;
}

Pdu SimDevice::writeCoil(std::span<const std::uint8_t> request)
{
    const int address = wordAt(request, 1), value = wordAt(request, 3);
    if (address < kRelayChannels) { // the relay itself, on both boards
        if (value != 0 && value != 0xFF00) {
            return exception(request.front(), kIllegalValue);
        }
        m_world.switchRelay(address, value != 0);
        return echoed(request);
    }
    const int channel = address - kWavesharePulse;
    if (channel < 0 || channel >= kRelayChannels) {
        return exception(request.front(), kIllegalAddress);
    }
    if (value == 0 || value == 0xFF00) {
        return exception(request.front(), kIllegalValue);
    }
    m_world.countGatePulse();
    return echoed(request);
}

Pdu SimDevice::writeRegisters(std::span<const std::uint8_t> request)
{
    constexpr std::size_t kTwoWords = 10; // function, address, count, bytes, command, delay
    const int offset = wordAt(request, 1) - kLcTechPulse;
    if (offset < 0 || offset % kLcTechStride != 0 || offset / kLcTechStride >= kRelayChannels) {
        return exception(request.front(), kIllegalAddress);
    }
    if (request.size() != kTwoWords || wordAt(request, 3) != 2 || request[5] != 4) {
        return exception(request.front(), kIllegalValue);
    }
    const int command = wordAt(request, 6);
    if ((command != 2 && command != 4) || wordAt(request, 8) == 0) {
        return exception(request.front(), kIllegalValue);
    }
    m_world.countGatePulse();
    return echoed(request);
}

void SimDevice::sample()
{
    const SimScene scene = m_world.scene();
    if (scene.thermometerFault == ThermometerFault::StuckValue && !m_registers.empty()) {
        return;
    }
    std::normal_distribution<double> noise(0.0, scene.noise.degrees);
    const auto noisy = [&](Celsius value) { return scene.noise.degrees > 0 ? value.degrees + noise(m_random) : value.degrees; };
    const bool fahrenheit = m_profile.status && decodeStatus(*m_profile.status, scene.statusBits).fahrenheit;
    const auto unit = [&](double degrees) { return fahrenheit ? degrees * 1.8 + 32.0 : degrees; };

    const Celsius inFront = scene.forehead.value_or(scene.wall.value_or(scene.ambient));
    put(m_profile.object, unit(noisy(inFront)));
    if (m_profile.rawObject) {
        put(*m_profile.rawObject, unit(noisy(inFront)));
    }
    if (m_profile.ambient) {
        put(*m_profile.ambient, unit(noisy(scene.ambient)));
    }
    if (m_profile.emissivity) {
        put(*m_profile.emissivity, kEmissivity);
    }
    if (m_profile.status) {
        putStatus(*m_profile.status, scene.statusBits);
    }
}

void SimDevice::put(const RegisterField &field, double value)
{
    int address = field.address;
    for (const std::uint16_t word : encodeRegisters(field, value)) {
        m_registers[{field.table, address++}] = word;
    }
}

void SimDevice::putStatus(const StatusField &field, std::uint16_t bits)
{
    if (field.table != RegisterTable::Discrete) {
        m_registers[{field.table, field.address}] = bits;
        return;
    }
    for (int i = 0; i < field.count; ++i) {
        m_registers[{field.table, field.address + i}] = i < 16 ? static_cast<std::uint16_t>((bits >> i) & 1) : std::uint16_t{0};
    }
}

} // namespace menshen
