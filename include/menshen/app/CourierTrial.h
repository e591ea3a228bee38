// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Courier.h"

#include <string>
#include <vector>

namespace menshen {

/// A message that says it is a test, by which a courier is tried.
[[nodiscard]] CourierMessage trialMessage(const std::string &stationName, std::vector<Recipient> to, WallTime now);

/// Somebody by a mail address or a mobile number alone.
[[nodiscard]] Recipient recipientFrom(const std::string &text);

} // namespace menshen
