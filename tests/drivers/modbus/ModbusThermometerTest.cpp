// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/modbus/ModbusThermometer.h"

#include "drivers/sim/PseudoTerminal.h"
#include "drivers/sim/SlaveFrames.h"
#include "tests/drivers/modbus/ShippedProfiles.h"
#include "tests/drivers/modbus/SimLine.h"
#include "tests/support/TestClocks.h"

#include <gmock/gmock.h>
#include <netdb.h>

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>

#include <future>

namespace menshen {
namespace {

using test::LineKind;
using test::RealClock;
using test::shippedThermometer;
using test::SimLine;
using testing::DoubleNear;
using testing::ElementsAre;
using testing::HasSubstr;
using Steady = std::chrono::steady_clock;

/// Reads until it succeeds, as the worker does; the last error when the deadline comes first.
Result<ThermometerSample> readUntilItWorks(ModbusThermometer &thermometer, std::chrono::seconds within = 10s)
{
    const auto deadline = Steady::now() + within;
    auto sample = thermometer.read();
    while (!sample && Steady::now() < deadline) {
        sample = thermometer.read();
    }
    return sample;
}

struct Fault {
    ThermometerFault fault;
    ErrorCode code;
};

class ModbusThermometerFaults : public testing::TestWithParam<std::tuple<LineKind, Fault>> {};

TEST_P(ModbusThermometerFaults, AreToldApartBoundedAndSurvived)
{
    const auto [kind, fault] = GetParam();
    SimLine sim(kind, shippedThermometer("omega-os-miniusb"));
    RealClock clock;
    ModbusThermometer thermometer(shippedThermometer("omega-os-miniusb"), sim.line(), clock);
    ASSERT_TRUE(readUntilItWorks(thermometer));

    sim.setFault(fault.fault);
    for (int i = 0; i < 3; ++i) {
        const auto before = Steady::now();
        const auto sample = thermometer.read();
        ASSERT_FALSE(sample);
        // A serial device that has vanished is gone at the first look and cannot be opened at the next.
        EXPECT_EQ(sample.error().code, fault.code) << sample.error().detail;
        EXPECT_LT(Steady::now() - before, 2s);
    }
    sim.setFault(ThermometerFault::None);
    const auto sample = readUntilItWorks(thermometer);
    ASSERT_TRUE(sample) << sample.error().detail;
    EXPECT_THAT(sample->object.degrees, DoubleNear(36.6, 0.051));
}

std::string faultTestName(const testing::TestParamInfo<std::tuple<LineKind, Fault>> &info)
{
    static const std::map<ThermometerFault, std::string> names{{ThermometerFault::Silence, "Silence"},
                                                               {ThermometerFault::ExceptionCode, "ExceptionCode"},
                                                               {ThermometerFault::WrongTransactionId, "WrongTransactionId"},
                                                               {ThermometerFault::HalfFrame, "HalfFrame"},
                                                               {ThermometerFault::Disconnect, "Disconnect"},
                                                               {ThermometerFault::Garbage, "Garbage"}};
    return (std::get<0>(info.param) == LineKind::Tcp ? "Tcp" : "Rtu") + names.at(std::get<1>(info.param).fault);
}

INSTANTIATE_TEST_SUITE_P(EachLine, ModbusThermometerFaults,
                         testing::Combine(testing::Values(LineKind::Tcp, LineKind::Rtu),
                                          testing::Values(Fault{ThermometerFault::Silence, ErrorCode::DeviceTimeout},
                                                          Fault{ThermometerFault::ExceptionCode, ErrorCode::DeviceProtocol},
                                                          Fault{ThermometerFault::WrongTransactionId, ErrorCode::DeviceProtocol},
                                                          Fault{ThermometerFault::HalfFrame, ErrorCode::DeviceTimeout},
                                                          Fault{ThermometerFault::Disconnect, ErrorCode::DeviceUnavailable},
                                                          Fault{ThermometerFault::Garbage, ErrorCode::DeviceProtocol})),
                         faultTestName);

TEST(ModbusThermometer, SaysWhatIsNotThere)
{
    RealClock clock;
    ModbusLine line;
    line.serial = SerialLine{"/nonexistent/serial", 9600, 'N', 8, 1};
    EXPECT_EQ(ModbusThermometer(shippedThermometer("mq485a"), line, clock).read().error().code, ErrorCode::DeviceUnavailable);
    line.serial.reset();
    line.tcp = TcpLine{"no-such-host.invalid", 502};
    EXPECT_EQ(ModbusThermometer(shippedThermometer("mq485a"), line, clock).read().error().code, ErrorCode::DeviceUnavailable);
    line.tcp.reset();
    EXPECT_EQ(ModbusThermometer(shippedThermometer("mq485a"), line, clock).read().error().code, ErrorCode::BadConfig);
}

TEST(ModbusThermometer, RefusesASlaveNumberThatCannotBe)
{
    SimLine sim(LineKind::Tcp, shippedThermometer("mq485a"));
    ModbusLine line = sim.line();
    line.slave = 250;
    RealClock clock;
    EXPECT_EQ(ModbusThermometer(shippedThermometer("mq485a"), line, clock).read().error().code, ErrorCode::BadConfig);
}

/// Holds all file descriptors below libmodbus's limit.
class ManyOpenFiles {
public:
    ManyOpenFiles()
    {
        getrlimit(RLIMIT_NOFILE, &m_before);
        rlimit more = m_before;
        more.rlim_cur = std::min<rlim_t>(2048, more.rlim_max);
        setrlimit(RLIMIT_NOFILE, &more);
        while (m_files.empty() || m_files.back() < 1023) {
            m_files.push_back(open("/dev/null", O_RDONLY | O_CLOEXEC));
        }
    }
    ~ManyOpenFiles()
    {
        for (const int file : m_files) {
            close(file);
        }
        setrlimit(RLIMIT_NOFILE, &m_before);
    }
    ManyOpenFiles(const ManyOpenFiles &) = delete;
    ManyOpenFiles &operator=(const ManyOpenFiles &) = delete;

private:
    rlimit m_before{};
    std::vector<int> m_files;
};

class ModbusThermometerLines : public testing::TestWithParam<LineKind> {};
INSTANTIATE_TEST_SUITE_P(EachLine, ModbusThermometerLines, testing::Values(LineKind::Tcp, LineKind::Rtu),
                         [](const auto &info) { return info.param == LineKind::Tcp ? "Tcp" : "Rtu"; });

TEST_P(ModbusThermometerLines, AreRefusedRatherThanCrashedOnWhenTooManyFilesAreOpen)
{
    SimLine sim(GetParam(), shippedThermometer("mq485a"));
    RealClock clock;
    ModbusThermometer thermometer(shippedThermometer("mq485a"), sim.line(), clock);
    {
        const ManyOpenFiles files;
        const auto sample = thermometer.read();
        ASSERT_FALSE(sample);
        EXPECT_EQ(sample.error().code, ErrorCode::DeviceUnavailable);
        EXPECT_THAT(sample.error().detail, HasSubstr("too many files"));
    }
    EXPECT_TRUE(readUntilItWorks(thermometer));
}

TEST_P(ModbusThermometerLines, CarryEveryShippedProfile)
{
    for (const char *id : {"omega-os-miniusb", "calex-pyrousb", "raytek-mi3", "calex-lct485", "mq485a"}) {
        SCOPED_TRACE(id);
        SimLine sim(GetParam(), shippedThermometer(id));
        RealClock clock;
        ModbusThermometer thermometer(shippedThermometer(id), sim.line(), clock);
        const auto before = clock.mono();
        const auto details = thermometer.readDetails();
        ASSERT_TRUE(details) << details.error().detail;
        EXPECT_THAT(details->sample.object.degrees, DoubleNear(36.6, 1e-4));
        ASSERT_TRUE(details->sample.ambient);
        EXPECT_THAT(details->sample.ambient->degrees, DoubleNear(23.0, 1e-4));
        EXPECT_TRUE(details->sample.faults.empty());
        EXPECT_GE(details->sample.at, before);
        if (details->emissivity) {
            EXPECT_THAT(*details->emissivity, DoubleNear(0.98, 1e-6));
        }
    }
}

TEST_P(ModbusThermometerLines, CarryStatusBitsOfRegistersAndOfInputs)
{
    RealClock clock;
    SimLine omega(GetParam(), shippedThermometer("omega-os-miniusb"));
    omega.world().update([](SimScene &scene) { scene.statusBits = 0b01001; });
    ModbusThermometer omegaReader(shippedThermometer("omega-os-miniusb"), omega.line(), clock);
    EXPECT_THAT(readUntilItWorks(omegaReader)->faults, ElementsAre(SensorFault::Measurement, SensorFault::ObjectLow));

    SimLine raytek(GetParam(), shippedThermometer("raytek-mi3"));
    raytek.world().update([](SimScene &scene) { scene.statusBits = 0b100001; });
    ModbusThermometer raytekReader(shippedThermometer("raytek-mi3"), raytek.line(), clock);
    const auto sample = readUntilItWorks(raytekReader);
    EXPECT_THAT(sample->faults, ElementsAre(SensorFault::SelfTest));
    EXPECT_THAT(sample->object.degrees, DoubleNear(36.6, 1e-4)); // it answered in °F
}

TEST_P(ModbusThermometerLines, ReachSlave255)
{
    SimLine sim(GetParam(), shippedThermometer("raytek-mi3"));
    ModbusLine line = sim.line();
    line.slave = 255;
    RealClock clock;
    ModbusThermometer thermometer(shippedThermometer("raytek-mi3"), line, clock);
    const auto sample = thermometer.read();
    ASSERT_TRUE(sample) << sample.error().detail;
    EXPECT_THAT(sample->object.degrees, DoubleNear(36.6, 1e-4));
    sim.setFault(ThermometerFault::ExceptionCode);
    EXPECT_EQ(thermometer.read().error().code, ErrorCode::DeviceProtocol);
    sim.setFault(ThermometerFault::Garbage);
    EXPECT_EQ(thermometer.read().error().code, ErrorCode::DeviceProtocol);
    sim.setFault(ThermometerFault::None);
    EXPECT_TRUE(readUntilItWorks(thermometer));
}

TEST_P(ModbusThermometerLines, ShowAStuckValueAsItIs)
{
    SimLine sim(GetParam(), shippedThermometer("omega-os-miniusb"));
    RealClock clock;
    ModbusThermometer thermometer(shippedThermometer("omega-os-miniusb"), sim.line(), clock);
    ASSERT_TRUE(readUntilItWorks(thermometer));
    sim.world().update([](SimScene &scene) {
        scene.thermometerFault = ThermometerFault::StuckValue;
        scene.forehead = Celsius{40.0};
    });
    EXPECT_THAT(thermometer.read()->object.degrees, DoubleNear(36.6, 1e-4));
    sim.setFault(ThermometerFault::None);
    EXPECT_THAT(thermometer.read()->object.degrees, DoubleNear(40.0, 1e-4));
}

TEST(ModbusThermometer, ResolvesNames)
{
    addrinfo *known = nullptr;
    if (::getaddrinfo("localhost", nullptr, nullptr, &known) != 0)
        GTEST_SKIP() << "this machine does not know localhost";
    ::freeaddrinfo(known);
    SimLine sim(LineKind::Tcp, shippedThermometer("mq485a"));
    ModbusLine line = sim.line();
    line.tcp->host = "localhost";
    RealClock clock;
    const auto sample = ModbusThermometer(shippedThermometer("mq485a"), line, clock).read();
    EXPECT_TRUE(sample) << sample.error().detail;
}

/// The slave's end of a serial line, in the test's own hands.
class HandMadeSlave {
public:
    HandMadeSlave() : m_terminal(std::move(PseudoTerminal::create()).value()) {}

    [[nodiscard]] ModbusLine line() const
    {
        ModbusLine line;
        line.serial = SerialLine{m_terminal.path(), 9600, 'N', 8, 1};
        line.responseTimeout = 200ms;
        return line;
    }
    /// The next request; waits for it.
    SlaveRequest request()
    {
        std::vector<std::uint8_t> arrived;
        pollfd readable{m_terminal.master(), POLLIN, 0};
        while (poll(&readable, 1, 10'000) == 1) {
            std::array<std::uint8_t, 64> chunk{};
            const ssize_t got = read(m_terminal.master(), chunk.data(), chunk.size());
            arrived.insert(arrived.end(), chunk.begin(), chunk.begin() + std::max<ssize_t>(got, 0));
            if (auto whole = takeRequest(SlaveLine::Rtu, arrived)) {
                return *whole;
            }
        }
        ADD_FAILURE() << "no request came";
        return {};
    }
    void answer(const SlaveRequest &request, Pdu pdu)
    {
        const auto frame = answerFrame(SlaveLine::Rtu, request, std::move(pdu), ThermometerFault::None);
        ASSERT_EQ(write(m_terminal.master(), frame.data(), frame.size()), static_cast<ssize_t>(frame.size()));
    }

private:
    PseudoTerminal m_terminal;
};

TEST(ModbusThermometer, DoesNotTakeALateAnswerForTheNextOnes)
{
    HandMadeSlave slave;
    RealClock clock;
    ModbusThermometer thermometer(shippedThermometer("mq485a"), slave.line(), clock);

    auto first = std::async(std::launch::async, [&] { return thermometer.read(); });
    const SlaveRequest asked = slave.request();
    EXPECT_EQ(first.get().error().code, ErrorCode::DeviceTimeout);

    auto second = std::async(std::launch::async, [&] { return thermometer.read(); });
    slave.answer(asked, {3, 4, 0x07, 0xD0, 0x07, 0xD0});           // 20.00 and 20.00, for the request that was given up
    slave.answer(slave.request(), {3, 4, 0x0E, 0x4C, 0x09, 0x60}); // 36.60 and 24.00
    const auto sample = second.get();
    ASSERT_TRUE(sample) << sample.error().detail;
    EXPECT_THAT(sample->object.degrees, DoubleNear(36.6, 1e-9));
}

TEST(ModbusThermometer, ASlaveThatDripsCannotHoldTheThread)
{
    HandMadeSlave slave;
    RealClock clock;
    ModbusThermometer thermometer(shippedThermometer("mq485a"), slave.line(), clock);
    const auto before = Steady::now();
    auto reading = std::async(std::launch::async, [&] { return thermometer.read(); });
    const SlaveRequest asked = slave.request();
    // The head of a long answer, and never its end.
    slave.answer(asked, {3, 250, 1, 2, 3});
    EXPECT_FALSE(reading.get());
    EXPECT_LT(Steady::now() - before, 1s);
}

} // namespace
} // namespace menshen
