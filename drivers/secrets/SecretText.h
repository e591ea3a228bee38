// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"
#include "menshen/ports/StationKey.h"

namespace menshen {

/// A secret that others gave us, as text without the end of its last line: a password, a robot's address. `source` is a file
/// that its owner alone may read (0600) or a systemd credential. NotFound, Denied or Storage; BadInput when it is empty. The
/// errors name where it should be, never what is there. Thread-safe.
[[nodiscard]] Result<Passphrase> secretText(const KeySource &source);

/// "secret file /etc/menshen/mail", "systemd credential menshen.mail".
[[nodiscard]] std::string secretDescription(const KeySource &source);

} // namespace menshen
