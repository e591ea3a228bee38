// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/modbus/RegisterCodec.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <string>

namespace menshen {

namespace {

constexpr Celsius kLowestCredible{-50.0};
constexpr Celsius kHighestCredible{1000.0};
constexpr std::uint16_t kSignBit = 0x8000;

constexpr std::uint16_t swapped(std::uint16_t word) noexcept { return static_cast<std::uint16_t>((word << 8) | (word >> 8)); }

/// Two words off the wire to high and low word, and back: every order is its own inverse.
constexpr std::array<std::uint16_t, 2> reordered(std::array<std::uint16_t, 2> words, ByteOrder order) noexcept
{
    switch (order) {
    case ByteOrder::Abcd:
        break;
    case ByteOrder::Cdab:
        return {words[1], words[0]};
    case ByteOrder::Badc:
        return {swapped(words[0]), swapped(words[1])};
    case ByteOrder::Dcba:
        return {swapped(words[1]), swapped(words[0])};
    }
    return words;
}

double floatFrom(std::uint16_t first, std::uint16_t second, ByteOrder order) noexcept
{
    const auto [high, low] = reordered({first, second}, order);
    return static_cast<double>(std::bit_cast<float>((static_cast<std::uint32_t>(high) << 16) | low));
}

std::vector<std::uint16_t> wordsOfFloat(double raw, ByteOrder order)
{
    const auto bits = std::bit_cast<std::uint32_t>(static_cast<float>(raw));
    const auto words = reordered({static_cast<std::uint16_t>(bits >> 16), static_cast<std::uint16_t>(bits)}, order);
    return {words.begin(), words.end()};
}

double rawOf(const RegisterField &field, std::span<const std::uint16_t> words) noexcept
{
    const std::uint16_t word = words.front();
    switch (field.type) {
    case RegisterType::Int16:
        return static_cast<std::int16_t>(word);
    case RegisterType::UInt16:
        return word;
    case RegisterType::SignMagnitude16:
        return (word & kSignBit) != 0 ? -(word & ~kSignBit) : word;
    case RegisterType::Float32:
        return floatFrom(words[0], words[1], field.order);
    }
    return std::numeric_limits<double>::quiet_NaN();
}

std::uint16_t wordOfInteger(RegisterType type, double raw) noexcept
{
    if (type == RegisterType::UInt16) {
        return static_cast<std::uint16_t>(std::clamp(raw, 0.0, 65535.0));
    }
    if (type == RegisterType::SignMagnitude16) {
        const auto magnitude = static_cast<std::uint16_t>(std::clamp(std::abs(raw), 0.0, 32767.0));
        return raw < 0 ? magnitude | kSignBit : magnitude;
    }
    return static_cast<std::uint16_t>(static_cast<std::int16_t>(std::clamp(raw, -32768.0, 32767.0)));
}

} // namespace

Result<double> decodeRegisters(const RegisterField &field, std::span<const std::uint16_t> words)
{
    if (std::cmp_less(words.size(), registerCount(field.type))) {
        return Error{ErrorCode::DeviceProtocol, "register " + std::to_string(field.address) + ": the answer is too short"};
    }
    const double value = rawOf(field, words) * field.scale + field.offset;
    if (!std::isfinite(value)) {
        return Error{ErrorCode::DeviceProtocol, "register " + std::to_string(field.address) + ": not a number"};
    }
    return value;
}

std::vector<std::uint16_t> encodeRegisters(const RegisterField &field, double value)
{
    const double raw = (value - field.offset) / field.scale;
    if (field.type == RegisterType::Float32) {
        return wordsOfFloat(raw, field.order);
    }
    return {wordOfInteger(field.type, std::round(raw))};
}

StatusReading decodeStatus(const StatusField &field, std::uint32_t bits)
{
    StatusReading reading;
    for (const StatusBit &known : field.bits) {
        if (known.bit < 0 || known.bit > 31 || ((bits >> known.bit) & 1U) == 0) {
            continue;
        }
        reading.fahrenheit = reading.fahrenheit || known.fahrenheit;
        if (known.fault && std::ranges::find(reading.faults, *known.fault) == reading.faults.end()) {
            reading.faults.push_back(*known.fault);
        }
    }
    return reading;
}

Result<Celsius> toTemperature(double value, bool fahrenheit, std::string_view name)
{
    const Celsius temperature{fahrenheit ? celsiusFromFahrenheit(value) : value};
    // Negated so that a NaN fails as well.
    if (!(temperature >= kLowestCredible && temperature <= kHighestCredible)) {
        return Error{ErrorCode::DeviceProtocol, std::string{name} + ": " + std::to_string(temperature.degrees) +
                                                    " °C is no temperature of this world (−50…1000 expected)"};
    }
    return temperature;
}

} // namespace menshen
