// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/PersonPins.h"

#include <cstdint>

namespace menshen {

enum class PinStanding : std::uint8_t {
    None,
    Temporary, ///< set by the officer, who knows it: to be changed by its person
    Own
};

/// Personal PINs as the office keeps them. The rules are PinVault's: 6 to 12 digits, no run.
class PersonPinKeeper : public PersonPins {
public:
    [[nodiscard]] virtual Result<PinStanding> standing(std::string_view id) const = 0;
    /// An officer gives somebody a first PIN, or another one for one that was forgotten. BadInput with the broken rule; NotFound
    /// for who is not in the leading group.
    [[nodiscard]] virtual Result<void> setTemporary(std::string_view id, std::string_view fresh) = 0;
    /// The person himself. Denied as by verify(); BadInput with the broken rule, or when it stays the same.
    [[nodiscard]] virtual Result<void> change(std::string_view id, std::string_view old, std::string_view fresh) = 0;
    /// Nothing to do where there is none.
    [[nodiscard]] virtual Result<void> remove(std::string_view id) = 0;
};

} // namespace menshen
