// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/couriers/Deliveries.h"
#include "menshen/ports/CourierSettings.h"

namespace menshen {

/// A mail server. One mail to all who have an address, as plain text and as HTML; whom the server refuses while it takes
/// others is `missed`. The same attempt has the same Message-ID.
class SmtpCourier final : public Courier {
public:
    /// `settings.channel` is an SmtpSettings. `password` is asked only when there is a user.
    SmtpCourier(const CourierSettings &settings, SecretReader password);

    [[nodiscard]] Delivery deliver(const CourierMessage &message, std::stop_token stop) override;

private:
    SmtpSettings m_settings;
    std::string m_caFile;
    Micros m_timeout;
    SecretReader m_password;
};

} // namespace menshen
