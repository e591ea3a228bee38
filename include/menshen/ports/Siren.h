// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"

namespace menshen {

/// The sound at the door, the last resort that needs no network: on until somebody acknowledges. No courier, because it
/// tells nothing and has to be silenced. One thread (its worker's) owns it.
class Siren {
public:
    virtual ~Siren() = default;

    // Both may be repeated, and should be now and then while they hold: a board that lost its power comes back silent, one
    // that was sounding when the station died goes on.
    [[nodiscard]] virtual Result<void> on() = 0;
    [[nodiscard]] virtual Result<void> off() = 0;
};

} // namespace menshen
