// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/modbus/RegisterImage.h"

#include "tests/drivers/modbus/ShippedProfiles.h"

#include <gmock/gmock.h>

namespace menshen {
namespace {

using test::shippedThermometer;
using testing::DoubleNear;
using testing::ElementsAre;

RegisterImage raytekImage(std::vector<std::uint16_t> object, std::vector<std::uint16_t> ambient, std::vector<std::uint16_t> inputs)
{
    RegisterImage image;
    image.add({RegisterTable::Input, 1080, 2}, std::move(object));
    image.add({RegisterTable::Input, 1090, 2}, std::move(ambient));
    image.add({RegisterTable::Discrete, 1005, 8}, std::move(inputs));
    return image;
}

TEST(RegisterImage, AMissingRegisterIsAProtocolError)
{
    RegisterImage image;
    image.add({RegisterTable::Input, 1080, 2}, {0x4212, 0x6666});
    EXPECT_EQ(sampleOf(image, shippedThermometer("raytek-mi3")).error().code, ErrorCode::DeviceProtocol);
}

TEST(RegisterImage, AnAmbientValueOfNonsenseSpoilsTheSample)
{
    const auto image = raytekImage({0x4212, 0x6666}, {0x7FC0, 0}, {0, 0, 0, 0, 0, 0, 0, 0});
    EXPECT_EQ(sampleOf(image, shippedThermometer("raytek-mi3")).error().code, ErrorCode::DeviceProtocol);
}

TEST(RegisterImage, BothTemperaturesAreInFahrenheitWhenTheInstrumentSaysSo)
{
    // 98.6f is 0x42C53333, 73.4f is 0x4292CCCD.
    const auto image = raytekImage({0x42C5, 0x3333}, {0x4292, 0xCCCD}, {1, 0, 1, 0, 0, 0, 0, 0});
    const auto sample = sampleOf(image, shippedThermometer("raytek-mi3"));
    ASSERT_TRUE(sample) << sample.error().detail;
    EXPECT_THAT(sample->object.degrees, DoubleNear(37.0, 1e-4));
    EXPECT_THAT(sample->ambient->degrees, DoubleNear(23.0, 1e-4));
    EXPECT_THAT(sample->faults, ElementsAre(SensorFault::AmbientOutOfRange));
}

TEST(RegisterImage, StatusBitsOfARegisterAreItsBits)
{
    RegisterImage image;
    image.add({RegisterTable::Holding, 0x0E, 4}, {366, 370, 230, 0b10010});
    const auto sample = sampleOf(image, shippedThermometer("omega-os-miniusb"));
    ASSERT_TRUE(sample) << sample.error().detail;
    EXPECT_THAT(sample->object.degrees, DoubleNear(36.6, 1e-9));
    EXPECT_THAT(sample->ambient->degrees, DoubleNear(23.0, 1e-9));
    EXPECT_THAT(sample->faults, ElementsAre(SensorFault::AmbientLow, SensorFault::ObjectHigh));
}

} // namespace
} // namespace menshen
