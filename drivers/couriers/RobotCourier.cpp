// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/couriers/RobotCourier.h"

#include "drivers/couriers/RobotAnswer.h"
#include "drivers/couriers/RobotRequest.h"

#include <utility>

namespace menshen {

namespace {

std::vector<RateWindow> windowsOf(RobotKind kind)
{
    if (kind == RobotKind::Feishu)
        return {{100, 60s}, {5, 1s}};
    return {{20, 60s}};
}

} // namespace

RobotCourier::RobotCourier(const CourierSettings &settings, SecretReader secret, const Clock &clock)
    : m_kind(std::get<RobotSettings>(settings.channel).kind), m_caFile(settings.caFile), m_timeout(settings.timeout),
      m_secret(std::move(secret)), m_clock(clock), m_limit(windowsOf(m_kind))
{
}

Delivery RobotCourier::deliver(const CourierMessage &message, std::stop_token stop)
{
    if (const auto wait = m_limit.wait(m_clock.mono()); wait > Micros{})
        return tryLater(wait, {ErrorCode::DeviceBusy, "held back: the provider takes no more at the moment"});
    auto delivery = sent(message, stop);
    m_limit.note(m_clock.mono());
    if (delivery.outcome == Delivery::Outcome::TryLater && delivery.error.code == ErrorCode::DeviceBusy)
        m_limit.holdUntil(m_clock.mono() + delivery.retryAfter);
    return delivery;
}

Delivery RobotCourier::sent(const CourierMessage &message, const std::stop_token &stop) const
{
    const auto secret = m_secret();
    if (!secret)
        return failed({ErrorCode::BadConfig, secret.error().detail});
    auto request = robotRequest(m_kind, secret->text(), message, m_clock.wall());
    request.caFile = m_caFile;
    request.timeout = m_timeout;
    const auto answer = post(request, stop);
    SecretKey::wipe(request.url.data(), request.url.size());
    if (!answer)
        return failed(answer.error());
    if (const auto refusal = refusalByStatus(*answer))
        return *refusal;
    return robotDelivery(m_kind, answer->body);
}

} // namespace menshen
