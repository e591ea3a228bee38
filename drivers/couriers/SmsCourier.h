// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/couriers/Deliveries.h"
#include "drivers/couriers/ModemLine.h"
#include "menshen/ports/CourierSettings.h"

namespace menshen {

/// A GSM modem (3GPP TS 27.005, text mode, UCS2) that works where the hall's network does not. One SMS or several to each
/// recipient with a mobile number, one after the other; whose number is refused while others are reached is `missed`.
class SmsCourier final : public Courier {
public:
    /// `settings.channel` is an SmsSettings.
    explicit SmsCourier(const CourierSettings &settings);

    [[nodiscard]] Delivery deliver(const CourierMessage &message, std::stop_token stop) override;

private:
    SerialLine m_line;
    Micros m_timeout;
};

} // namespace menshen
