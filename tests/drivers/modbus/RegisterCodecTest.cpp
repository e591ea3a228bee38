// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/modbus/RegisterCodec.h"

#include <gmock/gmock.h>

#include <bit>
#include <cmath>
#include <limits>

namespace menshen {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::IsEmpty;
using Words = std::vector<std::uint16_t>;

RegisterField field(RegisterType type, double scale, ByteOrder order = ByteOrder::Abcd)
{
    return {RegisterTable::Holding, 7, type, order, scale, 0.0};
}

double decoded(const RegisterField &f, const Words &words)
{
    const auto value = decodeRegisters(f, words);
    EXPECT_TRUE(value) << value.error().detail;
    return value ? *value : std::numeric_limits<double>::quiet_NaN();
}

TEST(RegisterCodec, RefusesAnAnswerThatIsTooShort)
{
    EXPECT_EQ(decodeRegisters(field(RegisterType::Float32, 1.0), Words{0x4212}).error().code, ErrorCode::DeviceProtocol);
    EXPECT_EQ(decodeRegisters(field(RegisterType::Int16, 0.1), Words{}).error().code, ErrorCode::DeviceProtocol);
}

TEST(RegisterCodec, RefusesFloatsThatAreNoNumber)
{
    EXPECT_EQ(decodeRegisters(field(RegisterType::Float32, 1.0), Words{0x7FC0, 0}).error().code, ErrorCode::DeviceProtocol);
    EXPECT_EQ(decodeRegisters(field(RegisterType::Float32, 1.0), Words{0xFF80, 0}).error().code, ErrorCode::DeviceProtocol);
}

TEST(RegisterCodec, RefusesTemperaturesThatNobodyHas)
{
    EXPECT_TRUE(toTemperature(-50.0, false, "object"));
    EXPECT_TRUE(toTemperature(1000.0, false, "object"));
    EXPECT_EQ(toTemperature(-50.1, false, "object").error().code, ErrorCode::DeviceProtocol);
    EXPECT_EQ(toTemperature(1000.1, false, "object").error().code, ErrorCode::DeviceProtocol);
    EXPECT_EQ(toTemperature(std::nan(""), false, "object").error().code, ErrorCode::DeviceProtocol);
    EXPECT_EQ(toTemperature(3276.7, true, "object").error().code, ErrorCode::DeviceProtocol);
}

TEST(RegisterCodec, ReadsTheReferenceVectorOfTheMq485a)
{
    const auto hundredths = field(RegisterType::SignMagnitude16, 0.01);
    EXPECT_THAT(decoded(hundredths, {0x0A13}), DoubleNear(25.79, 1e-9));
    EXPECT_THAT(decoded(hundredths, {0x0BFB}), DoubleNear(30.67, 1e-9));
    EXPECT_THAT(decoded(hundredths, {0x8A13}), DoubleNear(-25.79, 1e-9)); // the top bit is the sign
    EXPECT_THAT(decoded(hundredths, {0x8000}), DoubleNear(0.0, 1e-9));
}

TEST(RegisterCodec, ReadsTenthsOfADegreeInTwosComplement)
{
    EXPECT_THAT(decoded(field(RegisterType::Int16, 0.1), {0x016E}), DoubleNear(36.6, 1e-9));
    EXPECT_THAT(decoded(field(RegisterType::Int16, 0.1), {0xFFFF}), DoubleNear(-0.1, 1e-9));
    EXPECT_THAT(decoded(field(RegisterType::UInt16, 0.1), {0xFFFF}), DoubleNear(6553.5, 1e-9));
}

TEST(RegisterCodec, ReadsFloatsInEachOrderOfBytes)
{
    // 36.6f is 0x42126666.
    ASSERT_EQ(std::bit_cast<std::uint32_t>(36.6F), 0x42126666U);
    EXPECT_THAT(decoded(field(RegisterType::Float32, 1.0, ByteOrder::Abcd), {0x4212, 0x6666}), DoubleNear(36.6, 1e-5));
    EXPECT_THAT(decoded(field(RegisterType::Float32, 1.0, ByteOrder::Cdab), {0x6666, 0x4212}), DoubleNear(36.6, 1e-5));
    EXPECT_THAT(decoded(field(RegisterType::Float32, 1.0, ByteOrder::Badc), {0x1242, 0x6666}), DoubleNear(36.6, 1e-5));
    EXPECT_THAT(decoded(field(RegisterType::Float32, 1.0, ByteOrder::Dcba), {0x6666, 0x1242}), DoubleNear(36.6, 1e-5));
}

TEST(RegisterCodec, AppliesScaleAndOffset)
{
    RegisterField kelvin = field(RegisterType::UInt16, 0.1);
    kelvin.offset = -273.15;
    EXPECT_THAT(decoded(kelvin, {3098}), DoubleNear(36.65, 1e-9));
}

TEST(RegisterCodec, ConvertsFahrenheit)
{
    EXPECT_THAT(toTemperature(98.6, true, "object")->degrees, DoubleNear(37.0, 1e-9));
    EXPECT_THAT(toTemperature(-58.0, true, "object")->degrees, DoubleNear(-50.0, 1e-9));
}

TEST(RegisterCodec, GivesStatusBitsTheirMeaningAndIgnoresOthers)
{
    const StatusField status{
        RegisterTable::Holding,
        0x11,
        1,
        {{0, SensorFault::Measurement, false}, {3, SensorFault::ObjectLow, false}, {4, SensorFault::ObjectHigh, false}}};
    EXPECT_THAT(decodeStatus(status, 0b11001).faults,
                ElementsAre(SensorFault::Measurement, SensorFault::ObjectLow, SensorFault::ObjectHigh));
    EXPECT_THAT(decodeStatus(status, 0b00110).faults, IsEmpty());
    EXPECT_FALSE(decodeStatus(status, 0xFFFF).fahrenheit);
}

TEST(RegisterCodec, TellsFahrenheitFromAStatusBitThatIsNoFault)
{
    const StatusField status{RegisterTable::Discrete, 1005, 8, {{0, std::nullopt, true}, {5, SensorFault::SelfTest, false}}};
    EXPECT_TRUE(decodeStatus(status, 1).fahrenheit);
    EXPECT_THAT(decodeStatus(status, 1).faults, IsEmpty());
    EXPECT_FALSE(decodeStatus(status, 1U << 5).fahrenheit);
}

class RegisterRoundTrip : public testing::TestWithParam<std::tuple<RegisterType, ByteOrder>> {};

TEST_P(RegisterRoundTrip, BringsBackWhatWasEncoded)
{
    const auto [type, order] = GetParam();
    const RegisterField f = field(type, 0.1, order);
    for (const double value : {0.0, 0.1, 25.6, 36.6, 42.9, 512.3}) {
        EXPECT_THAT(decoded(f, encodeRegisters(f, value)), DoubleNear(value, 1e-4));
    }
    if (type != RegisterType::UInt16) {
        EXPECT_THAT(decoded(f, encodeRegisters(f, -12.3)), DoubleNear(-12.3, 1e-4));
    }
}

INSTANTIATE_TEST_SUITE_P(AllTypes, RegisterRoundTrip,
                         testing::Combine(testing::Values(RegisterType::Int16, RegisterType::UInt16, RegisterType::SignMagnitude16,
                                                          RegisterType::Float32),
                                          testing::Values(ByteOrder::Abcd, ByteOrder::Cdab, ByteOrder::Badc, ByteOrder::Dcba)));

TEST(RegisterCodec, LimitsWhatATypeCannotHold)
{
    EXPECT_THAT(encodeRegisters(field(RegisterType::Int16, 0.1), 99999.0), ElementsAre(0x7FFF));
    EXPECT_THAT(encodeRegisters(field(RegisterType::UInt16, 0.1), -1.0), ElementsAre(0));
}

} // namespace
} // namespace menshen
