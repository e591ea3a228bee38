// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/couriers/WebhookCourier.h"

#include "drivers/couriers/HttpPost.h"
#include "drivers/couriers/Signatures.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace menshen {

namespace {

using nlohmann::ordered_json;

ordered_json inBoth(const LocalText &text) { return {{"zh", text.zh}, {"en", text.en}}; }

std::string bodyOf(const CourierMessage &message)
{
    auto to = ordered_json::array();
    for (const auto &recipient : message.to)
        to.push_back({{"name", recipient.name}, {"mobile", recipient.mobile}, {"email", recipient.email}});
    const ordered_json body{{"version", 1},
                            {"attempt", message.attempt},
                            {"alert", message.alert},
                            {"level", message.level},
                            {"at_us", message.at.time_since_epoch().count()},
                            {"subject", inBoth(message.subject)},
                            {"text", inBoth(message.text)},
                            {"link", message.link},
                            {"to", to},
                            {"everyone", message.everyone}};
    return body.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

/// A header is one line.
std::string headerText(std::string_view text)
{
    std::string line;
    for (const char c : text) {
        if (c > 0x20 && c < 0x7f)
            line += c;
    }
    return line;
}

} // namespace

WebhookCourier::WebhookCourier(const CourierSettings &settings, SecretReader secret, const Clock &clock)
    : m_url(std::get<WebhookSettings>(settings.channel).url), m_caFile(settings.caFile), m_timeout(settings.timeout),
      m_secret(std::move(secret)), m_clock(clock)
{
}

Delivery WebhookCourier::deliver(const CourierMessage &message, std::stop_token stop)
{
    if (const auto now = m_clock.mono(); now < m_heldUntil)
        return tryLater(m_heldUntil - now, {ErrorCode::DeviceBusy, "held back: the other side asked for a pause"});
    const auto key = m_secret();
    if (!key)
        return failed({ErrorCode::BadConfig, key.error().detail});
    const auto at = std::chrono::floor<std::chrono::seconds>(m_clock.wall().time_since_epoch());
    HttpRequest request{m_url, {}, bodyOf(message), m_caFile, m_timeout};
    request.headers = {"Idempotency-Key: " + headerText(message.attempt), "X-Menshen-Timestamp: " + std::to_string(at.count()),
                       "X-Menshen-Signature: sha256=" + webhookSign(key->text(), at, request.body)};
    const auto answer = post(request, stop);
    if (!answer)
        return failed(answer.error());
    const auto refusal = refusalByStatus(*answer);
    if (refusal && refusal->error.code == ErrorCode::DeviceBusy)
        m_heldUntil = m_clock.mono() + refusal->retryAfter;
    return refusal ? *refusal : accepted("HTTP " + std::to_string(answer->status));
}

} // namespace menshen
