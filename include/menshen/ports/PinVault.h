// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"

#include <string_view>

namespace menshen {

/// The office's PIN, kept as an Argon2id hash in a 0600 file. Slow on purpose (≈ 0.1 s): not on the GUI thread. Thread-safe.
class PinVault {
public:
    virtual ~PinVault() = default;
    [[nodiscard]] virtual Result<bool> isSet() const = 0;
    /// 6 to 12 digits; not one digit repeated, not a run. Replaces an existing one only if `old` is right.
    [[nodiscard]] virtual Result<void> set(std::string_view old, std::string_view fresh) = 0;
    /// Denied when wrong; after five wrong ones in a row each further try waits longer (its detail says how long).
    [[nodiscard]] virtual Result<void> verify(std::string_view pin) = 0;
};

} // namespace menshen
