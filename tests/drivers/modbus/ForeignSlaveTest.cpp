// SPDX-License-Identifier: GPL-3.0-or-later
// Our master against a slave that somebody else wrote.
#include "drivers/modbus/ModbusThermometer.h"
#include "tests/drivers/modbus/ShippedProfiles.h"
#include "tests/support/Subprocess.h"
#include "tests/support/TestClocks.h"
#include "tests/support/TestFolder.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <csignal>

namespace menshen {
namespace {

using test::shippedThermometer;
using test::Subprocess;
using testing::DoubleNear;
using testing::ElementsAre;
using Steady = std::chrono::steady_clock;

struct ForeignCase {
    const char *profile;
    std::vector<std::string> registers; ///< written out by hand from the maker's map
    double object, ambient;
    std::vector<SensorFault> faults;
};

std::vector<ForeignCase> cases()
{
    return {
        {"omega-os-miniusb", {"--holding", "0x0E=366,0x0F=367,0x10=231,0x11=0x10"}, 36.6, 23.1, {SensorFault::ObjectHigh}},
        // 36.7f is 0x4212CCCD, 22.5f is 0x41B40000; input 1007 is bit 2.
        {"raytek-mi3",
         {"--input", "1080=0x4212,1081=0xCCCD,1090=0x41B4,1091=0", "--discrete", "1005=0,1006=0,1007=1,1008=0,1009=0,1010=0,1011=0,1012=0"},
         36.7,
         22.5,
         {SensorFault::AmbientOutOfRange}},
        {"mq485a", {"--holding", "0=0x0A13,1=0x0BFB"}, 25.79, 30.67, {}},
        {"calex-lct485", {"--holding", "3=371,4=0xFFCE,8=370"}, 37.0, -5.0, {}},
    };
}

void PrintTo(const ForeignCase &foreign, std::ostream *out) { *out << foreign.profile; }

std::unique_ptr<Subprocess> startSlave(const ForeignCase &foreign, std::vector<std::string> where)
{
    std::vector<std::string> arguments{"/usr/bin/python3", std::string{MENSHEN_SOURCE_DIR} + "/tests/drivers/modbus/foreign_slave.py"};
    arguments.insert(arguments.end(), where.begin(), where.end());
    arguments.insert(arguments.end(), foreign.registers.begin(), foreign.registers.end());
    return std::make_unique<Subprocess>(std::move(arguments));
}

void expectReads(ModbusThermometer &thermometer, const ForeignCase &foreign)
{
    const auto deadline = Steady::now() + 20s;
    auto sample = thermometer.read();
    while (!sample && Steady::now() < deadline) {
        sample = thermometer.read();
    }
    ASSERT_TRUE(sample) << sample.error().detail;
    EXPECT_THAT(sample->object.degrees, DoubleNear(foreign.object, 1e-5));
    ASSERT_TRUE(sample->ambient);
    EXPECT_THAT(sample->ambient->degrees, DoubleNear(foreign.ambient, 1e-5));
    EXPECT_EQ(sample->faults, foreign.faults);
}

class ForeignSlave : public testing::TestWithParam<ForeignCase> {};
INSTANTIATE_TEST_SUITE_P(Profiles, ForeignSlave, testing::ValuesIn(cases()), [](const auto &info) {
    std::string name = info.param.profile;
    std::ranges::replace(name, '-', '_');
    return name;
});

TEST_P(ForeignSlave, IsReadOverTcpAndComesBackAfterItWasPulled)
{
    auto slave = startSlave(GetParam(), {});
    const std::string ready = slave->line();
    ASSERT_TRUE(ready.starts_with("ready ")) << ready;
    const std::string port = ready.substr(6);
    ModbusLine line;
    line.tcp = TcpLine{"127.0.0.1", static_cast<std::uint16_t>(std::stoi(port))};
    line.responseTimeout = 1s;
    test::RealClock clock;
    ModbusThermometer thermometer(shippedThermometer(GetParam().profile), line, clock);
    expectReads(thermometer, GetParam());
    expectReads(thermometer, GetParam());

    slave->signal(SIGKILL);
    ASSERT_EQ(slave->wait().code, 128 + SIGKILL);
    EXPECT_EQ(thermometer.read().error().code, ErrorCode::DeviceUnavailable);
    EXPECT_EQ(thermometer.read().error().code, ErrorCode::DeviceUnavailable);
    slave = startSlave(GetParam(), {"--port", port});
    ASSERT_TRUE(slave->line().starts_with("ready"));
    expectReads(thermometer, GetParam());
}

TEST_P(ForeignSlave, IsReadOverASerialLineAndComesBackAfterItWasPulled)
{
    const test::TestFolder folder;
    const std::string ours = (folder / "ours").string();
    const std::string theirs = (folder / "theirs").string();
    Subprocess cable({"/usr/bin/socat", "-d", "-d", "-lf/dev/stdout", "pty,raw,echo=0,link=" + ours, "pty,raw,echo=0,link=" + theirs});
    while (cable.line().find("starting data transfer loop") == std::string::npos) {}
    auto slave = startSlave(GetParam(), {"--serial", theirs});
    ASSERT_TRUE(slave->line().starts_with("ready"));
    ModbusLine line;
    line.serial = SerialLine{ours, 9600, 'N', 8, 1};
    line.responseTimeout = 500ms;
    test::RealClock clock;
    ModbusThermometer thermometer(shippedThermometer(GetParam().profile), line, clock);
    expectReads(thermometer, GetParam());
    expectReads(thermometer, GetParam());

    slave->signal(SIGKILL);
    ASSERT_EQ(slave->wait().code, 128 + SIGKILL);
    EXPECT_EQ(thermometer.read().error().code, ErrorCode::DeviceTimeout);
    slave = startSlave(GetParam(), {"--serial", theirs});
    ASSERT_TRUE(slave->line().starts_with("ready"));
    expectReads(thermometer, GetParam());
}

} // namespace
} // namespace menshen
