// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Registers.h"
#include "menshen/core/Result.h"

#include <string>
#include <string_view>

namespace menshen {

/// A register as text, for sealing: JSON. Bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string registerText(const RegisterContent &content, WallTime at);

struct ReadRegister {
    WallTime at;
    RegisterContent content;
};
/// Damaged when it is not what this program or an older one wrote; its detail never quotes what stands in it.
[[nodiscard]] Result<ReadRegister> registerFrom(RegisterKind kind, std::string_view text);

} // namespace menshen
