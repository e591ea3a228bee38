// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"
#include "menshen/core/Units.h"
#include "menshen/ports/TlsIdentity.h"

#include <filesystem>
#include <string>

namespace menshen {

/// A certificate (its chain after it) and its key that somebody gave us, both PEM. The key must be its owner's only (0600).
/// NotFound, Denied, Storage, or BadConfig when they are not a pair.
[[nodiscard]] Result<TlsIdentity> readTlsIdentity(const std::filesystem::path &certificates, const std::filesystem::path &key);

/// The station's own, self-signed for `host` (a name or an address), kept in one 0600 file that is made when there is none.
/// Made anew when it is for another host or ends within a month of `now`: then its fingerprint is another.
/// A file that is there and cannot be understood is an error (Storage), never replaced.
[[nodiscard]] Result<TlsIdentity> ownTlsIdentity(const std::filesystem::path &file, const std::string &host, WallTime now);

} // namespace menshen
