// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/modbus/ModbusRelaySiren.h"

#include "tests/drivers/modbus/ShippedProfiles.h"
#include "tests/drivers/modbus/SimLine.h"

#include <gmock/gmock.h>

namespace menshen {
namespace {

using test::LineKind;
using test::shippedRelay;
using test::shippedThermometer;
using test::SimLine;

TEST(ModbusRelaySiren, RefusesAChannelThatTheBoardDoesNotHave)
{
    SimLine sim(LineKind::Tcp, shippedThermometer("mq485a"));
    for (const int channel : {-1, 8})
        EXPECT_EQ(ModbusRelaySiren(shippedRelay("waveshare-8ch"), sim.line(), channel).on().error().code, ErrorCode::BadConfig);
    EXPECT_FALSE(sim.world().relayIsOn(8));
}

class ModbusRelaySirenLines : public testing::TestWithParam<std::tuple<LineKind, const char *>> {};
INSTANTIATE_TEST_SUITE_P(EachLineAndBoard, ModbusRelaySirenLines,
                         testing::Combine(testing::Values(LineKind::Tcp, LineKind::Rtu), testing::Values("waveshare-8ch", "lctech-8ch")));

TEST_P(ModbusRelaySirenLines, SayThatTheBoardRefusedOrIsSilent)
{
    SimLine sim(std::get<0>(GetParam()), shippedThermometer("mq485a"));
    ModbusRelaySiren siren(shippedRelay(std::get<1>(GetParam())), sim.line(), 1);
    sim.setFault(ThermometerFault::ExceptionCode);
    EXPECT_EQ(siren.on().error().code, ErrorCode::DeviceProtocol);
    sim.setFault(ThermometerFault::Silence);
    EXPECT_EQ(siren.on().error().code, ErrorCode::DeviceTimeout);
    sim.setFault(ThermometerFault::None);
    const auto sounded = siren.on();
    EXPECT_TRUE(sounded) << sounded.error().detail;
}

TEST_P(ModbusRelaySirenLines, SoundUntilTheyAreSilencedOnTheirOwnChannelOnly)
{
    SimLine sim(std::get<0>(GetParam()), shippedThermometer("mq485a"));
    ModbusRelaySiren siren(shippedRelay(std::get<1>(GetParam())), sim.line(), 7);
    for (int i = 0; i < 2; ++i) {
        ASSERT_TRUE(siren.on());
        ASSERT_TRUE(siren.on()) << "again";
        EXPECT_TRUE(sim.world().relayIsOn(7));
        EXPECT_FALSE(sim.world().relayIsOn(0));
        ASSERT_TRUE(siren.off());
        EXPECT_FALSE(sim.world().relayIsOn(7));
    }
    EXPECT_EQ(sim.world().gatePulses(), 0);
}

} // namespace
} // namespace menshen
