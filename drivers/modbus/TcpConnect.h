// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"
#include "menshen/core/Units.h"
#include "menshen/ports/Thermometer.h"

namespace menshen {

/// libmodbus waits with select(), which can't see file descriptors from this number on.
inline constexpr int kFirstUnusableDescriptor = 1024;

/// Resolves the name and connects, all addresses together within `timeout` (the resolver has its own: write addresses
/// where the name service is slow). Returns a non-blocking socket that the caller closes. Any thread.
/// DeviceTimeout or DeviceUnavailable; the latter also for a descriptor that libmodbus can't use.
[[nodiscard]] Result<int> connectTcp(const TcpLine &line, Micros timeout);

} // namespace menshen
