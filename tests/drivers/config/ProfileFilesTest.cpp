// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/config/ConfigFiles.h"

#include <gmock/gmock.h>

namespace menshen {
namespace {

using testing::HasSubstr;

const std::string kTop = "id = \"t\"\nname = \"T\"\n";
const std::string kObject = "[object]\ntable = \"input\"\naddress = 14\ntype = \"int16\"\nscale = 0.1\n";

std::string problemOf(const std::string &text)
{
    const auto profile = parseThermometerProfile(text, "t.toml");
    return profile ? "no problem" : profile.error().detail;
}

std::string relayProblemOf(const std::string &text)
{
    const auto profile = parseRelayProfile(text, "r.toml");
    return profile ? "no problem" : profile.error().detail;
}

TEST(ThermometerProfileFile, ASlaveBetweenTheSerialOnesAnd255IsRefused)
{
    EXPECT_EQ(problemOf(kTop + "slave = 250\n" + kObject), "t.toml:3: slave: 250: a whole number from 1 to 247, or 255");
    EXPECT_EQ(problemOf(kTop + "slave = 255\n" + kObject), "no problem");
}

TEST(ThermometerProfileFile, AScaleOfZeroIsRefused)
{
    EXPECT_THAT(problemOf(kTop + "[object]\ntable = \"input\"\naddress = 1\ntype = \"int16\"\nscale = 0\n"),
                HasSubstr("t.toml:7: object.scale: 0: a number other than 0"));
}

TEST(ThermometerProfileFile, ATemperatureCannotStandInADiscreteInput)
{
    EXPECT_EQ(problemOf(kTop + "[object]\ntable = \"discrete\"\naddress = 1\ntype = \"int16\"\nscale = 1\n"),
              "t.toml:4: object.table: 'discrete': one of \"holding\", \"input\"");
}

TEST(ThermometerProfileFile, AFloatAtTheVeryLastRegisterIsRefused)
{
    EXPECT_THAT(problemOf(kTop + "[object]\ntable = \"input\"\naddress = 65535\ntype = \"float32\"\nscale = 1\n"),
                HasSubstr("t.toml:5: object.address: 65535: at most 65534"));
}

TEST(ThermometerProfileFile, AStatusBitBeyondItsInputsIsRefused)
{
    EXPECT_EQ(
        problemOf(kTop + kObject + "[status]\ntable = \"discrete\"\naddress = 5\ncount = 4\nbits = [{ bit = 4, fault = \"parameter\" }]\n"),
        "t.toml:12: status.bits[1].bit: 4: a whole number from 0 to 3");
}

TEST(ThermometerProfileFile, AFaultThatNobodyKnowsIsRefused)
{
    EXPECT_THAT(problemOf(kTop + kObject + "[status]\ntable = \"holding\"\naddress = 5\nbits = [{ bit = 1, fault = \"too_hot\" }]\n"),
                HasSubstr("t.toml:11: status.bits[1].fault: 'too_hot': one of \"measurement\", \"ambient_low\""));
}

TEST(ThermometerProfileFile, AProfileWithoutAnObjectTemperatureIsRefused)
{
    EXPECT_EQ(problemOf(kTop), "t.toml:1: object: (missing): add it: a section [object]");
}

TEST(ThermometerProfileFile, EveryKeyReachesTheProfile)
{
    const auto profile = parseThermometerProfile(
        kTop + "slave = 9\nresponse_timeout_ms = 40\n[serial]\nbaud = 19200\nparity = \"E\"\ndata_bits = 7\nstop_bits = 2\n" + kObject +
            "offset = -1.5\n[raw_object]\ntable = \"holding\"\naddress = 3\ntype = \"uint16\"\nscale = 1\n"
            "[ambient]\ntable = \"holding\"\naddress = 4\ntype = \"float32\"\norder = \"cdab\"\nscale = 1\n"
            "[emissivity]\ntable = \"holding\"\naddress = 5\ntype = \"sign_magnitude16\"\nscale = 0.0001\n"
            "[status]\ntable = \"discrete\"\naddress = 1005\ncount = 8\nbits = [{ bit = 0, fahrenheit = true }, { bit = 5, fault = "
            "\"self_test\" }]\n",
        "t.toml");
    ASSERT_TRUE(profile) << profile.error().detail;
    EXPECT_EQ(profile->id, "t");
    EXPECT_EQ(profile->name, "T");
    EXPECT_EQ(profile->slave, 9);
    EXPECT_EQ(profile->responseTimeout, 40ms);
    EXPECT_EQ(profile->serial.baud, 19200);
    EXPECT_EQ(profile->serial.parity, 'E');
    EXPECT_EQ(profile->serial.dataBits, 7);
    EXPECT_EQ(profile->serial.stopBits, 2);
    EXPECT_EQ(profile->object.table, RegisterTable::Input);
    EXPECT_EQ(profile->object.address, 14);
    EXPECT_EQ(profile->object.offset, -1.5);
    EXPECT_EQ(profile->rawObject->type, RegisterType::UInt16);
    EXPECT_EQ(profile->ambient->type, RegisterType::Float32);
    EXPECT_EQ(profile->ambient->order, ByteOrder::Cdab);
    EXPECT_EQ(profile->emissivity->type, RegisterType::SignMagnitude16);
    EXPECT_EQ(profile->emissivity->scale, 0.0001);
    ASSERT_TRUE(profile->status);
    EXPECT_EQ(profile->status->table, RegisterTable::Discrete);
    EXPECT_EQ(profile->status->count, 8);
    ASSERT_EQ(profile->status->bits.size(), 2U);
    EXPECT_TRUE(profile->status->bits[0].fahrenheit);
    EXPECT_FALSE(profile->status->bits[0].fault);
    EXPECT_EQ(profile->status->bits[1].fault, SensorFault::SelfTest);
}

TEST(RelayProfileFile, ChannelsThatRunOutOfAddressesAreRefused)
{
    EXPECT_THAT(
        relayProblemOf(
            "id = \"r\"\nname = \"R\"\nchannels = 8\n[pulse]\nstyle = \"register_pair\"\nbase = 65500\nstride = 5\nunit_ms = 100\n"),
        HasSubstr("r.toml:6: pulse.base: 65500: an address that leaves room for all channels"));
}

TEST(RelayProfileFile, CoilsThatRunOutOfAddressesAreRefused)
{
    EXPECT_THAT(relayProblemOf("id = \"r\"\nname = \"R\"\nchannels = 8\ncoil_base = 65530\n"
                               "pulse = { style = \"coil_value\", base = 1, unit_ms = 100 }\n"),
                HasSubstr("r.toml:4: coil_base: 65530: an address that leaves room for all channels"));
}

TEST(RelayProfileFile, ThePulseHasToBeDescribed)
{
    EXPECT_EQ(relayProblemOf("id = \"r\"\nname = \"R\"\nchannels = 8\n"), "r.toml:1: pulse: (missing): add it: a section [pulse]");
    EXPECT_THAT(relayProblemOf("id = \"r\"\nname = \"R\"\nchannels = 8\npulse = { style = \"coil\", base = 1, unit_ms = 100 }\n"),
                HasSubstr("r.toml:4: pulse.style: 'coil': one of \"coil_value\", \"register_pair\""));
}

TEST(RelayProfileFile, EveryKeyReachesTheProfile)
{
    const auto profile = parseRelayProfile("id = \"r\"\nname = \"R\"\nslave = 255\nresponse_timeout_ms = 30\nchannels = 4\ncoil_base = 16\n"
                                           "pulse = { style = \"register_pair\", base = 3, stride = 5, unit_ms = 50, command = 4 }\n",
                                           "r.toml");
    ASSERT_TRUE(profile) << profile.error().detail;
    EXPECT_EQ(profile->slave, 255);
    EXPECT_EQ(profile->responseTimeout, 30ms);
    EXPECT_EQ(profile->channels, 4);
    EXPECT_EQ(profile->coilBase, 16);
    EXPECT_EQ(profile->style, PulseStyle::RegisterPair);
    EXPECT_EQ(profile->pulseBase, 3);
    EXPECT_EQ(profile->pulseStride, 5);
    EXPECT_EQ(profile->pulseUnit, 50ms);
    EXPECT_EQ(profile->pulseCommand, 4);
}

} // namespace
} // namespace menshen
