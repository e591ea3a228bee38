// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/couriers/Deliveries.h"
#include "drivers/couriers/RateLimit.h"
#include "menshen/ports/Clock.h"
#include "menshen/ports/CourierSettings.h"

namespace menshen {

/// A robot of WeCom, DingTalk or Feishu that writes to its group. It keeps within the provider's limits (WeCom and DingTalk
/// 20 a minute, Feishu 100 a minute and 5 a second) and within a pause that the provider asks for.
class RobotCourier final : public Courier {
public:
    /// `settings.channel` is a RobotSettings. `clock` must outlive this.
    RobotCourier(const CourierSettings &settings, SecretReader secret, const Clock &clock);

    [[nodiscard]] Delivery deliver(const CourierMessage &message, std::stop_token stop) override;

private:
    [[nodiscard]] Delivery sent(const CourierMessage &message, const std::stop_token &stop) const;

    RobotKind m_kind;
    std::string m_caFile;
    Micros m_timeout;
    SecretReader m_secret;
    const Clock &m_clock;
    RateLimit m_limit;
};

} // namespace menshen
