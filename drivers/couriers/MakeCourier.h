// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/couriers/Deliveries.h"
#include "menshen/ports/Clock.h"
#include "menshen/ports/CourierSettings.h"

#include <memory>

namespace menshen {

/// The courier that the settings describe. Opens nothing and asks for no secret yet. `clock` must outlive it.
[[nodiscard]] std::unique_ptr<Courier> makeCourier(const CourierSettings &settings, SecretReader secret, const Clock &clock);

} // namespace menshen
