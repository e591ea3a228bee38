// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Units.h"
#include "menshen/ports/StationKey.h"
#include "menshen/ports/Thermometer.h"

#include <optional>
#include <string>
#include <variant>

namespace menshen {

enum class MailSecurity : std::uint8_t {
    Tls,               ///< from the first byte, usually port 465
    StartTls,          ///< turned to after the greeting, or nothing is sent; usually port 587
    StartTlsIfOffered, ///< whoever sits in between can take the offer away: no password is sent
    None
};

struct SmtpSettings {
    TcpLine server;
    MailSecurity security = MailSecurity::StartTls;
    std::string user; ///< empty: no login; else the secret is its password
    std::string from; ///< the sender's address
};

enum class RobotKind : std::uint8_t { WeCom, DingTalk, Feishu };

/// A robot of a group. Its address lets anybody write to the group, so it is no setting: the secret's first line is the
/// address as the robot's page shows it, its second one the signing secret (DingTalk, Feishu), if the robot has one.
struct RobotSettings {
    RobotKind kind = RobotKind::WeCom;
};

struct WebhookSettings {
    std::string url; ///< https, or http on this machine; the secret is the key of the HMAC
};

struct SmsSettings {
    SerialLine line;
};

/// A [[courier]] of station.toml.
struct CourierSettings {
    std::string id;
    std::variant<SmtpSettings, RobotSettings, WebhookSettings, SmsSettings> channel;
    std::optional<KeySource> secret; ///< a file or a credential
    std::string caFile;              ///< certificates to trust instead of the system's; empty: the system's
    Micros timeout = 15s;            ///< of the whole exchange; an SMS: of each part
};

} // namespace menshen
