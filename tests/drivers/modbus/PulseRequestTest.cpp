// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/modbus/ModbusRelayGate.h"

#include "tests/drivers/modbus/ShippedProfiles.h"

#include <gmock/gmock.h>

namespace menshen {
namespace {

using test::shippedRelay;
using testing::ElementsAre;

TEST(PulseRequest, NeverHoldsTheGateOpen)
{
    // FF00 would be "on", 0000 "off", neither a pulse.
    EXPECT_THAT(pulseRequest(shippedRelay("waveshare-8ch"), 0, Micros{0}), ElementsAre(5, 2, 0, 0, 1));
    EXPECT_THAT(pulseRequest(shippedRelay("waveshare-8ch"), 0, std::chrono::hours(24)), ElementsAre(5, 2, 0, 0xFE, 0xFF));
}

TEST(PulseRequest, IsAsTheWaveshareBoardWantsIt)
{
    EXPECT_THAT(pulseRequest(shippedRelay("waveshare-8ch"), 0, 700ms), ElementsAre(5, 2, 0, 0, 7));
    EXPECT_THAT(pulseRequest(shippedRelay("waveshare-8ch"), 7, 1s), ElementsAre(5, 2, 7, 0, 10));
}

TEST(PulseRequest, IsAsTheLcTechBoardWantsIt)
{
    EXPECT_THAT(pulseRequest(shippedRelay("lctech-8ch"), 0, 700ms), ElementsAre(16, 0, 3, 0, 2, 4, 0, 2, 0, 7));
    EXPECT_THAT(pulseRequest(shippedRelay("lctech-8ch"), 7, 650ms), ElementsAre(16, 0, 38, 0, 2, 4, 0, 2, 0, 7));
}

} // namespace
} // namespace menshen
