// SPDX-License-Identifier: GPL-3.0-or-later
// The robots against a server that checks what the providers check.
#include "drivers/couriers/RobotCourier.h"

#include "tests/drivers/couriers/CourierTesting.h"
#include "tests/drivers/couriers/Server.h"
#include "tests/support/TestClocks.h"

#include <csignal>
#include <thread>

namespace menshen {
namespace {

using test::certificateFor;
using test::feverMessage;
using test::noSecret;
using test::Outcome;
using test::secretOf;
using test::Server;
using test::told;
using testing::AllOf;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using Steady = std::chrono::steady_clock;

constexpr const char *kNames[]{"wecom", "dingtalk", "feishu"};
constexpr const char *kPaths[]{"/cgi-bin/webhook/send?key=SECtest", "/robot/send?access_token=TOKEN", "/open-apis/bot/v2/hook/HOOK"};

/// A wall that tells the time, so that signatures are fresh, and a monotonic clock that is told it.
class RobotClock final : public Clock {
public:
    [[nodiscard]] WallTime wall() const override { return m_real.wall(); }
    [[nodiscard]] MonoTime mono() const override { return m_mono; }
    void advance(Micros by) { m_mono += by; }

private:
    test::RealClock m_real;
    MonoTime m_mono{1h};
};

class RobotCouriers : public testing::TestWithParam<RobotKind> {
protected:
    [[nodiscard]] std::vector<std::string> serverFor(const std::vector<std::string> &answers) const
    {
        std::vector<std::string> arguments{"--kind", kNames[static_cast<std::size_t>(GetParam())]};
        for (const auto &answer : answers)
            arguments.insert(arguments.end(), {"--answer", answer});
        return arguments;
    }
    [[nodiscard]] RobotCourier courierOf(const Server &server, const std::string &secret = "SECtest", Micros timeout = 20s) const
    {
        return courierAt("http://127.0.0.1:" + server.place() + kPaths[static_cast<std::size_t>(GetParam())], secret, timeout);
    }
    [[nodiscard]] RobotCourier courierAt(const std::string &address, const std::string &secret = "SECtest", Micros timeout = 20s,
                                         const std::string &caFile = {}) const
    {
        return RobotCourier({"r", RobotSettings{GetParam()}, {}, caFile, timeout}, secretOf(address + '\n' + secret), clock);
    }

    mutable RobotClock clock;
};
INSTANTIATE_TEST_SUITE_P(Each, RobotCouriers, testing::Values(RobotKind::WeCom, RobotKind::DingTalk, RobotKind::Feishu),
                         [](const auto &info) { return kNames[static_cast<std::size_t>(info.param)]; });

TEST_P(RobotCouriers, WithoutTheirSecretSendNothingAndSayWhere)
{
    RobotCourier courier({"r", RobotSettings{GetParam()}, {}, {}, 5s}, noSecret(), clock);
    const auto delivery = courier.deliver(feverMessage(), {});
    EXPECT_EQ(delivery.outcome, Outcome::Refused);
    EXPECT_EQ(delivery.error, (Error{ErrorCode::BadConfig, "secret file /s: is not there"}));
}

TEST_P(RobotCouriers, AreRefusedAnAddressThatWouldShowTheMessageOnTheWay)
{
    for (const char *address : {"", "oapi.dingtalk.com", "http://oapi.dingtalk.com/robot/send?access_token=T", "file:///etc/passwd",
                                "http://127.0.0.1.example.cn/", "ftp://127.0.0.1/", "http://user@example.cn/@127.0.0.1/"}) {
        auto courier = courierAt(address);
        const auto delivery = courier.deliver(feverMessage(), {});
        EXPECT_EQ(delivery.outcome, Outcome::Refused) << address;
        EXPECT_EQ(delivery.error.code, ErrorCode::BadConfig) << address;
        EXPECT_THAT(told(delivery), AllOf(HasSubstr("https://"), Not(HasSubstr("access_token"))));
    }
}

TEST_P(RobotCouriers, SayThatNobodyIsThere)
{
    std::string address;
    {
        const Server gone("http_server.py", serverFor({}));
        address = "http://127.0.0.1:" + gone.place() + "/SECtest";
    }
    auto courier = courierAt(address);
    const auto delivery = courier.deliver(feverMessage(), {});
    EXPECT_EQ(delivery.outcome, Outcome::Unreachable) << told(delivery);
    EXPECT_EQ(delivery.error.code, ErrorCode::DeviceUnavailable);
    EXPECT_THAT(told(delivery), Not(HasSubstr("SECtest")));
}

TEST_P(RobotCouriers, ANameThatDoesNotResolveIsNobodyThere)
{
    auto courier = courierAt("https://no-such-host.invalid/SECtest");
    const auto delivery = courier.deliver(feverMessage(), {});
    EXPECT_EQ(delivery.outcome, Outcome::Unreachable) << told(delivery);
    EXPECT_THAT(told(delivery), Not(HasSubstr("SECtest")));
}

TEST_P(RobotCouriers, DoNotWaitLongerThanTheirTimeForSilenceOrDripping)
{
    for (const char *answer : {"hang", "drip"}) {
        Server server("http_server.py", serverFor({answer}));
        auto courier = courierOf(server, "SECtest", 700ms);
        const auto begun = Steady::now();
        const auto delivery = courier.deliver(feverMessage(), {});
        EXPECT_EQ(delivery.outcome, Outcome::Unreachable) << answer << ": " << told(delivery);
        EXPECT_EQ(delivery.error.code, ErrorCode::DeviceTimeout);
        EXPECT_LT(Steady::now() - begun, 5s) << answer;
    }
}

/// Encrypted too: whoever writes a goodbye into a line that was cut must not be ended by a SIGPIPE.
TEST_P(RobotCouriers, EndAtOnceWhenAskedToStop)
{
    const test::TestFolder folder;
    const auto certificate = certificateFor(folder, "IP:127.0.0.1");
    for (const bool encrypted : {false, true}) {
        auto arguments = serverFor({"hang"});
        if (encrypted)
            arguments.insert(arguments.end(), {"--certificate", certificate});
        Server server("http_server.py", arguments);
        auto courier = courierAt((encrypted ? "https://127.0.0.1:" : "http://127.0.0.1:") + server.place() + "/SECtest", "SECtest", 60s,
                                 encrypted ? certificate : std::string());
        Delivery delivery;
        std::jthread worker([&](const std::stop_token &stop) { delivery = courier.deliver(feverMessage(), stop); });
        EXPECT_TRUE(server.next().contains("body")); // it is waiting for the answer now
        const auto asked = Steady::now();
        worker.request_stop();
        worker.join();
        EXPECT_LT(Steady::now() - asked, 1s);
        EXPECT_EQ(delivery.outcome, Outcome::Unreachable);
        EXPECT_EQ(delivery.error.code, ErrorCode::Cancelled);
    }
}

TEST_P(RobotCouriers, AServerThatHangsUpHasNotAnswered)
{
    Server server("http_server.py", serverFor({"close"}));
    auto courier = courierOf(server);
    const auto delivery = courier.deliver(feverMessage(), {});
    EXPECT_EQ(delivery.outcome, Outcome::Unreachable) << told(delivery);
}

TEST_P(RobotCouriers, APageInBetweenIsNoProvider)
{
    for (const char *answer : {"html", "huge"}) {
        Server server("http_server.py", serverFor({answer}));
        auto courier = courierOf(server);
        const auto delivery = courier.deliver(feverMessage(), {});
        EXPECT_EQ(delivery.outcome, Outcome::TryLater) << answer << ": " << told(delivery);
        EXPECT_EQ(delivery.error.code, ErrorCode::DeviceProtocol);
        EXPECT_LE(delivery.provider.size(), 240U);
    }
}

TEST_P(RobotCouriers, StatusesOfHttpAreUnderstood)
{
    Server server("http_server.py", serverFor({"status:429:7", "status:503:30", "status:500", "status:404", "status:403", "redirect"}));
    auto courier = courierOf(server);
    const auto limited = courier.deliver(feverMessage(), {});
    EXPECT_EQ(limited.outcome, Outcome::TryLater);
    EXPECT_EQ(limited.error.code, ErrorCode::DeviceBusy);
    EXPECT_EQ(limited.retryAfter, 7s);
    EXPECT_EQ(courier.deliver(feverMessage(), {}).retryAfter, 7s) << "without asking again";
    clock.advance(7s);
    const auto down = courier.deliver(feverMessage(), {});
    EXPECT_EQ(down.outcome, Outcome::TryLater);
    EXPECT_EQ(down.retryAfter, 30s);
    EXPECT_EQ(courier.deliver(feverMessage(), {}).outcome, Outcome::TryLater);
    EXPECT_EQ(courier.deliver(feverMessage(), {}).outcome, Outcome::Refused);
    const auto denied = courier.deliver(feverMessage(), {});
    EXPECT_EQ(denied.outcome, Outcome::Refused);
    EXPECT_EQ(denied.error.code, ErrorCode::Denied);
    EXPECT_EQ(courier.deliver(feverMessage(), {}).outcome, Outcome::Refused) << "elsewhere may be anybody";
}

TEST_P(RobotCouriers, ACertificateOfSomebodyElseIsRefusedAndNothingSent)
{
    const test::TestFolder folder;
    const auto certificate = certificateFor(folder, "IP:127.0.0.1"), other = certificateFor(folder, "DNS:example.cn");
    for (const auto &[shown, trusted] : {std::pair(certificate, std::string()), std::pair(certificate, other), std::pair(other, other)}) {
        auto arguments = serverFor({"ok"});
        arguments.insert(arguments.end(), {"--certificate", shown});
        Server server("http_server.py", arguments);
        auto courier =
            courierAt("https://127.0.0.1:" + server.place() + kPaths[static_cast<std::size_t>(GetParam())], "SECtest", 10s, trusted);
        const auto delivery = courier.deliver(feverMessage(), {});
        EXPECT_EQ(delivery.outcome, Outcome::Refused) << told(delivery);
        EXPECT_EQ(delivery.error.code, ErrorCode::BadConfig);
        EXPECT_THAT(delivery.error.detail, HasSubstr("SSL"));
        server.process().signal(SIGTERM);
        EXPECT_THAT(server.process().wait().out, testing::IsEmpty());
    }
}

TEST_P(RobotCouriers, AreTrustedWithTheCertificateThatTheSettingsName)
{
    const test::TestFolder folder;
    const auto certificate = certificateFor(folder, "IP:127.0.0.1");
    auto arguments = serverFor({"ok"});
    arguments.insert(arguments.end(), {"--certificate", certificate});
    Server server("http_server.py", arguments);
    auto courier =
        courierAt("https://127.0.0.1:" + server.place() + kPaths[static_cast<std::size_t>(GetParam())], "SECtest", 20s, certificate);
    const auto delivery = courier.deliver(feverMessage(), {});
    EXPECT_EQ(delivery.outcome, Outcome::Accepted) << told(delivery);
}

TEST_P(RobotCouriers, WithAWrongSecretAreRefused)
{
    Server server("http_server.py", serverFor({"ok"}));
    auto courier = courierAt("http://127.0.0.1:" + server.place() + "/robot/send?key=wrong", "SECwrong");
    const auto delivery = courier.deliver(feverMessage(), {});
    EXPECT_EQ(delivery.outcome, Outcome::Refused) << told(delivery);
    EXPECT_EQ(delivery.error.code, ErrorCode::Denied);
    EXPECT_FALSE(server.next().at("refusal").is_null());
}

TEST_P(RobotCouriers, AProvidersLimitIsWaitedOutWithoutAskingAgain)
{
    const std::pair<const char *, Micros> limits[]{{"code:45009:limit", 60s}, {"code:130101:too fast", 600s}, {"code:11232:limit", 60s}};
    const auto &[answer, pause] = limits[static_cast<std::size_t>(GetParam())];
    Server server("http_server.py", serverFor({answer, "ok"}));
    auto courier = courierOf(server);
    const auto limited = courier.deliver(feverMessage(), {});
    EXPECT_EQ(limited.outcome, Outcome::TryLater) << told(limited);
    EXPECT_EQ(limited.retryAfter, pause);
    clock.advance(pause - 1s);
    EXPECT_EQ(courier.deliver(feverMessage(), {}).retryAfter, 1s);
    clock.advance(1s);
    EXPECT_EQ(courier.deliver(feverMessage(), {}).outcome, Outcome::Accepted);
    (void)server.next();
    (void)server.next();
    server.process().signal(SIGTERM);
    EXPECT_THAT(server.process().wait().out, testing::IsEmpty()) << "two requests, no more";
}

TEST_P(RobotCouriers, NeverSendMoreThanTheProviderTakes)
{
    Server server("http_server.py", serverFor({"ok"}));
    auto courier = courierOf(server);
    const bool feishu = GetParam() == RobotKind::Feishu;
    const int burst = feishu ? 5 : 20;
    for (int i = 0; i < burst; ++i)
        ASSERT_EQ(courier.deliver(feverMessage(), {}).outcome, Outcome::Accepted) << i;
    const auto held = courier.deliver(feverMessage(), {});
    EXPECT_EQ(held.outcome, Outcome::TryLater);
    EXPECT_EQ(held.error.code, ErrorCode::DeviceBusy);
    EXPECT_EQ(held.retryAfter, feishu ? 1s : 60s);
    clock.advance(held.retryAfter);
    EXPECT_EQ(courier.deliver(feverMessage(), {}).outcome, Outcome::Accepted);
}

TEST_P(RobotCouriers, TellBothLanguagesTheLinkAndWhoIsMeant)
{
    Server server("http_server.py", serverFor({"ok"}));
    auto courier = courierOf(server);
    auto message = feverMessage();
    message.everyone = true;
    const auto delivery = courier.deliver(message, {});
    EXPECT_EQ(delivery.outcome, Outcome::Accepted) << told(delivery);
    const auto body = server.next().at("body");
    std::string text;
    switch (GetParam()) {
    case RobotKind::WeCom:
        text = body.at("text").at("content");
        EXPECT_EQ(body.at("msgtype"), "text");
        EXPECT_THAT(body.at("text").at("mentioned_mobile_list"), ElementsAre("13800138000", "13900139000", "@all"));
        break;
    case RobotKind::DingTalk:
        text = body.at("text").at("content");
        EXPECT_EQ(body.at("msgtype"), "text");
        EXPECT_THAT(body.at("at").at("atMobiles"), ElementsAre("13800138000", "13900139000"));
        EXPECT_EQ(body.at("at").at("isAtAll"), true);
        EXPECT_THAT(text, EndsWith("@13800138000 @13900139000"));
        break;
    case RobotKind::Feishu:
        text = body.at("content").at("text");
        EXPECT_EQ(body.at("msg_type"), "text");
        EXPECT_THAT(text, EndsWith("@王主任 @李科长\n<at user_id=\"all\">所有人</at>"));
        break;
    }
    EXPECT_THAT(text, testing::StartsWith(message.subject.zh + '\n' + message.text.zh + '\n' + message.link + "\n\n" + message.subject.en));
}

TEST_P(RobotCouriers, ALongTextIsCutAndWhatIsTypedAtTheDoorCallsNobody)
{
    Server server("http_server.py", serverFor({"ok"}));
    auto courier = courierOf(server);
    auto message = feverMessage();
    message.subject.zh = "<at user_id=\"all\">x</at>";
    for (int i = 0; i < 3000; ++i)
        message.text.zh += "请留在原地";
    ASSERT_EQ(courier.deliver(message, {}).outcome, Outcome::Accepted);
    const auto body = server.next().at("body");
    const std::string text = GetParam() == RobotKind::Feishu ? body.at("content").at("text") : body.at("text").at("content");
    EXPECT_THAT(text, HasSubstr("…\n" + message.link));
    if (GetParam() == RobotKind::WeCom) {
        EXPECT_LE(text.size(), 2048U);
    }
    if (GetParam() == RobotKind::Feishu) {
        EXPECT_THAT(text, Not(HasSubstr("<at")));
    }
}

TEST(RobotCourier, WithoutASigningSecretNothingIsSigned)
{
    Server server("http_server.py", {"--kind", "wecom", "--answer", "code:0:ok"});
    RobotClock clock;
    for (const auto kind : {RobotKind::DingTalk, RobotKind::Feishu}) {
        RobotCourier courier({"r", RobotSettings{kind}, {}, {}, 10s}, secretOf(" http://127.0.0.1:" + server.place() + "/x?a=T \r\n"),
                             clock);
        (void)courier.deliver(feverMessage(), {});
        const auto request = server.next();
        EXPECT_EQ(request.at("query"), "a=T");
        EXPECT_FALSE(request.at("body").contains("sign"));
    }
}

} // namespace
} // namespace menshen
