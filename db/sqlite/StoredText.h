// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Units.h"

#include <string>
#include <string_view>

namespace menshen {

/// YYYY-MM-DD, which sorts as the days do.
[[nodiscard]] std::string storedDay(HallDay day);
/// Throws DecodeError.
[[nodiscard]] HallDay dayFromStored(std::string_view text);

/// How names, documents and phones are compared in a search: full-width letters and digits as ASCII, letters in upper case,
/// without spaces and hyphens.
[[nodiscard]] std::string searchable(std::string_view text);

/// A LIKE pattern (ESCAPE '\') for "contains this fragment", in which the fragment's own % and _ stand for themselves.
[[nodiscard]] std::string containsPattern(std::string_view fragment);

} // namespace menshen
