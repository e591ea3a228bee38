// SPDX-License-Identifier: GPL-3.0-or-later
// Mail against a server that is not ours.
#include "drivers/couriers/SmtpCourier.h"

#include "tests/drivers/couriers/CourierTesting.h"
#include "tests/drivers/couriers/Server.h"

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
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using Steady = std::chrono::steady_clock;

CourierSettings settingsFor(const Server &server, MailSecurity security = MailSecurity::None, const std::string &caFile = {})
{
    SmtpSettings smtp;
    smtp.server = {"127.0.0.1", server.port()};
    smtp.security = security;
    smtp.from = "door@hall.example.cn";
    return {"m", smtp, {}, caFile, 20s};
}

CourierSettings loggedIn(CourierSettings settings)
{
    std::get<SmtpSettings>(settings.channel).user = "door";
    return settings;
}

Delivery sentTo(SmtpCourier &courier, const std::vector<std::string> &addresses)
{
    auto message = feverMessage();
    message.to.clear();
    for (const auto &address : addresses)
        message.to.push_back({"", "", address});
    return courier.deliver(message, {});
}

TEST(SmtpCourier, AServerThatIsGoneIsUnreachable)
{
    CourierSettings settings;
    {
        const Server gone("mail_server.py");
        settings = settingsFor(gone);
    }
    const auto delivery = SmtpCourier(settings, noSecret()).deliver(feverMessage(), {});
    EXPECT_EQ(delivery.outcome, Outcome::Unreachable) << told(delivery);
    EXPECT_EQ(delivery.error.code, ErrorCode::DeviceUnavailable);
}

TEST(SmtpCourier, AServerThatAcceptsAndNeverAnswersIsLeftInTime)
{
    Server server("mail_server.py", {"--mood", "mute"});
    auto settings = settingsFor(server);
    settings.timeout = 700ms;
    const auto begun = Steady::now();
    const auto delivery = SmtpCourier(settings, noSecret()).deliver(feverMessage(), {});
    EXPECT_EQ(delivery.outcome, Outcome::Unreachable) << told(delivery);
    EXPECT_EQ(delivery.error.code, ErrorCode::DeviceTimeout);
    EXPECT_LT(Steady::now() - begun, 5s);
}

TEST(SmtpCourier, EndsAtOnceWhenAskedToStop)
{
    Server server("mail_server.py", {"--mood", "mute"});
    auto settings = settingsFor(server);
    settings.timeout = 60s;
    Delivery delivery;
    std::jthread worker([&](const std::stop_token &stop) { delivery = SmtpCourier(settings, noSecret()).deliver(feverMessage(), stop); });
    EXPECT_TRUE(server.next().at("connected"));
    const auto asked = Steady::now();
    worker.request_stop();
    worker.join();
    EXPECT_LT(Steady::now() - asked, 1s);
    EXPECT_EQ(delivery.error.code, ErrorCode::Cancelled);
}

TEST(SmtpCourier, AServerThatNeverSaysGoodbyeHoldsNobodyUp)
{
    Server server("mail_server.py", {"--mood", "rude"});
    auto settings = settingsFor(server);
    settings.timeout = 2s;
    SmtpCourier courier(settings, noSecret());
    const auto begun = Steady::now();
    const auto taken = sentTo(courier, {"wang@example.cn"});
    EXPECT_EQ(taken.outcome, Outcome::Accepted) << told(taken);
    const auto refused = sentTo(courier, {"unknown@example.cn"});
    EXPECT_EQ(refused.outcome, Outcome::Refused) << told(refused);
    EXPECT_EQ(refused.provider, "550 5.1.1 no such user here");
    EXPECT_LT(Steady::now() - begun, 8s);
}

TEST(SmtpCourier, AServerWithoutTimeIsTriedLater)
{
    Server server("mail_server.py", {"--mood", "busy"});
    const auto delivery = SmtpCourier(settingsFor(server), noSecret()).deliver(feverMessage(), {});
    EXPECT_EQ(delivery.outcome, Outcome::TryLater) << told(delivery);
    EXPECT_GT(delivery.retryAfter, 0s);
    EXPECT_EQ(delivery.provider, "421 4.3.2 too busy, closing");
}

TEST(SmtpCourier, ACertificateOfSomebodyElseIsRefusedAndNoPasswordIsShown)
{
    const test::TestFolder folder;
    const auto certificate = certificateFor(folder, "IP:127.0.0.1"), other = certificateFor(folder, "DNS:mail.example.cn");
    for (const auto security : {MailSecurity::Tls, MailSecurity::StartTls, MailSecurity::StartTlsIfOffered}) {
        Server server("mail_server.py", {"--certificate", certificate, "--security", security == MailSecurity::Tls ? "tls" : "starttls"});
        for (const auto &trusted : {std::string(), other}) {
            const auto delivery =
                SmtpCourier(loggedIn(settingsFor(server, security, trusted)), secretOf("geheim")).deliver(feverMessage(), {});
            EXPECT_EQ(delivery.outcome, Outcome::Refused) << told(delivery);
            EXPECT_EQ(delivery.error.code, ErrorCode::BadConfig);
            EXPECT_THAT(told(delivery), Not(HasSubstr("geheim")));
        }
        server.process().signal(SIGTERM);
        EXPECT_THAT(server.process().wait().out, IsEmpty());
    }
}

TEST(SmtpCourier, WhereEncryptionIsDemandedNothingGoesOutWithoutIt)
{
    Server server("mail_server.py");
    for (const auto security : {MailSecurity::StartTls, MailSecurity::Tls}) {
        const auto delivery = SmtpCourier(settingsFor(server, security), noSecret()).deliver(feverMessage(), {});
        EXPECT_NE(delivery.outcome, Outcome::Accepted) << told(delivery);
    }
    EXPECT_EQ(SmtpCourier(settingsFor(server, MailSecurity::StartTls), noSecret()).deliver(feverMessage(), {}).outcome, Outcome::Refused);
    server.process().signal(SIGTERM);
    EXPECT_THAT(server.process().wait().out, IsEmpty());
}

TEST(SmtpCourier, AWrongPasswordIsRefusedAndAMissingOneToldBeforeAnythingIsSent)
{
    const test::TestFolder folder;
    const auto certificate = certificateFor(folder, "IP:127.0.0.1");
    Server server("mail_server.py", {"--certificate", certificate, "--security", "starttls", "--login", "door:geheim"});
    const auto settings = loggedIn(settingsFor(server, MailSecurity::StartTls, certificate));
    const auto wrong = SmtpCourier(settings, secretOf("Geheim")).deliver(feverMessage(), {});
    EXPECT_EQ(wrong.outcome, Outcome::Refused) << told(wrong);
    EXPECT_EQ(wrong.error.code, ErrorCode::Denied);
    EXPECT_THAT(told(wrong), Not(HasSubstr("Geheim")));
    const auto missing = SmtpCourier(settings, noSecret()).deliver(feverMessage(), {});
    EXPECT_EQ(missing.outcome, Outcome::Refused);
    EXPECT_EQ(missing.error.code, ErrorCode::BadConfig);
    const auto anonymous = SmtpCourier(settingsFor(server, MailSecurity::StartTls, certificate), noSecret()).deliver(feverMessage(), {});
    EXPECT_EQ(anonymous.outcome, Outcome::Refused) << told(anonymous);
}

TEST(SmtpCourier, TheServersNoIsToldApartFromItsNotNow)
{
    Server server("mail_server.py");
    SmtpCourier courier(settingsFor(server), noSecret());
    const auto unknown = sentTo(courier, {"unknown@example.cn"});
    EXPECT_EQ(unknown.outcome, Outcome::Refused) << told(unknown);
    EXPECT_EQ(unknown.error.code, ErrorCode::BadInput);
    EXPECT_EQ(unknown.provider, "550 5.1.1 no such user here");
    const auto grey = sentTo(courier, {"grey@example.cn"});
    EXPECT_EQ(grey.outcome, Outcome::TryLater) << told(grey);
    EXPECT_GT(grey.retryAfter, 0s);
    const auto full = sentTo(courier, {"full@example.cn"});
    EXPECT_EQ(full.outcome, Outcome::TryLater) << told(full);
    const auto spam = sentTo(courier, {"spam@example.cn"});
    EXPECT_EQ(spam.outcome, Outcome::Refused) << told(spam);
    EXPECT_EQ(spam.provider, "554 5.7.1 message refused as spam");
}

TEST(SmtpCourier, OneNoForGoodDoesNotSpeakForTheOthers)
{
    Server server("mail_server.py");
    SmtpCourier courier(settingsFor(server), noSecret());
    for (const auto &addresses : {std::vector<std::string>{"grey@example.cn", "unknown@example.cn"},
                                  std::vector<std::string>{"unknown@example.cn", "grey@example.cn", "unknown@example.cn"}}) {
        const auto delivery = sentTo(courier, addresses);
        EXPECT_EQ(delivery.outcome, Outcome::TryLater) << told(delivery);
        EXPECT_EQ(delivery.provider, "450 4.2.0 greylisted, try again later");
    }
    const auto all = sentTo(courier, {"unknown@example.cn", "unknown@example.com"});
    EXPECT_EQ(all.outcome, Outcome::Refused) << told(all);
}

TEST(SmtpCourier, ALineThatBreaksAfterANoIsTriedAgain)
{
    Server server("mail_server.py", {"--mood", "broken"});
    SmtpCourier courier(settingsFor(server), noSecret());
    const auto delivery = sentTo(courier, {"unknown@example.cn", "wang@example.cn"});
    EXPECT_EQ(delivery.outcome, Outcome::Unreachable) << told(delivery);
    const auto refused = sentTo(courier, {"unknown@example.cn"});
    EXPECT_EQ(refused.outcome, Outcome::Refused) << told(refused);
}

TEST(SmtpCourier, WithoutAnyAddressThereIsNothingToSend)
{
    Server server("mail_server.py");
    SmtpCourier courier(settingsFor(server), noSecret());
    EXPECT_EQ(sentTo(courier, {}).outcome, Outcome::Refused);
    EXPECT_EQ(sentTo(courier, {"", "a b@c", "x@y\r\nRCPT TO:<z@y>"}).error.code, ErrorCode::BadInput);
}

TEST(SmtpCourier, OneWhoIsRefusedKeepsNobodyElseFromKnowing)
{
    Server server("mail_server.py");
    SmtpCourier courier(settingsFor(server), noSecret());
    const auto delivery = sentTo(courier, {"", "unknown@example.cn", "wang@example.cn", "grey@example.cn", "li@example.cn"});
    EXPECT_EQ(delivery.outcome, Outcome::Accepted) << told(delivery);
    EXPECT_THAT(delivery.missed, ElementsAre(0, 1, 3));
    EXPECT_EQ(server.next().at("to"), nlohmann::json({"wang@example.cn", "li@example.cn"}));
}

class SmtpSecurities : public testing::TestWithParam<MailSecurity> {};
INSTANTIATE_TEST_SUITE_P(Each, SmtpSecurities, testing::Values(MailSecurity::Tls, MailSecurity::StartTls, MailSecurity::StartTlsIfOffered));

TEST_P(SmtpSecurities, CarryTheMailEncryptedToWhoeverLogsIn)
{
    const test::TestFolder folder;
    const auto certificate = certificateFor(folder, "IP:127.0.0.1");
    Server server("mail_server.py", {"--certificate", certificate, "--security", GetParam() == MailSecurity::Tls ? "tls" : "starttls",
                                     "--login", "door:geheim"});
    SmtpCourier courier(loggedIn(settingsFor(server, GetParam(), certificate)), secretOf("geheim"));
    const auto delivery = courier.deliver(feverMessage(), {});
    ASSERT_EQ(delivery.outcome, Outcome::Accepted) << told(delivery);
    const auto mail = server.next();
    EXPECT_EQ(mail.at("user"), "door");
    if (GetParam() != MailSecurity::Tls) { // aiosmtpd does not tell of a TLS that it did not start itself
        EXPECT_EQ(mail.at("tls"), true);
    }
}

TEST(SmtpCourier, AMailIsReadAsItWasMeantAndIsTheSameOneWhenItIsSentAgain)
{
    Server server("mail_server.py");
    SmtpCourier courier(settingsFor(server), noSecret());
    auto message = feverMessage();
    message.text.zh += "\n.\n..\n" + std::string(1500, 'x'); // what ends a mail, and a line that is too long for one
    for (int i = 0; i < 2; ++i) {
        const auto delivery = courier.deliver(message, {});
        ASSERT_EQ(delivery.outcome, Outcome::Accepted) << told(delivery);
        EXPECT_EQ(delivery.provider, "250 2.0.0 queued as 4711");
        EXPECT_THAT(delivery.missed, IsEmpty());
        const auto mail = server.next();
        EXPECT_EQ(mail.at("from"), "door@hall.example.cn");
        EXPECT_EQ(mail.at("to"), nlohmann::json({"wang@example.cn", "li@example.cn"}));
        const auto &headers = mail.at("headers");
        EXPECT_EQ(headers.at("Message-ID"), "<0192-7-2@hall.example.cn>");
        EXPECT_EQ(headers.at("Subject"), message.subject.zh + " / " + message.subject.en);
        EXPECT_EQ(headers.at("To"), "王主任 <wang@example.cn>, 李科长 <li@example.cn>");
        EXPECT_EQ(headers.at("Date"), "Sun, 22 Nov 2020 08:30:12 +0000");
        EXPECT_EQ(headers.at("Auto-Submitted"), "auto-generated");
        EXPECT_EQ(mail.at("type"), "multipart/alternative");
        ASSERT_EQ(mail.at("parts").size(), 2U);
        EXPECT_EQ(mail.at("parts")[0][0], "text/plain");
        EXPECT_EQ(mail.at("parts")[0][1],
                  message.subject.zh + '\n' + message.text.zh + '\n' + message.link + "\n\n" + message.subject.en + '\n' + message.text.en);
        EXPECT_EQ(mail.at("parts")[1][0], "text/html");
        EXPECT_THAT(mail.at("parts")[1][1].get<std::string>(), HasSubstr("<a href=\"" + message.link + "\">"));
        EXPECT_THAT(mail.at("defects"), IsEmpty());
        EXPECT_LE(mail.at("longest"), 998);
    }
}

} // namespace
} // namespace menshen
