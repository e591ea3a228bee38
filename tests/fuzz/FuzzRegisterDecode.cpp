// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a slave puts into its registers, a sample is either credible or an error.
#include "drivers/modbus/RegisterCodec.h"
#include "drivers/modbus/RegisterImage.h"

#include <cmath>
#include <cstdlib>

namespace {

using namespace menshen;

/// Takes the profile's choices from the first bytes; what is left are registers.
class Bytes {
public:
    Bytes(const std::uint8_t *data, std::size_t size) : m_data(data), m_size(size) {}
    std::uint8_t next() { return m_size == 0 ? std::uint8_t{0} : (--m_size, *m_data++); }
    [[nodiscard]] bool empty() const { return m_size == 0; }

private:
    const std::uint8_t *m_data;
    std::size_t m_size;
};

RegisterField fieldFrom(Bytes &bytes)
{
    RegisterField field;
    field.address = bytes.next();
    field.type = static_cast<RegisterType>(bytes.next() % 4);
    field.order = static_cast<ByteOrder>(bytes.next() % 4);
    field.scale = static_cast<std::int8_t>(bytes.next()) / 10.0;
    return field;
}

ThermometerProfile profileFrom(Bytes &bytes)
{
    ThermometerProfile profile;
    profile.object = fieldFrom(bytes);
    if ((bytes.next() & 1) != 0) {
        profile.ambient = fieldFrom(bytes);
    }
    StatusField status;
    status.address = bytes.next();
    status.count = bytes.next() % 20;
    for (int bits = bytes.next() % 8; bits > 0; --bits) {
        status.bits.push_back(
            {static_cast<std::int8_t>(bytes.next()), static_cast<SensorFault>(bytes.next() % 9), (bytes.next() & 1) != 0});
    }
    profile.status = status;
    return profile;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Bytes bytes(data, size);
    const ThermometerProfile profile = profileFrom(bytes);
    RegisterImage image;
    for (const RegisterBlock &block : readPlan(profile, ReadScope::Everything)) {
        std::vector<std::uint16_t> words;
        while (!bytes.empty() && std::cmp_less(words.size(), block.count)) {
            const auto high = static_cast<unsigned>(bytes.next());
            words.push_back(static_cast<std::uint16_t>((high << 8) | bytes.next()));
        }
        image.add(block, std::move(words));
    }
    const auto sample = sampleOf(image, profile);
    const auto credible = [](Celsius value) { return std::isfinite(value.degrees) && value.degrees >= -50.0 && value.degrees <= 1000.0; };
    if (sample && (!credible(sample->object) || (sample->ambient && !credible(*sample->ambient)))) {
        std::abort();
    }
    return 0;
}
