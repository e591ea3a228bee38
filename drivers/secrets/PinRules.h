// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Units.h"

#include <string>
#include <string_view>

namespace menshen {

/// Why `pin` is no good as a new PIN; empty when it is: 6 to 12 digits, not one digit repeated, not a run (123456,
/// 987654, 890123). Never quotes the PIN.
[[nodiscard]] std::string pinProblem(std::string_view pin);

/// How long to wait after `failures` wrong PINs in a row before the next try counts: nothing before the fifth, then
/// 30 s, doubling to an hour.
[[nodiscard]] Micros pinWait(int failures) noexcept;

} // namespace menshen
