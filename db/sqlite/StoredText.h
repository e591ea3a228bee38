// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Units.h"

#include <string>
#include <string_view>

namespace menshen {

/// YYYY-MM-DD: a day within a body.
[[nodiscard]] std::string dayText(HallDay day);
/// Throws DecodeError.
[[nodiscard]] HallDay dayFromText(std::string_view text);

/// Days since 1970-01-01: a day as a column.
[[nodiscard]] constexpr std::int64_t storedDay(HallDay day) { return std::chrono::sys_days{day}.time_since_epoch().count(); }
[[nodiscard]] constexpr HallDay dayFromStored(std::int64_t days) { return HallDay{std::chrono::sys_days{std::chrono::days{days}}}; }

/// How names, documents and phones are compared in a search: full-width letters and digits as ASCII, letters in upper case,
/// without spaces and hyphens.
[[nodiscard]] std::string searchable(std::string_view text);

} // namespace menshen
