// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/LeadingGroup.h"
#include "menshen/core/Result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace menshen {

/// Somebody who has a personal PIN.
struct PinHolder {
    std::string id; ///< stable, no personal data ("p3")
    std::string name;
    GroupRole role = GroupRole::Member;
    std::size_t pin = 0; ///< another number after the PIN has been changed; says nothing of the PIN
};

/// Personal PINs of the people of the leading group, Argon2id, wrong ones throttled. Slow on purpose. Thread-safe.
class PersonPins {
public:
    virtual ~PersonPins() = default;
    [[nodiscard]] virtual Result<std::vector<PinHolder>> holders() const = 0; ///< who has a PIN that can be read
    /// Denied when wrong or unknown, alike; its detail says how long to wait.
    [[nodiscard]] virtual Result<PinHolder> verify(std::string_view id, std::string_view pin) = 0;
};

} // namespace menshen
