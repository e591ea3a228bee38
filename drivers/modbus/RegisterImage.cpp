// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/modbus/RegisterImage.h"

#include "drivers/modbus/RegisterCodec.h"

namespace menshen {

std::span<const std::uint16_t> RegisterImage::words(RegisterTable table, int address, int count) const
{
    for (const auto &[block, words] : m_parts) {
        const auto offset = static_cast<std::size_t>(address - block.address);
        const auto size = static_cast<std::size_t>(count);
        if (block.contains(table, address, count) && offset + size <= words.size()) {
            return std::span{words}.subspan(offset, size);
        }
    }
    return {};
}

Result<double> RegisterImage::value(const RegisterField &field) const
{
    return decodeRegisters(field, words(field.table, field.address, registerCount(field.type)));
}

std::uint32_t RegisterImage::statusBits(const StatusField &field) const
{
    const unsigned width = field.table == RegisterTable::Discrete ? 1 : 16;
    std::uint32_t bits = 0;
    unsigned shift = 0;
    for (const std::uint16_t word : words(field.table, field.address, field.count)) {
        if (shift < 32) {
            bits |= static_cast<std::uint32_t>(word) << shift;
        }
        shift += width;
    }
    return bits;
}

Result<ThermometerSample> sampleOf(const RegisterImage &image, const ThermometerProfile &profile)
{
    const StatusReading status = profile.status ? decodeStatus(*profile.status, image.statusBits(*profile.status)) : StatusReading{};
    const auto temperature = [&](const RegisterField &field, std::string_view name) -> Result<Celsius> {
        const auto value = image.value(field);
        return value ? toTemperature(*value, status.fahrenheit, name) : Result<Celsius>{value.error()};
    };
    const auto object = temperature(profile.object, "object");
    if (!object) {
        return object.error();
    }
    ThermometerSample sample;
    sample.object = *object;
    sample.faults = status.faults;
    if (profile.ambient) {
        const auto ambient = temperature(*profile.ambient, "ambient");
        if (!ambient) {
            return ambient.error();
        }
        sample.ambient = *ambient;
    }
    return sample;
}

} // namespace menshen
