// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/config/CourierKeys.h"

#include "drivers/config/ConfigFiles.h"
#include "drivers/config/CredentialName.h"
#include "drivers/config/ProfileKeys.h"

#include <array>
#include <set>

namespace menshen {

namespace {

enum class Kind : std::uint8_t { Smtp, WeCom, DingTalk, Feishu, Webhook, Sms };

constexpr std::array<std::pair<std::string_view, Kind>, 6> kKinds{{{"smtp", Kind::Smtp},
                                                                   {"wecom", Kind::WeCom},
                                                                   {"dingtalk", Kind::DingTalk},
                                                                   {"feishu", Kind::Feishu},
                                                                   {"webhook", Kind::Webhook},
                                                                   {"sms", Kind::Sms}}};
constexpr std::array<std::pair<std::string_view, MailSecurity>, 4> kSecurities{{{"tls", MailSecurity::Tls},
                                                                                {"starttls", MailSecurity::StartTls},
                                                                                {"starttls_if_offered", MailSecurity::StartTlsIfOffered},
                                                                                {"none", MailSecurity::None}}};

constexpr Micros kForHttp = 15s, kForMail = 30s, kForSms = 60s;
constexpr int kModemBaud = 115'200;

/// `secret_file` or `credential`; exactly one of them where it is `needed`.
void readSecret(Section &section, std::optional<KeySource> &secret, bool needed, const std::string &what)
{
    std::string file, credential;
    section.path("secret_file", file, PathTo::Anything);
    section.text("credential", credential);
    if (!credential.empty() && !isCredentialName(credential))
        section.refuse("credential", "letters, digits, '.', '-' and '_', the first one not a '.'");
    if (section.has("secret_file") && section.has("credential"))
        section.refuse("credential", "exactly one of secret_file and credential");
    else if (needed && !section.has("secret_file") && !section.has("credential"))
        section.refuse("secret_file", "a file (0600), or credential = the name of one of systemd's, that holds " + what);
    if (!file.empty())
        secret = KeySource{KeySource::Kind::File, file};
    else if (!credential.empty())
        secret = KeySource{KeySource::Kind::Credential, credential};
}

void readSmtp(Section &section, CourierSettings &courier)
{
    SmtpSettings smtp;
    std::string server;
    section.text("server", server, Need::Required);
    const auto line = tcpLineFrom(server);
    if (line && server.ends_with(':' + std::to_string(line->port))) // without a port it would be Modbus's
        smtp.server = *line;
    else if (!server.empty())
        section.refuse("server", "\"host:port\", usually port 465 with tls and 587 with starttls");
    section.choice("security", smtp.security, kSecurities);
    section.text("from", smtp.from, Need::Required);
    if (const auto at = smtp.from.find('@'); !smtp.from.empty() && (at == 0 || at == std::string::npos || at + 1 == smtp.from.size() ||
                                                                    smtp.from.find_first_of(" <>\",") != std::string::npos))
        section.refuse("from", "the sender's address alone, such as \"menshen@example.gov.cn\"");
    section.text("user", smtp.user);
    const bool encrypted = smtp.security == MailSecurity::Tls || smtp.security == MailSecurity::StartTls;
    if (!smtp.user.empty() && !encrypted)
        section.refuse("user", "leave it out, or set security to \"tls\" or \"starttls\": a password is not sent in the clear");
    readSecret(section, courier.secret, !smtp.user.empty(), "the password");
    courier.timeout = kForMail;
    courier.channel = smtp;
}

void readRobot(Section &section, CourierSettings &courier, RobotKind kind)
{
    readSecret(section, courier.secret, true, "the robot's whole address in its first line, the signing secret (SEC…) in its second one");
    courier.timeout = kForHttp;
    courier.channel = RobotSettings{kind};
}

void readWebhook(Section &section, CourierSettings &courier)
{
    WebhookSettings webhook;
    section.text("url", webhook.url, Need::Required);
    const auto starts = [&](std::string_view with) { return webhook.url.starts_with(with); };
    const bool here =
        starts("http://127.0.0.1:") || starts("http://127.0.0.1/") || starts("http://localhost:") || starts("http://localhost/");
    if (!webhook.url.empty() && !starts("https://") && !here)
        section.refuse("url", "an address that begins with https:// (http:// only on this machine)");
    readSecret(section, courier.secret, true, "the key of the signature");
    courier.timeout = kForHttp;
    courier.channel = webhook;
}

void readSms(Section &section, CourierSettings &courier)
{
    SmsSettings sms;
    sms.line.baud = kModemBaud;
    section.text("serial", sms.line.device, Need::Required);
    readSerialKeys(section, sms.line);
    courier.timeout = kForSms;
    courier.channel = sms;
}

void readChannel(Section &section, CourierSettings &courier, Kind kind)
{
    switch (kind) {
    case Kind::Smtp:
        return readSmtp(section, courier);
    case Kind::WeCom:
        return readRobot(section, courier, RobotKind::WeCom);
    case Kind::DingTalk:
        return readRobot(section, courier, RobotKind::DingTalk);
    case Kind::Feishu:
        return readRobot(section, courier, RobotKind::Feishu);
    case Kind::Webhook:
        return readWebhook(section, courier);
    case Kind::Sms:
        return readSms(section, courier);
    }
}

} // namespace

void readCouriers(const std::vector<Section> &sections, std::vector<CourierSettings> &couriers)
{
    std::set<std::string> seen;
    for (auto section : sections) {
        auto &courier = couriers.emplace_back();
        section.text("id", courier.id, Need::Required);
        if (!courier.id.empty() && !isCredentialName(courier.id))
            section.refuse("id", "letters, digits, '.', '-' and '_', the first one not a '.'");
        else if (!courier.id.empty() && !seen.insert(courier.id).second)
            section.refuse("id", "an id that no other courier has");
        Kind kind{};
        section.choice("kind", kind, kKinds, Need::Required);
        readChannel(section, courier, kind);
        if (!std::holds_alternative<SmsSettings>(courier.channel))
            section.path("ca_file", courier.caFile, PathTo::File);
        section.duration("timeout_s", courier.timeout, {1, 120});
    }
}

} // namespace menshen
