// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"
#include "menshen/ports/StationKey.h"

#include <string>
#include <string_view>

namespace menshen {

// What a key file and a systemd credential hold: "menshen-key-1", the station's id, its key, a checksum, a line each,
// hexadecimal.

/// `secret` is a key and says whose it is. Wipe the text when it is written.
[[nodiscard]] std::string keyText(const StationSecret &secret);
/// Storage when it is damaged; `where` names it in the error. `text` is wiped.
[[nodiscard]] Result<StationSecret> secretFromText(std::string &&text, const std::string &where);
/// A new station's id and key, from the kernel's generator. Internal without libsodium.
[[nodiscard]] Result<StationSecret> randomSecret();

} // namespace menshen
