// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/CourierTrial.h"

namespace menshen {

CourierMessage trialMessage(const std::string &stationName, std::vector<Recipient> to, WallTime now)
{
    CourierMessage message;
    message.attempt = "test-" + std::to_string(now.time_since_epoch().count());
    message.alert = "test";
    message.subject = {"【测试】门神 " + stationName, "[TEST] Menshen " + stationName};
    message.text = {"这是一条测试消息，没有发生任何情况，无需处理。", "This is a test. Nothing has happened; there is nothing to do."};
    message.at = now;
    message.to = std::move(to);
    return message;
}

Recipient recipientFrom(const std::string &text)
{
    Recipient recipient;
    (text.find('@') == std::string::npos ? recipient.mobile : recipient.email) = text;
    return recipient;
}

} // namespace menshen
