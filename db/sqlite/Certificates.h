// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"
#include "menshen/ports/Documents.h"

#include <string>

namespace menshen {

/// What the certificate of a destruction says (0: of the newest one), read on a connection of its own; needs no key. The
/// station's name and offset are the caller's to fill in. BadInput when that entry is no destruction, or there is none.
[[nodiscard]] Result<CertificateFacts> certificateFacts(const std::string &path, EntrySeq destruction);

} // namespace menshen
