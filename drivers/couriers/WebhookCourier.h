// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/couriers/Deliveries.h"
#include "menshen/ports/Clock.h"
#include "menshen/ports/CourierSettings.h"

namespace menshen {

/// The alert as JSON to an address of the office's own, for whatever it has: docs/webhook.md tells the form and how to check
/// the signature. Any 2xx is taken for delivered, whatever the body says.
class WebhookCourier final : public Courier {
public:
    /// `settings.channel` is a WebhookSettings. `clock` must outlive this.
    WebhookCourier(const CourierSettings &settings, SecretReader secret, const Clock &clock);

    [[nodiscard]] Delivery deliver(const CourierMessage &message, std::stop_token stop) override;

private:
    std::string m_url, m_caFile;
    Micros m_timeout;
    SecretReader m_secret;
    const Clock &m_clock;
    MonoTime m_heldUntil{MonoTime::min()};
};

} // namespace menshen
