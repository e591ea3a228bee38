// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/couriers/MakeCourier.h"

#include "drivers/couriers/RobotCourier.h"
#include "drivers/couriers/SmsCourier.h"
#include "drivers/couriers/SmtpCourier.h"
#include "drivers/couriers/WebhookCourier.h"
#include "menshen/core/Overloaded.h"

#include <utility>

namespace menshen {

std::unique_ptr<Courier> makeCourier(const CourierSettings &settings, SecretReader secret, const Clock &clock)
{
    using Made = std::unique_ptr<Courier>;
    return std::visit(
        Overloaded{
            [&](const SmtpSettings &) -> Made { return std::make_unique<SmtpCourier>(settings, std::move(secret)); },
            [&](const RobotSettings &) -> Made { return std::make_unique<RobotCourier>(settings, std::move(secret), clock); },
            [&](const WebhookSettings &) -> Made { return std::make_unique<WebhookCourier>(settings, std::move(secret), clock); },
            [&](const SmsSettings &) -> Made { return std::make_unique<SmsCourier>(settings); },
        },
        settings.channel);
}

} // namespace menshen
