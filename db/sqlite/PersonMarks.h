// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Identity.h"
#include "menshen/ports/StationKey.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace menshen {

/// What a person is found by without a clear text on the disk: keyed marks of document and phone, made with the
/// mark key of the visit's day. Empty fields have none.
[[nodiscard]] std::vector<std::int64_t> personMarks(const IdentityDraft &identity, const SecretKey &markKey);

[[nodiscard]] std::int64_t documentMark(std::string_view typed, const SecretKey &markKey);
[[nodiscard]] std::int64_t phoneMark(std::string_view typed, const SecretKey &markKey);

/// Every document that is one mistake away from the one typed: one character wrong, missing, too many, or two exchanged. The
/// typed one is not among them. Letters are tried only for documents that have some.
[[nodiscard]] std::vector<std::string> documentsOneMistakeAway(std::string_view typed);

} // namespace menshen
