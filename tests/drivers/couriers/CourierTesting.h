// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/couriers/Deliveries.h"

#include <gmock/gmock.h>

#include <ostream>

namespace menshen {

inline void PrintTo(Delivery::Outcome outcome, std::ostream *out)
{
    constexpr const char *names[]{"Accepted", "TryLater", "Refused", "Unreachable"};
    *out << names[static_cast<std::size_t>(outcome)];
}

namespace test {

using Outcome = Delivery::Outcome;

inline std::string told(const Delivery &delivery) { return delivery.error.detail + " / " + delivery.provider; }

/// One that an engine might send.
inline CourierMessage feverMessage()
{
    CourierMessage message;
    message.attempt = "0192-7-2";
    message.alert = "0192";
    message.level = 2;
    message.subject = {"【门神】一楼西门：体温异常", "[Menshen] West door: abnormal temperature"};
    message.text = {"张* 37.8 °C，08:30 起在门口等候。", "Zhang * 37.8 °C, waiting at the door since 08:30."};
    message.to = {{"王主任", "13800138000", "wang@example.cn"}, {"李科长", "13900139000", "li@example.cn"}};
    message.link = "https://192.168.1.10:8443/d/AbCdEf0123456789";
    message.at = WallTime{Micros{1'606'033'812'000'000}}; // 2020-11-22 08:30:12 UTC
    return message;
}

inline SecretReader secretOf(std::string text)
{
    return [text = std::move(text)]() -> Result<Passphrase> { return Passphrase(text); };
}

inline SecretReader noSecret()
{
    return []() -> Result<Passphrase> { return Error{ErrorCode::NotFound, "secret file /s: is not there"}; };
}

} // namespace test
} // namespace menshen
