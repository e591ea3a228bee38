// SPDX-License-Identifier: GPL-3.0-or-later
// A modem at the other end of a pseudo-terminal.
#include "drivers/couriers/SmsCourier.h"

#include "drivers/couriers/SmsText.h"
#include "tests/drivers/couriers/CourierTesting.h"
#include "tests/drivers/couriers/Server.h"

#include <thread>

namespace menshen {
namespace {

using test::feverMessage;
using test::Outcome;
using test::Server;
using test::told;
using testing::ElementsAre;
using testing::HasSubstr;
using Steady = std::chrono::steady_clock;

SmsCourier courierAt(const std::string &device, Micros timeout = 20s)
{
    SmsSettings sms;
    sms.line = SerialLine{device, 115'200, 'N', 8, 1};
    return SmsCourier({"s", sms, {}, {}, timeout});
}

/// One SMS: subject, text and link fit.
CourierMessage shortMessage()
{
    auto message = feverMessage();
    message.subject.zh = "门神：体温异常";
    message.text.zh = "张* 37.8 °C";
    message.link = "https://10.0.0.2:8443/d/AbCdEf01";
    return message;
}

TEST(SmsCourier, ADeviceThatIsNotThereOrIsNoneIsUnreachable)
{
    for (const char *device : {"/dev/no-such-modem", "/dev/null", "/tmp"}) {
        const auto delivery = courierAt(device).deliver(shortMessage(), {});
        EXPECT_EQ(delivery.outcome, Outcome::Unreachable) << device << ": " << told(delivery);
        EXPECT_EQ(delivery.error.code, ErrorCode::DeviceUnavailable);
    }
}

TEST(SmsCourier, NobodyWithANumberIsNobodyToTell)
{
    auto message = shortMessage();
    message.to = {{"王", "", "wang@example.cn"}, {"李", "138\"\r\nAT+CMGD=1", ""}};
    const auto delivery = courierAt("/dev/no-such-modem").deliver(message, {});
    EXPECT_EQ(delivery.outcome, Outcome::Refused);
    EXPECT_EQ(delivery.error.code, ErrorCode::BadInput);
}

TEST(SmsCourier, AModemThatAnotherProgramUsesIsBusy)
{
    Server modem("modem.py", {"--mood", "silent"});
    const auto held = ModemLine::open(SerialLine{modem.place(), 115'200, 'N', 8, 1}, {});
    ASSERT_TRUE(held) << held.error().detail;
    const auto delivery = courierAt(modem.place()).deliver(shortMessage(), {});
    EXPECT_EQ(delivery.outcome, Outcome::TryLater) << told(delivery);
    EXPECT_EQ(delivery.error.code, ErrorCode::DeviceBusy);
}

struct Mood {
    const char *name;
    Outcome outcome;
    ErrorCode code;
};

void PrintTo(const Mood &mood, std::ostream *out) { *out << mood.name; }

class SmsMoods : public testing::TestWithParam<Mood> {};
INSTANTIATE_TEST_SUITE_P(
    Each, SmsMoods,
    testing::Values(
        Mood{"silent", Outcome::Unreachable, ErrorCode::DeviceTimeout}, Mood{"garbage", Outcome::Unreachable, ErrorCode::DeviceTimeout},
        Mood{"babble", Outcome::TryLater, ErrorCode::DeviceProtocol}, Mood{"no prompt", Outcome::Unreachable, ErrorCode::DeviceTimeout},
        Mood{"CMS before prompt", Outcome::TryLater, ErrorCode::DeviceBusy},
        Mood{"pulled", Outcome::Unreachable, ErrorCode::DeviceUnavailable}, Mood{"no SIM", Outcome::Refused, ErrorCode::BadConfig},
        Mood{"locked", Outcome::Refused, ErrorCode::BadConfig}, Mood{"no network", Outcome::TryLater, ErrorCode::DeviceBusy},
        Mood{"no text mode", Outcome::TryLater, ErrorCode::DeviceProtocol}, Mood{"CMS 38", Outcome::TryLater, ErrorCode::DeviceBusy},
        Mood{"CMS 331", Outcome::TryLater, ErrorCode::DeviceBusy}, Mood{"CMS 500", Outcome::TryLater, ErrorCode::DeviceBusy},
        Mood{"CMS 310", Outcome::Refused, ErrorCode::BadConfig}, Mood{"CMS 30", Outcome::Refused, ErrorCode::BadInput}),
    [](const auto &info) {
        std::string name = info.param.name;
        std::replace(name.begin(), name.end(), ' ', '_');
        return name;
    });

TEST_P(SmsMoods, AreToldApart)
{
    Server modem("modem.py", {"--mood", GetParam().name});
    const auto begun = Steady::now();
    const auto delivery = courierAt(modem.place()).deliver(shortMessage(), {});
    EXPECT_EQ(delivery.outcome, GetParam().outcome) << told(delivery);
    EXPECT_EQ(delivery.error.code, GetParam().code) << told(delivery);
    EXPECT_LT(Steady::now() - begun, 15s);
    EXPECT_EQ(delivery.outcome == Outcome::TryLater, delivery.retryAfter > 0s);
}

TEST(SmsCourier, ANetworkThatNeverAnswersIsLeftInTime)
{
    Server modem("modem.py", {"--mood", "hangs after text"});
    const auto delivery = courierAt(modem.place(), 500ms).deliver(shortMessage(), {});
    EXPECT_EQ(delivery.outcome, Outcome::Unreachable) << told(delivery);
    EXPECT_EQ(delivery.error.code, ErrorCode::DeviceTimeout);
}

TEST(SmsCourier, EndsAtOnceWhenAskedToStop)
{
    Server modem("modem.py", {"--mood", "hangs after text"});
    Delivery delivery;
    std::jthread worker([&](const std::stop_token &stop) { delivery = courierAt(modem.place(), 60s).deliver(shortMessage(), stop); });
    EXPECT_TRUE(modem.next().contains("text"));
    const auto asked = Steady::now();
    worker.request_stop();
    worker.join();
    EXPECT_LT(Steady::now() - asked, 1s);
    EXPECT_EQ(delivery.error.code, ErrorCode::Cancelled);
}

TEST(SmsCourier, WhatAProgramBeforeUsLeftUnfinishedIsNotSent)
{
    Server modem("modem.py", {"--left-at-prompt"});
    const auto delivery = courierAt(modem.place()).deliver(shortMessage(), {});
    EXPECT_EQ(delivery.outcome, Outcome::Accepted) << told(delivery);
    const auto left = modem.next();
    EXPECT_EQ(left.at("left"), "");
    EXPECT_EQ(left.at("escaped"), true);
    EXPECT_EQ(modem.next().at("number"), "13800138000");
}

TEST(SmsCourier, ANumberThatIsRefusedKeepsNobodyElseFromKnowing)
{
    Server modem("modem.py");
    auto message = shortMessage();
    message.to = {{"甲", "13800000000", ""}, {"乙", "", "b@c"}, {"丙", "+8613900139000", ""}};
    const auto delivery = courierAt(modem.place()).deliver(message, {});
    EXPECT_EQ(delivery.outcome, Outcome::Accepted) << told(delivery);
    EXPECT_THAT(delivery.missed, ElementsAre(0, 1));
    EXPECT_EQ(modem.next().at("number"), "+8613900139000");
}

TEST(SmsCourier, WhoCameAfterTheNetworkOrTheLineFailedIsToldLater)
{
    auto message = shortMessage();
    for (const auto &[to, outcome] :
         {std::pair{std::vector<Recipient>{{"甲", "13800138000", ""}, {"乙", "13800000038", ""}}, Outcome::TryLater},
          {std::vector<Recipient>{{"甲", "13800138000", ""}, {"乙", "13800000009", ""}, {"丙", "13900139000", ""}},
           Outcome::Unreachable}}) {
        Server modem("modem.py");
        message.to = to;
        const auto delivery = courierAt(modem.place()).deliver(message, {});
        EXPECT_EQ(delivery.outcome, outcome) << told(delivery);
        EXPECT_EQ(modem.next().at("number"), "13800138000");
    }
}

TEST(SmsCourier, ATelephoneThatIsOutOfReachKeepsNobodyAfterItFromKnowing)
{
    Server modem("modem.py");
    auto message = shortMessage();
    message.to = {{"甲", "13800138000", ""}, {"乙", "13800000038", ""}, {"丙", "13900139000", ""}};
    const auto delivery = courierAt(modem.place()).deliver(message, {});
    EXPECT_EQ(delivery.outcome, Outcome::Accepted) << told(delivery);
    EXPECT_THAT(delivery.missed, ElementsAre(1)) << "the network works: it was his telephone";
}

TEST(SmsCourier, ALandlineIsNotToldAndDoesNotCountAsTold)
{
    auto message = shortMessage();
    message.to = {{"疾控", "07375551234", ""}};
    EXPECT_EQ(courierAt("/dev/no-such-modem").deliver(message, {}).error.code, ErrorCode::BadInput);
    Server modem("modem.py");
    message.to.push_back({"丙", "13900139000", ""});
    const auto delivery = courierAt(modem.place()).deliver(message, {});
    EXPECT_EQ(delivery.outcome, Outcome::Accepted) << told(delivery);
    EXPECT_THAT(delivery.missed, ElementsAre(0));
    EXPECT_EQ(modem.next().at("number"), "13900139000");
}

class SmsNetworks : public testing::TestWithParam<const char *> {};
INSTANTIATE_TEST_SUITE_P(Each, SmsNetworks, testing::Values("good", "roaming", "knows no CREG"), [](const auto &info) {
    std::string name = info.param;
    std::replace(name.begin(), name.end(), ' ', '_');
    return name;
});

TEST_P(SmsNetworks, CarryOneMessageToEach)
{
    Server modem("modem.py", {"--mood", GetParam()});
    const auto delivery = courierAt(modem.place()).deliver(shortMessage(), {});
    EXPECT_EQ(delivery.outcome, Outcome::Accepted) << told(delivery);
    EXPECT_EQ(delivery.provider, "+CMGS 42 42");
    for (const char *number : {"13800138000", "13900139000"}) {
        const auto sms = modem.next();
        EXPECT_EQ(sms.at("number"), number);
        EXPECT_EQ(sms.at("text"), "门神：体温异常\n张* 37.8 °C\nhttps://10.0.0.2:8443/d/AbCdEf01");
    }
}

TEST(SmsCourier, ALongTextComesInPartsOnTheSameLineAgainAndAgain)
{
    Server modem("modem.py");
    auto message = shortMessage();
    message.to.resize(1);
    for (int i = 0; i < 60; ++i)
        message.text.zh += "请留在原地😷";
    auto courier = courierAt(modem.place());
    for (int i = 0; i < 2; ++i) {
        const auto delivery = courier.deliver(message, {});
        ASSERT_EQ(delivery.outcome, Outcome::Accepted) << told(delivery);
        for (const auto &text : smsTexts(message))
            EXPECT_EQ(utf16From(modem.next().at("text").get<std::string>()), text);
    }
}

} // namespace
} // namespace menshen
