// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/couriers/HttpPost.h"
#include "menshen/ports/CourierSettings.h"

#include <string_view>

namespace menshen {

/// Address, signature and body for one message; wire formats: reference/escalation.md. `secret` is what RobotSettings tells of.
[[nodiscard]] HttpRequest robotRequest(RobotKind kind, std::string_view secret, const CourierMessage &message, WallTime now);

} // namespace menshen
