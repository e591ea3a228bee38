// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/couriers/WebhookCourier.h"

#include "tests/drivers/couriers/CourierTesting.h"
#include "tests/drivers/couriers/Server.h"
#include "tests/support/TestClocks.h"

#include <csignal>

namespace menshen {
namespace {

using test::feverMessage;
using test::Outcome;
using test::secretOf;
using test::Server;
using test::told;
using testing::HasSubstr;
using testing::Not;

class WebhookCourierTest : public testing::Test {
protected:
    [[nodiscard]] WebhookCourier courierOf(const Server &server, const std::string &key = "SECtest") const
    {
        return WebhookCourier({"w", WebhookSettings{"http://127.0.0.1:" + server.place() + "/alerts"}, {}, {}, 20s}, secretOf(key), clock);
    }

    test::RealClock clock;
};

TEST_F(WebhookCourierTest, WithoutAKeyNothingIsSent)
{
    Server server("http_server.py", {"--kind", "webhook"});
    WebhookCourier courier({"w", WebhookSettings{"http://127.0.0.1:" + server.place()}, {}, {}, 20s}, test::noSecret(), clock);
    EXPECT_EQ(courier.deliver(feverMessage(), {}).outcome, Outcome::Refused);
    server.process().signal(SIGTERM);
    EXPECT_THAT(server.process().wait().out, testing::IsEmpty());
}

TEST_F(WebhookCourierTest, AWrongKeyIsDenied)
{
    Server server("http_server.py", {"--kind", "webhook"});
    auto courier = courierOf(server, "wrong");
    const auto delivery = courier.deliver(feverMessage(), {});
    EXPECT_EQ(delivery.outcome, Outcome::Refused);
    EXPECT_EQ(delivery.error.code, ErrorCode::Denied);
    EXPECT_THAT(told(delivery), Not(HasSubstr("wrong")));
}

TEST_F(WebhookCourierTest, APauseThatIsAskedForIsKept)
{
    Server server("http_server.py", {"--kind", "webhook", "--answer", "status:429:3600", "--answer", "ok"});
    auto courier = courierOf(server);
    const auto limited = courier.deliver(feverMessage(), {});
    EXPECT_EQ(limited.outcome, Outcome::TryLater);
    EXPECT_EQ(limited.retryAfter, 3600s);
    const auto held = courier.deliver(feverMessage(), {});
    EXPECT_EQ(held.outcome, Outcome::TryLater);
    EXPECT_GT(held.retryAfter, 3000s);
}

TEST_F(WebhookCourierTest, ADateInRetryAfterOrNonsenseHoldsUpNobodyForDays)
{
    Server server("http_server.py", {"--kind", "webhook", "--answer", "status:429:Fri, 31 Dec 2999 23", "--answer", "status:429:-5",
                                     "--answer", "status:429:99999999999999999999"});
    for (int i = 0; i < 3; ++i) {
        auto courier = courierOf(server);
        const auto limited = courier.deliver(feverMessage(), {});
        EXPECT_EQ(limited.outcome, Outcome::TryLater);
        EXPECT_GT(limited.retryAfter, 0s);
        EXPECT_LE(limited.retryAfter, 3600s);
    }
}

TEST_F(WebhookCourierTest, AnyTwoHundredIsDeliveredWhateverTheBodySays)
{
    Server server("http_server.py", {"--kind", "webhook", "--answer", "status:204", "--answer", "html", "--answer", "huge"});
    auto courier = courierOf(server);
    for (int i = 0; i < 3; ++i) {
        const auto delivery = courier.deliver(feverMessage(), {});
        EXPECT_EQ(delivery.outcome, Outcome::Accepted) << told(delivery);
    }
}

TEST_F(WebhookCourierTest, TheAlertIsSignedAndAResendIsToldByItsKey)
{
    Server server("http_server.py", {"--kind", "webhook"});
    auto courier = courierOf(server);
    auto message = feverMessage();
    message.text.en += " \"quoted\" \\ \xFF";
    for (int i = 0; i < 2; ++i) {
        const auto delivery = courier.deliver(message, {});
        ASSERT_EQ(delivery.outcome, Outcome::Accepted) << told(delivery);
        const auto request = server.next();
        EXPECT_TRUE(request.at("refusal").is_null()) << request;
        EXPECT_EQ(request.at("path"), "/alerts");
        EXPECT_EQ(request.at("headers").at("Idempotency-Key"), "0192-7-2");
        EXPECT_EQ(request.at("headers").at("Content-Type"), "application/json; charset=utf-8");
        const auto &body = request.at("body");
        EXPECT_EQ(body.at("version"), 1);
        EXPECT_EQ(body.at("attempt"), "0192-7-2");
        EXPECT_EQ(body.at("alert"), "0192");
        EXPECT_EQ(body.at("level"), 2);
        EXPECT_EQ(body.at("at_us"), 1'606'033'812'000'000);
        EXPECT_EQ(body.at("subject").at("zh"), message.subject.zh);
        EXPECT_EQ(body.at("text").at("en"), message.text.en.substr(0, message.text.en.size() - 1) + "\xEF\xBF\xBD");
        EXPECT_EQ(body.at("link"), message.link);
        EXPECT_EQ(body.at("to").at(1).at("email"), "li@example.cn");
        EXPECT_EQ(body.at("everyone"), false);
    }
}

} // namespace
} // namespace menshen
