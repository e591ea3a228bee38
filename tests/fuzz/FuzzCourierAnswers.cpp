// SPDX-License-Identifier: GPL-3.0-or-later
// What a provider, a mail server or a modem answers may be anything. The first byte says whose answer it is.
#include "drivers/couriers/AtReply.h"
#include "drivers/couriers/MailText.h"
#include "drivers/couriers/RobotAnswer.h"
#include "drivers/couriers/SmsText.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace menshen;

namespace {

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

void robot(RobotKind kind, std::string_view body)
{
    const auto delivery = robotDelivery(kind, body);
    const bool later = delivery.outcome == Delivery::Outcome::TryLater;
    require(delivery.provider.size() <= 240 && later == (delivery.retryAfter > Micros{}));
    require(delivery.provider.find('\n') == std::string::npos);
}

/// The same however the bytes are cut.
void modem(std::string_view bytes, bool prompt)
{
    AtReply whole("AT+CMGS=\"0031\"", prompt), drop("AT+CMGS=\"0031\"", prompt);
    whole.add(bytes);
    for (const char byte : bytes) {
        drop.add({&byte, 1});
    }
    require(whole.state() == drop.state() && whole.failure() == drop.failure() && whole.after("+CMGS:") == drop.after("+CMGS:"));
    require(!whole.smsError() || whole.state() == AtReply::State::Failed);
}

void mail(std::string_view session)
{
    const auto replies = mailReplies(session);
    for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{3}, replies.size(), std::size_t{1000}}) {
        for (const auto place : refusedRecipients(replies, count)) {
            require(place < count);
        }
    }
}

void sms(std::string_view text)
{
    CourierMessage message;
    message.text.zh = text;
    message.link = "https://10.0.0.2:8443/d/AbCdEf012345";
    const auto texts = smsTexts(message);
    require(!texts.empty() && texts.size() <= 4 && texts.back().find(u"https://10") != std::u16string::npos);
    for (const auto &one : texts) {
        require(one.size() <= 70);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    const std::string_view rest(reinterpret_cast<const char *>(data) + 1, size - 1);
    switch (data[0] % 7) {
    case 0:
        robot(RobotKind::WeCom, rest);
        break;
    case 1:
        robot(RobotKind::DingTalk, rest);
        break;
    case 2:
        robot(RobotKind::Feishu, rest);
        break;
    case 3:
        modem(rest, false);
        break;
    case 4:
        modem(rest, true);
        break;
    case 5:
        mail(rest);
        break;
    default:
        sms(rest);
    }
    return 0;
}
