// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/modbus/ModbusRelayGate.h"

#include "drivers/sim/PseudoTerminal.h"
#include "tests/drivers/modbus/ShippedProfiles.h"
#include "tests/drivers/modbus/SimLine.h"

#include <gmock/gmock.h>

#include <poll.h>

#include <future>

namespace menshen {
namespace {

using test::LineKind;
using test::shippedRelay;
using test::shippedThermometer;
using test::SimLine;
using testing::ElementsAre;
using Steady = std::chrono::steady_clock;

class ModbusRelayGateLines : public testing::TestWithParam<std::tuple<LineKind, const char *>> {};
INSTANTIATE_TEST_SUITE_P(EachLineAndBoard, ModbusRelayGateLines,
                         testing::Combine(testing::Values(LineKind::Tcp, LineKind::Rtu), testing::Values("waveshare-8ch", "lctech-8ch")));

TEST_P(ModbusRelayGateLines, OpenTheGateOnceForEachCall)
{
    SimLine sim(std::get<0>(GetParam()), shippedThermometer("mq485a"));
    ModbusRelayGate gate(shippedRelay(std::get<1>(GetParam())), sim.line(), 7, 700ms);
    for (int i = 1; i <= 3; ++i) {
        const auto opened = gate.openOnce();
        ASSERT_TRUE(opened) << opened.error().detail;
        EXPECT_EQ(sim.world().gatePulses(), i);
    }
}

TEST_P(ModbusRelayGateLines, SayThatTheBoardRefusedOrIsSilent)
{
    SimLine sim(std::get<0>(GetParam()), shippedThermometer("mq485a"));
    ModbusRelayGate gate(shippedRelay(std::get<1>(GetParam())), sim.line(), 0, 700ms);
    sim.setFault(ThermometerFault::ExceptionCode);
    EXPECT_EQ(gate.openOnce().error().code, ErrorCode::DeviceProtocol);
    sim.setFault(ThermometerFault::Silence);
    EXPECT_EQ(gate.openOnce().error().code, ErrorCode::DeviceTimeout);
    sim.setFault(ThermometerFault::WrongTransactionId);
    EXPECT_EQ(gate.openOnce().error().code, ErrorCode::DeviceProtocol);
    sim.setFault(ThermometerFault::None);
    const auto opened = gate.openOnce();
    EXPECT_TRUE(opened) << opened.error().detail;
}

TEST(ModbusRelayGate, RefusesAChannelThatTheBoardDoesNotHave)
{
    SimLine sim(LineKind::Tcp, shippedThermometer("mq485a"));
    EXPECT_EQ(ModbusRelayGate(shippedRelay("waveshare-8ch"), sim.line(), 8, 700ms).openOnce().error().code, ErrorCode::BadConfig);
    EXPECT_EQ(ModbusRelayGate(shippedRelay("waveshare-8ch"), sim.line(), -1, 700ms).openOnce().error().code, ErrorCode::BadConfig);
    EXPECT_EQ(sim.world().gatePulses(), 0);
}

TEST(ModbusRelayGate, OpensAllTheSameWhenTheGatewayHadDroppedTheIdleConnection)
{
    SimLine sim(LineKind::Tcp, shippedThermometer("mq485a"));
    ModbusRelayGate gate(shippedRelay("waveshare-8ch"), sim.line(), 0, 700ms);
    ASSERT_TRUE(gate.openOnce());
    // A second reader tells when the slave has closed all its connections and serves again.
    ModbusRelayGate witness(shippedRelay("waveshare-8ch"), sim.line(), 0, 700ms);
    sim.setFault(ThermometerFault::Disconnect);
    const auto deadline = Steady::now() + 5s;
    while (witness.openOnce() && Steady::now() < deadline) {}
    sim.setFault(ThermometerFault::None);
    while (!witness.openOnce() && Steady::now() < deadline) {}
    const int before = sim.world().gatePulses();
    const auto opened = gate.openOnce();
    EXPECT_TRUE(opened) << opened.error().detail;
    EXPECT_EQ(sim.world().gatePulses(), before + 1);
}

TEST(ModbusRelayGate, SendsTheWavesharePulseByteForByte)
{
    auto terminal = PseudoTerminal::create();
    ASSERT_TRUE(terminal) << terminal.error().detail;
    ModbusLine line;
    line.serial = SerialLine{terminal->path(), 9600, 'N', 8, 1};
    line.responseTimeout = 5s;
    ModbusRelayGate gate(shippedRelay("waveshare-8ch"), line, 0, 700ms);
    auto opened = std::async(std::launch::async, [&] { return gate.openOnce(); });

    std::vector<std::uint8_t> request;
    pollfd readable{terminal->master(), POLLIN, 0};
    while (request.size() < 8 && poll(&readable, 1, 5000) == 1) {
        std::uint8_t byte = 0;
        if (read(terminal->master(), &byte, 1) == 1) {
            request.push_back(byte);
        }
    }
    EXPECT_THAT(request, ElementsAre(0x01, 0x05, 0x02, 0x00, 0x00, 0x07, 0x8D, 0xB0));
    ASSERT_EQ(write(terminal->master(), request.data(), request.size()), 8); // the board repeats the request
    const auto result = opened.get();
    EXPECT_TRUE(result) << result.error().detail;
}

} // namespace
} // namespace menshen
