// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Courier.h"
#include "menshen/ports/CourierSettings.h"

#include <string_view>

namespace menshen {

/// What a robot's provider means by the body of its HTTP 200: a code other than 0 in it is a failure all the same. A code that
/// nobody has told us about is TryLater: better twice than never.
[[nodiscard]] Delivery robotDelivery(RobotKind kind, std::string_view body);

} // namespace menshen
