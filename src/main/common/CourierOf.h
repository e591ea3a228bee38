// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/couriers/MakeCourier.h"
#include "drivers/secrets/SecretText.h"

namespace menshen {

/// A courier of the settings with its secret where they say it is. `clock` must outlive it.
[[nodiscard]] inline std::unique_ptr<Courier> courierOf(const CourierSettings &settings, const Clock &clock)
{
    auto secret = [source = settings.secret]() -> Result<Passphrase> {
        return source ? secretText(*source) : Error{ErrorCode::NotFound, "no secret_file or credential is set"};
    };
    return makeCourier(settings, std::move(secret), clock);
}

} // namespace menshen
